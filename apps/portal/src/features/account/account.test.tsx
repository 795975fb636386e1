import { describe, expect, test } from 'vitest';
import { knownAddress } from '../../testing/fake-account.js';
import { renderAs } from '../../testing/render-as.js';

const link = '/welcome#token-of-an-invitation';
const password = 'copper lathe winter seven';

describe('the link of an invitation', () => {
  test('lets somebody new in with a name and a password', async () => {
    const { screen, api, history } = await renderAs(null, link);
    await expect
      .element(screen.getByRole('heading', { name: 'Erin Schultz invites you to Northfield Castings' }))
      .toBeVisible();
    await expect.element(screen.getByRole('textbox', { name: 'Your name' })).toHaveValue('Nina Newcomer');
    await screen.getByRole('button', { name: 'Come in' }).click();
    await expect.element(screen.getByText('Choose a password')).toBeVisible();
    await screen.getByLabelText(/^Password/).fill('short');
    await screen.getByRole('button', { name: 'Come in' }).click();
    await expect.element(screen.getByText(/Choose a password of at least 12 characters/)).toBeVisible();
    await screen.getByLabelText(/^Password/).fill(password);
    await screen.getByRole('button', { name: 'Come in' }).click();

    await expect.element(screen.getByRole('heading', { level: 1, name: 'To approve' })).toBeVisible();
    expect(api.calls.filter(({ line }) => line === 'POST /api/welcome')).toHaveLength(1);
    expect(history.location.href).not.toContain('token');
    expect(api.calls.map(({ line }) => line).join()).not.toContain('token');
  });
  test('asks somebody with an account to sign in, and gives the role beside the others', async () => {
    const { screen, api } = await renderAs(null, link, ({ state }) => {
      state.people.opened = { ...state.people.opened, email: knownAddress, needs: 'sign-in', role: 'employer-admin' };
    });
    await screen.getByLabelText('Password', { exact: true }).fill('journeybook');
    await screen.getByRole('button', { name: 'Sign in', exact: true }).click();
    await expect.element(screen.getByRole('link', { name: 'Our people' })).toBeVisible();
    expect(api.state.signedIn?.roles.map(({ role }) => role)).toEqual(['mentor', 'employer-admin']);
  });
  test('takes one tap by whoever is signed in already', async () => {
    const { screen } = await renderAs('marcus', link, ({ state }) => {
      state.people.opened = { ...state.people.opened, email: knownAddress, needs: 'sign-in', role: 'employer-admin' };
    });
    await screen.getByRole('button', { name: 'Take the role' }).click();
    await expect.element(screen.getByRole('link', { name: 'Our people' })).toBeVisible();
  });
  test('that opens nothing says why, and leads to the sign-in', async () => {
    const { screen } = await renderAs(null, '/welcome#token-of-another-time');
    await expect.element(screen.getByRole('alert')).toMatchTextContent('was taken back');
    await expect.element(screen.getByRole('link', { name: 'Go to the sign-in' })).toBeVisible();
  });
});

describe('a forgotten password', () => {
  test('is asked for from the sign-in, and answered the same for every address', async () => {
    const { screen } = await renderAs(null, '/sign-in');
    await screen.getByRole('link', { name: 'Forgot your password?' }).click();
    await expect.element(screen.getByRole('heading', { level: 1, name: 'Forgot your password?' })).toBeVisible();
    await screen.getByRole('button', { name: 'Send the link' }).click();
    await expect.element(screen.getByText('Enter your e-mail address')).toBeVisible();
    await screen.getByRole('textbox', { name: 'E-mail' }).fill('nobody@example.org');
    await screen.getByRole('button', { name: 'Send the link' }).click();
    await expect.element(screen.getByRole('status')).toMatchTextContent('If nobody@example.org has an account here');
  });
  test('is chosen anew behind the link', async () => {
    const { screen } = await renderAs(null, '/reset#token-of-an-invitation');
    await screen.getByLabelText(/^New password/).fill('short');
    await screen.getByRole('button', { name: 'Keep the new password' }).click();
    await expect.element(screen.getByText(/at least 12 characters. A few words make a good one./)).toBeVisible();
    await screen.getByLabelText(/^New password/).fill(password);
    await screen.getByRole('button', { name: 'Keep the new password' }).click();
    await expect.element(screen.getByRole('status')).toMatchTextContent('Your password is changed');
  });
  test('needs another link when its hour is over', async () => {
    const { screen } = await renderAs(null, '/reset#token-of-another-time');
    await screen.getByLabelText(/^New password/).fill(password);
    await screen.getByRole('button', { name: 'Keep the new password' }).click();
    await expect.element(screen.getByRole('link', { name: 'Ask for another link' })).toBeVisible();
  });
});

describe('one’s own account', () => {
  test('is opened from the menu, and its password changed by whoever knows it', async () => {
    const { screen } = await renderAs('lucia', '/queue');
    await screen.getByRole('button', { name: /Account of/ }).click();
    await screen.getByRole('link', { name: 'Password and devices' }).click();
    await expect.element(screen.getByRole('heading', { level: 1, name: 'Password and devices' })).toBeVisible();
    await screen.getByLabelText(/^Password now/).fill('guess');
    await screen.getByLabelText(/^New password/).fill(password);
    await screen.getByRole('button', { name: 'Change the password' }).click();
    await expect.element(screen.getByText('This is not your password now. Try again.')).toBeVisible();
    await screen.getByLabelText(/^Password now/).fill('journeybook');
    await screen.getByRole('button', { name: 'Change the password' }).click();
    await expect.element(screen.getByText(/Your password is changed/)).toBeVisible();
    await expect.element(screen.getByLabelText(/^Password now/)).toHaveValue('');
    await expect.element(screen.getByText('Safari on iPhone')).not.toBeInTheDocument();
  });
  test('shows where one is signed in, and ends it there', async () => {
    const { screen } = await renderAs('lucia', '/account');
    const list = screen.getByRole('list', { name: 'Where you are signed in' });
    await expect.element(list).toMatchTextContent('Chrome on Windows');
    await screen.getByRole('button', { name: /Sign out Safari on iPhone/ }).click();
    await expect.element(screen.getByText('Safari on iPhone is signed out.')).toBeVisible();
    await expect.element(list).not.toMatchTextContent('Safari on iPhone');
    await screen.getByRole('button', { name: 'Sign out everywhere else' }).click();
    await expect.element(list).not.toMatchTextContent('Firefox on Linux');
    await expect.element(screen.getByRole('button', { name: 'Sign out everywhere else' })).not.toBeInTheDocument();
  });
});
