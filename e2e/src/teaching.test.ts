import { expect, test } from 'vitest';
import { checkScreen } from './browser/check-screen.js';
import { laptop, phone, useVisits } from './browser/visits.js';
import { people } from './portal/people.js';
import { signIn } from './portal/sign-in.js';

const visits = useVisits();
const title = 'Industrial math, Saturday mornings';
const day = (offset: number) => new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);

test('an instructor without a learning platform holds a section: who attends, grades from a file, and who completed it', async () => {
  const page = await visits.open(laptop);
  await signIn(page, people.rosa);
  await page.getByRole('button', { name: 'Begin a section' }).click();
  const course = page.getByRole('combobox', { name: 'RTI course' });
  const codes = await course.locator('option').allTextContents();
  await course.selectOption({ label: codes.find((one) => one.includes('RTI11')) ?? '' });
  await page.getByRole('textbox', { name: 'Name of the section' }).fill(title);
  await page.getByLabel(/^First day/).fill(day(-60));
  await page.getByLabel(/^Last day/).fill(day(1));
  await checkScreen(page, 'beginning a section');
  await page.getByRole('button', { name: 'Begin', exact: true }).click();
  await page.getByRole('heading', { name: title }).waitFor();

  await page.getByRole('button', { name: 'Add apprentices' }).click();
  for (const name of [people.priya.name, people.marcus.name]) {
    await page.getByRole('searchbox').fill(name);
    await page.getByRole('checkbox', { name: new RegExp(`^${name}`) }).click();
  }
  await checkScreen(page, 'choosing who attends');
  await page.getByRole('button', { name: 'Add 2' }).click();
  await page.getByRole('status').filter({ hasText: '2 apprentices added.' }).waitFor();

  await page.getByRole('button', { name: 'Grades from a file' }).click();
  const bring = async (text: string) => {
    const file = { name: 'saturday.csv', mimeType: 'text/csv', buffer: Buffer.from(text) };
    await page.getByLabel('File', { exact: true }).setInputFiles(file);
    await page.getByRole('button', { name: 'Take over' }).click();
  };
  visits.expectRefusal({ status: 422, path: /^\/api\/taught-sections\/[^/]+\/result-files$/ });
  await bring(`Name,Grade\n${people.priya.name},A-\n`);
  await page.getByText('row 2, Grade').waitFor();
  await bring(`E-mail,Grade\n${people.priya.email},92\n${people.marcus.email},55\nsomebody@else.example,70\n`);
  await page.getByText('2 results taken from saturday.csv. 1 line is about nobody here.').waitFor();
  await page.getByText('below pass mark').waitFor();
  await checkScreen(page, 'a section with grades');

  await page.getByRole('checkbox', { name: `Confirm ${people.priya.name}` }).click();
  await page.getByRole('button', { name: 'Confirm 1' }).click();
  await page.getByRole('status').filter({ hasText: '1 confirmed' }).waitFor();
  await page.getByRole('button', { name: 'Undo' }).waitFor();
  await checkScreen(page, 'a section with a credit');

  const apprentice = await visits.open(phone);
  await signIn(apprentice, people.priya);
  await apprentice.getByRole('link', { name: 'Classes' }).click();
  const credited = apprentice.getByRole('region', { name: 'Credited' });
  await credited.getByText('RTI11').waitFor();
  await credited.getByRole('listitem').filter({ hasText: 'RTI11' }).getByRole('link').click();
  const behind = apprentice.getByRole('dialog');
  await behind.getByText('Rosa Silva').first().waitFor();
  expect(await behind.textContent()).toContain('10 h');
});
