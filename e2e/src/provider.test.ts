import { startProvider } from '@journeybook/test-provider';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { checkScreen } from './browser/check-screen.js';
import { laptop, phone, useVisits } from './browser/visits.js';
import { people } from './portal/people.js';
import { signIn } from './portal/sign-in.js';

const visits = useVisits();
let provider: Awaited<ReturnType<typeof startProvider>>;
beforeAll(async () => {
  provider = await startProvider();
  for (const { email } of [people.carol, people.lucia])
    provider.users.set(email, { sub: email, email, email_verified: true });
});
afterAll(() => provider.stop());

/** Signs in on the page of the provider. */
async function signInThere(page: Page, login: string): Promise<void> {
  await page.getByRole('heading', { name: 'College sign-in' }).waitFor();
  await page.getByLabel('User').fill(login);
  await page.getByRole('button', { name: 'Go on' }).click();
}

test('an employer connects its own sign-in, the sponsor allows the domain, and a mentor comes in by it', async () => {
  // The provider has no icon for its tab.
  visits.expectRefusal({ status: 404, path: /^\/favicon\.ico$/ });
  const office = await visits.open(laptop);
  await signIn(office, people.carol);
  await office.getByRole('link', { name: 'Our people' }).click();
  await office.getByRole('link', { name: 'How your people sign in' }).click();
  const redirect = office.getByRole('textbox', { name: 'Redirect address, to enter at the provider' });
  await redirect.waitFor();
  provider.register(await redirect.inputValue());
  await office.getByRole('textbox', { name: 'Issuer' }).fill(provider.issuer);
  await office.getByRole('textbox', { name: 'Client ID' }).fill(provider.clientId);
  await office.getByRole('textbox', { name: 'Client secret' }).fill(provider.secret);
  await office.getByRole('button', { name: 'Save the provider' }).click();
  await office.getByRole('status').filter({ hasText: 'off until you have tested it' }).waitFor();
  await office.getByRole('textbox', { name: 'Another domain' }).fill('northfield.example');
  await office.getByRole('button', { name: 'Ask for the domain' }).click();
  await office.getByText('waits for the sponsor').waitFor();
  await checkScreen(office, 'connecting a sign-in');
  await office.getByRole('button', { name: 'Test the sign-in' }).click();
  await signInThere(office, people.carol.email);
  await office.getByRole('heading', { name: 'The sign-in was tested' }).waitFor();
  await checkScreen(office, 'a sign-in that was tested');

  const sponsor = await visits.open(phone);
  await signIn(sponsor, people.ines);
  await sponsor.goto(`${inject('urls').portal}/people/sign-in`);
  await sponsor.getByRole('button', { name: /^Allow northfield\.example/ }).click();
  await sponsor.getByRole('status').filter({ hasText: 'northfield.example is allowed' }).waitFor();
  await checkScreen(sponsor, 'domains of partners');

  await office.getByRole('link', { name: 'Back to how your people sign in' }).click();
  await office.getByRole('checkbox', { name: 'People come in with it' }).click();
  await office.getByRole('status').filter({ hasText: 'is on.' }).waitFor();

  const mentor = await visits.open(phone);
  await mentor.goto(`${inject('urls').portal}/queue`);
  await mentor.getByLabel('E-mail').fill(people.lucia.email);
  await checkScreen(mentor, 'signing in with the organization');
  await mentor.getByRole('button', { name: 'Sign in with your organization' }).click();
  await signInThere(mentor, people.lucia.email);
  await mentor.getByRole('heading', { level: 1, name: 'To approve' }).waitFor();
  expect(mentor.url()).toBe(`${inject('urls').portal}/queue`);

  await office.reload();
  await office.getByRole('list', { name: 'Who came in with it' }).getByText(people.lucia.name).waitFor();
  await office.getByRole('checkbox', { name: 'People come in with it' }).click();
  await office.getByRole('status').filter({ hasText: 'is off.' }).waitFor();
});
