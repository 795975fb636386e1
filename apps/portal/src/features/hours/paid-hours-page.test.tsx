import { describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { refusal } from '../../testing/fake-transport.js';
import { daysAgo } from '../../testing/fake-world.js';
import { renderAs } from '../../testing/render-as.js';
import { showDate } from '../../ui/show-dates.js';

async function open() {
  const rendered = await renderAs('erin', '/apprentices');
  await rendered.screen.getByRole('link', { name: 'Adaeze Dike' }).click();
  await rendered.screen.getByRole('link', { name: 'Paid hours' }).click();
  await expect.element(rendered.screen.getByRole('heading', { name: 'Paid hours of Adaeze Dike' })).toBeVisible();
  const own = rendered.api.state.apprenticeships[0];
  return { ...rendered, own, line: `PUT /api/apprenticeships/${own?.id}/paid-hours` };
}

describe('paid hours', () => {
  test('stand by pay period, the newest first, against what was logged', async () => {
    const { screen } = await open();
    const periods = screen.getByRole('region', { name: 'Pay periods' }).getByRole('listitem');
    await expect
      .element(periods.first())
      .toMatchTextContent(`${showDate(daysAgo(20))} to ${showDate(daysAgo(7))}80 h paid`);
    await expect.element(periods.first().getByText(/more logged than paid$/)).toBeVisible();
    expect(periods.elements()).toHaveLength(2);
  });

  test('are entered for the period that follows', async () => {
    const { screen, api } = await open();
    await expect.element(screen.getByLabelText('First day')).toHaveValue(daysAgo(6));
    await expect.element(screen.getByLabelText('Last day')).toHaveValue(daysAgo(0));
    await screen.getByRole('button', { name: 'Enter' }).click();
    await expect.element(screen.getByText('Type hours such as 80 or 75:30')).toBeVisible();

    await screen.getByLabelText(/^Hours paid/).fill('38:30');
    await screen.getByRole('button', { name: 'Enter' }).click();
    await expect.element(screen.getByText(/^38 h 30 paid from/)).toBeVisible();
    await expect.element(screen.getByText(/^38 h 30 paid ·/)).toBeVisible();
    await expect.element(screen.getByText(/^Everything is entered up to today/)).toBeVisible();
    await expect.element(screen.getByLabelText(/^Hours paid/)).toHaveValue('');
    expect(api.calls.find((call) => call.line.startsWith('PUT'))?.body).toEqual({
      from: daysAgo(6),
      until: daysAgo(0),
      minutes: 2_310,
    });
  });

  test('are changed for a period by entering it again', async () => {
    const { screen, own } = await open();
    await screen
      .getByRole('button', { name: /^Change/ })
      .first()
      .click();
    await expect.element(screen.getByLabelText(/^Hours paid/)).toHaveValue('80 h');
    await expect.element(screen.getByLabelText(/^Hours paid/)).toHaveFocus();
    await screen.getByLabelText(/^Hours paid/).fill('84');
    await screen.getByRole('button', { name: 'Save' }).click();
    await expect.element(screen.getByText(/^84 h paid ·/)).toBeVisible();
    expect(own?.paid).toHaveLength(2);
    await expect.element(screen.getByRole('heading', { name: 'Enter what payroll paid' })).toBeVisible();
  });

  test('stay typed when another period is in the way', async () => {
    const { screen, api, line } = await open();
    await screen.getByLabelText(/^Hours paid/).fill('40');
    api.failNext(line, refusal(409, 'period-overlaps', '2026-11-01 to 2026-11-14 is entered already.'));
    await screen.getByRole('button', { name: 'Enter' }).click();
    await expect.element(screen.getByRole('alert')).toMatchTextContent('1 Nov 2026 to 14 Nov 2026 is entered already.');
    await expect.element(screen.getByLabelText(/^Hours paid/)).toHaveValue('40');
  });

  test('that a colleague entered meanwhile are shown, and replaced only knowingly', async () => {
    const { screen, own } = await open();
    const hours = screen.getByLabelText(/^Hours paid/);
    await hours.fill('40');
    const entered = { from: daysAgo(6), until: daysAgo(0), minutes: 2_280 };
    own?.paid?.push(entered);
    await screen.getByRole('button', { name: 'Enter' }).click();
    const alert = screen.getByRole('alert');
    await expect
      .element(alert)
      .toMatchTextContent(/38 h are entered now\. Nothing was saved, and what you typed is still here/);
    await expect.element(screen.getByText(/^38 h paid ·/)).toBeVisible();
    await expect.element(hours).toHaveValue('40');
    expect(own?.paid).toContain(entered);

    await screen.getByRole('button', { name: 'Enter' }).click();
    await expect.element(screen.getByText(/^40 h paid ·/)).toBeVisible();
    expect(own?.paid).toHaveLength(3);
  });

  test('say that a period does not run backwards', async () => {
    const { screen } = await open();
    await screen.getByLabelText(/^Hours paid/).fill('40');
    await screen.getByLabelText('Last day').fill(daysAgo(9));
    await screen.getByRole('button', { name: 'Enter' }).click();
    await expect.element(screen.getByText('Before the first day')).toBeVisible();
  });

  test('are empty in plain words', async () => {
    const { screen } = await renderAs('erin', '/apprentices', (api) => {
      for (const own of api.state.apprenticeships) own.paid = [];
    });
    await screen.getByRole('link', { name: 'Adaeze Dike' }).click();
    await screen.getByRole('link', { name: 'Paid hours' }).click();
    await expect.element(screen.getByText('None is entered yet.')).toBeVisible();
    await expect.element(screen.getByLabelText('First day')).toHaveValue(daysAgo(13));
  });

  test('are the employer’s alone', async () => {
    const { screen, history } = await renderAs('wanda', '/apprentices');
    await screen.getByRole('link', { name: 'Adaeze Dike' }).click();
    await expect.element(screen.getByRole('link', { name: 'Job Book', exact: true })).toBeVisible();
    await expect.element(screen.getByRole('link', { name: 'Paid hours' })).not.toBeInTheDocument();
    history.push(`${history.location.pathname}/paid-hours`);
    await expect.element(screen.getByText('Only the employer enters paid hours')).toBeVisible();
  });

  test.each([320, 1280])('fit %i px', async (width) => {
    await page.viewport(width, 800);
    const { screen } = await open();
    await expect.element(screen.getByText(/^80 h paid/)).toBeVisible();
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
    await page.viewport(390, 844);
  });
});
