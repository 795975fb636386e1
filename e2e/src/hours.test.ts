import type { Page } from 'playwright-core';
import { expect, inject, test } from 'vitest';
import { checkScreen } from './browser/check-screen.js';
import { laptop, phone, useVisits } from './browser/visits.js';
import { checkNumbers, checkSignOffs } from './portal/check-numbers.js';
import { approveAll, openQueue, queueOf, returnEntry } from './portal/decide-hours.js';
import { readEntriesBehind } from './portal/entries-behind.js';
import { logHours } from './portal/log-hours.js';
import { openApprentices } from './portal/open-apprentices.js';
import { people } from './portal/people.js';
import { readNumbers } from './portal/record-numbers.js';
import { signIn } from './portal/sign-in.js';

const visits = useVisits();
const { adaeze, lucia, priya } = people;
const operate = 'Operate production equipment';
const setUp = 'Set up production equipment';
const note = 'press line 7, night crew';
const reason = 'Half an hour of that was the safety walk. Please take it out.';

const openRecord = async (page: Page) => {
  await page.goto(`${inject('urls').portal}/record`);
  return readNumbers(page);
};

test('hours from a phone are credited when the mentor has approved them, and not before', async () => {
  const apprentice = await visits.open(phone);
  await apprentice.goto(inject('urls').portal);
  await apprentice.getByRole('heading', { name: 'Look around as' }).waitFor();
  await checkScreen(apprentice, 'sign-in');
  await signIn(apprentice, adaeze);
  const before = await readNumbers(apprentice);
  await checkScreen(apprentice, 'own record');

  const work = [
    { process: operate, time: '3:30' },
    { process: setUp, time: '2' },
  ];
  const sent = await logHours(apprentice, { work, note, mentor: lucia.name });
  expect(sent).toMatch(/^Sent to Lucia Okafor: 5 h 30 on /);
  await checkScreen(apprentice, 'log');

  // Waiting stands beside what counts, never in it.
  const sentNumbers = await openRecord(apprentice);
  expect(sentNumbers).toEqual({ ...before, waiting: before.waiting + 330 });
  const waiting = await readEntriesBehind(
    apprentice,
    apprentice.getByRole('button', { name: / wait: open what waits$/ }),
  );
  expect(waiting.minutes).toBe(sentNumbers.waiting);
  expect(waiting.lines.filter((line) => line.includes(note))).toHaveLength(2);

  const mentor = await visits.open(phone);
  await signIn(mentor, lucia);
  await openQueue(mentor);
  await queueOf(mentor, adaeze.name).getByText(note).first().waitFor();
  await checkScreen(mentor, 'queue');
  await returnEntry(mentor, { apprentice: adaeze.name, process: operate, reason });
  expect(await approveAll(mentor)).toMatch(/^Approve \d+ entries, /);
  await checkScreen(mentor, 'queue after an approval');

  // All of it but what came back is on the record at once, and nothing waits.
  const approved = await openRecord(apprentice);
  expect(approved).toEqual({
    ...before,
    credited: before.credited + before.waiting + 120,
    onTheJob: before.onTheJob + before.waiting + 120,
    waiting: 0,
  });

  await correctReturned(apprentice);
  expect(await openRecord(apprentice)).toEqual({ ...approved, waiting: 180 });

  await openQueue(mentor);
  expect(await approveAll(mentor)).toBe('Approve 1 entry, 3 h');
  await mentor.getByRole('button', { name: 'Undo' }).click();
  await queueOf(mentor, adaeze.name).getByText(note).waitFor();
  expect(await openRecord(apprentice)).toEqual({ ...approved, waiting: 180 });

  expect(await approveAll(mentor)).toBe('Approve 1 entry, 3 h');
  expect(await openRecord(apprentice)).toEqual({
    ...approved,
    credited: approved.credited + 180,
    onTheJob: approved.onTheJob + 180,
  });
  expect(await checkNumbers(apprentice)).toBeGreaterThanOrEqual(20);
  await checkOpened(apprentice);
});

