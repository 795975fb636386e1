import { describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { renderAs } from '../../testing/render-as.js';

async function openAsMentor() {
  const rendered = await renderAs('lucia', '/apprentices');
  await rendered.screen.getByRole('link', { name: 'Adaeze Dike' }).click();
  await rendered.screen
    .getByRole('navigation', { name: 'Parts of the record' })
    .getByRole('link', { name: 'Job Book' })
    .click();
  await expect.element(rendered.screen.getByRole('heading', { name: 'Job Book of Adaeze Dike' })).toBeVisible();
  return rendered;
}

describe('the Job Book', () => {
  test('shows an apprentice who signed, at which level, and when', async () => {
    const { screen } = await renderAs('adaeze', '/job-book');
    await expect.element(screen.getByText('“Steady hands, no prompting needed.”').first()).toBeVisible();
    await expect.element(screen.getByText(/signed by Lucia Okafor/).first()).toBeVisible();
    await expect.element(screen.getByRole('button', { name: /^Sign off/ }).first()).not.toBeInTheDocument();
  });

  test('filters by what is open', async () => {
    const { screen } = await renderAs('adaeze', '/job-book');
    await screen.getByRole('button', { name: 'Open', exact: true }).click();
    await expect.element(screen.getByText(/signed by/)).not.toBeInTheDocument();
    await expect.element(screen.getByText('Hand over status to the next shift')).toBeVisible();
  });

  test('unfolds the first process with something open, and any other with the keyboard', async () => {
    const { screen } = await renderAs('adaeze', '/job-book');
    const headings = screen.getByRole('button', { name: /\d+ of \d+ signed$/ });
    await expect.element(headings.first()).toHaveAttribute('aria-expanded', 'true');
    const second = headings.nth(1);
    await expect.element(second).toHaveAttribute('aria-expanded', 'false');
    const before = screen.getByRole('listitem').elements().length;
    (second.element() as HTMLElement).focus();
    await userEvent.keyboard('{Enter}');
    await expect.element(second).toHaveAttribute('aria-expanded', 'true');
    expect(screen.getByRole('listitem').elements().length).toBeGreaterThan(before);
    await userEvent.keyboard(' ');
    await expect.poll(() => screen.getByRole('listitem').elements().length).toBe(before);
  });

  test('is signed by a mentor in place, and stays in sight', async () => {
    const { screen, api } = await openAsMentor();
    await screen.getByRole('button', { name: 'Open', exact: true }).click();
    await screen.getByRole('button', { name: 'Sign off: Hand over status to the next shift' }).click();
    const dialog = screen.getByRole('dialog');
    await dialog.getByRole('radio', { name: '4 Can teach others' }).click();
    await dialog.getByLabelText('Comment').fill('Taught the new starter');
    await dialog.getByRole('button', { name: 'Sign off' }).click();

    await expect.element(screen.getByText(/Signed off at level 4/)).toBeVisible();
    await expect.element(screen.getByText('“Taught the new starter”')).toBeVisible();
    await expect.element(screen.getByText('43', { exact: true })).toBeVisible();
    expect(api.calls.find((call) => call.line.endsWith('/sign-offs'))?.body).toMatchObject({
      competency: 'WP01.9',
      level: 4,
      comment: 'Taught the new starter',
    });
  });

  test('keeps what a mentor typed when the sign-off fails', async () => {
    const { screen, api } = await openAsMentor();
    await screen.getByRole('button', { name: 'Sign off: Clean equipment and work area' }).click();
    const dialog = screen.getByRole('dialog');
    await dialog.getByLabelText('Comment').fill('Spotless');
    api.failNext(`POST /api/apprenticeships/${api.state.apprenticeships[0]?.id}/sign-offs`, 'unreachable');
    await dialog.getByRole('button', { name: 'Sign off' }).click();
    await expect.element(dialog.getByRole('alert')).toMatchTextContent('cannot be reached');
    await expect.element(dialog.getByLabelText('Comment')).toHaveValue('Spotless');
  });
});
