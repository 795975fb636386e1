import { describe, expect, test } from 'vitest';
import { refusal } from '../testing/fake-transport.js';
import { renderAs } from '../testing/render-as.js';
import type { FakeApi } from '../testing/fake-api.js';

/** Nothing is late, due, asked for or attested. */
function settle({ state }: FakeApi) {
  state.agreements.splice(0);
  state.standing.clear();
  state.wages.clear();
  state.completionsWaiting.splice(0);
}

describe('what waits', () => {
  test('is the first page of a sponsor, by kind and counted', async () => {
    const { screen, history } = await renderAs('wanda', '/');
    await expect.element(screen.getByRole('heading', { level: 1, name: 'To do' })).toBeVisible();
    expect(history.location.pathname).toBe('/to-do');
    for (const [title, count, first] of [
      ['Notices to the agency', '2', /Tomás Rivera.*105 days late/],
      ['Advanced standing to decide', '1', /Adaeze Dike.*120 h on the job and 1 skill · asked for by Erin Schultz/],
      ['Completions to review', '1', /Adaeze Dike.*12 of 101 requirements looked at/],
      ['Wage steps to pay', '2', /Adaeze Dike.*Step 3, Third quarter.*overdue, due since/],
    ] as const) {
      const part = screen.getByRole('region', { name: title });
      await expect.element(part.getByText(count, { exact: true })).toBeVisible();
      await expect.element(part.getByRole('listitem').first()).toMatchTextContent(first);
    }
  });

  test('is for an employer what an employer does', async () => {
    const { screen, api } = await renderAs('erin', '/to-do');
    await expect.element(screen.getByRole('region', { name: 'Wage steps to pay' })).toBeVisible();
    expect(screen.getByRole('region').elements()).toHaveLength(1);
    expect(api.calls.map((call) => call.line)).not.toContain('GET /api/notices');
    await expect.element(screen.getByRole('link', { name: /All notices/ })).not.toBeInTheDocument();
  });

  test.each([
    ['Notices to the agency', 'Priya Nair', 'Notice of registration: Priya Nair'],
    ['Advanced standing to decide', 'Adaeze Dike', 'Advanced standing of Adaeze Dike'],
    ['Wage steps to pay', 'Tomás Rivera', 'Wages of Tomás Rivera'],
  ])('opens where it is done: %s', async (title, name, heading) => {
    const { screen } = await renderAs('wanda', '/to-do');
    await screen.getByRole('region', { name: title }).getByRole('link', { name }).click();
    await expect.element(screen.getByRole('heading', { level: 1, name: heading })).toBeVisible();
  });

  test('leads to the review of a completion', async () => {
    const { screen, api } = await renderAs('wanda', '/to-do');
    await expect
      .element(screen.getByRole('region', { name: 'Completions to review' }).getByRole('link'))
      .toHaveAttribute('href', `/apprentices/${api.state.apprenticeships[0]?.id}/completion`);
  });

  test('is nothing when all is done', async () => {
    const { screen } = await renderAs('wanda', '/to-do', settle);
    await expect.element(screen.getByText('Nothing waits for you.')).toBeVisible();
    await expect.element(screen.getByRole('region')).not.toBeInTheDocument();
    const link = screen.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'To do' });
    await expect.element(link).toMatchTextContent(/^To do$/);
  });

  test('is not said to be nothing when a part of it cannot be read', async () => {
    const broken = refusal(503, 'unavailable', 'The record is being moved. Try again in a minute.');
    const { screen } = await renderAs('wanda', '/to-do', (api) => {
      settle(api);
      api.failNext('GET /api/notices', broken);
    });
    const part = screen.getByRole('region', { name: 'Notices to the agency' });
    await expect.element(part.getByRole('alert')).toMatchTextContent('The record is being moved.');
    await expect.element(screen.getByText('Nothing waits for you.')).not.toBeInTheDocument();
    await part.getByRole('button', { name: 'Try again' }).click();
    await expect.element(screen.getByText('Nothing waits for you.')).toBeVisible();
  });

  test.each(['lucia', 'adaeze'] as const)('is no page for %s', async (who) => {
    const { screen } = await renderAs(who, '/to-do');
    await expect
      .element(screen.getByRole('heading', { name: 'This page is for employers and sponsors' }))
      .toBeVisible();
  });
});
