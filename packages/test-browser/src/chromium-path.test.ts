import { afterEach, expect, test, vi } from 'vitest';
import { chromiumPath } from './chromium-path.js';

afterEach(() => vi.unstubAllEnvs());

test('the browser of CHROMIUM_PATH goes first', async () => {
  vi.stubEnv('CHROMIUM_PATH', process.execPath);
  expect(await chromiumPath()).toBe(process.execPath);
});

test('a CHROMIUM_PATH that leads nowhere is named', async () => {
  vi.stubEnv('CHROMIUM_PATH', '/nowhere/chromium');
  await expect(chromiumPath()).rejects.toThrow('CHROMIUM_PATH is /nowhere/chromium, and nothing is there');
});
