import { isIPv6, BlockList, isIP } from 'node:net';
import type { IncomingMessage } from 'node:http';
import type { Config } from '../config.js';

/**
 * Where a request came from and where it went, as far as the trusted proxies say (`X-Forwarded-*` is believed from them
 * alone).
 */
export interface RequestOrigin {
  /** The client's address, without a zone. */
  address: string;
  /** `https://meet.example.com`, what links of the answer begin with. */
  origin: string;
  secure: boolean;
}

const HOST = /^[a-z0-9.-]+(:\d{1,5})?$|^\[[0-9a-f:.]+\](:\d{1,5})?$/i;

/** Reads origins as the configuration says whom to believe. */
export function createOriginReader(config: Pick<Config, 'trustedProxies' | 'tls' | 'publicUrl'>): (request: IncomingMessage) => RequestOrigin {
  const trusted = blockListOf(config.trustedProxies);
  return request => {
    const peer = plainAddress(request.socket.remoteAddress ?? '');
    const proxied = peer !== '' && trusted.check(peer, isIPv6(peer) ? 'ipv6' : 'ipv4');
    const address = proxied ? clientBehind(request, trusted, peer) : peer;
    const forwardedProto = proxied ? String(request.headers['x-forwarded-proto'] ?? '').split(',')[0]?.trim() : '';
    const secure = config.tls !== undefined || forwardedProto === 'https' || (config.publicUrl?.startsWith('https:') ?? false);
    const host = HOST.test(request.headers.host ?? '') ? request.headers.host : 'localhost';
    return { address, secure, origin: config.publicUrl ?? `${secure ? 'https' : 'http'}://${host}` };
  };
}

const USER_AGENT_LENGTH_MAX = 400;

/** What a client says it is, as far as the record keeps it. */
export function userAgentOf(request: Pick<IncomingMessage, 'headers'>): string {
  return String(request.headers['user-agent'] ?? '').slice(0, USER_AGENT_LENGTH_MAX);
}

const CHAIN_MAX = 20;

/** The last address of the chain that no trusted proxy wrote for itself. */
function clientBehind(request: IncomingMessage, trusted: BlockList, peer: string): string {
  // Proxies append, so what they wrote stands at the end; what stands before it may be anybody's.
  const chain = String(request.headers['x-forwarded-for'] ?? '').split(',').slice(-CHAIN_MAX).map(part => plainAddress(part.trim())).filter(part => isIP(part) !== 0);
  return chain.reverse().find(address => !trusted.check(address, isIPv6(address) ? 'ipv6' : 'ipv4')) ?? peer;
}

/** `config.ts` has checked the entries. */
function blockListOf(list: readonly string[]): BlockList {
  const networks = new BlockList();
  for (const entry of list) {
    const [address = '', bits] = entry.split('/');
    const family = isIPv6(address) ? 'ipv6' : 'ipv4';
    if (bits === undefined) networks.addAddress(address, family);
    else networks.addSubnet(address, Number(bits), family);
  }
  return networks;
}

/** IPv4 in IPv6 (`::ffff:10.0.0.1`) becomes IPv4, so that one client has one address. */
function plainAddress(address: string): string {
  return /^::ffff:\d+\./i.test(address) ? address.slice(7) : (address.split('%')[0] ?? '');
}
