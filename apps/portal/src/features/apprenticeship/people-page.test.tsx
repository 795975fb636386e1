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

  test('say whether they are on pace, and the first reason why not', async () => {
    const { screen } = await renderAs('lucia', '/apprentices');
    const card = (name: string) => screen.getByRole('listitem').filter({ hasText: name });
    await expect.element(card('Adaeze Dike').getByText('on pace')).toBeVisible();
    await expect.element(card('Tomás Rivera').getByText('16 weeks late')).toBeVisible();
    await expect.element(card('Tomás Rivera').getByText(/^No hours have been logged for 3 weeks/)).toBeVisible();
    await expect.element(screen.getByRole('button', { name: /^Behind/ })).not.toBeInTheDocument();
  });

  test('are those who are behind alone, for an office that asks', async () => {
    const { screen } = await renderAs('erin', '/apprentices');
    await screen.getByRole('button', { name: /^Behind/ }).click();
    await expect.element(screen.getByText('2 of 3')).toBeVisible();
    await expect.element(screen.getByRole('link', { name: 'Adaeze Dike' })).not.toBeInTheDocument();
    await screen.getByLabelText('Search').fill('adaeze');
    await expect.element(screen.getByText('Nobody here is behind')).toBeVisible();
  });

  test('stand by name, or the most behind first', async () => {
    const { screen } = await renderAs('wanda', '/apprentices');
    const names = () =>
      screen
        .getByRole('link', { name: /Dike|Rivera|Nair/ })
        .elements()
        .map((one) => one.textContent);
    await screen.getByRole('button', { name: 'Most behind' }).click();
    await expect.poll(names).toEqual(['Priya Nair', 'Tomás Rivera', 'Adaeze Dike']);
    await screen.getByRole('button', { name: 'Name' }).click();
    await expect.poll(names).toEqual(['Adaeze Dike', 'Tomás Rivera', 'Priya Nair']);
  });
});
