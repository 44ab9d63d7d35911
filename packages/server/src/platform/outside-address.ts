import { lookup, type LookupAddress } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import { isPublicAddress } from './public-address.js';

/** What is asked of an address that somebody outside named, before a request of ours goes there. */
export interface OutsideRules {
  readonly protocols: readonly ('https:' | 'http:')[];
  /** Lets the address be a private one, on any port. */
  readonly privateAddresses: boolean;
  /** Only 443 and 80: whoever names the address must not make us knock at other doors. */
  readonly usualPorts: boolean;
}

/** All addresses of a name, as `dns.lookup` gives them. */
export type Resolve = (host: string, done: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void) => void;

/** The address is not one that a request of ours may go to. Asking again would be refused again. */
export class OutsideNotAllowed extends Error {
  override readonly name = 'OutsideNotAllowed';

  constructor() {
    super('A request to this address is not allowed.');
  }
}

/** The address, parsed. Throws OutsideNotAllowed for other protocols, names with a password, other ports, and numbers of private networks in any writing. */
export function checkOutsideAddress(address: string, rules: OutsideRules): URL {
  // The parser of the URL standard makes one form of all writings of a number: decimal, octal, hexadecimal, mapped.
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url === undefined || url.username !== '' || url.password !== '' || !rules.protocols.some(protocol => protocol === url.protocol)) throw new OutsideNotAllowed();
  if (rules.privateAddresses) return url;
  // The parser leaves the usual port out.
  if (rules.usualPorts && url.port !== '') throw new OutsideNotAllowed();
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (host === '' || (isIP(host) !== 0 && !isPublicAddress(host))) throw new OutsideNotAllowed();
  return url;
}

const resolveAll: Resolve = (host, done) => lookup(host, { all: true }, done);

/**
 * A lookup for requests: the name is resolved once, every answer is judged, and what was judged is connected to, so that a second answer has no chance.
 * One inner address among several is reason enough to refuse: the next answer could be that one.
 */
export function lookupOutside(rules: OutsideRules, resolve: Resolve = resolveAll): LookupFunction {
  return (host, options, done) => {
    resolve(host, (error, addresses) => {
      const [first] = addresses ?? [];
      if (error !== null || first === undefined) return done(error ?? new Error('The name has no address.'), []);
      if (!rules.privateAddresses && !addresses.every(each => isPublicAddress(each.address))) return done(new OutsideNotAllowed(), []);
      if (options.all) done(null, addresses);
      else done(null, first.address, first.family);
    });
  };
}
