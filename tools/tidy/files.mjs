import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));

/** Every file that belongs to the project: what git tracks and what it does not ignore. */
export function listFiles() {
  const out = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '--deduplicate'], { cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  return out.split('\n').filter(path => path !== '' && exists(path));
}

const cache = new Map();

export function read(path) {
  if (!cache.has(path)) cache.set(path, readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8'));
  return cache.get(path);
}

function exists(path) {
  try {
    read(path);
    return true;
  } catch {
    // Deleted in the working tree and not yet in the index.
    return false;
  }
}

export const isCode = path => /\.(ts|tsx|mjs)$/.test(path) && !path.endsWith('.d.ts');
export const isTest = path => /\.test\.tsx?$|\.fixture\.tsx?$|^tests\/|^bench\/|^packages\/testkit\//.test(path);
