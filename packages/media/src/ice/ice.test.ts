import { crc32 } from 'node:zlib';
import { expect, test } from 'vitest';
import { systemChance } from '@carillon/kernel/chance.js';
import { parseAddress } from '../net/address.js';
import type { Remote } from '../net/remote.js';
import type { Timers } from '../net/timers.js';
import { CONSENT_MS_MAX, IceSession } from './ice-session.js';
import { BINDING_ERROR, BINDING_REQUEST, BINDING_SUCCESS, buildBindingRequest, buildBindingSuccess, hasRightIntegrity, parseStun } from './stun.js';

const hex = (text: string): Buffer => Buffer.from(text.replaceAll(/\s/g, ''), 'hex');
const PASSWORD = 'VOkJxbRl1RmTxUk/WvJxBt';
const TRANSACTION = hex('b7e7a701bc34d686fa87dfae');
const SAMPLE_REQUEST = hex(`000100582112a442b7e7a701bc34d686fa87dfae 802200105354554e207465737420636c69656e74 002400046e0001ff
  80290008932ff9b151263b36 000600096576746a3a68367659202020 000800149aeaa70cbfd8cb56781ef2b5b2d3f249c1b571a2 80280004e57a3bcf`);
const SAMPLE_IPV4 = hex(`0101003c2112a442b7e7a701bc34d686fa87dfae 8022000b7465737420766563746f7220 002000080001a147e112a643
  000800142b91f599fd9e90c38c7489f92af9ba53f06be7d7 80280004c07d4c96`);
const SAMPLE_IPV6 = hex(`010100482112a442b7e7a701bc34d686fa87dfae 8022000b7465737420766563746f7220 002000140002a1470113a9faa5d3f179bc25f4b5bed2b9d9
  00080014a382954e4be67bf11784c97c8292c275bfe3ed41 80280004c8fb0b4c`);

test('RFC 5769 2.1: the sample request is understood and authentic', () => {
  const message = parseStun(SAMPLE_REQUEST);
  expect(message).toMatchObject({ type: BINDING_REQUEST, username: 'evtj:h6vY', controlled: true, controlling: false, unknownAttributes: [] });
  expect(message !== undefined && hasRightIntegrity(SAMPLE_REQUEST, message, PASSWORD)).toBe(true);
  expect(message !== undefined && hasRightIntegrity(SAMPLE_REQUEST, message, 'another')).toBe(false);
});

test('RFC 5769 2.2, 2.3: the sample responses are authentic, and our own carry the same mapped addresses', () => {
  for (const [sample, from] of [
    [SAMPLE_IPV4, { address: '192.0.2.1', port: 32_853 }], [SAMPLE_IPV6, { address: '2001:db8:1234:5678:11:2233:4455:6677', port: 32_853 }],
  ] as const) {
    const message = parseStun(sample);
    expect(message !== undefined && hasRightIntegrity(sample, message, PASSWORD)).toBe(true);
    const ours = buildBindingSuccess(TRANSACTION, from, PASSWORD);
    expect(ours.includes(sample.subarray(36, from.address.includes(':') ? 60 : 48))).toBe(true);
    expect(parseStun(ours)).toMatchObject({ type: BINDING_SUCCESS });
  }
});

test('one changed bit anywhere makes a message none', () => {
  for (let bit = 0; bit < SAMPLE_REQUEST.length * 8; bit += 1) {
    const changed = Buffer.from(SAMPLE_REQUEST);
    changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
    expect(parseStun(changed)).toBeUndefined();
  }
  for (let length = 0; length < SAMPLE_REQUEST.length; length += 1) expect(parseStun(SAMPLE_REQUEST.subarray(0, length))).toBeUndefined();
});

test('attributes of any kind and length behind a right fingerprint are read without a throw', () => {
  let seed = 5;
  const next = () => (seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0) >>> 16;
  let understood = 0;
  for (let i = 0; i < 20_000; i += 1) {
    const body = Buffer.from(SAMPLE_REQUEST.subarray(0, SAMPLE_REQUEST.length - 8 - 4 * (next() % 20)));
    for (let changes = next() % 4; changes > 0; changes -= 1) body[20 + (next() % (body.length - 20))] = next() & 0xff;
    body.writeUInt16BE(body.length - 20 + 8, 2);
    const crc = Buffer.from('8028000400000000', 'hex');
    crc.writeUInt32BE((crc32(body) ^ 0x5354554e) >>> 0, 4);
    const message = parseStun(Buffer.concat([body, crc]));
    if (message === undefined) continue;
    understood += 1;
    hasRightIntegrity(Buffer.concat([body, crc]), message, PASSWORD);
  }
  expect(understood).toBeGreaterThan(5_000);
});

