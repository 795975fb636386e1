import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts'],
    globalSetup: ['@journeybook/database/test-cluster'],
    setupFiles: ['@journeybook/database/overhear'],
    pool: 'forks',
    // Tests wait for PostgreSQL and the network more than they compute: two keep a machine of two cores busy.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
});
