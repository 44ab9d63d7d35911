import react from '@vitejs/plugin-react';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { emojiPlugin } from './build/emoji-plugin.js';
import { workerPlugin } from './build/worker-plugin.js';

const here = fileURLToPath(new URL('.', import.meta.url));
const server = 'http://127.0.0.1:8080';

export default defineConfig({
  root: here,
  plugins: [react(), emojiPlugin(), workerPlugin(`${here}src/worker/service-worker.ts`)],
  resolve: {
    // Each file says why the browser needs no more of the package than it holds.
    alias: { typebox: `${here}build/typebox-outline.ts`, entities: `${here}build/entities-outline.ts` },
  },
  // amazon-chime-sdk-js speaks of Node's `global` in one place.
  define: { global: 'globalThis' },
  server: { proxy: { '/api': { target: server, ws: true }, '/media': { target: server, ws: true } } },
  build: {
    outDir: `${here}dist`,
    emptyOutDir: true,
    // `light-dark()` must stay as it is: rewritten for older browsers it no longer nests.
    target: ['chrome123', 'firefox121', 'safari17.5'],
    chunkSizeWarningLimit: 1_500,
    // Everything is a file of its own: the content security policy allows no data: scripts or fonts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
});
