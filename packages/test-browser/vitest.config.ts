import { defineConfig } from 'vitest/config';

// The first run on a machine unpacks the browser.
export default defineConfig({ test: { include: ['src/**/*.test.ts'], testTimeout: 30_000, hookTimeout: 60_000 } });
