import { defineConfig } from 'vitest/config';

/**
 * Three rings (ARCHITECTURE.md): pure tests do no I/O; door tests run one process through its public door on a real database; world tests run several
 * processes and real peers, one file at a time where sound, pictures or the moment matter, two at a time where pages and programs are walked.
 *
 * Files share the modules of their worker (`isolate: false`): nothing here keeps state in a module, and importing the product once for each of a hundred
 * files took longer than testing it.
 */
const PAGES = ['tests/browsers/**/*.test.ts', 'tests/aws/**/*.test.ts'];
const PURE = ['packages/*/src/**/*.test.ts', 'apps/*/src/**/*.test.ts', 'tools/**/*.test.ts', 'bench/**/*.test.ts'];
const DOOR = ['packages/*/src/**/*.door.test.ts', 'apps/*/src/**/*.door.test.ts'];
const PEERS_MS = 240_000;

export default defineConfig({
  test: {
    isolate: false,
    projects: [
      { extends: true, test: { name: 'pure', include: PURE, exclude: ['**/*.door.test.ts', '**/node_modules/**'], testTimeout: 30_000, sequence: { groupOrder: 0 } } },
      { extends: true, test: { name: 'door', include: DOOR, testTimeout: 60_000, hookTimeout: 60_000, maxWorkers: 2, sequence: { groupOrder: 1 } } },
      { extends: true, test: { name: 'world', include: ['tests/**/*.test.ts'], exclude: [...PAGES, '**/node_modules/**'], testTimeout: PEERS_MS, hookTimeout: PEERS_MS, maxWorkers: 1, fileParallelism: false, sequence: { groupOrder: 2 } } },
      { extends: true, test: { name: 'pages', include: PAGES, testTimeout: PEERS_MS, hookTimeout: PEERS_MS, maxWorkers: 2, sequence: { groupOrder: 3 } } },
    ],
  },
});
