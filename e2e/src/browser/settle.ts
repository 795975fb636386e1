import type { Page } from 'playwright-core';

/** Waits until nothing moves any more: a colour halfway through a transition has no contrast worth measuring. */
export async function settle(page: Page): Promise<void> {
  await page.waitForLoadState();
  for (const frame of page.frames())
    await frame.evaluate(async () => {
      // A new width reaches the page with the next frame, and what it draws differently stands with the one after.
      for (let drawn = 0; drawn < 2; drawn += 1) await new Promise(requestAnimationFrame);
      await document.fonts.ready;
      const finite = document.getAnimations().filter((one) => one.effect?.getComputedTiming().iterations !== Infinity);
      await Promise.allSettled(finite.map((one) => one.finished));
    });
}
