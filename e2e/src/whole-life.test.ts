import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { expect, inject, test } from 'vitest';
import { checkScreen } from './browser/check-screen.js';
import { laptop, phone, useVisits } from './browser/visits.js';
import { openQueue } from './portal/decide-hours.js';
import { readEntriesBehind } from './portal/entries-behind.js';
import { openApprentices } from './portal/open-apprentices.js';
import { type Person, people } from './portal/people.js';
import { signIn } from './portal/sign-in.js';

const visits = useVisits();
const { ines, carol, marcus, samuel, tomas, ben, lucia, adaeze } = people;

const dayBefore = (days: number): string => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);

/** The line of a person in one part of the to-do; what waits is there without a search. */
const waitingLine = (page: Page, part: string, person: Person) =>
  page.getByRole('region', { name: part }).getByRole('listitem').filter({ hasText: person.name });

const said = (page: Page, words: RegExp | string) => page.getByRole('status').filter({ hasText: words });

test('advanced standing that the sponsor grants is on the record of the apprentice, with who granted it and why', async () => {
  const sponsor = await visits.open(laptop);
  await signIn(sponsor, ines);
  await sponsor.getByRole('heading', { name: 'To do', level: 1 }).waitFor();
  await checkScreen(sponsor, 'to do');
  await waitingLine(sponsor, 'Advanced standing to decide', tomas).getByRole('link').click();
  await checkScreen(sponsor, 'a request for advanced standing');
  await sponsor.getByRole('button', { name: 'Decide', exact: true }).click();
  await sponsor.getByRole('textbox', { name: 'Hours granted of Operate production equipment' }).fill('60');
  await sponsor.getByRole('textbox', { name: 'Reason' }).fill('The letter proves one of the two summers.');
  await checkScreen(sponsor, 'deciding a request');
  await sponsor.getByRole('button', { name: 'Grant 60 h on the job' }).click();
  await said(sponsor, 'Granted: 60 h on the job. It counts now.').waitFor();
  await sponsor.getByRole('link', { name: /^To do/ }).click();
  await sponsor.getByRole('region', { name: 'Notices to the agency' }).waitFor();
  await waitingLine(sponsor, 'Advanced standing to decide', tomas).waitFor({ state: 'detached' });

  const apprentice = await visits.open(phone);
  await signIn(apprentice, tomas);
  const number = apprentice.getByRole('button', { name: / in Operate production equipment: open the entries$/ });
  const { lines } = await readEntriesBehind(apprentice, number);
  const granted = lines.filter((line) => line.includes('advanced standing'));
  expect(granted).toHaveLength(1);
  expect(granted[0]).toContain('60 h · advanced standing');
  expect(granted[0]).toContain(`granted by ${ines.name}`);
  expect(granted[0]).toContain('The letter proves one of the two summers.');
});

test('the sponsor reviews what an apprentice has done and awards completion, which closes the record', async () => {
  const sponsor = await visits.open(laptop);
  await signIn(sponsor, ines);
  await waitingLine(sponsor, 'Completions to review', samuel).getByRole('link').click();
  await sponsor.getByRole('heading', { name: `Completion of ${samuel.name}` }).waitFor();
  await checkScreen(sponsor, 'a completion to review');
  for (const group of ['Hours on the job', 'Skills', 'Instruction', 'Completion credentials']) {
    const part = sponsor.getByRole('region', { name: group, exact: true });
    const fold = part.getByRole('button', { name: new RegExp(`^${group}`) });
    if ((await fold.getAttribute('aria-expanded')) === 'false') await fold.click();
    await part.getByRole('button', { name: /^Accept all \d+ met$/ }).click();
    await part.getByRole('button', { name: 'Everything met is reviewed' }).waitFor();
  }
  await sponsor.getByRole('button', { name: 'Award completion…' }).click();
  await checkScreen(sponsor, 'awarding completion');
  await sponsor.getByRole('dialog').getByRole('button', { name: 'Award completion' }).click();
  await sponsor.getByRole('region', { name: 'Completed' }).getByText(`awarded completion to ${samuel.name}`).waitFor();
  await checkScreen(sponsor, 'a completion that is awarded');

  await sponsor.getByRole('link', { name: 'Agreement', exact: true }).click();
  const status = sponsor.getByRole('region', { name: 'Status' });
  await status
    .getByText(/^Completed since/)
    .first()
    .waitFor();
  expect(await status.getByRole('button').count()).toBe(0);
  await checkScreen(sponsor, 'an agreement that is completed');

  // A mentor's acts are gone with it.
  const mentor = await visits.open(laptop);
  await signIn(mentor, ben);
  await openApprentices(mentor);
  await mentor.getByRole('link', { name: samuel.name }).click();
  await mentor.getByRole('link', { name: 'Job Book', exact: true }).click();
  await mentor.getByRole('heading', { name: `Job Book of ${samuel.name}` }).waitFor();
  await mentor.getByText('76 of 76 signed').waitFor();
  expect(
    await mentor.getByRole('button', { name: /^(Sign off|Sign a higher level|Observed|Demonstrated): / }).count(),
  ).toBe(0);
});

