import { createHash } from 'node:crypto';
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const root = fileURLToPath(new URL('..', import.meta.url));
const SOURCES = ['apps', 'packages', 'docs/admin', 'docs/console', 'tools/build.mjs', 'tools/build-server.mjs', 'package-lock.json'];

/** A fingerprint of everything that is built: names, sizes and times, so that it takes milliseconds. */
export function fingerprint() {
  const hash = createHash('sha256');
  const visit = path => {
    const state = statSync(join(root, path));
    if (!state.isDirectory()) return void hash.update(`${path} ${state.size} ${state.mtimeMs}\n`);
    for (const name of readdirSync(join(root, path)).sort()) if (name !== 'node_modules' && name !== 'dist') visit(join(path, name));
  };
  for (const path of SOURCES) if (existsSync(join(root, path))) visit(path);
  return hash.digest('hex').slice(0, 16);
}

export function isBuilt() {
  const mark = join(root, 'dist/build-id');
  return existsSync(mark) && readFileSync(mark, 'utf8').trim() === fingerprint();
}

/** Builds server, web app and console side by side into dist/, which is replaced only when all are whole. */
export async function buildAll(say = () => {}) {
  const id = fingerprint();
  const next = join(root, 'dist.new');
  rmSync(next, { recursive: true, force: true });
  mkdirSync(next, { recursive: true });
  // Needs esbuild, so only once everything is installed.
  const { buildServer } = await import('./build-server.mjs');
  say('Building the server, the web app and the console');
  await Promise.all([buildServer(join(next, 'server')), buildPages('apps/web', join(next, 'web')), buildPages('apps/console', join(next, 'console'))]);
  say('Compressing the pages');
  await Promise.all([precompress(join(next, 'web')), precompress(join(next, 'console'))]);
  writeFileSync(join(next, 'build-id'), `${id}\n`);
  rmSync(join(root, 'dist'), { recursive: true, force: true });
  renameSync(next, join(root, 'dist'));
}

function buildPages(app, outDir) {
  const child = spawn(process.execPath, ['node_modules/vite/bin/vite.js', 'build', app, '--outDir', outDir, '--emptyOutDir', '--logLevel', 'warn'], { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
  return new Promise((done, fail) => child.once('close', code => (code === 0 ? done() : fail(new Error(`${app} could not be built.`)))));
}

const COMPRESSED = /\.(js|css|html|svg|json|webmanifest|wasm)$/;
const COMPRESS_FROM_BYTES = 1_000;

/** Served as they lie: a request costs no compression. */
async function precompress(folder) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(file => file.isFile() && COMPRESSED.test(file.name));
  await Promise.all(files.map(async file => {
    const path = join(file.parentPath ?? file.path, file.name);
    const bytes = readFileSync(path);
    if (bytes.length < COMPRESS_FROM_BYTES) return;
    writeFileSync(`${path}.gz`, await promisify(gzip)(bytes, { level: 9 }));
    writeFileSync(`${path}.br`, await promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }));
  }));
}

/** Whether node_modules is what the lock file says. */
export function isInstalled() {
  const installed = join(root, 'node_modules/.package-lock.json');
  return existsSync(installed) && statSync(installed).mtimeMs >= statSync(join(root, 'package-lock.json')).mtimeMs - 1_000;
}

export function install() {
  const npm = process.env['npm_execpath'];
  const args = ['ci', '--no-audit', '--no-fund', '--loglevel', 'error'];
  if (npm) execFileSync(process.execPath, [npm, ...args], { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
  else execFileSync('npm', args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildAll(step => console.log(`${step} …`));
