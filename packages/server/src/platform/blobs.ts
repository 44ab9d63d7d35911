import { createReadStream, type ReadStream } from 'node:fs';
import { mkdir, open, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Transform, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ApiError } from '@carillon/kernel/errors.js';
import { translateSqlError } from './database/errors.js';

/**
 * Files in `<data>/blobs`. A key is `<kind>/<id>[.<part>]`, made of our own ids alone: no name that people chose ever
 * becomes a path. A file appears under its key only when it is whole and on the disk.
 */
export interface Blobs {
  /**
   * Stores at most `bytesMax` bytes of the stream; PayloadTooLarge beyond. Returns the size and the first bytes, for
   * judging the type.
   */
  putStream(key: string, from: Readable, bytesMax: number): Promise<{ bytes: number; head: Buffer }>;
  put(key: string, bytes: Uint8Array): Promise<void>;
  read(key: string): Promise<Buffer | undefined>;
  /** Undefined when there is no such file. `start` and `end` are inclusive byte positions. */
  stream(key: string, range?: { start: number; end: number }): Promise<{ bytes: number; body: ReadStream } | undefined>;
  /** Absolute path, for a worker that reads the file itself. */
  path(key: string): string;
  delete(key: string): Promise<void>;
}

const KEY = /^[a-z-]+\/[0-9a-f-]{36}(\.[a-z0-9-]+)?$/;
export const HEAD_BYTES = 4_100;

/** Blobs in a folder of this machine. Refuses keys of any other form; a full disk is StorageFull. */
export function createFolderBlobs(folder: string): Blobs {
  const path = (key: string) => {
    if (!KEY.test(key)) throw new Error(`Not a blob key: ${key}`);
    const [kind = '', name = ''] = key.split('/');
    // The last two digits of a version 7 UUID are random: they spread the files.
    const id = name.slice(0, 36);
    return join(folder, kind, id.slice(-2), name);
  };
  let writes = 0;
  // Two who write one key at the same moment must not write into one file.
  const unfinishedName = (target: string) => `${target}.${++writes}.new`;
  return {
    path,
    async putStream(key, from, bytesMax) {
      const target = path(key);
      const unfinished = unfinishedName(target);
      await mkdir(dirname(target), { recursive: true, mode: 0o700 });
      const meter = new Meter(bytesMax);
      try {
        // Opened before anything can fail: a file that is opened later would be there after it was removed.
        const file = await open(unfinished, 'w', 0o600);
        await pipeline(from, meter, file.createWriteStream());
        await syncFile(unfinished);
        await rename(unfinished, target);
      } catch (error) {
        await rm(unfinished, { force: true });
        throw translateSqlError(error);
      }
      return { bytes: meter.bytes, head: meter.head };
    },
    async put(key, bytes) {
      const target = path(key);
      const unfinished = unfinishedName(target);
      try {
        await mkdir(dirname(target), { recursive: true, mode: 0o700 });
        await writeFile(unfinished, bytes, { mode: 0o600 });
        await syncFile(unfinished);
        await rename(unfinished, target);
      } catch (error) {
        await rm(unfinished, { force: true });
        throw translateSqlError(error);
      }
    },
    async read(key) {
      return readFile(path(key)).catch(absentIfMissing);
    },
    async stream(key, range) {
      const found = await stat(path(key)).catch(absentIfMissing);
      return found && { bytes: found.size, body: createReadStream(path(key), range) };
    },
    async delete(key) {
      await rm(path(key), { force: true });
    },
  };
}

function absentIfMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code === 'ENOENT') return undefined;
  throw error;
}

async function syncFile(path: string): Promise<void> {
  const file = await open(path, 'r');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Counts, keeps the first bytes, and ends a stream that is too long. */
class Meter extends Transform {
  bytes = 0;
  head = Buffer.alloc(0);
  readonly #bytesMax: number;

  constructor(bytesMax: number) {
    super();
    this.#bytesMax = bytesMax;
  }

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: (error: Error | null, chunk?: Buffer) => void): void {
    this.bytes += chunk.length;
    if (this.bytes > this.#bytesMax) {
      const mib = Math.round(this.#bytesMax / 1024 / 1024);
      done(new ApiError('PayloadTooLarge', `The file is larger than ${mib} MB. Share a link instead.`, { reason: 'file-too-large' }));
      return;
    }
    if (this.head.length < HEAD_BYTES) this.head = Buffer.concat([this.head, chunk.subarray(0, HEAD_BYTES - this.head.length)]);
    done(null, chunk);
  }
}
