import { describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { renderAs } from '../../testing/render-as.js';

describe('the merged record', () => {
  test('shows what counts first, and beside it what waits', async () => {
    const { screen } = await renderAs('adaeze', '/record');
    await expect.element(screen.getByRole('button', { name: '1,862 h count: open all entries' })).toBeVisible();
    await expect.element(screen.getByText('of 3,000 hours count')).toBeVisible();
    await expect.element(screen.getByText(/wait for Lucia Okafor/).first()).toBeVisible();
    await expect.element(screen.getByText('+12 h over')).toBeVisible();
    await expect.element(screen.getByText(/Northfield Castings must review it/)).toBeVisible();
  });

  test('opens the number of a work process to the entries behind it', async () => {
    const { screen, history } = await renderAs('adaeze', '/record');
    await screen.getByRole('button', { name: /^781 h count in Operate/ }).click();

    const panel = screen.getByRole('dialog', { name: '781 h in Operate production equipment' });
    await expect.element(panel.getByText('8 h', { exact: true }).first()).toBeVisible();
    await expect.element(panel.getByText(/approved by Lucia Okafor/).first()).toBeVisible();
    await expect
      .element(panel.getByRole('region', { name: 'Waiting, not counted yet' }).getByText(/7 h 30/))
      .toBeVisible();
    expect(history.location.search).toContain('open=work-process');
  });

  test('strikes a reversed entry and puts its reversal under it', async () => {
    const { screen } = await renderAs('adaeze', '/record?open=work-process:WP01');
    const line = screen.getByRole('dialog').getByRole('listitem').filter({ hasText: 'Logged to the wrong process' });
    await expect.element(line.getByText('2 h', { exact: true })).toBeVisible();
    expect(line.getByText('2 h', { exact: true }).element().tagName).toBe('S');
    await expect.element(line.getByText('−2 h · reversal')).toBeVisible();
  });

  test('closes what was opened with Esc, and gives the focus back', async () => {
    const { screen, history } = await renderAs('adaeze', '/record');
    const number = screen.getByRole('button', { name: /^331 h count in Produce/ });
    await number.click();
    await expect.element(screen.getByRole('dialog')).toBeVisible();
    await userEvent.keyboard('{Escape}');

    await expect.element(screen.getByRole('dialog')).not.toBeInTheDocument();
    await expect.element(number).toHaveFocus();
    expect(history.location.search).toBe('');
  });

  test('shows the next page of many entries', async () => {
    const { screen } = await renderAs('adaeze', '/record?open=all');
    const panel = screen.getByRole('dialog');
    await expect.element(panel.getByRole('heading', { name: '277 entries' })).toBeVisible();
    const before = panel.getByRole('listitem').elements().length;
    await panel.getByRole('button', { name: 'Show more' }).click();
    await expect.poll(() => panel.getByRole('listitem').elements().length).toBeGreaterThan(before);
  });

  test('says what a course was credited for, by whom and when', async () => {
    const { screen } = await renderAs('adaeze', '/record');
    await screen.getByRole('button', { name: /16 h in Blueprint Reading: open the entries/ }).click();
    await expect.element(screen.getByRole('dialog').getByText(/confirmed by Rosa Silva/)).toBeVisible();
    await expect.element(screen.getByRole('dialog').getByText(/Lakeside College, Canvas: 91 %/)).toBeVisible();
  });

  test('lists what waits with whom it waits for', async () => {
    const { screen } = await renderAs('adaeze', '/record?open=waiting');
    const panel = screen.getByRole('dialog', { name: '24 h waiting' });
    await expect.element(panel.getByText('wait for Lucia Okafor').first()).toBeVisible();
    expect(panel.getByRole('listitem').elements()).toHaveLength(3);
  });

  test('is told to be somebody else’s in plain words', async () => {
    const { screen } = await renderAs('adaeze', '/apprentices/00000000-0000-4000-8000-999999999999');
    await expect.element(screen.getByRole('alert')).toMatchTextContent('This record is not yours to open.');
  });

  test('fits a narrow phone', async () => {
    const { screen } = await renderAs('adaeze', '/record');
    await expect.element(screen.getByRole('heading', { name: 'Instruction' })).toBeVisible();
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(document.documentElement.clientWidth);
  });
});