test('the sponsor registers an apprentice, and is told by when the agency must know', async () => {
  const name = 'Nadia Osman';
  const page = await visits.open(laptop);
  await signIn(page, ines);
  await openApprentices(page);
  await checkScreen(page, 'apprentices of the sponsor');
  await page.getByRole('link', { name: 'Register an apprentice' }).click();
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill(name);
  await page.getByRole('textbox', { name: 'E-mail' }).fill('nadia.osman@northfield.example');
  await page.getByLabel('Employer').selectOption({ label: 'Northfield Castings' });
  await page.getByLabel('Program').selectOption({ label: 'Industrial Manufacturing Technician, 2026.1' });
  await page.getByLabel('First day').fill(dayBefore(3));

  // Nothing is sent before it is complete.
  await page.getByRole('button', { name: 'Register', exact: true }).click();
  await page.getByText('Choose the date of birth').waitFor();
  await checkScreen(page, 'registering with something missing');
  await page.getByLabel('Date of birth').fill('2004-05-17');
  await page.getByLabel('Signed by the apprentice on').fill(dayBefore(10));
  await page.getByRole('button', { name: 'Register', exact: true }).click();

  await page.getByRole('heading', { name: `Agreement of ${name}` }).waitFor();
  const status = page.getByRole('region', { name: 'Status' });
  await status
    .getByText(/^On probation since/)
    .first()
    .waitFor();
  const notice = page.getByRole('region', { name: 'Notices to Office of Apprenticeship' }).getByRole('listitem');
  expect(await notice.allInnerTexts()).toEqual([expect.stringMatching(/^Registered [^]*report by /)]);
  await checkScreen(page, 'a new agreement');
});

