import { describe, expect, test } from 'vitest';
import { renderAs } from '../../testing/render-as.js';

describe('signing in', () => {
  test('goes to the page that was asked for', async () => {
    const { screen, history } = await renderAs(null, '/job-book');
    await screen.getByLabelText('E-mail').fill('adaeze@example.org');
    await screen.getByLabelText('Password', { exact: true }).fill('journeybook');
    await screen.getByRole('button', { name: 'Sign in', exact: true }).click();

    await expect.element(screen.getByRole('heading', { level: 1, name: 'Job Book' })).toBeVisible();
    expect(history.location.pathname).toBe('/job-book');
  });

  test('says why it was refused, and keeps what was typed', async () => {
    const { screen } = await renderAs(null, '/sign-in');
    await screen.getByLabelText('E-mail').fill('adaeze@example.org');
    await screen.getByLabelText('Password', { exact: true }).fill('wrong');
    await screen.getByRole('button', { name: 'Sign in', exact: true }).click();

    await expect.element(screen.getByRole('alert')).toMatchTextContent('The e-mail or the password is not right.');
    await expect.element(screen.getByLabelText('E-mail')).toHaveValue('adaeze@example.org');
    await expect.element(screen.getByLabelText('Password', { exact: true })).toHaveValue('wrong');
  });

  test('asks for what is missing before it sends anything', async () => {
    const { screen, api } = await renderAs(null, '/sign-in');
    await screen.getByRole('button', { name: 'Sign in', exact: true }).click();

    await expect.element(screen.getByText('Enter your e-mail address')).toBeVisible();
    await expect.element(screen.getByText('Enter your password')).toBeVisible();
    expect(api.calls.map((call) => call.line)).not.toContain('POST /api/session');
  });

  test('takes one tap in the demo world', async () => {
    const { screen } = await renderAs(null, '/sign-in');
    await screen.getByRole('button', { name: /Lucia Okafor/ }).click();

    await expect.element(screen.getByRole('heading', { level: 1, name: 'To approve' })).toBeVisible();
  });

  test('never leads to another site', async () => {
    const { screen, history } = await renderAs(null, '/sign-in?from=//evil.example');
    await screen.getByRole('button', { name: /Adaeze Dike/ }).click();

    await expect.element(screen.getByRole('heading', { level: 1, name: 'My record' })).toBeVisible();
    expect(history.location.pathname).toBe('/record');
  });

  test('is offered again when there was no signal', async () => {
    const { screen } = await renderAs(null, '/sign-in', (api) => api.failNext('POST /api/session', 'unreachable'));
    await screen.getByRole('button', { name: /Adaeze Dike/ }).click();
    await expect.element(screen.getByRole('alert')).toMatchTextContent('cannot be reached');

    await screen.getByRole('button', { name: /Adaeze Dike/ }).click();
    await expect.element(screen.getByRole('heading', { level: 1, name: 'My record' })).toBeVisible();
  });
});
