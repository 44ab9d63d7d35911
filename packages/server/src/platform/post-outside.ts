import { request as requestHttp, type IncomingMessage } from 'node:http';
import { request as requestHttps } from 'node:https';
import { rootCertificates } from 'node:tls';
import { checkOutsideAddress, lookupOutside, type OutsideRules, type Resolve } from './outside-address.js';

const TIMEOUT_MS = 10_000;
const HEADER_BYTES_MAX = 16 * 1024;

export interface OutsidePost {
  headers: Readonly<Record<string, string>>;
  body: Buffer;
  /** Lets the address be a private one. */
  privateAddresses: boolean;
  /** Lets it be plain HTTP. */
  plainHttp?: boolean;
  /** For all of it: name, connection, answer. */
  timeoutMs?: number;
  /** How much of the answer is wanted; without it nothing of it is read. */
  answerBytesMax?: number;
  /** Certificates that are trusted besides the public ones, PEM. */
  certificates?: string | undefined;
  stopping?: AbortSignal;
  resolve?: Resolve;
}

export interface OutsideReply {
  readonly status: number;
  /** In lower case, without parameters; empty without one. */
  readonly contentType: string;
  readonly bytes: Buffer;
}

/** The answer is larger than was agreed upon. */
export class OutsideAnswerTooLarge extends Error {
  override readonly name = 'OutsideAnswerTooLarge';
}

/**
 * Posts to an address that somebody outside named. Only HTTPS to public addresses: a name is resolved once, judged, and that very address is connected to.
 * No redirect is followed. Rejects with OutsideNotAllowed, OutsideAnswerTooLarge, and other errors when nobody answers within the time.
 */
export async function postOutside(address: string, post: OutsidePost): Promise<OutsideReply> {
  const { headers, body, privateAddresses, plainHttp = false, timeoutMs = TIMEOUT_MS, stopping } = post;
  const rules: OutsideRules = { protocols: plainHttp ? ['https:', 'http:'] : ['https:'], privateAddresses, usualPorts: false };
  const url = checkOutsideAddress(address, rules);
  const deadline = AbortSignal.timeout(timeoutMs);
  return new Promise((resolve, reject) => {
    const request = (url.protocol === 'https:' ? requestHttps : requestHttp)(url, {
      method: 'POST', headers: { ...headers, 'content-length': body.length }, signal: stopping ? AbortSignal.any([deadline, stopping]) : deadline, lookup: lookupOutside(rules, post.resolve),
      // A connection of its own: nothing of one address reaches the next.
      agent: false, maxHeaderSize: HEADER_BYTES_MAX, ...(post.certificates !== undefined && { ca: [...rootCertificates, post.certificates] }),
    });
    request.once('error', reject);
    request.once('response', response => void readReply(response, post.answerBytesMax).then(resolve, reject));
    request.end(body);
  });
}

async function readReply(response: IncomingMessage, bytesMax: number | undefined): Promise<OutsideReply> {
  const chunks: Buffer[] = [];
  let left = bytesMax ?? 0;
  try {
    if (bytesMax === undefined) response.on('error', () => undefined);
    else {
      for await (const chunk of response as AsyncIterable<Buffer>) {
        left -= chunk.length;
        if (left < 0) throw new OutsideAnswerTooLarge(`The answer has more than ${bytesMax} bytes.`);
        chunks.push(chunk);
      }
    }
  } finally {
    response.destroy();
  }
  const [kind = ''] = (response.headers['content-type'] ?? '').split(';');
  return { status: response.statusCode ?? 0, contentType: kind.trim().toLowerCase(), bytes: Buffer.concat(chunks) };
}
