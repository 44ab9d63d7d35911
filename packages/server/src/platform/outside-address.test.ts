import { expect, test } from 'vitest';
import { checkOutsideAddress, lookupOutside, OutsideNotAllowed, type OutsideRules } from './outside-address.js';

const RULES: OutsideRules = { protocols: ['https:', 'http:'], privateAddresses: false, usualPorts: true };
const refused = (address: string) => {
  try {
    checkOutsideAddress(address, RULES);
    return false;
  } catch (error) {
    return error instanceof OutsideNotAllowed;
  }
};

test('an address is refused by its number in any writing, its protocol, its port, or a name and password in it', () => {
  const inner = [
    'http://127.0.0.1/', 'http://127.1/', 'http://2130706433/', 'http://0x7f000001/', 'http://0x7f.0.0.1/', 'http://0177.0.0.1/', 'http://017700000001/', 'http://127.0.0.1./', 'http://0/', 'http://0.0.0.0/',
    'http://[::]/', 'http://[::1]/', 'http://[::ffff:127.0.0.1]/', 'http://[::ffff:7f00:1]/', 'http://[64:ff9b::7f00:1]/', 'http://[fe80::1]/', 'http://[fd00::1]/', 'http://169.254.169.254/latest/meta-data/',
    'http://10.0.0.1/', 'http://192.168.0.1/', 'http://100.64.0.1/', 'http://１２７.０.０.１/',
    'http://user@example.com/', 'http://user:word@example.com/', 'http://example.com@127.0.0.1/', 'http://example.com:8080/', 'https://example.com:22/',
    'ftp://example.com/', 'file:///etc/passwd', 'gopher://example.com/', 'javascript:alert(1)', 'data:text/html,x', 'http://', 'no address', '',
  ];
  expect(inner.filter(address => !refused(address))).toEqual([]);
});

test('public names and numbers on the usual ports are allowed, whatever the script of the name', () => {
  for (const address of ['http://example.com/', 'https://example.com:443/x', 'http://example.com:80/', 'https://8.8.8.8/', 'https://[2606:4700::1111]/', 'https://bücher.example/']) expect(refused(address), address).toBe(false);
});

const lookUp = (answers: readonly { address: string; family: number }[], all: boolean) => {
  let asked = 0;
  const lookup = lookupOutside(RULES, (_host, done) => {
    asked += 1;
    done(null, [...answers]);
  });
  return new Promise<{ error: Error | null; address: unknown; asked: number }>(done => lookup('name.example', { all }, (error, address) => done({ error, address, asked })));
};

test('a name with an inner address among its own is refused, in whichever place it stands', async () => {
  for (const address of ['127.0.0.1', '169.254.169.254', '::1', '::ffff:10.0.0.1', '64:ff9b::a00:1', 'fd00::1']) {
    const inner = { address, family: address.includes(':') ? 6 : 4 };
    for (const answers of [[inner], [{ address: '8.8.8.8', family: 4 }, inner], [inner, { address: '8.8.8.8', family: 4 }]]) {
      for (const all of [true, false]) expect((await lookUp(answers, all)).error).toBeInstanceOf(OutsideNotAllowed);
    }
  }
  expect((await lookUp([], true)).error).toBeInstanceOf(Error);
});

test('a name is asked for once, and what was judged is what is connected to', async () => {
  const answers = [{ address: '8.8.8.8', family: 4 }, { address: '2606:4700::1111', family: 6 }];
  expect(await lookUp(answers, true)).toEqual({ error: null, address: answers, asked: 1 });
  expect(await lookUp(answers, false)).toEqual({ error: null, address: '8.8.8.8', asked: 1 });
});
