import type { Page } from 'playwright-core';
import { expect, inject, test } from 'vitest';
import { checkScreen } from './browser/check-screen.js';
import { addVirtualPasskeys } from './browser/virtual-passkeys.js';
import { laptop, phone, useVisits } from './browser/visits.js';
import { AuthenticatorApp } from './portal/authenticator-app.js';
import { letterTo, linkTo } from './portal/link-in-letter.js';
import { people } from './portal/people.js';
import { signIn } from './portal/sign-in.js';

const visits = useVisits();
const password = 'copper lathe winter seven';

/** Invites a mentor of Northfield, who comes in on a page of their own. */
async function newMentor(office: Page, name: string, email: string): Promise<Page> {
  await office.goto(`${inject('urls').portal}/people`);
  await office.getByRole('button', { name: 'Invite somebody' }).click();
  await office.getByRole('radio', { name: 'Mentor' }).check();
  await office.getByRole('textbox', { name: 'Name' }).fill(name);
  await office.getByRole('textbox', { name: 'E-mail' }).fill(email);
  await office.getByRole('button', { name: 'Invite', exact: true }).click();
  const page = await visits.open(phone);
  await page.goto(await linkTo(email, 'welcome'));
  await page.getByLabel(/^Password/).fill(password);
  await page.getByRole('button', { name: 'Come in' }).click();
  await page.getByRole('heading', { name: 'To approve' }).waitFor();
  return page;
}

/** Gives address and password in a browser where nobody is signed in. */
async function givePassword(page: Page, email: string): Promise<void> {
  await page.goto(`${inject('urls').portal}/sign-in`);
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

async function signOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Account of/ }).click();
  await page.getByRole('button', { name: 'Sign out', exact: true }).click();
  await page.getByRole('link', { name: 'Forgot your password?' }).waitFor();
}

test('a mentor signs in with a password and a code, with a recovery code, and with a passkey', async () => {
  const email = 'sven.sommer@northfield.example';
  const office = await visits.open(laptop);
  await signIn(office, people.carol);
  const mentor = await newMentor(office, 'Sven Sommer', email);

  await mentor.goto(`${inject('urls').portal}/account`);
  await checkScreen(mentor, 'the second step, off');
  await mentor.getByRole('button', { name: 'Set up the app' }).click();
  const dialog = mentor.getByRole('dialog', { name: 'Set up your authenticator app' });
  const app = new AuthenticatorApp((await dialog.locator('code').textContent()) ?? '');
  await checkScreen(mentor, 'setting an authenticator app up');
  await dialog.getByRole('textbox', { name: 'Code from the app' }).fill(await app.code());
  await dialog.getByRole('button', { name: 'Turn it on' }).click();
  await mentor.getByRole('heading', { name: 'Your recovery codes' }).waitFor();
  const codes = await mentor.getByRole('list', { name: 'Recovery codes' }).getByRole('listitem').allInnerTexts();
  expect(codes).toHaveLength(10);
  await checkScreen(mentor, 'recovery codes');
  await mentor.getByRole('button', { name: 'I have put them away' }).click();
  await letterTo(email, /a password alone does not open your account/);

  const asked = { status: 403, path: /^\/api\/session(\/second-step)?$/ };
  visits.expectRefusal(asked);
  const desk = await visits.open(laptop);
  await givePassword(desk, email);
  await desk.getByText('The password is right.').waitFor();
  await checkScreen(desk, 'the second step of signing in');
  await desk.getByRole('textbox', { name: /^Code from/ }).fill('1234');
  await desk.getByRole('button', { name: 'Go on' }).click();
  await desk.getByText('This code is not right.').waitFor();
  await desk.getByRole('textbox', { name: /^Code from/ }).fill(await app.code());
  await desk.getByRole('button', { name: 'Go on' }).click();
  await desk.getByRole('heading', { name: 'To approve' }).waitFor();

  const lost = await visits.open(phone);
  await givePassword(lost, email);
  await lost.getByRole('button', { name: 'Use a recovery code instead' }).click();
  await lost.getByRole('textbox', { name: /^Recovery code/ }).fill(codes[0] ?? '');
  await lost.getByRole('button', { name: 'Go on' }).click();
  await lost.getByRole('heading', { name: 'To approve' }).waitFor();
  await letterTo(email, /9 are left/);

  const device = await addVirtualPasskeys(lost);
  await lost.goto(`${inject('urls').portal}/account`);
  await lost.getByRole('button', { name: 'Add a passkey' }).click();
  await lost.getByRole('textbox', { name: /^Name of the passkey/ }).fill('My new phone');
  await checkScreen(lost, 'adding a passkey');
  await lost.getByRole('button', { name: 'Go on' }).click();
  await lost.getByRole('list', { name: 'Passkeys' }).getByText('My new phone').waitFor();
  expect(await device.count()).toBe(1);
  await checkScreen(lost, 'the second step, on');

  // Nobody touches it before the button is pressed: with a virtual device the offer where the address is typed would be taken at once.
  await device.touch(false);
  await signOut(lost);
  await checkScreen(lost, 'signing in');
  // The button asks for a challenge; a device that is touched only after it was called upon would not notice.
  await lost.route(
    '**/api/session/passkey/challenge',
    async (route) => {
      await device.touch(true);
      await route.continue();
    },
    { times: 1 },
  );
  await lost.getByRole('button', { name: 'Use a passkey' }).click();
  await lost.getByRole('heading', { name: 'To approve' }).waitFor();
  await lost.getByRole('button', { name: 'Account of Sven Sommer' }).waitFor();
});

