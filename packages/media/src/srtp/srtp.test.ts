import { createCipheriv, createHmac, randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { NativeMemory } from '../native/memory.js';
import { loadOpenssl } from '../native/openssl.js';
import { rtpPayloadOffset } from '../rtp/packet.js';
import { CounterModeProtection } from './counter-mode-protection.js';
import { GcmProtection } from './gcm-protection.js';
import { deriveSessionKeys, SRTP_AEAD_AES_128_GCM, SRTP_AES128_CM_SHA1_80, saltBytes, type SessionKeys, type SrtpProfile } from './keys.js';
import { createSrtpSession } from './session.js';

const openssl = loadOpenssl();
const memory = new NativeMemory(4_096);
const AT = 100;
const PROFILES: readonly SrtpProfile[] = [SRTP_AEAD_AES_128_GCM, SRTP_AES128_CM_SHA1_80];

function load(packet: Buffer): number {
  memory.bytes.fill(0xee);
  memory.bytes.set(packet, AT);
  return packet.length;
}
const read = (length: number): Buffer => Buffer.from(memory.bytes.subarray(AT, AT + length));
const hex = (text: string): Buffer => Buffer.from(text.replaceAll(/\s/g, ''), 'hex');

function rtp(ssrc: number, sequenceNumber: number, payload: Buffer): Buffer {
  const header = hex('806000000000000100000000');
  header.writeUInt16BE(sequenceNumber, 2);
  header.writeUInt32BE(ssrc, 8);
  return Buffer.concat([header, payload]);
}

function master(profile: SrtpProfile): { key: Buffer; salt: Buffer } {
  return { key: randomBytes(16), salt: randomBytes(saltBytes(profile)) };
}

test('RFC 3711 B.3: the key derivation gives the keys of the RFC', () => {
  const keys = deriveSessionKeys(SRTP_AES128_CM_SHA1_80, { key: hex('E1F97A0D3E018BE0D64FA32C06DE4139'), salt: hex('0EC675AD498AFEEBB6960B3AABE6') });
  expect(keys.rtpKey).toEqual(hex('C61E7A93744F39EE10734AFE3FF7A087'));
  expect(keys.rtpSalt).toEqual(hex('30CBBC08863D8C85D49DB34A9AE1'));
  expect(keys.rtpAuthenticationKey).toEqual(hex('CEBE321F6FF7716B6FD4AB49AF256A156D38BAA4'));
});

test('RFC 3711 B.2: the keystream is the one of the RFC', () => {
  const keys: SessionKeys = {
    rtpKey: hex('2B7E151628AED2A6ABF7158809CF4F3C'), rtpSalt: hex('F0F1F2F3F4F5F6F7F8F9FAFBFCFD'), rtpAuthenticationKey: Buffer.alloc(20),
    rtcpKey: Buffer.alloc(16), rtcpSalt: Buffer.alloc(14), rtcpAuthenticationKey: Buffer.alloc(20),
  };
  const protection = new CounterModeProtection(openssl, keys);
  const length = protection.sealRtp(memory, AT, 12, load(rtp(0, 0, Buffer.alloc(48))), { ssrc: 0, rolloverCounter: 0, sequenceNumber: 0 });
  expect(read(length).subarray(12, 60)).toEqual(hex('E03EAD0935C95E80E166B16DD92B4EB4 D23513162B02D0F72A43A2FE4A5F97AB 41E95B3BB0A2E8DD477901E4FCA894C0'));
  protection.close();
});

test('a whole packet under AES_CM_128_HMAC_SHA1_80 has the bytes that other implementations make', () => {
  const keys = { key: hex('E1F97A0D3E018BE0D64FA32C06DE4139'), salt: hex('0EC675AD498AFEEBB6960B3AABE6') };
  const session = createSrtpSession(openssl, SRTP_AES128_CM_SHA1_80, { local: keys, remote: keys });
  const packet = hex('800f1234decafbadcafebabe abababababababababababababababab');
  expect(read(session.sender.sealRtp(memory, AT, 12, load(packet), 0xcafebabe, 0x1234)))
    .toEqual(hex('800f1234decafbadcafebabe 4e55dc4ce79978d88ca4d215949d2402 b78d6acc99ea179b8dbb'));
  session.close();
});

test('RFC 7714 16.1.1: a packet under AEAD_AES_128_GCM has the bytes of the RFC', () => {
  const key = hex('000102030405060708090a0b0c0d0e0f');
  const salt = hex('517569642070726f2071756f');
  const none = { rtpAuthenticationKey: Buffer.alloc(20), rtcpAuthenticationKey: Buffer.alloc(20) };
  const protection = new GcmProtection(openssl, { rtpKey: key, rtpSalt: salt, rtcpKey: key, rtcpSalt: salt, ...none }, 'seal');
  const packet = hex('8040f17b8041f8d35501a0b2 47616c6c696120657374206f6d6e697320646976697361 20696e207061727465732074726573');
  expect(read(protection.sealRtp(memory, AT, 12, load(packet), { ssrc: 0x5501a0b2, rolloverCounter: 0, sequenceNumber: 0xf17b }))).toEqual(hex(`8040f17b8041f8d35501a0b2
    f24de3a3fb34de6cacba861c9d7e4bcabe633bd50d294e6f42a5f47a51c7d19b36de3adf8833 899d7f27beb16a9152cf765ee4390cce`));
  protection.close();
});

test('RTP under both profiles equals what node:crypto makes, for many sizes, headers and rollover counters', () => {
  for (let i = 0; i < 200; i += 1) {
    const secret = master(SRTP_AEAD_AES_128_GCM);
    const long = { key: secret.key, salt: randomBytes(14) };
    const ssrc = randomBytes(4).readUInt32BE(0);
    const sequenceNumber = randomBytes(2).readUInt16BE(0);
    const roc = randomBytes(4).readUInt32BE(0);
    const packet = Buffer.concat([hex('90e00000 00000001'), Buffer.alloc(4), hex('bede0001 10ff0000'), randomBytes(i * 5)]);
    packet.writeUInt16BE(sequenceNumber, 2);
    packet.writeUInt32BE(ssrc, 8);
    const header = rtpPayloadOffset(packet, packet.length);
    const index = { ssrc, rolloverCounter: roc, sequenceNumber };

    const gcmKeys = deriveSessionKeys(SRTP_AEAD_AES_128_GCM, secret);
    const gcm = new GcmProtection(openssl, gcmKeys, 'seal');
    expect(read(gcm.sealRtp(memory, AT, header, load(packet), index))).toEqual(sealGcm(gcmKeys, packet, header, ssrc, roc, sequenceNumber));
    const opening = new GcmProtection(openssl, gcmKeys, 'open');
    expect(read(opening.openRtp(memory, AT, header, packet.length + 16, index))).toEqual(packet);

    const cmKeys = deriveSessionKeys(SRTP_AES128_CM_SHA1_80, long);
    const cm = new CounterModeProtection(openssl, cmKeys);
    expect(read(cm.sealRtp(memory, AT, header, load(packet), index))).toEqual(sealCounterMode(cmKeys, packet, header, ssrc, roc, sequenceNumber));
    expect(read(cm.openRtp(memory, AT, header, packet.length + 10, index))).toEqual(packet);
    for (const protection of [gcm, opening, cm]) protection.close();
  }
});

function sealGcm(keys: SessionKeys, packet: Buffer, header: number, ssrc: number, roc: number, sequenceNumber: number): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeUInt32BE(ssrc, 2);
  nonce.writeUInt32BE(roc, 6);
  nonce.writeUInt16BE(sequenceNumber, 10);
  const cipher = createCipheriv('aes-128-gcm', keys.rtpKey, nonce.map((byte, i) => byte ^ (keys.rtpSalt[i] ?? 0)));
  cipher.setAAD(packet.subarray(0, header));
  return Buffer.concat([packet.subarray(0, header), cipher.update(packet.subarray(header)), cipher.final(), cipher.getAuthTag()]);
}

