import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { readEntriesBehind } from './entries-behind.js';
import { readMinutes } from './read-minutes.js';

/** Opens every number of hours on the record once: the entries behind it add up to it. Returns how many there were. */
export async function checkNumbers(page: Page): Promise<number> {
  const numbers = page.getByRole('button', { name: /^[\d,]+ (h|min).*: open / });
  const names = await numbers.evaluateAll((all) => all.map((one) => one.getAttribute('aria-label') ?? ''));
  for (const name of names) {
    const behind = await readEntriesBehind(page, page.getByRole('button', { name, exact: true }));
    expect(behind.minutes, `${name} (${behind.title})`).toBe(readMinutes(name));
  }
  return names.length;
}

/** The same for the sign-offs: as many entries as are signed. */
export async function checkSignOffs(page: Page): Promise<void> {
  const number = page.getByRole('button', { name: / signed: open the entries$/ });
  const signed = Number.parseInt((await number.getAttribute('aria-label')) ?? '', 10);
  const { lines } = await readEntriesBehind(page, number);
  expect(lines.filter((line) => /^Level \d/m.test(line))).toHaveLength(signed);
}
