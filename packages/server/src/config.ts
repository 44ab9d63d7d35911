import { existsSync, readFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';

/**
 * The only reader of the environment. An option is a flag, the same name as `CARILLON_…` in the environment, and a key
 * in `<data>/carillon.json`, in this order. `docs/configuration.md` is generated from this table.
 */
export interface OptionText {
  readonly name: string;
  readonly kind: 'text' | 'port' | 'count' | 'switch' | 'list' | 'choice';
  readonly fallback: string;
  readonly choices?: readonly string[];
  /** Where the usual name in the environment is another one. */
  readonly environment?: string;
  readonly words: string;
}

export const OPTIONS = [
  { name: 'demo', kind: 'switch', fallback: 'false', words: 'Fills a new folder (`./data-demo` unless `data` says otherwise) with people, a room, history and a meeting, and listens on 127.0.0.1 unless `host` is given.' },
  { name: 'data', kind: 'text', fallback: './data', words: 'The data folder. One process at a time may use it.' },
  { name: 'host', kind: 'text', fallback: '0.0.0.0', words: 'Address that HTTP listens on (127.0.0.1 in demo mode).' },
  { name: 'port', kind: 'port', fallback: '8080', words: 'Port of HTTP or HTTPS and of the sockets.' },
  { name: 'media-port', kind: 'port', fallback: '3478', words: 'First media port: worker i uses this + i, UDP and TCP.' },
  { name: 'media-workers', kind: 'count', fallback: 'auto', words: 'Media workers (threads). `auto`: one a core, at most eight.' },
  { name: 'roles', kind: 'list', fallback: 'server,media', words: 'What this process does: `server,media`, or `server` alone (no meetings).' },
  { name: 'public-url', kind: 'text', fallback: '', words: 'The address people type, for links in mail and invitations, for example `https://meet.example.com`. Without it: the address of the request, and `http://localhost:<port>` in mail.' },
  { name: 'media-addresses', kind: 'list', fallback: '', words: 'Addresses announced for media (NAT 1:1), separated by commas. Without it: every address of the host.' },
  { name: 'media-region', kind: 'text', fallback: 'us-east-1', words: 'Name of the region that this server’s media runs in, as accounts choose regions for their meetings (`eu-south-1`).' },
  { name: 'support-address', kind: 'text', fallback: '', words: 'Where support requests of the console are mailed to. Without it: the owner’s address.' },
  { name: 'tls-cert', kind: 'text', fallback: '', words: 'File with the TLS certificate chain (PEM). With `tls-key` the port speaks HTTPS; read again when the file changes.' },
  { name: 'tls-key', kind: 'text', fallback: '', words: 'File with the private key of `tls-cert` (PEM).' },
  { name: 'trusted-proxies', kind: 'list', fallback: '', words: 'Addresses or networks (CIDR) of reverse proxies whose `X-Forwarded-For` and `X-Forwarded-Proto` are believed.' },
  { name: 'database-url', kind: 'text', fallback: '', environment: 'DATABASE_URL', words: 'PostgreSQL 15 or newer, `postgres://user:password@host/database`. Without it: the embedded database in the data folder.' },
  { name: 'smtp-url', kind: 'text', fallback: '', words: 'Server for outgoing mail, `smtps://user:password@mail.example.com`. Without it mail is written into `<data>/mail`.' },
  { name: 'mail-from', kind: 'text', fallback: 'Carillon <carillon@localhost>', words: 'Sender of outgoing mail.' },
  { name: 'sign-up', kind: 'choice', fallback: 'invited', choices: ['open', 'invited', 'domains'], words: 'Who may sign up by themselves: anyone, invited people only, or addresses of claimed domains, whose people join that account at once.' },
  { name: 'dns-servers', kind: 'list', fallback: '', words: 'DNS servers that are asked for the records of claimed domains, addresses with or without a port (`192.0.2.53`, `127.0.0.1:5353`), separated by commas. Without it: the system’s.' },
  { name: 'push-private-addresses', kind: 'switch', fallback: 'false', words: 'Lets browsers name push services at private addresses and over plain HTTP: for a push service of your own, and for tests.' },
  { name: 'link-previews', kind: 'choice', fallback: 'on', choices: ['on', 'off'], words: 'Whether the server fetches title, description and picture of the first link in a message, and shows them below it.' },
  { name: 'preview-private-addresses', kind: 'switch', fallback: 'false', words: 'Lets link previews be fetched from private addresses and from any port: for an intranet whose pages everybody here may read, and for tests.' },
  { name: 'metrics-token', kind: 'text', fallback: '', words: 'Bearer token for `/metrics`. Without it only loopback may read them.' },
  { name: 's3-endpoint', kind: 'text', fallback: '', words: 'An outside object store that speaks S3, `https://s3.example.com`: trails are delivered there instead of into the embedded one. With `s3-access-key-id` and `s3-secret-access-key`.' },
  { name: 's3-region', kind: 'text', fallback: 'us-east-1', words: 'Region of the outside object store.' },
  { name: 's3-access-key-id', kind: 'text', fallback: '', words: 'Access key for the outside object store.' },
  { name: 's3-secret-access-key', kind: 'text', fallback: '', words: 'Its secret: give it in the environment or in the file, not as a flag.' },
  { name: 'bots-allow-hosts', kind: 'list', fallback: '', words: 'Names of hosts at private addresses that bots may have their HTTPS endpoints on, separated by commas (`bots.intranet.example`). Without it: public addresses alone.' },
  { name: 'bots-ca-file', kind: 'text', fallback: '', words: 'File with certificates (PEM) that are trusted for bots’ endpoints besides the public ones: of an authority of your own.' },
  { name: 'lambda-endpoint', kind: 'text', fallback: '', words: 'Where bots’ Lambda functions are called, `https://lambda.eu-south-1.amazonaws.com`, or a server that speaks its API. With `lambda-access-key-id` and `lambda-secret-access-key`; without them bots have HTTPS endpoints alone.' },
  { name: 'lambda-region', kind: 'text', fallback: 'us-east-1', words: 'Region that calls of Lambda are signed for.' },
  { name: 'lambda-access-key-id', kind: 'text', fallback: '', words: 'Access key for Lambda.' },
  { name: 'lambda-secret-access-key', kind: 'text', fallback: '', words: 'Its secret: give it in the environment or in the file, not as a flag.' },
  { name: 'secret-file', kind: 'text', fallback: '', words: 'File with the server’s secrets. Without it: `<data>/secrets/server.json`, made at the first start.' },
  { name: 'log-level', kind: 'choice', fallback: 'info', choices: ['debug', 'info', 'warn', 'error', 'silent'], words: 'What is logged, as JSON lines on standard error.' },
] as const satisfies readonly OptionText[];

export type OptionName = (typeof OPTIONS)[number]['name'];

export interface Config {
  readonly demo: boolean;
  readonly dataFolder: string;
  readonly host: string;
  readonly port: number;
  readonly mediaPort: number;
  readonly mediaWorkerCount: number;
  readonly roles: ReadonlySet<'server' | 'media'>;
  readonly publicUrl: string | undefined;
  readonly mediaAddresses: readonly string[];
  readonly mediaRegion: string;
  readonly supportAddress: string | undefined;
  readonly tls: { certFile: string; keyFile: string } | undefined;
  readonly trustedProxies: readonly string[];
  readonly databaseUrl: string | undefined;
  readonly smtpUrl: string | undefined;
  readonly mailFrom: string;
  readonly signUp: 'open' | 'invited' | 'domains';
  readonly dnsServers: readonly string[];
  readonly pushPrivateAddresses: boolean;
  readonly linkPreviews: boolean;
  readonly previewPrivateAddresses: boolean;
  readonly metricsToken: string | undefined;
  readonly s3: Outside | undefined;
  readonly botsAllowHosts: ReadonlySet<string>;
  /** PEM. */
  readonly botsCertificates: string | undefined;
  readonly lambda: Outside | undefined;
  readonly secretFile: string;
  readonly logLevel: string;
}

/** A service elsewhere that signed requests go to. */
export interface Outside {
  readonly endpoint: string;
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

/** A wrong option, told to whoever starts the program. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

const MEDIA_WORKERS_MAX = 8;
/** Known before the file is. */
const EARLY_OPTIONS: readonly OptionName[] = ['data', 'demo'];

/** Reads flags, environment and file. Throws ConfigError with a sentence that names the option. */
export function readConfig(args: readonly string[], environment: Readonly<Record<string, string | undefined>>): Config {
  const flags = parseFlags(args);
  const fromEnvironment = (option: OptionText) => environment[option.environment ?? environmentName(option.name)];
  const early = (name: OptionName) => flags[name] ?? fromEnvironment(optionOf(name));
  const demo = early('demo') === 'true';
  const dataFolder = resolve(early('data') ?? (demo ? './data-demo' : './data'));
  const file = readFile(join(dataFolder, 'carillon.json'));
  const text = (name: OptionName): string => flags[name] ?? fromEnvironment(optionOf(name)) ?? file[name] ?? optionOf(name).fallback;
  const given = (name: OptionName) => text(name) || undefined;
  const list = (name: OptionName) => text(name).split(',').map(part => part.trim()).filter(Boolean);
  const hostGiven = flags['host'] ?? fromEnvironment(optionOf('host')) ?? file['host'];

  return Object.freeze({
    demo,
    dataFolder,
    host: hostGiven ?? (demo ? '127.0.0.1' : optionOf('host').fallback),
    port: parsePort('port', text('port')),
    mediaPort: parsePort('media-port', text('media-port')),
    mediaWorkerCount: parseWorkers(text('media-workers')),
    roles: parseRoles(list('roles')),
    publicUrl: parsePublicUrl(given('public-url')),
    mediaAddresses: list('media-addresses'),
    mediaRegion: checkRegion(text('media-region')),
    supportAddress: given('support-address'),
    tls: parseTls(given('tls-cert'), given('tls-key')),
    trustedProxies: list('trusted-proxies').map(checkNetwork),
    databaseUrl: given('database-url'),
    smtpUrl: given('smtp-url'),
    mailFrom: text('mail-from'),
    signUp: parseChoice('sign-up', text('sign-up')) as Config['signUp'],
    dnsServers: list('dns-servers').map(checkDnsServer),
    pushPrivateAddresses: text('push-private-addresses') === 'true',
    linkPreviews: parseChoice('link-previews', text('link-previews')) === 'on',
    previewPrivateAddresses: text('preview-private-addresses') === 'true',
    metricsToken: given('metrics-token'),
    s3: parseOutside('s3', given('s3-endpoint'), text('s3-region'), given('s3-access-key-id'), given('s3-secret-access-key')),
    botsAllowHosts: new Set(list('bots-allow-hosts').map(checkHost)),
    botsCertificates: readCertificates(given('bots-ca-file')),
    lambda: parseOutside('lambda', given('lambda-endpoint'), text('lambda-region'), given('lambda-access-key-id'), given('lambda-secret-access-key')),
    secretFile: given('secret-file') ?? join(dataFolder, 'secrets', 'server.json'),
    logLevel: parseChoice('log-level', text('log-level')),
  });
}

/**
 * Where links in mail point to. Mail leaves later and elsewhere, so they never use the address of whoever asked: a
 * forged Host header must not get into a mail.
 */
export function publicOrigin(config: Pick<Config, 'publicUrl' | 'port' | 'tls'>): string {
  return config.publicUrl ?? `${config.tls ? 'https' : 'http'}://localhost:${config.port}`;
}

/** The option's name in the environment, where it has no usual other one. */
export function environmentName(option: string): string {
  return `CARILLON_${option.replaceAll('-', '_').toUpperCase()}`;
}

function optionOf(name: OptionName): OptionText {
  // The table is a constant, so the name is always in it.
  return OPTIONS.find(option => option.name === name)!;
}

function parseFlags(args: readonly string[]): Partial<Record<string, string>> {
  const options = Object.fromEntries(OPTIONS.map(option => [option.name, { type: option.kind === 'switch' ? ('boolean' as const) : ('string' as const) }]));
  try {
    const { values } = parseArgs({ args: [...args], options, strict: true, allowPositionals: false });
    return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, String(value)]));
  } catch (error) {
    throw new ConfigError(`${(error as Error).message} The options are in docs/configuration.md.`);
  }
}

