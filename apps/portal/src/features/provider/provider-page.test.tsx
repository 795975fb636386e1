import { describe, expect, test } from 'vitest';
import { expectSoundPage } from '../../testing/expect-sound-page.js';
import { connectProvider, providerIssuer } from '../../testing/fake-providers.js';
import { northfield } from '../../testing/fake-world.js';
import { renderAs } from '../../testing/render-as.js';

const back = `/sign-in/back/${northfield.id}`;

describe('coming in with one’s organisation', () => {
  test('begins with the address alone, and comes back to the page that was asked for', async () => {
    const { screen, left } = await renderAs(null, '/queue');
    await screen.getByRole('button', { name: 'Sign in with your organization' }).click();
    await expect.element(screen.getByText('Enter your e-mail address')).toBeVisible();
    await screen.getByLabelText('E-mail').fill('lucia@example.org');
    await screen.getByRole('button', { name: 'Sign in with your organization' }).click();
    await expect.poll(() => left).toEqual([`${providerIssuer}/authorize?login_hint=lucia@example.org`]);
    await expectSoundPage();

    const again = await renderAs(null, `${back}?code=lucia&state=1`);
    await expect.element(again.screen.getByRole('heading', { level: 1, name: 'To approve' })).toBeVisible();
    expect(again.history.location.href).not.toContain('code');
  });
  test('is refused in words that say what to do, and what was typed stays', async () => {
    const { screen, left } = await renderAs(null, '/sign-in');
    await screen.getByLabelText('E-mail').fill('lucia@elsewhere.example');
    await screen.getByRole('button', { name: 'Sign in with your organization' }).click();
    await expect.element(screen.getByText(/No organization lets its people in/)).toBeVisible();
    await expect.element(screen.getByLabelText('E-mail')).toHaveValue('lucia@elsewhere.example');
    expect(left).toEqual([]);
  });
  test('that is over says so, and leads back to the sign-in', async () => {
    const { screen } = await renderAs(null, `${back}?code=old&state=9`);
    await expect.element(screen.getByText(/This sign-in was used already/)).toBeVisible();
    await expectSoundPage();
    await screen.getByRole('link', { name: 'Go to the sign-in' }).click();
    await expect.element(screen.getByRole('heading', { level: 1, name: 'Journeybook' })).toBeVisible();
  });
});

describe('how the people of an employer sign in', () => {
  test('is set up step by step, and nothing typed is lost when it is refused', async () => {
    const { screen, left } = await renderAs('erin', '/people/sign-in');
    await expect.element(screen.getByLabelText('Redirect address, to enter at the provider')).toBeVisible();
    await screen.getByRole('textbox', { name: 'Issuer' }).fill('http://login.northfield.example');
    await screen.getByRole('textbox', { name: 'Client ID' }).fill('client-1');
    await screen.getByRole('button', { name: 'Save the provider' }).click();
    await expect.element(screen.getByText('Enter the client secret')).toBeVisible();
    await screen.getByLabelText('Client secret', { exact: false }).first().fill('secret-1');
    await screen.getByRole('button', { name: 'Save the provider' }).click();
    await expect.element(screen.getByText(/has to be a public address/)).toBeVisible();
    await screen.getByRole('textbox', { name: 'Issuer' }).fill(providerIssuer);
    await screen.getByRole('button', { name: 'Save the provider' }).click();
    await expect.element(screen.getByText(/is saved, and off until you have tested it/)).toBeVisible();

    await screen.getByRole('textbox', { name: 'Another domain' }).fill('gmail.com');
    await screen.getByRole('button', { name: 'Ask for the domain' }).click();
    await expect.element(screen.getByText('Anybody gets an address there.')).toBeVisible();
    await screen.getByRole('textbox', { name: 'Another domain' }).fill('northfield.example');
    await screen.getByRole('button', { name: 'Ask for the domain' }).click();
    await expect.element(screen.getByText('waits for the sponsor')).toBeVisible();

    await screen.getByRole('checkbox', { name: 'People come in with it' }).click();
    await expect.element(screen.getByText('Test it first.')).toBeVisible();
    await screen.getByRole('button', { name: 'Test the sign-in' }).click();
    await expect.poll(() => left).toEqual([`${providerIssuer}/authorize?test`]);
    await expectSoundPage();
  });
  test('was tested: what the provider says of one is shown', async () => {
    const { screen } = await renderAs('erin', `${back}?code=test&state=2`);
    await expect.element(screen.getByRole('heading', { level: 1, name: 'The sign-in was tested' })).toBeVisible();
    await expect.element(screen.getByText('erin@example.org')).toBeVisible();
    await expectSoundPage();
  });
  test('is turned off, and somebody is disconnected', async () => {
    const { screen, api } = await renderAs('erin', '/people/sign-in', ({ state }) => connectProvider(state));
    await expect.element(screen.getByText(/1 person of Northfield Castings has an address in none/)).toBeVisible();
    await screen.getByRole('checkbox', { name: /^Only this way/ }).click();
    await expect.element(screen.getByText('Come in that way yourself first.')).toBeVisible();
    await screen.getByRole('button', { name: 'Disconnect Lucia Okafor' }).click();
    await expect.element(screen.getByText(/Lucia Okafor is disconnected/)).toBeVisible();
    await screen.getByRole('checkbox', { name: 'People come in with it' }).click();
    await expect.element(screen.getByText('The sign-in of Northfield Castings is off.')).toBeVisible();
    expect(api.state.providers.employer.provider?.isOn).toBe(false);
  });
  test('has its domains allowed by the sponsor', async () => {
    const { screen } = await renderAs('wanda', '/people/sign-in', ({ state }) => {
      state.providers.employer.domains.push({
        domain: 'northfield.example',
        requestedAt: '2026-03-01T08:00:00Z',
        allowedAt: null,
      });
    });
    await screen.getByRole('button', { name: 'Allow northfield.example for Northfield Castings' }).click();
    await expect.element(screen.getByText('northfield.example is allowed for Northfield Castings.')).toBeVisible();
    await expectSoundPage();
  });
  test('is nothing for a mentor', async () => {
    const { screen } = await renderAs('lucia', '/people/sign-in');
    await expect.element(screen.getByText(/This page is for administrators/).first()).toBeVisible();
  });
});
