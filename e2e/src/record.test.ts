import { expect, inject, test } from 'vitest';
import { checkScreen } from './browser/check-screen.js';
import { laptop, phone, useVisits } from './browser/visits.js';
import { checkNumbers, checkSignOffs } from './portal/check-numbers.js';
import { openApprentices } from './portal/open-apprentices.js';
import { people } from './portal/people.js';
import { readNumbers } from './portal/record-numbers.js';
import { signIn } from './portal/sign-in.js';

const visits = useVisits();
const { adaeze, lucia, carol, ines, david } = people;

test('mentor, employer and sponsor see the same record as the apprentice', async () => {
  const apprentice = await visits.open(phone);
  await signIn(apprentice, adaeze);
  const own = await readNumbers(apprentice);

  for (const reader of [lucia, carol, ines]) {
    const page = await visits.open(laptop);
    await signIn(page, reader);
    await openApprentices(page);
    await page.getByRole('link', { name: adaeze.name }).click();
    await page.getByRole('heading', { name: adaeze.name, level: 1 }).waitFor();
    expect(await readNumbers(page), reader.name).toEqual(own);
    await checkScreen(page, `record as ${reader.name}`);
    if (reader === ines) {
      await checkNumbers(page);
      await checkSignOffs(page);
    }
  }
});

test('the administrator of another employer is told that this record is closed to them, and nothing of it', async () => {
  const employer = await visits.open(laptop);
  await signIn(employer, carol);
  await openApprentices(employer);
  await employer.getByRole('link', { name: adaeze.name }).click();
  await employer.getByRole('heading', { name: adaeze.name, level: 1 }).waitFor();
  const { pathname } = new URL(employer.url());

  visits.expectRefusal({ status: 404, path: /^\/api\/apprenticeships\/[^/]+\/record$/ });
  const stranger = await visits.open(laptop);
  await signIn(stranger, david);
  for (const page of [pathname, `${pathname}/job-book`, `${pathname}/classes`]) {
    await stranger.goto(`${inject('urls').portal}${page}`);
    await stranger.getByRole('alert').waitFor();
    const shown = (await stranger.getByRole('main').textContent()) ?? '';
    expect(shown).not.toContain('Adaeze');
    expect(shown).not.toContain('Northfield');
    expect(shown).not.toMatch(/\d h/);
    await checkScreen(stranger, `refusal at ${page.split('/').at(-1)}`);
  }
});
