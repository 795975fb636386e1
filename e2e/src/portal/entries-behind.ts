import type { Locator, Page } from 'playwright-core';
import { readMinutes } from './read-minutes.js';

export interface EntriesBehind {
  /** The sum of what each line says, in minutes. */
  readonly minutes: number;
  readonly lines: readonly string[];
  readonly title: string;
}

// The line of an entry that says how much: the time alone, or the time and what it was for.
const amount = /^[−-]?(?:[\d,]+ h(?: \d\d)?|\d+ min)(?: taken back)?(?: · .*)?$/u;

/** Opens a number, reads every entry behind it over all pages, and closes it again. */
export async function readEntriesBehind(page: Page, number: Locator): Promise<EntriesBehind> {
  const waits = (await number.getAttribute('aria-label'))?.endsWith('open what waits');
  await number.click();
  const dialog = page.getByRole('dialog');
  const counted = dialog.getByRole('region', { name: waits ? 'Waiting, not counted yet' : /^[\d,]+ entr(y|ies)$/ });
  await counted.getByRole('listitem').first().waitFor();
  const more = dialog.getByRole('button', { name: 'Show more' });
  while (await more.isVisible()) {
    const shown = await counted.getByRole('listitem').count();
    await more.click();
    await counted.getByRole('listitem').nth(shown).waitFor();
  }
  const title = (await dialog.getByRole('heading').first().textContent()) ?? '';
  const lines = await counted.getByRole('listitem').allInnerTexts();
  await dialog.getByRole('button', { name: 'Close' }).click();
  await dialog.waitFor({ state: 'hidden' });
  const minutes = lines
    .flatMap(splitLines)
    .filter((line) => amount.test(line))
    .map(readMinutes);
  return { minutes: minutes.reduce((sum, one) => sum + one, 0), lines, title };
}

const splitLines = (text: string) => text.split('\n').map((line) => line.trim());