function readFile(path: string): Partial<Record<string, string>> {
  if (!existsSync(path)) return {};
  let parsed: unknown;
  try {
    parsed = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new ConfigError(`${path} is not valid JSON: ${(error as Error).message}`);
  }
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) throw new ConfigError(`${path} must hold one JSON object.`);
  const known = new Set<string>(OPTIONS.map(option => option.name));
  const unknown = Object.keys(parsed).find(key => !known.has(key));
  if (unknown !== undefined) throw new ConfigError(`${path} has the unknown option "${unknown}". The options are in docs/configuration.md.`);
  const early = EARLY_OPTIONS.find(name => name in parsed);
  if (early !== undefined) throw new ConfigError(`${path} cannot set "${early}", which decides where this file is. Give it as a flag or in the environment.`);
  return Object.fromEntries(Object.entries(parsed).map(([key, value]) => [key, Array.isArray(value) ? value.join(',') : String(value)]));
}

function parsePort(name: OptionName, text: string): number {
  const port = Number(text);
  // Port 0 asks the system for a free one: tests use it.
  if (!/^\d+$/.test(text) || port > 65_535) throw new ConfigError(`"${text}" is no port: --${name} takes a number from 0 to 65535.`);
  return port;
}

function parseWorkers(text: string): number {
  if (text === 'auto') return Math.min(MEDIA_WORKERS_MAX, availableParallelism());
  const count = Number(text);
  if (!Number.isInteger(count) || count < 1 || count > 64) throw new ConfigError(`--media-workers takes "auto" or a number from 1 to 64, not "${text}".`);
  return count;
}

