import type { Page } from 'playwright-core';

/** Goes from wherever one is to the list of everybody whose record one may open. */
export async function openApprentices(page: Page): Promise<void> {
  await page
    .getByRole('navigation', { name: 'Main' })
    .getByRole('link', { name: /^(Apprentices|People)/ })
    .click();
  await page.getByRole('heading', { level: 1, name: /^(Apprentices|People)/ }).waitFor();
}
