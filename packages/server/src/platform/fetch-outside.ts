import { request as requestHttp, type IncomingMessage } from 'node:http';
import { request as requestHttps } from 'node:https';
import { Transform, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { checkOutsideAddress, lookupOutside, OutsideNotAllowed, type OutsideRules, type Resolve } from './outside-address.js';

export const REDIRECTS_MAX = 5;
const TIMEOUT_MS = 10_000;
const HEADER_BYTES_MAX = 16 * 1024;
const USER_AGENT = 'Carillon/0.1 (link preview)';
const REDIRECTS = new Set([301, 302, 303, 307, 308]);
/** An answer that may be another one in a minute. */
const PASSING = new Set([408, 425, 429]);

/** How much of a kind of answer is wanted. Of what is not wanted whole the beginning is enough. */
export interface OutsideLimit {
  readonly bytesMax: number;
  readonly whole: boolean;
}

export interface OutsideFetch {
  readonly accept: string;
  /** By the kind that the answer says it is, in lower case and without parameters; undefined for kinds that are not read at all. */
  limitOf(contentType: string): OutsideLimit | undefined;
  readonly privateAddresses: boolean;
  readonly stopping?: AbortSignal;
  /** For all of it, redirects included. */
  readonly timeoutMs?: number;
  readonly resolve?: Resolve;
}

export interface OutsideAnswer {
  /** Where the last redirect led. */
  readonly address: URL;
  readonly contentType: string;
  /** As the answer says it. */
  readonly charset: string | undefined;
  readonly bytes: Buffer;
}

/** What is there is nothing for us, and will not be in a minute either. */
export class OutsideUnwanted extends Error {
  override readonly name = 'OutsideUnwanted';
}

/**
 * Gets what an address holds that somebody outside named. Only http and https on their own ports at public addresses, each redirect judged anew (five at most, never from https
 * to http); no cookies, no Referer; the bounds count what is unpacked. Rejects with OutsideNotAllowed, with OutsideUnwanted when there is nothing of the wanted kinds, and with
 * other errors when it may go better another time.
 */
export async function fetchOutside(address: string, wanted: OutsideFetch): Promise<OutsideAnswer> {
  const { privateAddresses, stopping, timeoutMs = TIMEOUT_MS } = wanted;
  const rules: OutsideRules = { protocols: ['https:', 'http:'], privateAddresses, usualPorts: true };
  const deadline = AbortSignal.timeout(timeoutMs);
  const signal = stopping ? AbortSignal.any([deadline, stopping]) : deadline;
  let url = checkOutsideAddress(address, rules);
  for (let redirects = 0; ; redirects++) {
    const response = await ask(url, wanted, rules, signal);
    const target = redirectOf(response);
    if (target === undefined) return readAnswer(url, response, wanted, signal);
    response.destroy();
    if (redirects === REDIRECTS_MAX) throw new OutsideUnwanted('There are too many redirects.');
    url = follow(url, target, rules);
  }
}

function follow(from: URL, target: string, rules: OutsideRules): URL {
  if (!URL.canParse(target, from.href)) throw new OutsideUnwanted('A redirect leads nowhere.');
  const to = checkOutsideAddress(new URL(target, from).href, rules);
  if (from.protocol === 'https:' && to.protocol !== 'https:') throw new OutsideNotAllowed();
  return to;
}

function ask(url: URL, { accept, resolve }: OutsideFetch, rules: OutsideRules, signal: AbortSignal): Promise<IncomingMessage> {
  return new Promise((done, reject) => {
    const request = (url.protocol === 'https:' ? requestHttps : requestHttp)(url, {
      // A connection of its own: nothing of one address reaches the next.
      agent: false, signal, maxHeaderSize: HEADER_BYTES_MAX, lookup: lookupOutside(rules, resolve),
      headers: { accept, 'accept-encoding': 'gzip, br', 'user-agent': USER_AGENT },
    });
    request.once('error', reject);
    request.once('response', response => {
      // Whoever reads it hears of errors from the pipeline; whoever does not, need not.
      response.on('error', () => undefined);
      done(response);
    });
    request.end();
  });
}

function redirectOf(response: IncomingMessage): string | undefined {
  return REDIRECTS.has(response.statusCode ?? 0) ? response.headers.location : undefined;
}

async function readAnswer(address: URL, response: IncomingMessage, { limitOf }: OutsideFetch, signal: AbortSignal): Promise<OutsideAnswer> {
  try {
    const status = response.statusCode ?? 0;
    if (status >= 500 || PASSING.has(status)) throw new Error(`The server answered ${status}.`);
    if (status !== 200) throw new OutsideUnwanted(`The server answered ${status}.`);
    const [kind = '', ...parameters] = (response.headers['content-type'] ?? '').split(';');
    const contentType = kind.trim().toLowerCase();
    const limit = limitOf(contentType);
    if (!limit) throw new OutsideUnwanted('The answer is of another kind.');
    if (limit.whole && Number(response.headers['content-length'] ?? 0) > limit.bytesMax) throw new OutsideUnwanted('The answer is too large.');
    return { address, contentType, charset: charsetOf(parameters), bytes: await readBody(response, limit, signal) };
  } finally {
    response.destroy();
  }
}

function charsetOf(parameters: readonly string[]): string | undefined {
  const found = parameters.map(each => each.trim().split('=')).find(([name]) => name?.toLowerCase() === 'charset');
  return found?.[1]?.replaceAll('"', '').trim();
}

function decoderOf(encoding: string | undefined): Transform | undefined {
  switch ((encoding ?? '').trim().toLowerCase()) {
    case '': case 'identity': return undefined;
    case 'gzip': case 'x-gzip': return createGunzip();
    case 'br': return createBrotliDecompress();
    case 'deflate': return createInflate();
    default: throw new OutsideUnwanted('The answer is packed in a way we do not read.');
  }
}

/** At most `bytesMax`, packed and unpacked; a bomb is cut where it crosses the bound. */
async function readBody(response: IncomingMessage, { bytesMax, whole }: OutsideLimit, signal: AbortSignal): Promise<Buffer> {
  const decoder = decoderOf(response.headers['content-encoding']);
  const sink = new Collector(bytesMax);
  try {
    // What is packed into nothing at all, without an end, is counted too.
    await (decoder ? pipeline(response, new Counter(bytesMax), decoder, sink, { signal }) : pipeline(response, sink, { signal }));
  } catch (error) {
    if (!(error instanceof BoundReached)) throw error;
    if (whole) throw new OutsideUnwanted('The answer is too large.');
  }
  return sink.bytes;
}

class BoundReached extends Error {}

class Counter extends Transform {
  #left: number;

  constructor(bytesMax: number) {
    super();
    this.#left = bytesMax;
  }

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: (error: Error | null, chunk?: Buffer) => void): void {
    this.#left -= chunk.length;
    if (this.#left < 0) done(new BoundReached());
    else done(null, chunk);
  }
}

class Collector extends Writable {
  readonly #chunks: Buffer[] = [];
  #left: number;

  constructor(bytesMax: number) {
    super();
    this.#left = bytesMax;
  }

  get bytes(): Buffer {
    return Buffer.concat(this.#chunks);
  }

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: (error?: Error | null) => void): void {
    this.#chunks.push(chunk.subarray(0, this.#left));
    this.#left -= chunk.length;
    done(this.#left < 0 ? new BoundReached() : null);
  }
}
