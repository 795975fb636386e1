import { describe, expect, test } from 'vitest';
import { refusal } from '../../testing/fake-transport.js';
import { renderAs } from '../../testing/render-as.js';

const ended = refusal(401, 'not-signed-in', 'Sign in first.');

describe('a session that has ended', () => {
  test('is renewed over the page, which keeps what was typed', async () => {
    const { screen, api } = await renderAs('lucia', '/queue');
    await screen.getByRole('checkbox', { name: 'Choose all' }).click();
    await screen.getByRole('button', { name: /^Return/ }).click();
    await screen.getByLabelText(/What is wrong/).fill('Wrong press line');
    api.failNext('POST /api/returns', ended);
    await screen.getByRole('button', { name: 'Return', exact: true }).click();

    await expect.element(screen.getByText(/Your session has ended/)).toBeVisible();
    await screen.getByLabelText('Password', { exact: true }).fill('journeybook');
    await screen.getByRole('button', { name: 'Sign in', exact: true }).click();

    await expect.element(screen.getByText(/Your session has ended/)).not.toBeInTheDocument();
    await expect.element(screen.getByLabelText(/What is wrong/)).toHaveValue('Wrong press line');
  });

  test('gives nothing of the person before to somebody else', async () => {
    const { screen, api } = await renderAs('lucia', '/queue');
    await screen.getByRole('checkbox', { name: 'Choose all' }).click();
    api.failNext('POST /api/approvals', ended);
    await screen.getByRole('button', { name: /^Approve/ }).click();
    await screen.getByLabelText('E-mail').fill('adaeze@example.org');
    await screen.getByLabelText('Password', { exact: true }).fill('journeybook');
    await screen.getByRole('button', { name: 'Sign in', exact: true }).click();

    await expect.element(screen.getByRole('heading', { level: 1, name: 'My record' })).toBeVisible();
    await expect.element(screen.getByRole('link', { name: /Queue/ })).not.toBeInTheDocument();
  });
});
