import { describe, expect, test } from 'vitest';
import { renderAs } from '../../testing/render-as.js';

describe('the people one answers for', () => {
  test('are found by name and open to the record', async () => {
    const { screen } = await renderAs('wanda', '/apprentices');
    await screen.getByLabelText('Search').fill('tomas');
    await expect.element(screen.getByText('1 of 3')).toBeVisible();
    await screen.getByRole('link', { name: 'Tomás Rivera' }).click();
    await expect.element(screen.getByRole('heading', { level: 1, name: 'Tomás Rivera' })).toHaveFocus();
    await expect.element(screen.getByRole('button', { name: '480 h count: open all entries' })).toBeVisible();
  });

  test('say what waits and when they last worked', async () => {
    const { screen } = await renderAs('lucia', '/apprentices');
    await expect.element(screen.getByText('24 h waiting')).toBeVisible();
    await expect.element(screen.getByText('no hours logged yet')).toBeVisible();
  });

  test('are nobody when the search finds nobody', async () => {
    const { screen } = await renderAs('lucia', '/apprentices');
    await screen.getByLabelText('Search').fill('zebra');
    await expect.element(screen.getByText('Nobody is called “zebra”')).toBeVisible();
  });
});