function sealCounterMode(keys: SessionKeys, packet: Buffer, header: number, ssrc: number, roc: number, sequenceNumber: number): Buffer {
  const counter = Buffer.alloc(16);
  counter.writeUInt32BE(ssrc, 4);
  counter.writeUInt32BE(roc, 8);
  counter.writeUInt16BE(sequenceNumber, 12);
  const cipher = createCipheriv('aes-128-ctr', keys.rtpKey, counter.map((byte, i) => byte ^ (keys.rtpSalt[i] ?? 0)));
  const sealed = Buffer.concat([packet.subarray(0, header), cipher.update(packet.subarray(header))]);
  const rocBytes = Buffer.alloc(4);
  rocBytes.writeUInt32BE(roc);
  return Buffer.concat([sealed, createHmac('sha1', keys.rtpAuthenticationKey).update(sealed).update(rocBytes).digest().subarray(0, 10)]);
}

test('RTCP under GCM equals what node:crypto makes after RFC 7714 9', () => {
  const keys = deriveSessionKeys(SRTP_AEAD_AES_128_GCM, master(SRTP_AEAD_AES_128_GCM));
  const packet = Buffer.concat([hex('81c9000711223344'), randomBytes(24)]);
  const nonce = hex('000011223344000000000005').map((byte, i) => byte ^ (keys.rtcpSalt[i] ?? 0));
  const cipher = createCipheriv('aes-128-gcm', keys.rtcpKey, nonce);
  cipher.setAAD(Buffer.concat([packet.subarray(0, 8), hex('80000005')]));
  const expected = Buffer.concat([packet.subarray(0, 8), cipher.update(packet.subarray(8)), cipher.final(), cipher.getAuthTag(), hex('80000005')]);
  const protection = new GcmProtection(openssl, keys, 'seal');
  expect(read(protection.sealRtcp(memory, AT, load(packet), 0x11223344, 5))).toEqual(expected);
  protection.close();
});

