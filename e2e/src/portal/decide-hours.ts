import type { Locator, Page } from 'playwright-core';
import { inject } from 'vitest';

/** The entries that wait for the mentor, one checkbox each; those of an apprentice stand together. */
export async function openQueue(page: Page): Promise<void> {
  await page.goto(`${inject('urls').portal}/queue`);
  await page.getByRole('heading', { name: 'To approve' }).waitFor();
}

/** What waits of one apprentice. */
export const queueOf = (page: Page, apprentice: string): Locator => page.getByRole('region', { name: apprentice });

/** Sends back the one entry with this note and process. */
export async function returnEntry(
  page: Page,
  { apprentice, process, reason }: { apprentice: string; process: string; reason: string },
): Promise<void> {
  await queueOf(page, apprentice).getByRole('checkbox', { name: process }).last().check();
  await page.getByRole('button', { name: 'Return…' }).click();
  await page.getByLabel('What is wrong?').fill(reason);
  await page.getByRole('dialog').getByRole('button', { name: 'Return', exact: true }).click();
  await page.getByRole('status').filter({ hasText: '1 entry returned.' }).waitFor();
}

/** Chooses everything and approves it in one act. Returns what the button said: how many entries, how many hours. */
export async function approveAll(page: Page): Promise<string> {
  await page.getByLabel('Choose all').check();
  const approve = page.getByRole('button', { name: /^Approve \d+ entr/ });
  const words = (await approve.textContent()) ?? '';
  await approve.click();
  await page.getByRole('status').filter({ hasText: 'approved.' }).waitFor();
  return words;
}
