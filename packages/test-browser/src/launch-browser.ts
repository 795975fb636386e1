import { chromium, type Browser } from 'playwright-core';
import { chromiumPath } from './chromium-path.js';

/**
 * For a headless test browser. Unlike the package's own list they keep web security, site isolation and separate processes: what
 * a real browser would refuse must fail here too.
 */
export const launchArgs: readonly string[] = [
  // Chromium's sandbox does not work as root or in most containers; the tests open only our own pages.
  '--no-sandbox',
  '--no-zygote',
  '--disable-gpu',
  '--headless=shell',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--no-first-run',
];

/** Starts a headless Chromium; the caller closes it. */
export async function launchBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: await chromiumPath(), args: [...launchArgs] });
}