test('a sign-off by the mentor stands in the Job Book of the apprentice with its level and comment', async () => {
  const comment = 'Set the guards and proved the first piece alone.';
  const mentor = await visits.open(phone);
  await signIn(mentor, lucia);
  await openApprentices(mentor);
  await checkScreen(mentor, 'people');
  await mentor.getByRole('link', { name: adaeze.name }).click();
  await mentor.getByRole('region', { name: 'What counts' }).waitFor();
  await checkScreen(mentor, 'record as a mentor');
  await mentor.getByRole('link', { name: 'Job Book', exact: true }).click();
  await mentor.getByRole('button', { name: 'Open', exact: true }).click();
  const open = mentor.getByRole('button', { name: /^Sign off: / }).first();
  const competency = ((await open.getAttribute('aria-label')) ?? '').replace('Sign off: ', '');
  await checkScreen(mentor, 'Job Book as a mentor');
  await open.click();
  await mentor.getByRole('radio', { name: /^3 / }).check();
  await mentor.getByLabel('Comment').fill(comment);
  await checkScreen(mentor, 'sign-off');
  await mentor.getByRole('dialog').getByRole('button', { name: 'Sign off', exact: true }).click();
  await mentor.getByRole('status').filter({ hasText: 'Signed off at level 3.' }).waitFor();

  const apprentice = await visits.open(phone);
  await signIn(apprentice, adaeze);
  await checkSignOffs(apprentice);
  await apprentice.goto(`${inject('urls').portal}/job-book`);
  const line = apprentice.getByRole('listitem').filter({ hasText: competency });
  await line.getByText('signed by Lucia Okafor').waitFor();
  expect(await line.textContent()).toContain('level 3');
  expect(await line.textContent()).toContain(comment);
  await checkScreen(apprentice, 'own Job Book');
  await apprentice.goto(`${inject('urls').portal}/classes`);
  await apprentice.getByRole('region', { name: 'Instruction altogether' }).waitFor();
  await checkScreen(apprentice, 'own classes');
});

test('nothing of the form for hours is covered, with times and skills opened', async () => {
  const page = await visits.open(laptop);
  await signIn(page, priya);
  await page.goto(`${inject('urls').portal}/log`);
  await page.getByRole('region', { name: 'What did you work on?' }).getByRole('button', { name: operate }).click();
  await page.getByRole('button', { name: 'Add times or skills' }).click();
  await page.getByRole('textbox', { name: 'Start' }).waitFor();
  await checkScreen(page, 'log with times and skills');
  const another = page.getByRole('button', { name: 'Another work process' });
  await another.scrollIntoViewIfNeeded();
  const isOnTop = await another.evaluate((button) => {
    const { left, bottom } = button.getBoundingClientRect();
    return button.contains(document.elementFromPoint(left + 12, bottom - 3));
  });
  expect(isOnTop).toBe(true);
});

/** The entry came back with the mentor's reason; corrected to three hours it is sent again. */
async function correctReturned(apprentice: Page): Promise<void> {
  await apprentice.goto(`${inject('urls').portal}/log`);
  const back = apprentice
    .getByRole('region', { name: 'Sent back to you' })
    .getByRole('listitem')
    .filter({ hasText: note });
  await back.waitFor();
  expect(await back.textContent()).toContain(reason);
  expect(await back.textContent()).toContain(`sent back by ${lucia.name}`);
  await checkScreen(apprentice, 'an entry sent back');
  await back.getByRole('button', { name: 'Correct and send again' }).click();
  const dialog = apprentice.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Time worked' }).fill('3');
  await checkScreen(apprentice, 'correcting an entry');
  await dialog.getByRole('button', { name: `Send to ${lucia.name}` }).click();
  await back.waitFor({ state: 'detached' });
}

/** An opened number is a screen too. */
async function checkOpened(apprentice: Page): Promise<void> {
  await apprentice.getByRole('button', { name: / count: open all entries$/ }).click();
  await apprentice.getByRole('dialog').getByRole('listitem').first().waitFor();
  await checkScreen(apprentice, 'entries behind a number');
}
