import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Plugin } from 'vite';

const FILE = 'service-worker.js';
/** What is larger is loaded when it is needed, with a network. */
const FILE_BYTES_MAX = 1_500_000;
const STATIC = ['/icon.svg', '/icon-192.png', '/carillon.webmanifest'];

/** Builds the service worker at the root and writes the list of the app's files into it. */
export function workerPlugin(source: string): Plugin {
  return {
    name: 'carillon-worker',
    apply: 'build',
    buildStart() {
      this.emitFile({ type: 'chunk', id: source, fileName: FILE });
    },
    // When all is on disk: before that, chunks without content are still in the list, and one missing file keeps the worker from being installed.
    async writeBundle({ dir = '' }, bundle) {
      const files = [...STATIC];
      for (const part of Object.values(bundle)) {
        const bytes = part.type === 'chunk' ? part.code.length : part.source.length;
        if (/^assets\/.*\.(js|css|woff2)$/.test(part.fileName) && bytes <= FILE_BYTES_MAX) files.push(`/${part.fileName}`);
      }
      files.sort();
      const version = createHash('sha256').update(files.join('\n')).digest('hex').slice(0, 12);
      const worker = bundle[FILE];
      if (worker?.type !== 'chunk' || worker.imports.length > 0) this.error('The service worker must be one file without imports.');
      const path = join(dir, FILE);
      await writeFile(path, `const __SHELL__ = ${JSON.stringify({ version, files })};\n${await readFile(path, 'utf8')}`);
    },
  };
}
