import { lookup, type LookupAddress } from 'node:dns';
import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { isPublicAddress } from './public-address.js';

const TIMEOUT_MS = 10_000;

export interface OutsidePost {
  headers: Readonly<Record<string, string>>;
  body: Buffer;
  /** Lets the address be a private one, and plain HTTP do. */
  privateAddresses: boolean;
}

/**
 * Posts to an address that somebody outside named, and gives the status. Only HTTPS to public addresses: a name is resolved once, judged, and that very
 * address is connected to. No redirect is followed, nothing of the answer is read. Throws when it is not allowed or nobody answers within ten seconds.
 */
export function postOutside(address: string, { headers, body, privateAddresses }: OutsidePost): Promise<number> {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  const allowed = url !== undefined && url.username === '' && url.password === '' && (url.protocol === 'https:' || (privateAddresses && url.protocol === 'http:'));
  const host = url?.hostname.replace(/^\[|\]$/g, '') ?? '';
  if (!allowed || (isIP(host) !== 0 && !privateAddresses && !isPublicAddress(host))) return Promise.reject(new Error('A request to this address is not allowed.'));
  return new Promise((resolve, reject) => {
    const request = (url.protocol === 'https:' ? requestHttps : requestHttp)(url, {
      method: 'POST', headers: { ...headers, 'content-length': body.length }, signal: AbortSignal.timeout(TIMEOUT_MS), ...(privateAddresses ? {} : { lookup: lookupPublic }),
    });
    request.once('error', reject);
    request.once('response', response => {
      response.once('error', () => undefined);
      response.destroy();
      resolve(response.statusCode ?? 0);
    });
    request.end(body);
  });
}

/** One inner address among several is reason enough to refuse: the next answer could be that one. */
const lookupPublic: LookupFunction = (host, options, done) => {
  lookup(host, { ...options, all: true }, (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => {
    const [first] = addresses ?? [];
    if (error !== null || first === undefined) return done(error ?? new Error('The name has no address.'), []);
    if (!addresses.every(each => isPublicAddress(each.address))) return done(new Error('A request to this address is not allowed.'), []);
    if (options.all) done(null, addresses);
    else done(null, first.address, first.family);
  });
};
