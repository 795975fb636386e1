import { defineConfig } from 'vitest/config';

// `npm run screenshots`: writes docs/screenshots/ from a fresh demo world.
export default defineConfig({
  test: {
    include: ['src/screenshots/*.shot.ts'],
    globalSetup: ['./src/product/serve-product.ts'],
    pool: 'forks',
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
