import { expect, inject, test } from 'vitest';
import { tabTo } from './browser/tab-to.js';
import { laptop, useVisits } from './browser/visits.js';
import { demoPassword, people } from './portal/people.js';

const visits = useVisits();
const { ben } = people;

test('a mentor signs in and approves a batch with the keyboard alone', async () => {
  const page = await visits.open(laptop);
  await page.goto(inject('urls').portal);
  await tabTo(page, page.getByLabel('E-mail'));
  await page.keyboard.type(ben.email);
  await tabTo(page, page.getByLabel('Password', { exact: true }));
  await page.keyboard.type(demoPassword);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'To approve' }).waitFor();

  await tabTo(page, page.getByLabel('Choose all'));
  await page.keyboard.press('Space');
  const approve = page.getByRole('button', { name: /^Approve \d+ entries, / });
  await tabTo(page, approve);
  expect(await approve.evaluate((element) => getComputedStyle(element).outlineStyle)).not.toBe('none');
  await page.keyboard.press('Enter');

  await page.getByRole('status').filter({ hasText: 'entries approved.' }).waitFor();
  await page.getByText('Nothing waits for you').waitFor();
  await tabTo(page, page.getByRole('button', { name: 'Undo' }));
  await page.keyboard.press('Enter');
  await page.getByLabel('Choose all').waitFor();
});
