import { expect, inject, test } from 'vitest';
import { checkScreen } from './browser/check-screen.js';
import { laptop, phone, useVisits } from './browser/visits.js';
import { linkTo } from './portal/link-in-letter.js';
import { logHours } from './portal/log-hours.js';
import { openApprentices } from './portal/open-apprentices.js';
import { people } from './portal/people.js';
import { signIn } from './portal/sign-in.js';

const visits = useVisits();

test('an apprentice shows a QR code, and the mentor decides by a link of their own, without signing in', async () => {
  visits.expectRefusal({ status: 410, path: /^\/api\/mentor-link$/ });
  visits.expectRefusal({ status: 401, path: /^\/api\/mentor-link/ });
  const apprentice = await visits.open(phone);
  await signIn(apprentice, people.adaeze);
  // Other journeys may have had all her hours approved.
  await logHours(apprentice, {
    work: [{ process: 'Operate production equipment', time: '0:30' }],
    note: 'for the mentor’s own phone',
    mentor: people.lucia.name,
  });
  await apprentice.goto(`${inject('urls').portal}/ask-mentor`);
  await apprentice.getByRole('button', { name: 'Show the code' }).click();
  await apprentice.getByRole('img', { name: 'QR code for your mentor' }).waitFor();
  await checkScreen(apprentice, 'a QR code for a mentor');
  const address = await apprentice.getByRole('link', { name: 'Open the page here' }).getAttribute('href');

  const mentor = await visits.open(phone);
  await mentor.goto(address ?? '');
  await mentor.getByRole('heading', { name: 'Adaeze Dike asks you' }).waitFor();
  await checkScreen(mentor, 'the page behind a QR code');
  await mentor.getByLabel('Your e-mail').fill(people.lucia.email);
  await mentor.getByRole('button', { name: 'Send me the link' }).click();
  await mentor.getByRole('status').filter({ hasText: 'a letter with your link' }).waitFor();
  const link = await linkTo(people.lucia.email, 'mentor');
  await mentor.goto(link);
  await checkScreen(mentor, 'the page behind a mentor’s link');
  await mentor.getByRole('button', { name: 'Show what waits' }).click();
  await mentor.getByRole('heading', { level: 1, name: 'To approve' }).waitFor();
  expect(mentor.url()).not.toContain('#');
  await mentor.getByRole('checkbox', { name: 'Choose all' }).check();
  await checkScreen(mentor, 'deciding by a link');
  await mentor.getByRole('button', { name: /^Approve/ }).click();
  await mentor.getByText('Nothing waits for you').waitFor();
  await mentor.reload();
  await mentor.getByText('Nothing waits for you').waitFor();
  await mentor.getByRole('button', { name: 'I am done' }).click();
  await mentor.getByRole('heading', { name: 'Thank you' }).waitFor();

  const again = await visits.open(phone);
  await again.goto(link);
  await again.getByRole('button', { name: 'Show what waits' }).click();
  await again.getByText('it opens once').waitFor();
  await checkScreen(again, 'a mentor’s link that was used');

  const office = await visits.open(laptop);
  await signIn(office, people.carol);
  await openApprentices(office);
  await office.getByRole('link', { name: people.adaeze.name }).first().click();
  await office.getByRole('link', { name: 'Agreement' }).click();
  await office
    .getByRole('list', { name: 'Links that were sent' })
    .getByText(/approved \d+ entr/)
    .waitFor();
  await checkScreen(office, 'links to mentors');
});
