import { defineConfig } from 'vitest/config';

// Rules are pure functions: nothing leaks from one file to the next, so one worker may keep its modules.
export default defineConfig({
  test: { include: ['src/**/*.test.ts'], pool: 'threads', isolate: false },
});
