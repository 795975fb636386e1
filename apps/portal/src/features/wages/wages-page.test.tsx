import { describe, expect, test } from 'vitest';
import { createFakeApi, type FakeApi } from '../../testing/fake-api.js';
import { daysAgo, type people } from '../../testing/fake-world.js';
import { openPortal } from '../../testing/render-as.js';
import { showDate } from '../../ui/show-dates.js';

async function openWages(who: keyof typeof people, prepare: (api: FakeApi) => void = () => {}) {
  const api = createFakeApi(who);
  prepare(api);
  const { id } = api.state.apprenticeships[0] ?? { id: '' };
  return { api, id, ...(await openPortal(api, who === 'adaeze' ? '/wages' : `/apprentices/${id}/wages`)) };
}

describe('wages', () => {
  test('show what is paid first, then each step and where it stands', async () => {
    const { screen } = await openWages('adaeze');
    await expect.element(screen.getByRole('heading', { level: 1, name: 'My wages' })).toBeVisible();
    const paid = screen.getByRole('region', { name: 'What is paid now' });
    await expect.element(paid).toMatchTextContent(`$22.40 an hour since ${showDate(daysAgo(198))}`);
    const steps = screen.getByRole('region', { name: 'Steps' }).getByRole('listitem');
    const said = steps.elements().map((step) => step.textContent?.replaceAll('\u00a0', ' '));
    expect(said[0]).toContain('1. Entryfrom the first day · at least $19.20 (60 %)');
    expect(said[2]).toBe(
      `3. Third quarterafter 1,368 h on the job and 9 months · at least $25.60 (80 %)overdue, due since ${showDate(daysAgo(40))}`,
    );
    expect(said[3]).toContain('after 2,052 h on the job and 57 skills signed off');
    expect(screen.getByRole('main').getByRole('button').elements()).toEqual([]);
  });

  test('are recorded in whole cents, and the step is paid', async () => {
    const { screen, api } = await openWages('erin');
    await screen.getByRole('button', { name: 'Record the pay of step 3. Third quarter' }).click();
    const dialog = screen.getByRole('dialog', { name: 'What is paid on step 3. Third quarter' });
    await expect.element(dialog.getByRole('textbox', { name: 'Dollars an hour' })).toHaveValue('25.60');
    await dialog.getByRole('textbox', { name: 'Dollars an hour' }).fill('25.955');
    await dialog.getByRole('button', { name: 'Record' }).click();
    await expect.element(dialog.getByText('Type dollars and cents such as 21.50')).toBeVisible();
    await dialog.getByRole('textbox', { name: 'Dollars an hour' }).fill('$25.95');
    await dialog.getByRole('textbox', { name: 'Paid since' }).fill(daysAgo(3));
    await dialog.getByRole('button', { name: 'Record' }).click();

    await expect.element(screen.getByText(`Recorded: $25.95 an hour since ${showDate(daysAgo(3))}.`)).toBeVisible();
    await expect
      .element(screen.getByRole('region', { name: 'What is paid now' }))
      .toMatchTextContent(/^\$25\.95 an hour/);
    expect(api.calls.findLast((call) => call.line.startsWith('POST'))?.body).toEqual({
      step: 3,
      centsPerHour: 2595,
      from: daysAgo(3),
    });
    const buttons = screen.getByRole('region', { name: 'Steps' }).getByRole('button').elements();
    expect(buttons.map((one) => one.getAttribute('aria-label'))).toEqual([
      'Change the rate of step 3. Third quarter',
      'Record the pay of step 4. Last quarter',
    ]);
    // One step less waits.
    await expect
      .element(screen.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: /^To do/ }))
      .toMatchTextContent('To do1 waiting');
  });

  test('that are too low are refused in words, and what was typed stays', async () => {
    const { screen } = await openWages('wanda');
    await screen.getByRole('button', { name: 'Record the pay of step 3. Third quarter' }).click();
    const dialog = screen.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'Dollars an hour' }).fill('24');
    await dialog.getByRole('button', { name: 'Record' }).click();
    await expect.element(dialog.getByRole('alert')).toMatchTextContent('The step pays more than that.');
    await expect.element(dialog.getByRole('textbox', { name: 'Dollars an hour' })).toHaveValue('24');
  });

  test('that a program does not lay down are none', async () => {
    const { screen } = await openWages('wanda', ({ state }) => {
      for (const wages of state.wages.values()) wages.laidDown = false;
    });
    await expect.element(screen.getByText('This program lays no wages down')).toBeVisible();
  });

  test('that cannot be read say why', async () => {
    const { screen } = await openWages('wanda', (api) => {
      const line = `GET /api/apprenticeships/${api.state.apprenticeships[0]?.id}/wages`;
      api.failNext(line, 'unreachable');
      api.failNext(line, 'unreachable');
    });
    await expect.element(screen.getByRole('alert')).toMatchTextContent('Journeybook cannot be reached');
    await screen.getByRole('button', { name: 'Try again' }).click();
    await expect.element(screen.getByRole('region', { name: 'Steps' })).toBeVisible();
  });
});