function parseRoles(roles: readonly string[]): Config['roles'] {
  const wrong = roles.find(role => role !== 'server' && role !== 'media');
  if (wrong !== undefined || roles.length === 0) throw new ConfigError(`--roles takes "server", "media" or both, separated by a comma${wrong ? `, not "${wrong}"` : ''}.`);
  if (!roles.includes('server')) throw new ConfigError('A process with the media role alone needs a bus between nodes, which this version does not have. Use --roles server,media.');
  return new Set(roles as ('server' | 'media')[]);
}

function checkRegion(text: string): string {
  if (!/^[a-z]{2,3}(-[a-z]+)+-\d$/.test(text)) throw new ConfigError(`--media-region takes a name such as eu-south-1, not "${text}".`);
  return text;
}

function parsePublicUrl(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  if (!URL.canParse(text) || !/^https?:$/.test(new URL(text).protocol)) throw new ConfigError(`--public-url takes an address such as https://meet.example.com, not "${text}".`);
  return new URL(text).origin;
}

function parseTls(certFile: string | undefined, keyFile: string | undefined): Config['tls'] {
  if (certFile === undefined && keyFile === undefined) return undefined;
  if (certFile === undefined || keyFile === undefined) throw new ConfigError('--tls-cert and --tls-key go together.');
  return { certFile: resolve(certFile), keyFile: resolve(keyFile) };
}

