import type { IncomingMessage } from 'node:http';
import { ApiError } from '@carillon/kernel/errors.js';

/** The whole body, at most so many bytes; PayloadTooLarge beyond, without reading on. */
export function readBody(request: IncomingMessage, bytesMax: number): Promise<Buffer> {
  const stated = Number(request.headers['content-length'] ?? 0);
  if (stated > bytesMax) return Promise.reject(tooLarge(bytesMax));
  return new Promise((done, fail) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    request.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      chunks.push(chunk);
      if (bytes <= bytesMax) return;
      request.pause();
      fail(tooLarge(bytesMax));
    });
    request.once('end', () => done(Buffer.concat(chunks, bytes)));
    request.once('error', fail);
    request.once('close', () => fail(new ApiError('BadRequest', 'The connection broke off.')));
  });
}

function tooLarge(bytesMax: number): ApiError {
  return new ApiError('PayloadTooLarge', `The body is larger than ${bytesMax / 1024} KiB.`);
}
