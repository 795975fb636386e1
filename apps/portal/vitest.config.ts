import { chromiumPath, launchArgs } from '@journeybook/test-browser';
import react from '@vitejs/plugin-react';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';

/** What needs no page is told in Node, in a tenth of the time: `*.test.ts`. */
const withoutPage = {
  test: { name: 'portal', include: ['src/**/*.test.ts'], pool: 'threads' as const, isolate: false },
};

/** Pages and their parts, in a real browser: `*.test.tsx`. */
const inBrowser = async () => ({
  plugins: [react()],
  // Named here so that no package is found while a test runs: that would reload the page under it.
  optimizeDeps: {
    include: [
      'react',
      'react-dom',
      'react-dom/client',
      'react/jsx-dev-runtime',
      '@mantine/core',
      '@mantine/hooks',
      '@tabler/icons-react',
      '@tanstack/react-query',
      '@tanstack/react-router',
      'axe-core',
      'fflate',
      '@simplewebauthn/browser',
      'qrcode.react',
      'zod',
      'vitest-browser-react',
    ],
  },
  test: {
    name: 'portal in a browser',
    include: ['src/**/*.test.tsx'],
    testTimeout: 10_000,
    browser: {
      enabled: true,
      headless: true,
      screenshotFailures: false,
      viewport: { width: 390, height: 844 },
      provider: playwright({
        launchOptions: { executablePath: await chromiumPath(), args: [...launchArgs, '--headless=shell'] },
      }),
      instances: [{ browser: 'chromium' as const }],
    },
  },
});

export default defineConfig(async () => ({ test: { projects: [withoutPage, await inBrowser()] } }));