test('an overdue wage step is gone from the to-do once its pay is recorded', async () => {
  const page = await visits.open(phone);
  await signIn(page, carol);
  const line = waitingLine(page, 'Wage steps to pay', marcus);
  expect(await line.textContent()).toContain('overdue');
  await line.getByRole('link').click();
  await checkScreen(page, 'wages');
  await page.getByRole('button', { name: /^Record the pay of step 2/ }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Dollars an hour' }).fill('21.25');
  await checkScreen(page, 'recording what is paid');
  await dialog.getByRole('button', { name: 'Record', exact: true }).click();
  await said(page, /^Recorded: \$21\.25 an hour since/).waitFor();
  await page.getByRole('region', { name: 'What is paid now' }).getByText('$21.25').waitFor();

  await page.getByRole('link', { name: /^To do/ }).click();
  await page.getByRole('heading', { name: 'To do', level: 1 }).waitFor();
  await line.waitFor({ state: 'detached' });
});

test('a mentor answers the sign-off that waits, from the queue', async () => {
  const page = await visits.open(phone);
  await signIn(page, lucia);
  await openQueue(page);
  const asked = page.getByRole('region', { name: 'Sign-offs asked for' });
  const answer = asked.getByRole('button', { name: /^Sign off: .*, Adaeze Dike$/ });
  const skill = ((await answer.getAttribute('aria-label')) ?? '').slice(
    'Sign off: '.length,
    -`, ${adaeze.name}`.length,
  );
  await answer.click();
  const dialog = page.getByRole('dialog', { name: `Sign off for ${adaeze.name}` });
  await dialog.getByLabel('Comment').fill('All week on line 2, and alone.');
  await checkScreen(page, 'answering a request');
  await dialog.getByRole('button', { name: 'Sign off', exact: true }).click();
  await said(page, /: Signed off at level 3\./).waitFor();
  await asked.waitFor({ state: 'detached' });

  const apprentice = await visits.open(phone);
  await signIn(apprentice, adaeze);
  await apprentice.goto(`${inject('urls').portal}/job-book`);
  const line = apprentice.getByRole('listitem').filter({ hasText: skill });
  expect(await line.innerText()).toContain('“All week on line 2, and alone.”');
});

test('an apprentice asks for a sign-off and reads in the Job Book what is still missing', async () => {
  const apprentice = await visits.open(phone);
  await signIn(apprentice, tomas);
  await apprentice.goto(`${inject('urls').portal}/job-book`);
  const ask = apprentice.getByRole('button', { name: /^Ask for a sign-off: / }).last();
  const skill = ((await ask.getAttribute('aria-label')) ?? '').replace('Ask for a sign-off: ', '');
  await checkScreen(apprentice, 'own Job Book with what can be asked');
  await ask.click();
  await apprentice.getByRole('dialog').getByLabel('Note').fill('Twice today at cell 3');
  await checkScreen(apprentice, 'asking for a sign-off');
  await apprentice.getByRole('button', { name: `Ask ${ben.name}` }).click();
  await said(apprentice, `Asked ${ben.name} for this sign-off.`).waitFor();

  const mentor = await visits.open(phone);
  await signIn(mentor, ben);
  await openQueue(mentor);
  await mentor.getByText('Twice today at cell 3').waitFor();
  await checkScreen(mentor, 'a queue with a request');
  await mentor.getByRole('button', { name: `Not yet: ${skill}, ${tomas.name}` }).click();
  await mentor.getByLabel('What is still missing').fill('Once more with me beside you, then I sign.');
  await mentor.getByRole('dialog').getByRole('button', { name: 'Send' }).click();
  await said(mentor, `${tomas.name} reads what is still missing`).waitFor();

  await apprentice.reload();
  const line = apprentice.getByRole('listitem').filter({ hasText: skill });
  await line.getByRole('button', { name: `Ask again: ${skill}` }).waitFor();
  expect(await line.innerText()).toContain('Once more with me beside you, then I sign.');
  await checkScreen(apprentice, 'own Job Book with an answer');
});

test('a program from a file becomes a draft that says what is to be put right, and goes without a trace', async () => {
  const shipped = await readFile(
    new URL('../../apps/api/programs/maintenance-technician.yaml', import.meta.url),
    'utf8',
  );
  const file = shipped
    .replace('version: "example-1"', 'version: "trial-7"')
    .replace('ojt_hours: 8000', 'ojt_hours: 8100');
  const page = await visits.open(laptop);
  await signIn(page, ines);
  await page.getByRole('link', { name: 'Programs' }).click();
  await checkScreen(page, 'programs');
  await page.getByRole('button', { name: 'Import…' }).click();
  const dialog = page.getByRole('dialog');
  const choose = (name: string, text: string) =>
    dialog.getByLabel('File').setInputFiles({ name, mimeType: 'application/yaml', buffer: Buffer.from(text) });
  await choose('trial.yaml', file);
  await checkScreen(page, 'importing a program');
  await dialog.getByRole('button', { name: 'Import', exact: true }).click();

  await page.getByRole('heading', { name: 'Draft of trial-7' }).waitFor();
  const findings = page.getByRole('region', { name: 'What to put right' });
  await findings.getByText('The parts add up to 8000 h, the total says 8100 h.').waitFor();
  await checkScreen(page, 'a draft with something to put right');
  await page.getByRole('button', { name: 'Discard…' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Discard the draft' }).click();
  await page.getByRole('heading', { name: 'Programs', level: 1 }).waitFor();
  await expect.poll(() => page.getByText('trial-7').count()).toBe(0);
});
