import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { ConfigError, environmentName, OPTIONS, publicOrigin, readConfig, type Config } from './config.js';

const folder = mkdtempSync(join(tmpdir(), 'carillon-config-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const CERTIFICATE = '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n';
writeFileSync(join(folder, 'ca.pem'), CERTIFICATE);

const read = (args: string[] = [], environment: Record<string, string> = {}) => readConfig(['--data', folder, ...args], environment);
const withFile = <T>(content: unknown, work: () => T): T => {
  const path = join(folder, 'carillon.json');
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  try {
    return work();
  } finally {
    rmSync(path);
  }
};

/** One value for each option, and where it is seen. */
const VALUES: Record<(typeof OPTIONS)[number]['name'], readonly [string, (config: Config) => unknown, unknown]> = {
  demo: ['true', config => config.demo, true],
  data: [folder, config => config.dataFolder, folder],
  host: ['127.0.0.9', config => config.host, '127.0.0.9'],
  port: ['8181', config => config.port, 8181],
  'media-port': ['4000', config => config.mediaPort, 4000],
  'media-workers': ['3', config => config.mediaWorkerCount, 3],
  roles: ['server', config => [...config.roles], ['server']],
  'public-url': ['https://meet.example.com/', config => config.publicUrl, 'https://meet.example.com'],
  'media-addresses': ['192.0.2.1, 192.0.2.2', config => config.mediaAddresses, ['192.0.2.1', '192.0.2.2']],
  'media-region': ['eu-south-1', config => config.mediaRegion, 'eu-south-1'],
  'support-address': ['help@example.com', config => config.supportAddress, 'help@example.com'],
  'tls-cert': ['/etc/cert.pem', config => config.tls?.certFile, '/etc/cert.pem'],
  'tls-key': ['/etc/key.pem', config => config.tls?.keyFile, '/etc/key.pem'],
  'trusted-proxies': ['10.0.0.0/8,::1', config => config.trustedProxies, ['10.0.0.0/8', '::1']],
  'database-url': ['postgres://host/name', config => config.databaseUrl, 'postgres://host/name'],
  'smtp-url': ['smtp://mail.example.com', config => config.smtpUrl, 'smtp://mail.example.com'],
  'mail-from': ['Us <us@example.com>', config => config.mailFrom, 'Us <us@example.com>'],
  'sign-up': ['open', config => config.signUp, 'open'],
  'dns-servers': ['192.0.2.53,[2001:db8::53]:5353', config => config.dnsServers, ['192.0.2.53', '[2001:db8::53]:5353']],
  'push-private-addresses': ['true', config => config.pushPrivateAddresses, true],
  'link-previews': ['off', config => config.linkPreviews, false],
  'preview-private-addresses': ['true', config => config.previewPrivateAddresses, true],
  'metrics-token': ['secret', config => config.metricsToken, 'secret'],
  's3-endpoint': ['https://s3.example.com', config => config.s3?.endpoint, 'https://s3.example.com'],
  's3-region': ['eu-south-1', config => config.s3?.region, 'eu-south-1'],
  's3-access-key-id': ['AKIAIOSFODNN7EXAMPLE', config => config.s3?.accessKeyId, 'AKIAIOSFODNN7EXAMPLE'],
  's3-secret-access-key': ['secret', config => config.s3?.secretAccessKey, 'secret'],
  'bots-allow-hosts': ['bots.intranet.example, localhost:8443', config => [...config.botsAllowHosts], ['bots.intranet.example', 'localhost:8443']],
  'bots-ca-file': [join(folder, 'ca.pem'), config => config.botsCertificates, CERTIFICATE],
  'lambda-endpoint': ['https://lambda.example.com', config => config.lambda?.endpoint, 'https://lambda.example.com'],
  'lambda-region': ['eu-south-1', config => config.lambda?.region, 'eu-south-1'],
  'lambda-access-key-id': ['AKIAIOSFODNN7EXAMPLE', config => config.lambda?.accessKeyId, 'AKIAIOSFODNN7EXAMPLE'],
  'lambda-secret-access-key': ['secret', config => config.lambda?.secretAccessKey, 'secret'],
  'secret-file': ['/etc/secret.json', config => config.secretFile, '/etc/secret.json'],
  'log-level': ['warn', config => config.logLevel, 'warn'],
};
/** The two halves of TLS go together, and the address of a service with its key. */
const TOGETHER: readonly Record<string, string>[] = [{ 'tls-cert': '/etc/cert.pem', 'tls-key': '/etc/key.pem' }, { 's3-endpoint': 'https://s3.example.com', 's3-access-key-id': 'AKIAIOSFODNN7EXAMPLE', 's3-secret-access-key': 'secret' }, { 'lambda-endpoint': 'https://lambda.example.com', 'lambda-access-key-id': 'AKIAIOSFODNN7EXAMPLE', 'lambda-secret-access-key': 'secret' }];
const besides = (name: string): Record<string, string> => {
  const together = TOGETHER.find(one => name in one || (name === 's3-region' && 's3-endpoint' in one) || (name === 'lambda-region' && 'lambda-endpoint' in one)) ?? {};
  return Object.fromEntries(Object.entries(together).filter(([other]) => other !== name));
};
const decidesTheFile = (name: string) => name === 'data' || name === 'demo';
const flags = (options: Record<string, string>) => Object.entries(options).flatMap(([name, value]) => (OPTIONS.find(option => option.name === name)?.kind === 'switch' ? [`--${name}`] : [`--${name}`, value]));

describe.each(OPTIONS.map(option => option.name))('the option %s', name => {
  const [value, seen, expected] = VALUES[name];
  const variable = name === 'database-url' ? 'DATABASE_URL' : environmentName(name);

  test('is a flag', () => expect(seen(read(flags({ [name]: value, ...besides(name) })))).toEqual(expected));

  test('is a variable of the environment', () => {
    const others = Object.fromEntries(Object.entries(besides(name)).map(([key, text]) => [environmentName(key), text]));
    expect(seen(readConfig(name === 'data' ? [] : ['--data', folder], { [variable]: value, ...others }))).toEqual(expected);
  });

  test(decidesTheFile(name) ? 'is refused in the file, because it decides where that is' : 'is a key of the file', () =>
    withFile({ [name]: value, ...besides(name) }, () => {
      if (decidesTheFile(name)) expect(() => read()).toThrow(`cannot set "${name}"`);
      else expect(seen(read())).toEqual(expected);
    }));
});

test('a flag comes before the environment, and that before the file', () => {
  withFile({ port: 1, 'media-port': 1, 'log-level': 'error' }, () => {
    const config = read(['--port', '3'], { CARILLON_PORT: '2', CARILLON_MEDIA_PORT: '2' });
    expect(config).toMatchObject({ port: 3, mediaPort: 2, logLevel: 'error' });
  });
});

test('without options it listens everywhere on 8080, and in demo mode on loopback with its own folder', () => {
  expect(readConfig([], { CARILLON_DATA: folder })).toMatchObject({ host: '0.0.0.0', port: 8080, mediaPort: 3478, signUp: 'invited', tls: undefined, databaseUrl: undefined, logLevel: 'info' });
  const demo = readConfig(['--demo'], {});
  expect(demo).toMatchObject({ host: '127.0.0.1', demo: true });
  expect(demo.dataFolder).toMatch(/data-demo$/);
  expect(read(['--demo', '--host', '0.0.0.0']).host).toBe('0.0.0.0');
  expect(read().secretFile).toBe(join(folder, 'secrets', 'server.json'));
});

test.each([
  [['--port', '70000'], /"70000" is no port: --port takes a number from 0 to 65535/],
  [['--port', '0x50'], /is no port/],
  [['--media-port', '-1'], /--media-port|ambiguous/],
  [['--media-workers', '0'], /--media-workers takes "auto" or a number from 1 to 64, not "0"/],
  [['--roles', 'server,cook'], /--roles takes "server", "media" or both.*not "cook"/],
  [['--roles', ''], /--roles takes/],
  [['--roles', 'media'], /needs a bus/],
  [['--public-url', 'meet.example.com'], /--public-url takes an address/],
  [['--public-url', 'ftp://meet.example.com'], /--public-url takes an address/],
  [['--tls-cert', 'a.pem'], /go together/],
  [['--tls-key', 'a.pem'], /go together/],
  [['--s3-endpoint', 'https://s3.example.com'], /go together/],
  [['--lambda-endpoint', 'https://lambda.example.com'], /--lambda-endpoint, .* go together/],
  [['--bots-allow-hosts', 'https://bots.example/'], /--bots-allow-hosts takes names/],
  [['--bots-ca-file', '/nowhere.pem'], /which is not there/],
  [['--s3-endpoint', 's3.example.com', '--s3-access-key-id', 'a', '--s3-secret-access-key', 'b'], /--s3-endpoint takes an address/],
  [['--trusted-proxies', 'proxy.local'], /--trusted-proxies takes addresses or networks such as 10\.0\.0\.0\/8, not "proxy\.local"/],
  [['--trusted-proxies', '10.0.0.0/33'], /not "10\.0\.0\.0\/33"/],
  [['--trusted-proxies', '10.0.0.0/8/9'], /not "10\.0\.0\.0\/8\/9"/],
  [['--dns-servers', 'dns.example.com'], /--dns-servers takes addresses such as 192\.0\.2\.53 or 127\.0\.0\.1:5353, not "dns\.example\.com"/],
  [['--dns-servers', '192.0.2.53:0'], /not "192\.0\.2\.53:0"/],
  [['--sign-up', 'everyone'], /--sign-up takes open, invited, domains, not "everyone"/],
  [['--log-level', 'loud'], /--log-level takes debug, info, warn, error, silent, not "loud"/],
  [['--colour', 'red'], /--colour.*docs\/configuration\.md/],
  [['surplus'], /docs\/configuration\.md/],
])('%j is refused with a sentence that names the option', (args, sentence) => {
  expect(() => read(args)).toThrow(ConfigError);
  expect(() => read(args)).toThrow(sentence);
});

test.each([
  ['{ nonsense', /carillon\.json is not valid JSON/],
  ['[1]', /must hold one JSON object/],
  ['null', /must hold one JSON object/],
  ['{"colour":"red"}', /unknown option "colour"/],
])('a file of %s is refused with a sentence that names the file', (content, sentence) => {
  withFile(content, () => expect(() => read()).toThrow(sentence));
});

test('links in mail never follow the address of whoever asked', () => {
  expect(publicOrigin({ publicUrl: undefined, port: 8080, tls: undefined })).toBe('http://localhost:8080');
  expect(publicOrigin({ publicUrl: undefined, port: 8443, tls: { certFile: 'a', keyFile: 'b' } })).toBe('https://localhost:8443');
  expect(publicOrigin({ publicUrl: 'https://meet.example.com', port: 8080, tls: undefined })).toBe('https://meet.example.com');
});
