import type { Page } from 'playwright-core';
import { readMinutes } from './read-minutes.js';

export interface RecordNumbers {
  readonly credited: number;
  readonly onTheJob: number;
  readonly instruction: number;
  readonly waiting: number;
}

/** The numbers at the top of the record that the page shows, in minutes. */
export async function readNumbers(page: Page): Promise<RecordNumbers> {
  await page.getByRole('region', { name: 'What counts' }).waitFor();
  const minutes = async (name: RegExp) => {
    const button = page.getByRole('button', { name });
    return (await button.count()) === 0 ? 0 : readMinutes((await button.getAttribute('aria-label')) ?? '');
  };
  return {
    credited: await minutes(/ count: open all entries$/),
    onTheJob: await minutes(/ on the job: open the entries$/),
    instruction: await minutes(/ of instruction: open the entries$/),
    waiting: await minutes(/^[\d,]+ (h|min)( \d\d)? wait: open what waits$/),
  };
}
