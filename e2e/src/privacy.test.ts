import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { checkScreen } from './browser/check-screen.js';
import { laptop, phone, useVisits } from './browser/visits.js';
import { people } from './portal/people.js';
import { signIn } from './portal/sign-in.js';

const visits = useVisits();
const reason = 'Registration of Priya with the agency';

/** The choice that begins with the name. */
const optionOf = async (page: Page, name: string): Promise<string> =>
  (await page
    .getByRole('option', { name: new RegExp(`^${name}`) })
    .first()
    .textContent()) ?? name;

test('an apprentice answers for themself, the sponsor takes it out for the agency, and the apprentice sees it', async () => {
  const apprentice = await visits.open(phone);
  await signIn(apprentice, people.priya);
  await apprentice.getByRole('link', { name: 'Agreement' }).click();
  await apprentice.getByRole('link', { name: 'Personal questions' }).click();
  await apprentice.getByText('Nobody has looked.').waitFor();
  await apprentice.getByRole('radio', { name: 'Female' }).check();
  await apprentice.getByRole('button', { name: 'Keep my answer: Sex' }).click();
  await apprentice.getByRole('status').filter({ hasText: 'Sex: your answer is kept.' }).waitFor();
  await apprentice.getByRole('textbox', { name: 'Number' }).fill('512-34-6789');
  await apprentice.getByRole('button', { name: 'Keep my number' }).click();
  await apprentice.getByText('***-**-6789').first().waitFor();
  await checkScreen(apprentice, 'personal questions');

  const office = await visits.open(laptop);
  await signIn(office, people.ines);
  await office.getByRole('link', { name: 'Voluntary answers' }).click();
  await office.getByRole('button', { name: 'Show the counts' }).click();
  await office.getByText('Too few people, or all answered alike').first().waitFor();
  await office
    .getByRole('combobox', { name: 'Apprentice' })
    .selectOption({ label: await optionOf(office, 'Priya Nair') });
  await office.getByRole('textbox', { name: 'Why' }).fill(reason);
  const saving = office.waitForEvent('download');
  await office.getByRole('button', { name: 'Save the file' }).click();
  const table = await readFile(await (await saving).path(), 'utf8');
  expect(table).toContain('"ssn","Social security number","512-34-6789"');
  expect(table).toContain('"sex","Sex","Female","2"');
  await checkScreen(office, 'voluntary answers');
  await office.getByRole('link', { name: 'Keeping records' }).click();
  await office.getByRole('heading', { name: 'Keeping records' }).waitFor();
  await office.getByRole('button', { name: /^Kept long enough/ }).waitFor();
  await checkScreen(office, 'keeping records');

  await apprentice.reload();
  await apprentice.getByText(reason).waitFor();
  await apprentice.getByText('***-**-6789').first().waitFor();
  await apprentice.getByRole('button', { name: 'Take my number back' }).click();
  await apprentice.getByRole('status').filter({ hasText: 'nothing of it is kept' }).waitFor();
  await apprentice.getByRole('button', { name: /^Account of/ }).click();
  await apprentice.getByRole('link', { name: 'Password and devices' }).click();
  const carrying = apprentice.waitForEvent('download');
  await apprentice.getByRole('button', { name: 'Save my data' }).click();
  const packed = await readFile(await (await carrying).path());
  expect(packed.subarray(0, 2).toString()).toBe('PK');
  expect(packed.toString('latin1')).toContain('journeybook.json');
  await checkScreen(apprentice, 'own data');

  const employer = await visits.open(laptop);
  await signIn(employer, people.carol);
  await employer.goto(new URL('/privacy', employer.url()).href);
  await employer.getByRole('heading', { name: 'This page is for sponsors' }).waitFor();
});
