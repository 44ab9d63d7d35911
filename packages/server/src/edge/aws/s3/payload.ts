import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { ApiError, badRequest } from '@carillon/kernel/errors.js';
import { CHECKSUM_ALGORITHMS, isChecksum } from '../../../buckets/checksums.js';
import { OBJECT_BYTES_MAX, type ChecksumAlgorithm } from '../../../buckets/model.js';
import { checkDigests, type Upload } from '../../../buckets/store-bytes.js';
import { sha256Hex } from '../canonical-request.js';
import { UNSIGNED_PAYLOAD } from '../sigv4.js';
import { decodeChunks, malformedTrailer, type ChunkSigning } from './chunked-body.js';

const EMPTY_HASH = sha256Hex('');
const STREAMED = new Map([
  ['STREAMING-UNSIGNED-PAYLOAD-TRAILER', { signed: false, trailed: true }],
  ['STREAMING-AWS4-HMAC-SHA256-PAYLOAD', { signed: true, trailed: false }],
  ['STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER', { signed: true, trailed: true }],
]);

/** A header, or where a presigned address carries it, the parameter of its name. */
export type HeaderReader = (name: string) => string | undefined;

/** What the sender says the body is: its hash, that it says nothing, or in what chunks it comes. */
export function checkStated(stated: string | undefined): string {
  if (stated === undefined) throw badRequest('Missing required header for this request: x-amz-content-sha256', 'InvalidRequest');
  if (!/^[0-9a-f]{64}$/.test(stated) && stated !== UNSIGNED_PAYLOAD && !STREAMED.has(stated)) throw badRequest('x-amz-content-sha256 must be UNSIGNED-PAYLOAD, a STREAMING value, or a valid sha256 value.', 'InvalidArgument');
  return stated;
}

export interface Body {
  readonly stated: string;
  /** How chunks are signed, where whoever sends them can. */
  readonly chunkSigning: ChunkSigning | undefined;
  readonly header: HeaderReader;
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}

/** For requests without a body: that the hash is that of nothing. */
export function checkNoBody({ stated }: Body): void {
  if (/^[0-9a-f]{64}$/.test(stated) && stated !== EMPTY_HASH) throw new ApiError('BadRequest', 'The provided \'x-amz-content-sha256\' header does not match what was computed.', { reason: 'XAmzContentSHA256Mismatch' });
}

/**
 * The body as bytes to store. Nothing is read before somebody asks for the first piece, and with `Expect: 100-continue` the client
 * sends none before. Length, hash, signatures of chunks and checksums are compared while it passes.
 */
export function uploadOf(body: Body): Upload {
  const { stated, header } = body;
  const streamed = STREAMED.get(stated);
  const bytes = lengthOf(header(streamed ? 'x-amz-decoded-content-length' : 'content-length'));
  const named = namedChecksum(header, streamed?.trailed === true);
  const chunked = streamed && decodeChunks(pieces(body), streamed.signed ? demandSigning(body) : undefined, streamed.trailed);
  const content = (async function* () {
    const hash = /^[0-9a-f]{64}$/.test(stated) ? createHash('sha256') : undefined;
    let count = 0;
    for await (const piece of chunked?.content ?? pieces(body)) {
      count += piece.length;
      if (count > bytes) break;
      hash?.update(piece);
      yield piece;
    }
    if (count !== bytes) throw badRequest('You did not provide the number of bytes specified by the Content-Length HTTP header', 'IncompleteBody');
    if (hash && hash.digest('hex') !== stated) throw badRequest('The provided \'x-amz-content-sha256\' header does not match what was computed.', 'XAmzContentSHA256Mismatch');
    if (chunked) checkTrailers(chunked.trailers, header('x-amz-trailer'));
  })();
  const value = () => (named.trailer === undefined ? named.value : checkValue(named.algorithm!, chunked!.trailers.get(named.trailer) ?? ''));
  return { content, md5: md5Of(header('content-md5')), algorithm: named.algorithm, checksum: named.algorithm && value };
}

