import { addDays } from '@journeybook/domain';
import { describe, expect, test } from 'vitest';
import { expectSoundPage } from '../../testing/expect-sound-page.js';
import { fakePasskey, recoveryCodes, rightCode } from '../../testing/fake-second-factor.js';
import { refusal } from '../../testing/fake-transport.js';
import { renderAs } from '../../testing/render-as.js';
import { today } from '../../ui/show-dates.js';
import { takeRememberedPage } from '../session/remembered-page.js';

describe('the second step of one’s own sign-in', () => {
  test('is set up with a picture or a key and a first code, and shows ten recovery codes once', async () => {
    const { screen } = await renderAs('lucia', '/account');
    await screen.getByRole('button', { name: 'Set up the app' }).click();
    const dialog = screen.getByRole('dialog', { name: 'Set up your authenticator app' });
    await expect.element(dialog.getByRole('img', { name: 'Picture for your authenticator app' })).toBeVisible();
    await expect.element(dialog.getByText('JBSW Y3DP EHPK 3PXP JBSW Y3DP EHPK 3PXP')).toBeVisible();
    await expectSoundPage();
    await dialog.getByRole('button', { name: 'Turn it on' }).click();
    await expect.element(dialog.getByText('Enter the code that the app shows')).toBeVisible();
    await dialog.getByRole('textbox', { name: 'Code from the app' }).fill('000000');
    await dialog.getByRole('button', { name: 'Turn it on' }).click();
    await expect.element(dialog.getByText('This code is not right.')).toBeVisible();
    await expect.element(dialog.getByRole('textbox', { name: 'Code from the app' })).toHaveValue('000000');
    await dialog.getByRole('textbox', { name: 'Code from the app' }).fill(rightCode);
    await dialog.getByRole('button', { name: 'Turn it on' }).click();

    await expect.element(screen.getByRole('heading', { name: 'Your recovery codes' })).toBeVisible();
    for (const code of recoveryCodes) await expect.element(screen.getByText(code)).toBeVisible();
    await expectSoundPage();
    await screen.getByRole('button', { name: 'I have put them away' }).click();
    await expect.element(screen.getByText(/^on since/)).toBeVisible();
    await expect.element(screen.getByText('10 codes left')).toBeVisible();
    await expect.element(screen.getByText(recoveryCodes[0] ?? '')).not.toBeInTheDocument();
  });
  test('is turned off after one question', async () => {
    const { screen } = await renderAs('lucia', '/account', ({ state }) => {
      state.secondFactor.authenticator = true;
    });
    await screen.getByRole('button', { name: 'Turn codes off' }).click();
    await screen.getByRole('dialog').getByRole('button', { name: 'Turn codes off' }).click();
    await expect.element(screen.getByRole('status').first()).toMatchTextContent('not asked for any more');
    await expect.element(screen.getByRole('button', { name: 'Set up the app' })).toBeVisible();
  });
  test('lists passkeys, which are renamed and removed', async () => {
    const { screen } = await renderAs('lucia', '/account', ({ state }) => {
      state.secondFactor.passkeys = [fakePasskey('My phone'), fakePasskey('Office laptop')];
    });
    const list = screen.getByRole('list', { name: 'Passkeys' });
    await expect.element(list).toMatchTextContent('My phone');
    await expectSoundPage();
    await screen.getByRole('button', { name: 'Rename My phone' }).click();
    await screen.getByRole('textbox', { name: 'Name' }).fill('Shop tablet');
    await screen.getByRole('button', { name: 'Keep the name' }).click();
    await expect.element(list).toMatchTextContent('Shop tablet');
    await screen.getByRole('button', { name: 'Remove Office laptop' }).click();
    await screen.getByRole('button', { name: 'Remove it' }).click();
    await expect.element(list).not.toMatchTextContent('Office laptop');
  });
});

