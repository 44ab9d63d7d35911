import { defineConfig } from 'vitest/config';

/**
 * Three rings (ARCHITECTURE.md): pure tests do no I/O; door tests run one process through its public door on a real
 * database; world tests run several processes and real peers.
 */
export default defineConfig({
  test: {
    projects: [
      { test: { name: 'pure', include: ['packages/*/src/**/*.test.ts', 'apps/*/src/**/*.test.ts', 'tools/**/*.test.ts', 'bench/**/*.test.ts'], exclude: ['**/*.door.test.ts', '**/node_modules/**'], testTimeout: 30_000 } },
      { test: { name: 'door', include: ['packages/*/src/**/*.door.test.ts', 'apps/*/src/**/*.door.test.ts'], testTimeout: 60_000, hookTimeout: 60_000, maxWorkers: 2 } },
      { test: { name: 'world', include: ['tests/**/*.test.ts'], testTimeout: 240_000, hookTimeout: 240_000, fileParallelism: false } },
    ],
  },
});
