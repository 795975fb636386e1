import axe from 'axe-core';
import { expect } from 'vitest';
import { page } from 'vitest/browser';

const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/**
 * Holds what is on the screen to what every page must keep, on a phone and on a laptop: WCAG 2.2 AA as far as axe can tell, and nothing
 * that must be scrolled sideways at 320 and 390 px.
 */
export async function expectSoundPage(): Promise<void> {
  for (const [width, height] of [
    [320, 844],
    [1280, 800],
    // Last: as every test begins.
    [390, 844],
  ] as const) {
    await page.viewport(width, height);
    await expect.poll(() => window.innerWidth).toBe(width);
    await stillness();
    if (width < 1_000) expect(tooWide(), `at ${width} px`).toEqual([]);
    if (width > 320) expect(await violations(), `at ${width} px`).toEqual([]);
  }
}

/** Until what fades in is there: half of a colour has no contrast. What moves for ever is not waited for. */
async function stillness(): Promise<void> {
  const ending = document.getAnimations().filter((one) => one.effect?.getComputedTiming().endTime !== Infinity);
  await Promise.allSettled(ending.map((one) => one.finished));
}

async function violations(): Promise<string[]> {
  const found = await axe.run(document, { runOnly: wcag });
  return found.violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.html} ${node.failureSummary ?? ''}`),
  );
}

/** What reaches past the right edge of a page that can be scrolled sideways. */
function tooWide(): string[] {
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth <= clientWidth) return [];
  const beyond = [...document.querySelectorAll('body *')].filter(
    (one) => one.getBoundingClientRect().right > clientWidth + 1,
  );
  return beyond.slice(0, 5).map((one) => one.outerHTML.slice(0, 160));
}
