import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createFolderBlobs } from './blobs.js';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'carillon-blobs-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const key = (last: string) => `objects/0190a0b0-0000-7000-8000-0000000000${last.padStart(2, '0')}`;
const filesIn = () => readdirSync(folder, { recursive: true, withFileTypes: true }).filter(one => one.isFile()).map(one => one.name);

test('what breaks off leaves nothing, however early it does, and what is whole is there', async () => {
  const blobs = createFolderBlobs(folder);
  const broken = () => new Readable({ read() { this.destroy(new Error('cut')); } });
  for (let i = 0; i < 100; i++) await expect(blobs.putStream(key(String(i)), broken(), 1_000)).rejects.toThrow('cut');
  await expect(blobs.putStream(key('a1'), Readable.from([Buffer.alloc(2_000)]), 1_000)).rejects.toMatchObject({ code: 'PayloadTooLarge' });
  expect(filesIn()).toEqual([]);
  expect(await blobs.putStream(key('a2'), Readable.from([Buffer.from('whole')]), 1_000)).toMatchObject({ bytes: 5 });
  expect(filesIn()).toEqual([key('a2').slice('objects/'.length)]);
});
