import type { Page } from 'playwright-core';
import { inject } from 'vitest';

export interface Work {
  readonly process: string;
  /** As a person types it: `3:30`, `2`. */
  readonly time: string;
}

/** Logs today's work and sends it to the mentor. Returns what the portal says came of it. */
export async function logHours(
  page: Page,
  { work, note, mentor }: { work: readonly Work[]; note: string; mentor: string },
  portal = inject('urls').portal,
): Promise<string> {
  await page.goto(`${portal}/log`);
  await page.getByRole('button', { name: 'Today' }).click();
  for (const [index, { process, time }] of work.entries()) {
    if (index > 0) await page.getByRole('button', { name: 'Another work process' }).click();
    await page.getByRole('region', { name: 'What did you work on?' }).getByRole('button', { name: process }).click();
    await page.getByRole('textbox', { name: `Time in ${process}` }).fill(time);
  }
  await page.getByLabel('Note').fill(note);
  await page.getByRole('button', { name: `Send to ${mentor}` }).click();
  const sent = page.getByRole('status').filter({ hasText: 'Sent to' });
  await sent.waitFor();
  return (await sent.textContent()) ?? '';
}
