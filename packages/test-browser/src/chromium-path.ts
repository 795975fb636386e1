import { existsSync } from 'node:fs';
import { npmChromium } from './npm-chromium.js';

const systemBrowsers = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:/Program Files/Google/Chrome/Application/chrome.exe',
];

/**
 * The Chromium to test with: CHROMIUM_PATH, else the one from npm, else one of the system. Rejects with a sentence that says what
 * to do when there is none.
 */
export async function chromiumPath(): Promise<string> {
  const chosen = process.env['CHROMIUM_PATH'];
  if (chosen) {
    if (existsSync(chosen)) return chosen;
    throw new Error(`CHROMIUM_PATH is ${chosen}, and nothing is there: correct it or unset it.`);
  }
  const found = (await npmChromium()) ?? systemBrowsers.find((browser) => existsSync(browser));
  if (found) return found;
  throw new Error('No Chromium was found: install Chrome or Chromium and set CHROMIUM_PATH to its program.');
}
