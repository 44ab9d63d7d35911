import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { read, root } from './files.mjs';

/** Documents: paths they name exist; the root holds only what is listed. */

const ROOT_ALLOWED = new Set([
  'README.md', 'ARCHITECTURE.md', 'STYLE.md', 'CONTRIBUTING.md', 'SECURITY.md', 'CHANGELOG.md', 'LICENSE', 'NOTICE', 'DEPS', 'package.json', 'package-lock.json', '.npmrc', '.gitignore',
  'eslint.config.js', 'tsconfig.base.json', 'tsconfig.node.json', 'tsconfig.web.json', 'tsconfig.console.json', 'tsconfig.tests.json', 'vitest.config.ts',
]);

/** What is dated, or speaks of what is no more. */
const PATHS_UNCHECKED = /^(CHANGELOG\.md|docs\/decisions\/|docs\/coverage\.md)/;
const ROOTS = /^(apps|packages|tests|bench|tools|docs|\.ci)\//;

export function checkDocuments(files) {
  const faults = files.filter(path => !path.includes('/') && !ROOT_ALLOWED.has(path)).map(path => `${path}: does not belong at the root (tools/tidy/documents.mjs lists what does).`);
  for (const path of files.filter(one => one.endsWith('.md') && !PATHS_UNCHECKED.test(one))) faults.push(...checkPaths(path));
  return faults;
}

function checkPaths(path) {
  const text = read(path);
  const named = [...text.matchAll(/`([\w.@/-]+)`/g)].map(match => match[1]).filter(one => ROOTS.test(one) && !/[*<…]/.test(one));
  const linked = [...text.matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)].map(match => match[1]).filter(one => !/^[a-z]+:/.test(one));
  const dead = [...named.filter(one => !existsSync(join(root, one))), ...linked.filter(one => !existsSync(join(root, dirname(path), one)))];
  return dead.map(one => `${path}: names ${one}, which does not exist.`);
}
