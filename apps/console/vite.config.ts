import react from '@vitejs/plugin-react';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const here = fileURLToPath(new URL('.', import.meta.url));
const server = 'http://127.0.0.1:8080';

export default defineConfig({
  root: here,
  base: '/console/',
  plugins: [react()],
  // The schemas of `packages/wire` are the server's to check: the file says why the browser needs no more of the package than it holds.
  resolve: { alias: { typebox: fileURLToPath(new URL('../web/build/typebox-outline.ts', import.meta.url)) } },
  server: { proxy: { '/console/api': server, '/console/op': server, '/console/s3': server } },
  build: {
    outDir: `${here}dist`,
    emptyOutDir: true,
    target: ['chrome123', 'firefox121', 'safari17.5'],
    chunkSizeWarningLimit: 1_500,
    // The content security policy allows no data: scripts or fonts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // Few files: 154 chunks and 42 style sheets weighed more together, and the first page fetched 83 of them (`npm run bench -- console`).
    cssCodeSplit: false,
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'libraries', test: /node_modules/, minShareCount: 2 }, { name: 'shared', minShareCount: 2 }] } } },
  },
});
