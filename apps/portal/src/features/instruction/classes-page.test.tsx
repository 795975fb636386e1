import { describe, expect, test } from 'vitest';
import { renderAs } from '../../testing/render-as.js';

describe('the classes', () => {
  test('stand by what is running, to do and credited, and a number opens', async () => {
    const { screen, history } = await renderAs('adaeze', '/classes');
    await expect.element(screen.getByRole('region', { name: 'Running now' }).getByText('10 h, running')).toBeVisible();
    await expect
      .element(screen.getByRole('region', { name: 'Still to do' }).getByText(/^Mechanical Knowledge/))
      .toBeVisible();
    await screen.getByRole('region', { name: 'Credited' }).getByRole('link', { name: '16 h credited' }).click();

    await expect.element(screen.getByRole('dialog', { name: '16 h in Blueprint Reading' })).toBeVisible();
    expect(history.location.pathname).toBe('/record');
  });
});