/** A small body whole, compared with what is said of it. */
export async function readSmallBody(body: Body, bytesMax: number): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  let count = 0;
  if (body.header('content-length') === undefined && body.header('transfer-encoding') === undefined && !STREAMED.has(body.stated)) {
    checkNoBody(body);
    return Buffer.alloc(0);
  }
  for await (const piece of checkDigests(uploadOf(body))) {
    count += piece.length;
    if (count > bytesMax) throw badRequest(`The body of this request has at most ${bytesMax} bytes.`, 'MaxMessageLengthExceeded');
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

async function* pieces({ request, response, header }: Body): AsyncGenerator<Uint8Array> {
  if (/^\s*100-continue\s*$/i.test(header('expect') ?? '')) response.writeContinue();
  try {
    // The connection stays, for the answer.
    for await (const piece of request.iterator({ destroyOnReturn: false })) yield piece as Uint8Array;
  } catch {
    throw badRequest('The connection broke off before the body was whole.', 'IncompleteBody');
  }
}

function lengthOf(text: string | undefined): number {
  if (text === undefined) throw badRequest('You must provide the Content-Length HTTP header.', 'MissingContentLength');
  const bytes = Number(text);
  if (!/^\d{1,15}$/.test(text)) throw badRequest('The length of the body cannot be read.', 'InvalidArgument');
  if (bytes > OBJECT_BYTES_MAX) throw badRequest('Your proposed upload exceeds the maximum allowed size', 'EntityTooLarge');
  return bytes;
}

function md5Of(text: string | undefined): string | undefined {
  if (text !== undefined && (!/^[A-Za-z0-9+/]{22}==$/.test(text))) throw badRequest('The Content-MD5 you specified is not valid.', 'InvalidDigest');
  return text;
}

interface NamedChecksum {
  readonly algorithm: ChecksumAlgorithm | undefined;
  readonly value: string | undefined;
  /** It stands behind the body under this name. */
  readonly trailer: string | undefined;
}

const headerOf = (algorithm: ChecksumAlgorithm) => `x-amz-checksum-${algorithm.toLowerCase()}`;

/** The one checksum that a request names: in a header, behind the body, or by its algorithm alone, which demands one of the two. */
function namedChecksum(header: HeaderReader, trailed: boolean): NamedChecksum {
  const trailer = trailed ? header('x-amz-trailer')?.trim().toLowerCase() : undefined;
  const here = CHECKSUM_ALGORITHMS.filter(one => header(headerOf(one)) !== undefined);
  const behind = CHECKSUM_ALGORITHMS.filter(one => headerOf(one) === trailer);
  if (here.length + behind.length > 1) throw badRequest('Expecting a single x-amz-checksum- header. Multiple checksum Types are not allowed.', 'InvalidRequest');
  const algorithm = here[0] ?? behind[0];
  if (algorithm === undefined && header('x-amz-sdk-checksum-algorithm') !== undefined) throw badRequest('x-amz-sdk-checksum-algorithm specified, but no corresponding x-amz-checksum-* or x-amz-trailer headers were found.', 'InvalidRequest');
  return { algorithm, value: here[0] && checkValue(here[0], header(headerOf(here[0])) ?? ''), trailer: behind[0] && trailer };
}

function checkValue(algorithm: ChecksumAlgorithm, value: string): string {
  if (!isChecksum(algorithm, value)) throw badRequest(`Value for ${headerOf(algorithm)} header is invalid.`, 'InvalidRequest');
  return value;
}

/** Exactly the trailers that were announced. */
function checkTrailers(trailers: ReadonlyMap<string, string>, announced: string | undefined): void {
  const names = (announced ?? '').split(',').map(name => name.trim().toLowerCase()).filter(Boolean);
  if (names.length !== trailers.size || !names.every(name => trailers.has(name))) throw malformedTrailer();
}

function demandSigning({ chunkSigning }: Body): ChunkSigning {
  if (!chunkSigning) throw badRequest('Chunks are signed by whoever signs the request.', 'InvalidRequest');
  return chunkSigning;
}
