import { build } from 'esbuild';
import { existsSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * The files that Node starts: the server, and what it runs as workers and children. Each name is a file of dist/server.
 * A room that is not built yet is passed over, so that parts can be built alone.
 */
const ENTRIES = {
  main: 'apps/server/src/main.ts',
  'import': 'apps/server/src/import.ts',
  'media-child': 'apps/server/src/media-child.ts',
  'media-worker': 'packages/media/src/worker.ts',
  'self-test-main': 'packages/media/src/native/self-test-main.ts',
  'pglite-worker': 'packages/server/src/platform/database/pglite-worker.ts',
  'pglite-create': 'packages/server/src/platform/database/pglite-create.ts',
  'picture-worker': 'packages/server/src/platform/picture-worker.ts',
};

/** Packages with native parts or data files of their own, loaded from node_modules at run time. */
const EXTERNAL = ['koffi', '@node-rs/argon2', '@evan/opus', '@electric-sql/pglite', 'pino', 'sharp', 'pg-native'];

/** Bundles the server into `outdir`; well under a second. */
export async function buildServer(outdir, { clean = true } = {}) {
  if (clean) rmSync(outdir, { recursive: true, force: true });
  const present = Object.entries(ENTRIES).filter(([, path]) => existsSync(new URL(`../${path}`, import.meta.url)));
  await build({
    absWorkingDir: root,
    entryPoints: present.map(([out, path]) => ({ in: path, out })),
    outdir,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    sourcemap: 'linked',
    sourcesContent: false,
    external: EXTERNAL,
    logLevel: 'warning',
    // CommonJS packages inside the bundle ask for `require`, which ES modules lack.
    banner: { js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);" },
  });
}
