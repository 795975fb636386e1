import type { Locator, Page } from 'playwright-core';

const mostStops = 80;

/** Presses Tab until the element has the focus, as somebody without a mouse does. Throws when it cannot be reached so. */
export async function tabTo(page: Page, wanted: Locator): Promise<void> {
  await wanted.waitFor();
  for (let stop = 0; stop < mostStops; stop += 1) {
    await page.keyboard.press('Tab');
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`${String(wanted)} is not reached with the Tab key`);
}