describe('an act that could shut somebody out', () => {
  test('asks again who one is, and then does what was wanted', async () => {
    const { screen, api } = await renderAs('lucia', '/account', ({ state }) => {
      Object.assign(state.secondFactor, { authenticator: true, codesLeft: 10, fresh: false });
    });
    await screen.getByRole('button', { name: 'Make new ones' }).click();
    const dialog = screen.getByRole('dialog', { name: 'Is it still you?' });
    await expect.element(dialog.getByLabelText(/^Your password/)).toBeVisible();
    await expectSoundPage();
    await dialog.getByRole('button', { name: 'It is me' }).click();
    await expect.element(dialog.getByText('Enter your password')).toBeVisible();
    await dialog.getByLabelText(/^Your password/).fill('guess');
    await dialog.getByRole('textbox', { name: /^Code from your authenticator app/ }).fill(rightCode);
    await dialog.getByRole('button', { name: 'It is me' }).click();
    await expect.element(dialog.getByText('This is not your password now. Try again.')).toBeVisible();
    await dialog.getByLabelText(/^Your password/).fill('journeybook');
    await dialog.getByRole('button', { name: 'It is me' }).click();

    await expect.element(screen.getByRole('heading', { name: 'Your recovery codes' })).toBeVisible();
    const renewals = api.calls.filter(({ line }) => line === 'POST /api/account/recovery-codes');
    expect(renewals).toHaveLength(2);
  });
  test('lets one prove it at one’s organization, and come back to the page', async () => {
    const { screen, left } = await renderAs('lucia', '/account', ({ state }) => {
      Object.assign(state.secondFactor, { authenticator: true, codesLeft: 10, fresh: false, comesByProvider: true });
    });
    await screen.getByRole('button', { name: 'Make new ones' }).click();
    const dialog = screen.getByRole('dialog', { name: 'Is it still you?' });
    await expect.element(dialog.getByText(/You come back to it signed in anew/)).toBeVisible();
    await expectSoundPage();
    await dialog.getByRole('button', { name: 'Sign in with your organization again' }).click();
    await expect.poll(() => left).toEqual([expect.stringMatching(/prompt=login$/)]);
    expect(takeRememberedPage()).toBe('/account');
  });
  test('is asked for before one’s account is connected with one’s organization', async () => {
    const { screen, left } = await renderAs('lucia', '/account', ({ state }) => {
      state.secondFactor.fresh = false;
    });
    await screen.getByRole('button', { name: 'Connect' }).click();
    const dialog = screen.getByRole('dialog', { name: 'Is it still you?' });
    await dialog.getByLabelText(/^Your password/).fill('journeybook');
    expect(left).toEqual([]);
    await dialog.getByRole('button', { name: 'It is me' }).click();
    await expect.poll(() => left).toEqual([expect.stringMatching(/connect$/)]);
    expect(takeRememberedPage()).toBe('/account');
  });
  test('keeps what was typed beneath, and says no when one does not prove it', async () => {
    const { screen, api } = await renderAs('lucia', '/account');
    await screen.getByLabelText(/^Password now/).fill('journeybook');
    await screen.getByLabelText(/^New password/).fill('copper lathe winter seven');
    api.failNext('POST /api/account/password', refusal(403, 'fresh-sign-in-needed', 'Show once more that it is you.'));
    await screen.getByRole('button', { name: 'Change the password' }).click();
    await screen.getByRole('dialog').getByRole('button', { name: 'Go back' }).click();
    await expect.element(screen.getByText('Show once more that it is you.')).toBeVisible();
    await expect.element(screen.getByLabelText(/^New password/)).toHaveValue('copper lathe winter seven');
  });
});

describe('an organisation that asks for a second step', () => {
  test('is reminded of until the day', async () => {
    const { screen } = await renderAs('lucia', '/queue', ({ state }) => {
      Object.assign(state.secondFactor, { needed: 'soon', requiredFrom: addDays(today(), 5) });
    });
    await expect.element(screen.getByText(/Northfield Castings asks for a second step/)).toBeVisible();
    await screen.getByRole('link', { name: 'Set it up now' }).click();
    await expect.element(screen.getByRole('heading', { name: 'Second step when you sign in' })).toBeVisible();
  });
  test('lets nothing else be done from that day on, and then leads to where one wanted to go', async () => {
    const { screen, history } = await renderAs('lucia', '/queue', ({ state }) => {
      Object.assign(state.secondFactor, { needed: 'now', requiredFrom: today() });
    });
    await expect
      .element(screen.getByRole('heading', { level: 1, name: 'One more step for your sign-in' }))
      .toBeVisible();
    expect(history.location.pathname).toBe('/second-step');
    await expectSoundPage();
    await screen.getByRole('button', { name: 'Set up the app' }).click();
    await screen.getByRole('textbox', { name: 'Code from the app' }).fill(rightCode);
    await screen.getByRole('button', { name: 'Turn it on' }).click();
    await screen.getByRole('button', { name: 'I have put them away' }).click();
    await expect.element(screen.getByRole('heading', { level: 1, name: 'To approve' })).toBeVisible();
    expect(history.location.pathname).toBe('/queue');
  });
  test('is noticed while one works, at the next thing one does', async () => {
    const { screen, api, history } = await renderAs('lucia', '/queue');
    await screen.getByRole('checkbox', { name: 'Choose all' }).click();
    Object.assign(api.state.secondFactor, { needed: 'now', requiredFrom: today() });
    api.failNext('POST /api/approvals', refusal(403, 'second-factor-needed', 'Set it up first.'));
    await screen.getByRole('button', { name: /^Approve/ }).click();
    await expect
      .element(screen.getByRole('heading', { level: 1, name: 'One more step for your sign-in' }))
      .toBeVisible();
    expect(history.location.href).toBe('/second-step?from=%2Fqueue');
    await screen.getByRole('button', { name: 'Sign out' }).click();
    await expect.element(screen.getByRole('link', { name: 'Forgot your password?' })).toBeVisible();
  });
});
