import { describe, expect, test } from 'vitest';
import { expectSoundPage } from '../../testing/expect-sound-page.js';
import type { FakeApi } from '../../testing/fake-api.js';
import { recoveryCodes, rightCode } from '../../testing/fake-second-factor.js';
import { refusal } from '../../testing/fake-transport.js';
import { renderAs } from '../../testing/render-as.js';

const withApp = ({ state }: FakeApi) => {
  state.secondFactor.authenticator = true;
};

/** The sign-in page after the right password. */
async function afterPassword() {
  const opened = await renderAs(null, '/queue', withApp);
  await opened.screen.getByLabelText('E-mail').fill('lucia@example.org');
  await opened.screen.getByLabelText('Password', { exact: true }).fill('journeybook');
  await opened.screen.getByRole('button', { name: 'Sign in' }).click();
  await expect.element(opened.screen.getByText(/^The password is right/)).toBeVisible();
  return opened;
}

describe('the second step of signing in', () => {
  test('takes the code of the app, and leads to where one wanted to go', async () => {
    const { screen } = await afterPassword();
    await expectSoundPage();
    const code = screen.getByRole('textbox', { name: /^Code from your authenticator app/ });
    await screen.getByRole('button', { name: 'Go on' }).click();
    await expect.element(screen.getByText('Enter the code')).toBeVisible();
    await code.fill('000000');
    await screen.getByRole('button', { name: 'Go on' }).click();
    await expect.element(screen.getByText('This code is not right.')).toBeVisible();
    await expect.element(code).toHaveValue('000000');
    await code.fill(rightCode);
    await screen.getByRole('button', { name: 'Go on' }).click();
    await expect.element(screen.getByRole('heading', { level: 1, name: 'To approve' })).toBeVisible();
  });
  test('takes a recovery code instead', async () => {
    const { screen } = await afterPassword();
    await screen.getByRole('button', { name: 'Use a recovery code instead' }).click();
    await screen.getByRole('textbox', { name: /^Recovery code/ }).fill(recoveryCodes[3] ?? '');
    await screen.getByRole('button', { name: 'Go on' }).click();
    await expect.element(screen.getByRole('heading', { level: 1, name: 'To approve' })).toBeVisible();
  });
  test('begins again with the password when it took too long', async () => {
    const { screen, api } = await afterPassword();
    api.state.secondFactor.pending = null;
    await screen.getByRole('textbox', { name: /^Code from your authenticator app/ }).fill(rightCode);
    await screen.getByRole('button', { name: 'Go on' }).click();
    await expect.element(screen.getByRole('alert')).toMatchTextContent('Begin again');
    await screen.getByRole('button', { name: 'Begin again' }).click();
    await expect.element(screen.getByLabelText('E-mail')).toHaveValue('lucia@example.org');
  });
  test('is asked for again when a session has ended, over the page', async () => {
    const { screen, api } = await renderAs('lucia', '/queue', withApp);
    await screen.getByRole('checkbox', { name: 'Choose all' }).click();
    api.failNext('POST /api/approvals', refusal(401, 'not-signed-in', 'Sign in first.'));
    await screen.getByRole('button', { name: /^Approve/ }).click();
    await screen.getByLabelText('Password', { exact: true }).fill('journeybook');
    await screen.getByRole('button', { name: 'Sign in' }).click();
    await screen.getByRole('textbox', { name: /^Code from your authenticator app/ }).fill(rightCode);
    await screen.getByRole('button', { name: 'Go on' }).click();
    await expect.element(screen.getByText(/Your session has ended/)).not.toBeInTheDocument();
    await expect.element(screen.getByRole('heading', { level: 1, name: 'To approve' })).toBeVisible();
  });
});
