import { describe, expect, test } from 'vitest';
import { expectSoundPage } from '../../testing/expect-sound-page.js';
import { renderAs } from '../../testing/render-as.js';

const openRetention = async () => {
  const opened = await renderAs('ines', '/privacy/records');
  await expect.element(opened.screen.getByRole('heading', { level: 1, name: 'Keeping records' })).toBeVisible();
  await expect.element(opened.screen.getByText('Greta Olsen')).toBeVisible();
  return opened;
};

describe('keeping records', () => {
  test('shows what is due and what is held, and can be used by everybody on every screen', async () => {
    const { screen } = await openRetention();
    await expect.element(screen.getByRole('list', { name: 'Kept long enough' })).toMatchTextContent('Greta Olsen');
    await expect
      .element(screen.getByRole('list', { name: 'On legal hold' }))
      .toMatchTextContent('Complaint of 3 March');
    await expect.element(screen.getByRole('button', { name: 'Erase: Paul Weber' })).not.toBeInTheDocument();
    await expectSoundPage();
  });
  test('erases what is due after it was said why and what goes', async () => {
    const { screen, api } = await openRetention();
    await screen.getByRole('button', { name: 'Erase: Greta Olsen' }).click();
    await expect.element(screen.getByText(/This cannot be taken back/)).toBeVisible();
    await screen.getByRole('button', { name: 'Erase for good' }).click();
    await expect.element(screen.getByText('Say why')).toBeVisible();
    await screen.getByRole('textbox', { name: 'Why' }).fill('Five years are over');
    await screen.getByRole('button', { name: 'Erase for good' }).click();
    await expect.element(screen.getByText(/What was kept about Greta Olsen is erased/)).toBeVisible();
    await screen.getByRole('button', { name: /^Erased/ }).click();
    await expect.element(screen.getByRole('list', { name: 'Erased' })).toMatchTextContent('Apprentice 1a2b3c4d');
    expect(api.calls.find(({ line }) => line.endsWith('/erasure'))?.body).toEqual({ reason: 'Five years are over' });
  });
  test('places and lifts a hold', async () => {
    const { screen } = await openRetention();
    await screen.getByRole('button', { name: 'Place a legal hold: Greta Olsen' }).click();
    await screen.getByRole('textbox', { name: 'Why' }).fill('Lawsuit');
    await screen.getByRole('button', { name: 'Place the hold' }).click();
    await expect.element(screen.getByRole('list', { name: 'On legal hold' })).toMatchTextContent('Lawsuit');
    await screen.getByRole('button', { name: 'Lift the hold: Greta Olsen' }).click();
    await screen.getByRole('textbox', { name: 'Why' }).fill('Settled');
    await screen.getByRole('button', { name: 'Lift the hold', exact: true }).click();
    await expect.element(screen.getByText('The hold on Greta Olsen is lifted.')).toBeVisible();
  });
  test('is no page of employers', async () => {
    const { screen } = await renderAs('erin', '/privacy/records');
    await expect.element(screen.getByRole('heading', { name: 'This page is for sponsors' })).toBeVisible();
  });
});
