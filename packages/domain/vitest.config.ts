import { defineConfig } from 'vitest/config';

// Rules are pure functions: nothing leaks from one file to the next, so one worker may keep its modules. Thousands of random
// sequences are a second's work, and several on a machine that has other work: the time says nothing of the rule.
export default defineConfig({
  test: { include: ['src/**/*.test.ts'], pool: 'threads', isolate: false, testTimeout: 60_000 },
});
