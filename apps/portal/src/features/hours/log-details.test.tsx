import { describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { refusal } from '../../testing/fake-transport.js';
import { openPortal, renderAs } from '../../testing/render-as.js';

type Rendered = Awaited<ReturnType<typeof renderAs>>;
type Screen = Rendered['screen'];
type Body = { lines: { minutes: number; times?: object; practised?: string[] }[] };

const sent = ({ api }: Pick<Rendered, 'api'>) =>
  api.calls.filter((call) => /^POST .+\/hours$/.test(call.line)).map((call) => call.body as Body);
const send = (screen: Screen) => screen.getByRole('button', { name: 'Send to Lucia Okafor' }).first().click();

async function choose(screen: Screen) {
  await screen.getByRole('button', { name: /^Set up production equipment/ }).click();
  await screen.getByRole('button', { name: 'Add times or skills' }).click();
}

async function times(screen: Screen, from: string, to: string) {
  await screen.getByLabelText('Start', { exact: true }).fill(from);
  await screen.getByLabelText('End', { exact: true }).fill(to);
}

describe('times and skills of what is logged', () => {
  test('are out of the way until one asks for them', async () => {
    const { screen } = await renderAs('adaeze', '/log');
    await screen.getByRole('button', { name: /^Set up production equipment/ }).click();
    await expect.element(screen.getByRole('button', { name: 'Add times or skills' })).toBeVisible();
    await expect.element(screen.getByLabelText('Start', { exact: true })).not.toBeInTheDocument();
  });

  test('make the minutes, off which a break may be taken', async () => {
    const rendered = await renderAs('adaeze', '/log');
    const { screen } = rendered;
    await choose(screen);
    await times(screen, '06:00', '14:30');
    await expect.element(screen.getByText('8 h 30 from start to end. Take a break off the time above.')).toBeVisible();
    await screen.getByRole('button', { name: '8 h', exact: true }).click();
    await expect.element(screen.getByText('8 h 30 from start to end, 30 min of it a break.')).toBeVisible();
    await screen.getByRole('checkbox', { name: 'Run first-piece and obtain approval' }).click();
    await send(screen);

    await expect.element(screen.getByText(/Sent to Lucia Okafor: 8 h/)).toBeVisible();
    expect(sent(rendered)[0]?.lines[0]).toMatchObject({
      minutes: 480,
      times: { startMinute: 360, endMinute: 870 },
      practised: ['WP05.6'],
    });
  });

  test('end on the next day when the end is before the start', async () => {
    const rendered = await renderAs('adaeze', '/log');
    const { screen } = rendered;
    await choose(screen);
    await times(screen, '22:00', '06:00');
    await expect.element(screen.getByText(/^8 h from start to end on the next day/)).toBeVisible();
    await send(screen);
    await expect.element(screen.getByText(/Sent to Lucia Okafor: 8 h/)).toBeVisible();
    expect(sent(rendered)[0]?.lines[0]).toMatchObject({ times: { startMinute: 1320, endMinute: 1800 } });
  });

  test('are not sent while they do not hold', async () => {
    const rendered = await renderAs('adaeze', '/log');
    const { screen } = rendered;
    await choose(screen);
    await times(screen, '06:00', '13:00');
    await screen.getByRole('button', { name: '8 h', exact: true }).click();
    await expect.element(screen.getByText('More than the 7 h between start and end.')).toBeVisible();
    await send(screen);
    expect(sent(rendered)).toHaveLength(0);
    await screen.getByLabelText('End', { exact: true }).fill('');
    await send(screen);
    await expect.element(screen.getByText('Enter start and end, or neither.')).toBeVisible();
    expect(sent(rendered)).toHaveLength(0);
  });

  test('are kept on the device with the rest', async () => {
    const { screen, api } = await renderAs('adaeze', '/log');
    await choose(screen);
    await times(screen, '06:00', '14:00');
    await screen.getByRole('checkbox', { name: 'Prepare and assemble materials and tooling' }).click();
    await screen.unmount();
    const { screen: later } = await openPortal(api, '/log');
    await expect.element(later.getByLabelText('Start', { exact: true })).toHaveValue('06:00');
    await expect.element(later.getByRole('checkbox', { name: /^Prepare and assemble/ })).toBeChecked();
  });

  test('open a draft of before there were any', async () => {
    const { screen, api } = await renderAs('adaeze', '/log');
    await screen.getByRole('button', { name: /^Set up production equipment/ }).click();
    await screen.unmount();
    const [key = ''] = Object.keys(localStorage);
    const kept = JSON.parse(localStorage.getItem(key) ?? '') as { lines: Record<string, unknown>[] };
    for (const line of kept.lines) for (const field of ['from', 'to', 'practised']) delete line[field];
    localStorage.setItem(key, JSON.stringify(kept));
    const { screen: later } = await openPortal(api, '/log');
    await expect.element(later.getByRole('region', { name: 'Set up production equipment' })).toBeVisible();
  });

  test('show a refusal at the line it is about', async () => {
    const { screen, api } = await renderAs('adaeze', '/log');
    await choose(screen);
    await times(screen, '06:00', '14:00');
    const overlapping = refusal(422, 'overlapping-times', 'These times overlap another entry.', {
      facts: { with: { workedOn: '2026-11-20', times: { startMinute: 1320, endMinute: 1830 } } },
    });
    const within = refusal(422, 'overlapping-times', 'These times overlap another entry.', {
      facts: { with: { workedOn: api.state.apprenticeships[0]?.hours[0]?.workedOn, times: {} } },
      errors: [{ field: 'lines.0.times', message: 'overlap 05:00 to 07:00' }],
    });
    const line = `POST /api/apprenticeships/${api.state.apprenticeships[0]?.id}/hours`;
    api.failNext(line, within);
    await send(screen);
    const own = screen.getByRole('region', { name: 'Set up production equipment' });
    await expect.element(own.getByText('overlap 05:00 to 07:00')).toBeVisible();
    api.failNext(line, overlapping);
    await send(screen);
    await expect.element(own.getByText('overlap 05:00 to 07:00')).not.toBeInTheDocument();
    await expect.element(screen.getByText('These times overlap another entry.')).toBeVisible();
    await expect.element(screen.getByLabelText('Start', { exact: true })).toHaveValue('06:00');
  });

  test('are repeated as a shift, the skills said anew', async () => {
    const rendered = await renderAs('adaeze', '/log');
    const { screen } = rendered;
    await screen.getByRole('button', { name: /^Same as last time/ }).click();
    await send(screen);
    await expect.element(screen.getByText(/Sent to Lucia Okafor: 7 h 30/)).toBeVisible();
    expect(sent(rendered)[0]?.lines[0]).toMatchObject({ minutes: 450, times: { startMinute: 360, endMinute: 840 } });
    expect(sent(rendered)[0]?.lines[0]).not.toHaveProperty('practised');
  });
});

describe('times and skills of what was logged', () => {
  test('stand in the history', async () => {
    const { screen } = await renderAs('adaeze', '/log');
    const others = screen.getByRole('region', { name: 'Your last entries' });
    await expect.element(others.getByText(/, 06:00–14:00 · press line 2/)).toBeVisible();
    await expect
      .element(others.getByText(/^Practised: Coordinate work flow .*; Hand over status to the next shift$/))
      .toBeVisible();
  });

  test('stand in the mentor’s queue', async () => {
    const { screen } = await renderAs('lucia', '/queue');
    const group = screen.getByRole('region', { name: 'Adaeze Dike' });
    await expect.element(group.getByText('06:00–14:00')).toBeVisible();
    await expect.element(group.getByText(/^Practised: Coordinate work flow/)).toBeVisible();
  });

  test('that left the Job Book, and a process that is another today, do not stand in the way of a correction', async () => {
    const { screen, api } = await renderAs('adaeze', '/log', (fake) => {
      const returned = fake.state.apprenticeships[0]?.hours.find((one) => one.status === 'returned');
      if (!returned) throw new Error('nothing was returned');
      fake.state.codesToday[returned.id] = { workProcess: 'WP03', practised: ['WP99.9'] };
    });
    const correction = () => api.calls.find((call) => call.line.startsWith('PUT /api/hours/'))?.body;
    await screen.getByRole('button', { name: 'Correct and send again' }).click();
    const dialog = screen.getByRole('dialog');
    await expect.element(dialog.getByLabelText('Work process')).toHaveValue('WP03');
    await dialog.getByRole('button', { name: 'Send to Lucia Okafor' }).click();
    await expect.poll(correction).toMatchObject({ workProcess: 'WP03' });
    expect(correction()).not.toHaveProperty('practised');
  });
  test('stay when an entry is corrected, and go with its work process', async () => {
    const { screen, api } = await renderAs('adaeze', '/log', (fake) => {
      const returned = fake.state.apprenticeships[0]?.hours.find((one) => one.status === 'returned');
      Object.assign(returned ?? {}, { times: { startMinute: 360, endMinute: 840 }, practised: ['WP05.6'] });
    });
    const correction = () => api.calls.find((call) => call.line.startsWith('PUT /api/hours/'))?.body;
    await screen.getByRole('button', { name: 'Correct and send again' }).click();
    const dialog = screen.getByRole('dialog');
    await expect.element(dialog.getByRole('checkbox', { name: /^Run first-piece/ })).toBeChecked();
    await dialog.getByLabelText('Work process').selectOptions('WP03');
    await dialog.getByRole('button', { name: 'Send to Lucia Okafor' }).click();
    await expect.poll(correction).toMatchObject({ times: { startMinute: 360, endMinute: 840 } });
    expect(correction()).not.toHaveProperty('practised');
  });
});

test('the details of a line fit a narrow phone', async () => {
  await page.viewport(320, 800);
  const { screen } = await renderAs('adaeze', '/log');
  await choose(screen);
  await times(screen, '22:00', '06:00');
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320);
  await page.viewport(390, 844);
});
