import { expect, test } from 'vitest';
import { isPublicAddress } from './public-address.js';
import { postOutside } from './post-outside.js';

test('addresses of machines here, of private networks and of metadata services are not public, in whatever form', () => {
  const inner = ['127.0.0.1', '0.0.0.0', '10.1.2.3', '172.31.0.1', '192.168.1.1', '169.254.169.254', '100.64.0.1', '224.0.0.1', '255.255.255.255', '::', '::1', '::ffff:127.0.0.1',
    '::ffff:8.8.8.8', '64:ff9b::7f00:1', 'fe80::1', 'fc00::1', 'ff02::1', '2002:7f00:1::', '2001:0:1::', '2001:db8::1', 'localhost', ''];
  expect(inner.filter(isPublicAddress)).toEqual([]);
  expect(['8.8.8.8', '172.32.0.1', '2606:4700::1111', '2a00:1450::1'].every(isPublicAddress)).toBe(true);
});

test('a request goes to no inner address: neither by number in any writing nor by a name that leads there', async () => {
  const urls = ['https://127.0.0.1/', 'https://2130706433/', 'https://0x7f.1/', 'https://0177.0.0.1/', 'https://[::1]/', 'https://[::ffff:7f00:1]/', 'https://localhost/', 'https://169.254.169.254/latest', 'https://user:pw@example.com/', 'http://example.com/', 'ftp://example.com/'];
  for (const url of urls) await expect(postOutside(url, { headers: {}, body: Buffer.alloc(0), privateAddresses: false }), url).rejects.toThrow(/not allowed/);
});
