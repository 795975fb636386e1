import { mkdir } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { launchBrowser } from '@journeybook/test-browser';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { type ExpectedRefusal, watchPage } from './watch-page.js';

export const phone = { width: 390, height: 844 } as const;
export const laptop = { width: 1280, height: 800 } as const;

export interface Visits {
  /** A page in a browser session of its own, as of another person at another device. */
  open(viewport: typeof phone | typeof laptop): Promise<Page>;
  /** One more tab in the session of a page. */
  openTab(beside: Page): Promise<Page>;
  /** From now on this answer is no fault. */
  expectRefusal(refusal: ExpectedRefusal): void;
}

/** A browser for the tests of a file. After each test nothing may have gone wrong in any of its pages. */
export function useVisits(): Visits {
  let browser: Browser;
  const contexts: BrowserContext[] = [];
  const faults: string[] = [];
  const expected: ExpectedRefusal[] = [];
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());
  afterEach(async ({ task }) => {
    const found = faults.splice(0);
    if (task.result?.state === 'fail') await keepPictures(contexts, task.name);
    for (const context of contexts.splice(0)) await context.close();
    expected.splice(0);
    expect(found, 'faults in the developer tools').toEqual([]);
  });
  const openIn = async (context: BrowserContext) => {
    const page = await context.newPage();
    page.setDefaultTimeout(20_000);
    watchPage(page, faults, expected);
    return page;
  };
  return {
    open: async (viewport) => {
      const context = await browser.newContext({ viewport, reducedMotion: 'reduce' });
      contexts.push(context);
      return openIn(context);
    },
    openTab: (beside) => openIn(beside.context()),
    expectRefusal: (refusal) => void expected.push(refusal),
  };
}

async function keepPictures(contexts: readonly BrowserContext[], test: string): Promise<void> {
  const folder = path.join(os.tmpdir(), 'journeybook-e2e-failures', test.replaceAll(/\W+/g, '-'));
  await mkdir(folder, { recursive: true });
  const pages = contexts.flatMap((context) => context.pages());
  for (const [index, page] of pages.entries()) {
    const picture = path.join(folder, `${index + 1}.png`);
    await page.screenshot({ path: picture, fullPage: true }).then(
      () => console.log(`${page.url()} as it was: ${picture}`),
      () => {},
    );
  }
}
