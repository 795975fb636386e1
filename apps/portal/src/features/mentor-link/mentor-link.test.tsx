import { describe, expect, test } from 'vitest';
import { expectSoundPage } from '../../testing/expect-sound-page.js';
import { createFakeApi } from '../../testing/fake-api.js';
import { linkToken, mentorCode } from '../../testing/fake-mentor-links.js';
import { openPortal, renderAs } from '../../testing/render-as.js';

describe('the link of a mentor without an account', () => {
  test('opens by a tap, and what waits is approved, returned and signed off there', async () => {
    const { screen, api, history } = await renderAs(null, `/mentor#${linkToken}`);
    expect(api.calls).toEqual([]);
    await expectSoundPage();
    await screen.getByRole('button', { name: 'Show what waits' }).click();
    await expect.element(screen.getByRole('heading', { level: 1, name: 'To approve' })).toBeVisible();
    expect(history.location.href).not.toContain(linkToken);
    await expect.element(screen.getByText('Lucia Okafor', { exact: true })).toBeVisible();
    await screen.getByRole('checkbox', { name: 'Choose all' }).click();
    await screen.getByRole('button', { name: /^Approve/ }).click();
    await expect
      .element(screen.getByText('No hours wait for you').or(screen.getByText('Nothing waits for you')))
      .toBeVisible();
    await expectSoundPage();

    await screen
      .getByRole('button', { name: /^Not yet:/ })
      .first()
      .click();
    await screen.getByLabelText(/What is still missing/).fill('The guard stays open');
    await screen.getByRole('button', { name: 'Send', exact: true }).click();
    await expect.element(screen.getByText(/reads what is still missing/)).toBeVisible();
    const lines = api.calls.map(({ line }) => line);
    expect(lines).toContain('POST /api/mentor-link/approvals');
    expect(lines).toContain('POST /api/mentor-link/decline');
    expect(lines.filter((line) => !line.includes('/api/mentor-link'))).toEqual([]);

    await screen.getByRole('button', { name: 'I am done' }).click();
    await expect.element(screen.getByRole('heading', { level: 1, name: 'Thank you' })).toBeVisible();
  });
  test('that was opened before says what to do next', async () => {
    const { screen } = await renderAs(null, `/mentor#${linkToken}`, ({ state }) => {
      state.mentorLinks.state = 'over';
    });
    await screen.getByRole('button', { name: 'Show what waits' }).click();
    await expect.element(screen.getByText(/it opens once/)).toBeVisible();
    await expect.element(screen.getByRole('link', { name: 'sign in' })).toBeVisible();
    await expectSoundPage();
  });
  test('whose half hour is over keeps what was decided, and says so', async () => {
    const { screen } = await renderAs(null, '/mentor/decide');
    await expect.element(screen.getByRole('heading', { level: 1, name: 'This link is over' })).toBeVisible();
    await expectSoundPage();
  });
});

describe('an apprentice asks a mentor', () => {
  test('with a QR code that holds no more than where to ask', async () => {
    const { screen } = await renderAs('adaeze', '/log');
    await screen.getByRole('link', { name: 'Ask a mentor by link or QR code' }).click();
    await screen.getByRole('button', { name: 'Show the code' }).click();
    await expect.element(screen.getByRole('img', { name: 'QR code for your mentor' })).toBeVisible();
    await expect
      .element(screen.getByRole('link', { name: 'Open the page here' }))
      .toHaveAttribute('href', `${window.location.origin}/mentor/ask#${mentorCode}`);
    await expectSoundPage();
  });
  test('who gives the address and gets the same answer whoever has it', async () => {
    const { screen, api } = await renderAs(null, `/mentor/ask#${mentorCode}`);
    await expect.element(screen.getByRole('heading', { level: 1, name: 'Adaeze Dike asks you' })).toBeVisible();
    await screen.getByRole('button', { name: 'Send me the link' }).click();
    await expect.element(screen.getByText('Enter your e-mail address')).toBeVisible();
    await screen.getByLabelText('Your e-mail').fill('lucia@example.org');
    await screen.getByRole('button', { name: 'Send me the link' }).click();
    await expect.element(screen.getByText(/If lucia@example.org is a mentor’s address there/)).toBeVisible();
    expect(api.state.mentorLinks.asked).toEqual(['lucia@example.org']);
    await expectSoundPage();
  });
  test('with a code that is over is told to be shown a new one', async () => {
    const { screen } = await renderAs(null, '/mentor/ask#another-code-altogether');
    await expect.element(screen.getByText(/This code is over/)).toBeVisible();
  });
});

test('an employer sends a link, sees what becomes of it, and takes it back', async () => {
  const api = createFakeApi('erin');
  const { screen } = await openPortal(api, `/apprentices/${api.state.apprenticeships[0]?.id}/agreement`);
  await screen.getByRole('button', { name: 'Send the link' }).click();
  await expect.element(screen.getByText(/A letter with a link went to/)).toBeVisible();
  await screen.getByRole('button', { name: /^Take back the link to/ }).click();
  await expect.element(screen.getByText('taken back', { exact: true })).toBeVisible();
  await expectSoundPage();
});

test('somebody who is invited as a mentor needs no account', async () => {
  const { screen, api } = await renderAs(null, '/welcome#token-of-an-invitation');
  await screen.getByRole('button', { name: 'No account: send me links' }).click();
  await expect.element(screen.getByText(/a letter with a link comes/)).toBeVisible();
  expect(api.calls.map(({ line }) => line)).toContain('POST /api/welcome/mentor');
});
