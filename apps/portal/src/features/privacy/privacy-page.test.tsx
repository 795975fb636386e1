import { describe, expect, test } from 'vitest';
import { expectSoundPage } from '../../testing/expect-sound-page.js';
import { renderAs } from '../../testing/render-as.js';

describe("a sponsor's page of voluntary answers", () => {
  test('counts when it is asked to, and tells nothing of a few', async () => {
    const { screen, api } = await renderAs('ines', '/to-do');
    await screen.getByRole('link', { name: 'Voluntary answers' }).click();
    await expect.element(screen.getByRole('heading', { level: 1, name: 'Voluntary answers' })).toBeVisible();
    await expect.element(screen.getByRole('link', { name: /^To do/ })).toHaveAttribute('aria-current', 'true');
    expect(api.calls.some(({ line }) => line === 'POST /api/answer-counts')).toBe(false);
    await screen.getByRole('button', { name: 'Show the counts' }).click();
    await expect.element(screen.getByText(/^17 apprentices/)).toBeVisible();
    await expect.element(screen.getByText('not told').first()).toBeVisible();
    await expect
      .element(screen.getByText('Too few people, or all answered alike: nothing can be told.').first())
      .toBeVisible();
    await expectSoundPage();
  });
  test('takes one registration out with a reason', async () => {
    const { screen, api } = await renderAs('ines', '/privacy');
    await screen.getByRole('button', { name: 'Save the file' }).click();
    await expect.element(screen.getByText('Choose an apprentice', { exact: true }).last()).toBeVisible();
    await expect.element(screen.getByText('Say why')).toBeVisible();
    const id = api.state.apprenticeships[0]?.id ?? '';
    await screen.getByRole('combobox', { name: 'Apprentice' }).selectOptions(id);
    await screen.getByRole('textbox', { name: 'Why' }).fill('Registration with the agency');
    await screen.getByRole('button', { name: 'Save the file' }).click();
    await expect.element(screen.getByText(/is saved on this device/)).toBeVisible();
    expect(api.calls.at(-1)).toMatchObject({
      line: `POST /api/apprenticeships/${id}/agency-export`,
      body: { reason: 'Registration with the agency' },
    });
  });
  test('keeps the reason that was typed when it is refused', async () => {
    const { screen, api } = await renderAs('ines', '/privacy');
    const id = api.state.apprenticeships[0]?.id ?? '';
    api.failNext(`POST /api/apprenticeships/${id}/agency-export`, 'unreachable');
    await screen.getByRole('combobox', { name: 'Apprentice' }).selectOptions(id);
    await screen.getByRole('textbox', { name: 'Why' }).fill('Registration');
    await screen.getByRole('button', { name: 'Save the file' }).click();
    await expect.element(screen.getByRole('alert')).toBeVisible();
    await expect.element(screen.getByRole('textbox', { name: 'Why' })).toHaveValue('Registration');
  });
  test.each(['adaeze', 'lucia', 'erin', 'dora'] as const)('is no page of %s', async (who) => {
    const { screen } = await renderAs(who, '/privacy');
    await expect.element(screen.getByRole('heading', { name: 'This page is for sponsors' })).toBeVisible();
  });
});