test('an employer asks for a second step, leads a mentor through it, and helps one who is locked out', async () => {
  const email = 'mia.maurer@northfield.example';
  const office = await visits.open(laptop);
  await signIn(office, people.carol);
  const mentor = await newMentor(office, 'Mia Maurer', email);
  const refused = { status: 403, path: /^\/api\// };
  visits.expectRefusal(refused);

  await office.goto(`${inject('urls').portal}/people`);
  await office.getByRole('button', { name: 'Ask for a second step' }).click();
  await office.getByRole('checkbox', { name: 'Mentor' }).check();
  await office.getByLabel(/^From/).fill(new Date(Date.now() - 86_400_000).toISOString().slice(0, 10));
  await checkScreen(office, 'asking for a second step');
  await office.getByRole('button', { name: 'Keep it' }).click();
  await office.getByText(/^Asked of mentor from/).waitFor();
  try {
    const device = await addVirtualPasskeys(mentor);
    await mentor.goto(`${inject('urls').portal}/apprentices`);
    await mentor.getByRole('heading', { name: 'One more step for your sign-in' }).waitFor();
    await checkScreen(mentor, 'one more step for the sign-in');
    await mentor.getByRole('button', { name: 'Add a passkey' }).click();
    await mentor.getByRole('textbox', { name: /^Name of the passkey/ }).fill('Phone');
    await mentor.getByRole('button', { name: 'Go on' }).click();
    await mentor.getByRole('button', { name: 'I have put them away' }).click();
    await mentor.getByRole('heading', { level: 1, name: /^(Apprentices|People)/ }).waitFor();
    expect(await device.count()).toBe(1);

    await office.reload();
    await office.getByRole('button', { name: 'Take away the second step of Mia Maurer' }).click();
    await checkScreen(office, 'taking a second step away');
    await office.getByRole('button', { name: 'Take it away' }).click();
    await office.getByRole('status').filter({ hasText: 'Mia Maurer comes in with the password alone' }).waitFor();
    await letterTo(email, /Carol Jensen of .+ took away/);
  } finally {
    await office.goto(`${inject('urls').portal}/people`);
    await office.getByRole('button', { name: 'Change this' }).click();
    await office.getByRole('checkbox', { name: 'Mentor' }).uncheck();
    await office.getByRole('button', { name: 'Keep it' }).click();
    await office.getByText(/^Nobody is asked for more/).waitFor();
  }
  const again = await visits.open(laptop);
  await givePassword(again, email);
  await again.getByRole('heading', { name: 'To approve' }).waitFor();
});
