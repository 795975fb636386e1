import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { settle } from './settle.js';

const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/**
 * Holds a screen, and the frame in it, to what every screen must keep, on a phone and on a laptop: WCAG 2.2 AA as far as axe can tell,
 * and nothing that must be scrolled sideways at 320 and 390 px. A fault fails the test at its end, so that one run names them all.
 */
export async function checkScreen(page: Page, name: string): Promise<void> {
  const before = page.viewportSize() ?? { width: 1280, height: 800 };
  for (const width of [320, 390, 1280]) {
    await page.setViewportSize({ width, height: width < 1000 ? 844 : 800 });
    await settle(page);
    if (width < 1000) expect.soft(await findOverflow(page), `${name} at ${width} px scrolls sideways`).toEqual([]);
    if (width > 320) expect.soft(await findViolations(page), `${name} at ${width} px, accessibility`).toEqual([]);
  }
  await page.setViewportSize(before);
  await settle(page);
}

async function findViolations(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(wcag).analyze();
  return violations.flatMap(({ id, help, nodes }) =>
    nodes
      // What the bar at the edge covers half of is free again after scrolling; where the page stands is chance.
      .filter((node) => id !== 'target-size' || !node.failureSummary?.includes('partially obscured'))
      .map((node) => `${id}: ${help} at ${node.target.flat().join(' >>> ')}: ${node.failureSummary ?? ''}`),
  );
}

/** Which elements reach past the right edge; the page's own are enough to see who is to blame. */
async function findOverflow(page: Page): Promise<string[]> {
  const wide: string[] = [];
  for (const frame of page.frames()) {
    const found = await frame.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement;
      if (scrollWidth <= clientWidth) return [];
      const beyond = [...document.querySelectorAll('body *')].filter(
        (one) => one.getBoundingClientRect().right > clientWidth + 1,
      );
      return [`${scrollWidth} > ${clientWidth}`, ...beyond.slice(0, 5).map((one) => one.outerHTML.slice(0, 160))];
    });
    wide.push(...found.map((one) => `${frame.url()}: ${one}`));
  }
  return wide;
}