test('RTCP under counter mode has the bytes that other implementations make', () => {
  const keys = { key: hex('E1F97A0D3E018BE0D64FA32C06DE4139'), salt: hex('0EC675AD498AFEEBB6960B3AABE6') };
  const session = createSrtpSession(openssl, SRTP_AES128_CM_SHA1_80, { local: keys, remote: keys });
  expect(read(session.sender.sealRtcp(memory, AT, load(hex('81c8000bcafebabe abababababababababababababababab')))))
    .toEqual(hex('81c8000bcafebabe 7128035be487b9bdbef89041f977a5a8 80000001 993e08cd54d6c1230798'));
  session.close();
});

for (const profile of PROFILES) {
  test(`profile ${profile}: a call that passes the end of the sequence numbers, with loss and reordering, is opened whole`, () => {
    const key = master(profile);
    const session = createSrtpSession(openssl, profile, { local: key, remote: key });
    const sealed: Buffer[] = [];
    for (let i = 0; i < 3_000; i += 1) {
      const sequenceNumber = (65_000 + i * 30) & 0xffff;
      sealed.push(read(session.sender.sealRtp(memory, AT, 12, load(rtp(9, sequenceNumber, Buffer.from(`packet ${i}`))), 9, sequenceNumber)));
    }
    for (let i = 0; i + 1 < sealed.length; i += 2) [sealed[i], sealed[i + 1]] = [sealed[i + 1] as Buffer, sealed[i] as Buffer];
    // The very first packet fixes the rollover counter, therefore it comes first.
    [sealed[0], sealed[1]] = [sealed[1] as Buffer, sealed[0] as Buffer];
    for (const packet of sealed) expect(session.receiver.openRtp(memory, AT, load(packet))).toBeGreaterThan(12);
    for (const packet of sealed.slice(-20)) expect(session.receiver.openRtp(memory, AT, load(packet))).toBe(0);
    session.close();
  });

  test(`profile ${profile}: one changed bit anywhere, or a missing byte, is refused, and the packet itself is still accepted afterwards`, () => {
    const key = master(profile);
    const session = createSrtpSession(openssl, profile, { local: key, remote: key });
    const sealed = read(session.sender.sealRtp(memory, AT, 12, load(rtp(9, 7, Buffer.from('twenty bytes of text'))), 9, 7));
    for (let bit = 0; bit < sealed.length * 8; bit += 1) {
      const forged = Buffer.from(sealed);
      forged[bit >> 3] = (forged[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(session.receiver.openRtp(memory, AT, load(forged))).toBe(0);
    }
    for (let length = 0; length < sealed.length; length += 1) expect(session.receiver.openRtp(memory, AT, load(sealed.subarray(0, length)))).toBe(0);
    expect(session.receiver.openRtp(memory, AT, load(sealed))).toBe(32);
    const compound = read(session.sender.sealRtcp(memory, AT, load(hex('80c9000100000009'))));
    for (let bit = 0; bit < compound.length * 8; bit += 1) {
      const forged = Buffer.from(compound);
      forged[bit >> 3] = (forged[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(session.receiver.openRtcp(memory, AT, load(forged))).toBe(0);
    }
    for (let length = 0; length < compound.length; length += 1) expect(session.receiver.openRtcp(memory, AT, load(compound.subarray(0, length)))).toBe(0);
    expect(session.receiver.openRtcp(memory, AT, load(compound))).toBe(8);
    expect(session.receiver.openRtcp(memory, AT, load(compound))).toBe(0);
    session.close();
  });
}

test('no index is sealed twice: repeats, steps back and jumps of half the range are refused, per stream', () => {
  const key = master(SRTP_AEAD_AES_128_GCM);
  const session = createSrtpSession(openssl, SRTP_AEAD_AES_128_GCM, { local: key, remote: key });
  const seal = (ssrc: number, sequenceNumber: number) => session.sender.sealRtp(memory, AT, 12, load(rtp(ssrc, sequenceNumber, Buffer.from('x'))), ssrc, sequenceNumber) !== 0;
  expect([seal(1, 65_534), seal(1, 65_534), seal(1, 65_533), seal(1, 2), seal(1, 65_535), seal(1, 2 + 0x8000), seal(1, 2 + 0x7fff)])
    .toEqual([true, false, false, true, false, false, true]);
  expect(seal(2, 65_534)).toBe(true);
  session.close();
});

test('after close nothing is sealed or opened any more', () => {
  const key = master(SRTP_AEAD_AES_128_GCM);
  for (const profile of PROFILES) {
    const session = createSrtpSession(openssl, profile, { local: { ...key, salt: randomBytes(saltBytes(profile)) }, remote: { ...key, salt: randomBytes(saltBytes(profile)) } });
    session.close();
    session.close();
    expect(session.sender.sealRtp(memory, AT, 12, load(rtp(1, 1, Buffer.alloc(10))), 1, 1)).toBe(0);
    expect(session.receiver.openRtp(memory, AT, load(rtp(1, 1, Buffer.alloc(40))))).toBe(0);
  }
});