test('addresses are read in all their forms', () => {
  expect(parseAddress('192.0.2.255')).toEqual(Buffer.from([192, 0, 2, 255]));
  expect(parseAddress('::')).toEqual(Buffer.alloc(16));
  expect(parseAddress('2001:db8::1%eth0')?.toString('hex')).toBe('20010db8000000000000000000000001');
  expect(parseAddress('::ffff:192.0.2.1')?.toString('hex')).toBe('00000000000000000000ffffc0000201');
  expect(parseAddress('2001:db8:1:2:3:4:5:6')?.toString('hex')).toBe('20010db8000100020003000400050006');
  expect(parseAddress('carillon')).toBeUndefined();
});

function remote(port: number): Remote {
  return { protocol: 'udp', address: '192.0.2.9', port, key: `192.0.2.9:${port}`, accepts: () => true, send: () => undefined };
}

function session() {
  let nowMs = 0;
  const due: { atMs: number; callback: () => void }[] = [];
  const timers: Timers = { after: (delayMs, callback) => { due.push({ atMs: nowMs + delayMs, callback }); return () => undefined; } };
  const log: string[] = [];
  const ice = new IceSession({ chance: systemChance, nowMs: () => nowMs, timers }, {
    validated: ({ port }) => log.push(`validated ${port}`), forgotten: ({ port }) => log.push(`forgotten ${port}`), expired: () => log.push('expired'),
  });
  ice.start('peer');
  const check = (from: Remote, changes: Partial<{ username: string; useCandidate: boolean; role: 'controlling' | 'controlled'; password: string }> = {}) => {
    const request = buildBindingRequest(TRANSACTION, { username: `${ice.ufrag}:peer`, priority: 1, role: 'controlling', tieBreaker: Buffer.alloc(8), useCandidate: false, ...changes }, changes.password ?? ice.password);
    const message = parseStun(request);
    const answer = message === undefined ? undefined : ice.receiveCheck(message, request, from);
    return answer === undefined ? undefined : parseStun(answer);
  };
  const advance = (ms: number) => {
    nowMs += ms;
    for (const timer of due.splice(0)) {
      if (timer.atMs <= nowMs) timer.callback();
      else due.push(timer);
    }
  };
  return { ice, log, check, advance };
}

test('a check with the right password is answered and makes its address valid; a wrong one gets no answer at all', () => {
  const { ice, log, check } = session();
  expect(check(remote(1), { password: 'wrong' })).toBeUndefined();
  expect(check(remote(1), { username: `${ice.ufrag}:other` })).toBeUndefined();
  expect(log).toEqual([]);
  expect(check(remote(1))).toMatchObject({ type: BINDING_SUCCESS });
  expect(check(remote(1))).toMatchObject({ type: BINDING_SUCCESS });
  expect(log).toEqual(['validated 1']);
});

test('media goes to the nominated address, and to another when that one is nominated later', () => {
  const { ice, check } = session();
  check(remote(1));
  expect(ice.selected?.port).toBe(1);
  check(remote(2));
  expect(ice.selected?.port).toBe(1);
  check(remote(2), { useCandidate: true });
  expect(ice.selected?.port).toBe(2);
  check(remote(3), { useCandidate: true });
  expect(ice.selected?.port).toBe(3);
});

test('a peer that thinks it is controlled is told to change its role', () => {
  const { log, check } = session();
  expect(check(remote(1), { role: 'controlled' })).toMatchObject({ type: BINDING_ERROR, errorCode: 487 });
  expect(log).toEqual([]);
});

test('without checks for 30 seconds the peer is gone, and each check gives it 30 more', () => {
  const { log, check, advance } = session();
  advance(CONSENT_MS_MAX - 1);
  check(remote(1));
  advance(CONSENT_MS_MAX - 1);
  check(remote(1));
  advance(CONSENT_MS_MAX - 1);
  expect(log).toEqual(['validated 1']);
  advance(1);
  expect(log).toEqual(['validated 1', 'expired']);
});

test('of many addresses the ones longest without a check are forgotten, never the selected one', () => {
  const { ice, log, check } = session();
  check(remote(1), { useCandidate: true });
  for (let port = 2; port <= 10; port += 1) check(remote(port));
  expect(log.filter(line => line.startsWith('forgotten'))).toEqual(['forgotten 2', 'forgotten 3']);
  expect(ice.selected?.port).toBe(1);
  ice.forget(remote(1));
  expect(ice.selected?.port).toBe(10);
  ice.close();
  expect(ice.selected).toBeUndefined();
  expect(log.filter(line => line.startsWith('forgotten'))).toHaveLength(10);
});
