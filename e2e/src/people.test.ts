import { expect, inject, test } from 'vitest';
import { checkScreen } from './browser/check-screen.js';
import { laptop, phone, useVisits } from './browser/visits.js';
import { linkTo } from './portal/link-in-letter.js';
import { people } from './portal/people.js';
import { signIn } from './portal/sign-in.js';

const visits = useVisits();
const newcomer = { name: 'Nadia Newell', email: 'nadia.newell@northfield.example' };
const [password, another] = ['copper lathe winter seven', 'silver drill summer nine'];

test('an employer invites a mentor, who comes in by the link, forgets the password, and leaves', async () => {
  const office = await visits.open(laptop);
  await signIn(office, people.carol);
  await office.getByRole('link', { name: 'Our people' }).click();
  await office.getByRole('heading', { name: 'Our people' }).waitFor();
  await office.getByRole('button', { name: 'Invite somebody' }).click();
  await office.getByRole('radio', { name: 'Mentor' }).check();
  await office.getByRole('textbox', { name: 'Name' }).fill(newcomer.name);
  await office.getByRole('textbox', { name: 'E-mail' }).fill(newcomer.email);
  await checkScreen(office, 'inviting somebody');
  await office.getByRole('button', { name: 'Invite', exact: true }).click();
  await office
    .getByRole('status')
    .filter({ hasText: `a letter went to ${newcomer.email}` })
    .waitFor();
  await checkScreen(office, 'people of an employer');

  const mentor = await visits.open(phone);
  await mentor.goto(await linkTo(newcomer.email, 'welcome'));
  await mentor.getByRole('heading', { name: /^Carol Jensen invites you/ }).waitFor();
  await checkScreen(mentor, 'the page behind an invitation');
  await mentor.getByLabel(/^Password/).fill(password);
  await mentor.getByRole('button', { name: 'Come in' }).click();
  await mentor.getByRole('heading', { name: 'To approve' }).waitFor();
  expect(mentor.url()).not.toContain('#');
  await mentor.getByRole('button', { name: /^Account of/ }).click();
  await mentor.getByRole('link', { name: 'Password and devices' }).click();
  await mentor.getByText('this one').waitFor();
  await checkScreen(mentor, 'password and devices');

  const elsewhere = await visits.open(laptop);
  await elsewhere.goto(`${inject('urls').portal}/forgot`);
  await elsewhere.getByLabel('E-mail').fill(newcomer.email);
  await elsewhere.getByRole('button', { name: 'Send the link' }).click();
  await elsewhere.getByRole('status').filter({ hasText: 'has an account here' }).waitFor();
  await checkScreen(elsewhere, 'a forgotten password');
  await elsewhere.goto(await linkTo(newcomer.email, 'reset'));
  await elsewhere.getByLabel(/^New password/).fill(another ?? '');
  await checkScreen(elsewhere, 'choosing a new password');
  await elsewhere.getByRole('button', { name: 'Keep the new password' }).click();
  await elsewhere.getByRole('status').filter({ hasText: 'Your password is changed' }).waitFor();
  await elsewhere.getByRole('link', { name: 'Go to the sign-in' }).click();
  await elsewhere.getByLabel('E-mail').fill(newcomer.email);
  await elsewhere.getByLabel('Password', { exact: true }).fill(another ?? '');
  await elsewhere.getByRole('button', { name: 'Sign in', exact: true }).click();
  await elsewhere.getByRole('heading', { name: 'To approve' }).waitFor();

  await office.reload();
  await office.getByRole('button', { name: `End the role of ${newcomer.name} as mentor` }).click();
  await office.getByRole('button', { name: 'End the role', exact: true }).click();
  await office
    .getByRole('status')
    .filter({ hasText: `${newcomer.name} has no role as mentor` })
    .waitFor();
  await elsewhere.reload();
  await elsewhere.getByText('This page is for mentors').first().waitFor();
});

test('a sponsor sees the partners, and brings in a college', async () => {
  const page = await visits.open(phone);
  await signIn(page, people.ines);
  await page.getByRole('link', { name: 'Our people' }).click();
  await page.getByRole('button', { name: 'Invite an employer or a college' }).click();
  await page.getByRole('radio', { name: 'College' }).check();
  await page.getByRole('textbox', { name: 'Name of the organization' }).fill('Harbor College');
  await page.getByRole('textbox', { name: 'Name of its administrator' }).fill('Hanna Harbor');
  await page.getByRole('textbox', { name: 'E-mail of its administrator' }).fill('hanna@harbor.example');
  await page.getByRole('button', { name: 'Invite', exact: true }).click();
  await page.getByRole('status').filter({ hasText: 'a letter went to hanna@harbor.example' }).waitFor();
  await page.getByText('Harbor College', { exact: true }).waitFor();
  // The demo's college, and the new one until its administrator has come in.
  await expect.poll(() => page.getByText('no administrator yet').count(), { timeout: 10_000 }).toBe(2);
  await checkScreen(page, 'people of a sponsor');
});
