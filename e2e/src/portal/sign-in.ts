import type { Page } from 'playwright-core';
import { inject } from 'vitest';
import { demoPassword, type Person } from './people.js';

/** Signs in with e-mail and password and waits for the person's first page. */
export async function signIn(page: Page, person: Person, portal = inject('urls').portal): Promise<void> {
  await page.goto(portal);
  await page.getByLabel('E-mail').fill(person.email);
  await page.getByLabel('Password', { exact: true }).fill(demoPassword);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByRole('button', { name: `Account of ${person.name}` }).waitFor();
  await page.getByRole('heading', { level: 1 }).waitFor();
}