function parseOutside(service: 's3' | 'lambda', endpoint: string | undefined, region: string, accessKeyId: string | undefined, secretAccessKey: string | undefined): Outside | undefined {
  if (endpoint === undefined && accessKeyId === undefined && secretAccessKey === undefined) return undefined;
  if (endpoint === undefined || accessKeyId === undefined || secretAccessKey === undefined) throw new ConfigError(`--${service}-endpoint, --${service}-access-key-id and --${service}-secret-access-key go together.`);
  if (!URL.canParse(endpoint) || !/^https?:$/.test(new URL(endpoint).protocol)) throw new ConfigError(`--${service}-endpoint takes an address such as https://${service}.example.com, not "${endpoint}".`);
  return { endpoint, region, accessKeyId, secretAccessKey };
}

function checkHost(entry: string): string {
  const host = URL.canParse(`https://${entry}/`) ? new URL(`https://${entry}/`).host : undefined;
  if (host === undefined || host !== entry.toLowerCase()) throw new ConfigError(`--bots-allow-hosts takes names of hosts such as bots.intranet.example, not "${entry}".`);
  return host;
}

function readCertificates(path: string | undefined): string | undefined {
  if (path === undefined) return undefined;
  if (!existsSync(path)) throw new ConfigError(`--bots-ca-file names ${path}, which is not there.`);
  const text = readFileSync(path, 'utf8');
  if (!text.includes('-----BEGIN CERTIFICATE-----')) throw new ConfigError(`${path}, which --bots-ca-file names, holds no certificate.`);
  return text;
}

function checkNetwork(entry: string): string {
  const [address = '', bits, ...more] = entry.split('/');
  const family = isIP(address);
  const width = family === 6 ? 128 : 32;
  const valid = family !== 0 && more.length === 0 && (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= width));
  if (!valid) throw new ConfigError(`--trusted-proxies takes addresses or networks such as 10.0.0.0/8, not "${entry}".`);
  return entry;
}

function checkDnsServer(entry: string): string {
  const [, address = '', port] = /^\[?(.*?)\]?(?::(\d{1,5}))?$/.exec(isIP(entry) === 6 ? `[${entry}]` : entry) ?? [];
  if (isIP(address) === 0 || (port !== undefined && (Number(port) < 1 || Number(port) > 65_535))) throw new ConfigError(`--dns-servers takes addresses such as 192.0.2.53 or 127.0.0.1:5353, not "${entry}".`);
  return entry;
}

function parseChoice(name: OptionName, text: string): string {
  const { choices } = optionOf(name);
  if (!choices?.includes(text)) throw new ConfigError(`--${name} takes ${choices?.join(', ')}, not "${text}".`);
  return text;
}
