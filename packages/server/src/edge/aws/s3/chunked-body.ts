import { createHash, timingSafeEqual } from 'node:crypto';
import { ApiError, badRequest } from '@carillon/kernel/errors.js';
import { sha256Hex } from '../canonical-request.js';

/**
 * Bodies in chunks of AWS's own (`aws-chunked`): a size in hex, with a signature where chunks are signed, the bytes, and after
 * an empty chunk the trailers. Each signature covers the one before, so that no chunk can be left out or moved.
 */
const LINE_BYTES_MAX = 1_024;
const TRAILERS_MAX = 10;
const EMPTY_HASH = sha256Hex('');

export interface ChunkSigning {
  /** The request's own signature. */
  readonly seed: string;
  /** Hex of the HMAC over a chunk's or the trailers' string to sign: the part behind the first line, and which first line. */
  sign(kind: 'PAYLOAD' | 'TRAILER', before: string, hashes: string): string;
}

export interface Chunked {
  readonly content: AsyncGenerator<Uint8Array>;
  /** Filled when the content has been read to its end; names in lower case. */
  readonly trailers: ReadonlyMap<string, string>;
}

/** Takes the chunks apart. `trailed`: trailers follow, signed where chunks are. What does not fit is refused while it is read. */
export function decodeChunks(source: AsyncIterable<Uint8Array>, signing: ChunkSigning | undefined, trailed: boolean): Chunked {
  const trailers = new Map<string, string>();
  return { content: read(new Pieces(source), signing, trailed, trailers), trailers };
}

async function* read(from: Pieces, signing: ChunkSigning | undefined, trailed: boolean, trailers: Map<string, string>): AsyncGenerator<Uint8Array> {
  let signature = signing?.seed ?? '';
  for (let size = -1; size !== 0;) {
    const header = parseHeader(await from.line(), signing !== undefined);
    size = header.size;
    const hash = signing && createHash('sha256');
    for await (const piece of from.bytes(size)) {
      hash?.update(piece);
      yield piece;
    }
    // The empty chunk's own line end is that of the whole body, behind the trailers.
    if (size > 0) await from.lineEnd();
    if (!signing || !hash) continue;
    checkSigned(signing.sign('PAYLOAD', signature, `${EMPTY_HASH}\n${hash.digest('hex')}`), header.signature);
    signature = header.signature;
  }
  if (trailed) await readTrailers(from, signing, signature, trailers);
  else await from.lineEnd();
  await from.end();
}

async function readTrailers(from: Pieces, signing: ChunkSigning | undefined, before: string, trailers: Map<string, string>): Promise<void> {
  let signed: string | undefined;
  for (;;) {
    const line = await from.line();
    if (line === '') break;
    const at = line.indexOf(':');
    const [name, value] = [line.slice(0, Math.max(at, 0)).trim().toLowerCase(), line.slice(at + 1).trim()];
    if (at <= 0 || trailers.has(name) || trailers.size >= TRAILERS_MAX) throw malformedTrailer();
    if (name === 'x-amz-trailer-signature') signed = value;
    else if (signed === undefined) trailers.set(name, value);
    else throw malformedTrailer();
  }
  if (!signing) return;
  const canonical = [...trailers].map(([name, value]) => `${name}:${value}\n`).join('');
  checkSigned(signing.sign('TRAILER', before, sha256Hex(canonical)), signed ?? '');
}

function parseHeader(line: string, signed: boolean): { size: number; signature: string } {
  const match = /^([0-9a-fA-F]{1,10})(?:;chunk-signature=([0-9a-f]{64}))?$/.exec(line);
  if (!match || (match[2] !== undefined) !== signed) throw incomplete('A chunk does not begin with its size.');
  return { size: Number.parseInt(match[1]!, 16), signature: match[2] ?? '' };
}

function checkSigned(expected: string, actual: string): void {
  if (expected.length !== actual.length || !timingSafeEqual(Buffer.from(expected), Buffer.from(actual))) throw new ApiError('Forbidden', 'The signature of a chunk or of the trailers does not match.', { reason: 'SignatureDoesNotMatch' });
}

function incomplete(why: string): ApiError {
  return badRequest(why, 'IncompleteBody');
}

export function malformedTrailer(): ApiError {
  return badRequest('The request contained trailing data that was not well-formed or did not conform to our published schema.', 'MalformedTrailerError');
}

/** Lines and counted bytes out of pieces of any size; holds one piece and a part of a line. */
class Pieces {
  readonly #source: AsyncIterator<Uint8Array>;
  #held: Buffer = Buffer.alloc(0);

  constructor(source: AsyncIterable<Uint8Array>) {
    this.#source = source[Symbol.asyncIterator]();
  }

  /** Up to CR LF, without it. */
  async line(): Promise<string> {
    for (;;) {
      const at = this.#held.indexOf('\r\n');
      if (at > LINE_BYTES_MAX || (at < 0 && this.#held.length > LINE_BYTES_MAX)) throw incomplete('A line of the body is too long.');
      if (at >= 0) {
        const line = this.#held.toString('latin1', 0, at);
        this.#held = this.#held.subarray(at + 2);
        return line;
      }
      const more = await this.#next();
      if (!more) throw incomplete('You did not provide the number of bytes specified by the Content-Length HTTP header');
      this.#held = Buffer.concat([this.#held, more]);
    }
  }

  async lineEnd(): Promise<void> {
    if ((await this.line()) !== '') throw incomplete('A chunk is longer than its size.');
  }

  async *bytes(count: number): AsyncGenerator<Uint8Array> {
    let left = count;
    while (left > 0) {
      if (this.#held.length === 0) this.#held = (await this.#next()) ?? this.#held;
      if (this.#held.length === 0) throw incomplete('You did not provide the number of bytes specified by the Content-Length HTTP header');
      const piece = this.#held.subarray(0, left);
      this.#held = this.#held.subarray(piece.length);
      left -= piece.length;
      yield piece;
    }
  }

  /** Nothing follows. */
  async end(): Promise<void> {
    if (this.#held.length > 0 || (await this.#next())) throw incomplete('Something follows the last chunk.');
  }

  /** Undefined at the end; never empty. */
  async #next(): Promise<Buffer | undefined> {
    for (;;) {
      const { value, done } = await this.#source.next();
      if (done) return undefined;
      const piece = value as Uint8Array;
      if (piece.length > 0) return Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength);
    }
  }
}
