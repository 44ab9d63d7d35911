import type { NetworkInterfaceInfo } from 'node:os';
import type { LocalCandidate } from '../transport/types.js';
import { isLinkLocal, parseAddress } from './address.js';

/** RFC 8445 5.1.2.2 recommends 126 for hosts; RFC 6544 4.2 wants TCP below every UDP candidate. */
const UDP_TYPE_PREFERENCE = 126;
const TCP_TYPE_PREFERENCE = 90;
const TCP_PASSIVE_PREFERENCE = 4;
/** Each costs the browser a pair for each of its own addresses. */
const ADDRESSES_MAX = 8;

export interface CandidateSources {
  readonly announcedAddresses: readonly string[];
  readonly interfaces: Readonly<Record<string, readonly NetworkInterfaceInfo[] | undefined>>;
  readonly includeLoopback: boolean;
  readonly port: number;
  /** Whether the sockets of this family could be opened. */
  readonly ipv6: boolean;
}

/** Our candidates, best first: of every address one for UDP and one for TCP (passive). */
export function gatherCandidates(sources: CandidateSources): LocalCandidate[] {
  const addresses = chooseAddresses(sources);
  return [
    ...addresses.map((address, i): LocalCandidate => ({ protocol: 'udp', address, port: sources.port, priority: priority(UDP_TYPE_PREFERENCE, 0xffff - i) })),
    ...addresses.map((address, i): LocalCandidate => ({
      protocol: 'tcp', address, port: sources.port, priority: priority(TCP_TYPE_PREFERENCE, (TCP_PASSIVE_PREFERENCE << 13) + 0x1fff - i),
    })),
  ];
}

function chooseAddresses(sources: CandidateSources): string[] {
  const own = Object.values(sources.interfaces).flatMap(list => list ?? []).filter(({ internal }) => !internal).map(({ address }) => address);
  const chosen = sources.announcedAddresses.length > 0 ? [...sources.announcedAddresses] : own;
  if (sources.includeLoopback) chosen.unshift('127.0.0.1', '::1');
  const usable = chosen.filter(text => {
    const address = parseAddress(text);
    return address !== undefined && !isLinkLocal(address) && (address.length === 4 || sources.ipv6);
  });
  return [...new Set(usable)].slice(0, ADDRESSES_MAX);
}

/** RFC 8445 5.1.2.1, for component 1. */
function priority(typePreference: number, localPreference: number): number {
  return typePreference * 2 ** 24 + localPreference * 2 ** 8 + 255;
}
