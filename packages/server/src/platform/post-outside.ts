import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { checkOutsideAddress, lookupOutside, type OutsideRules } from './outside-address.js';

const TIMEOUT_MS = 10_000;

export interface OutsidePost {
  headers: Readonly<Record<string, string>>;
  body: Buffer;
  /** Lets the address be a private one, and plain HTTP do. */
  privateAddresses: boolean;
}

/**
 * Posts to an address that somebody outside named, and gives the status. Only HTTPS to public addresses: a name is resolved once, judged, and that very
 * address is connected to. No redirect is followed, nothing of the answer is read. Rejects when it is not allowed or nobody answers within ten seconds.
 */
export async function postOutside(address: string, { headers, body, privateAddresses }: OutsidePost): Promise<number> {
  const rules: OutsideRules = { protocols: privateAddresses ? ['https:', 'http:'] : ['https:'], privateAddresses, usualPorts: false };
  const url = checkOutsideAddress(address, rules);
  return new Promise((resolve, reject) => {
    const request = (url.protocol === 'https:' ? requestHttps : requestHttp)(url, {
      method: 'POST', headers: { ...headers, 'content-length': body.length }, signal: AbortSignal.timeout(TIMEOUT_MS), lookup: lookupOutside(rules),
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
