import { describe, expect, test } from 'vitest';
import { expectSoundPage } from '../../testing/expect-sound-page.js';
import { renderAs } from '../../testing/render-as.js';

describe('the second steps of an organisation', () => {
  test('are asked of roles from a day on, and taken back', async () => {
    const { screen, api } = await renderAs('erin', '/people');
    await expect.element(screen.getByText(/^Nobody is asked for more than a password/)).toBeVisible();
    await expectSoundPage();
    await screen.getByRole('button', { name: 'Ask for a second step' }).click();
    await screen.getByRole('checkbox', { name: 'Mentor' }).click();
    await expectSoundPage();
    await screen.getByRole('button', { name: 'Keep it' }).click();
    await expect.element(screen.getByText(/^Asked of mentor from/)).toBeVisible();
    expect(api.state.secondFactor.asked.roles).toEqual(['mentor']);
    await screen.getByRole('button', { name: 'Change this' }).click();
    await screen.getByRole('checkbox', { name: 'Mentor' }).click();
    await screen.getByRole('button', { name: 'Keep it' }).click();
    await expect.element(screen.getByText(/^Nobody is asked for more than a password/)).toBeVisible();
  });
  test('keep what was chosen while one proves again who one is', async () => {
    const { screen, api } = await renderAs('erin', '/people', ({ state }) => {
      state.secondFactor.fresh = false;
    });
    await screen.getByRole('button', { name: 'Ask for a second step' }).click();
    await screen.getByRole('checkbox', { name: 'Apprentice' }).click();
    await screen.getByRole('button', { name: 'Keep it' }).click();
    await screen.getByLabelText(/^Your password/).fill('journeybook');
    await screen.getByRole('button', { name: 'It is me' }).click();
    await expect.element(screen.getByText(/^Asked of apprentice from/)).toBeVisible();
    expect(api.state.secondFactor.asked.roles).toEqual(['apprentice']);
  });
  test('are taken away from somebody who is locked out, never from oneself', async () => {
    const { screen } = await renderAs('erin', '/people');
    const list = screen.getByRole('list', { name: 'Second steps of Northfield Castings' });
    await expect.element(list).toMatchTextContent('none yet');
    await expect
      .element(screen.getByRole('button', { name: 'Take away the second step of Erin Schultz' }))
      .not.toBeInTheDocument();
    await screen.getByRole('button', { name: 'Take away the second step of Lucia Okafor' }).click();
    await screen.getByRole('button', { name: 'Take it away' }).click();
    await expect.element(screen.getByText(/^Lucia Okafor comes in with the password alone now/)).toBeVisible();
    await expect.element(list).not.toMatchTextContent('has one');
  });
});

test('somebody who lost a phone is signed out everywhere after one question, never oneself', async () => {
  const { screen, api } = await renderAs('erin', '/people');
  await expect.element(screen.getByRole('list', { name: 'Second steps of Northfield Castings' })).toBeVisible();
  await expectSoundPage();
  await expect
    .element(screen.getByRole('button', { name: 'Sign out Erin Schultz everywhere' }))
    .not.toBeInTheDocument();
  await screen.getByRole('button', { name: 'Sign out Lucia Okafor everywhere' }).click();
  const dialog = screen.getByRole('dialog', { name: 'Did Lucia Okafor lose a phone?' });
  await expectSoundPage();
  const line = () => api.calls.filter(({ line }) => line.startsWith('DELETE') && line.endsWith('/sessions'));
  expect(line()).toEqual([]);
  await dialog.getByRole('button', { name: 'Sign out everywhere' }).click();
  await expect.element(screen.getByText(/^Lucia Okafor is signed out everywhere/)).toBeVisible();
  expect(line()).toHaveLength(1);
});
