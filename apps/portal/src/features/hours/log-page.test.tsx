import { describe, expect, test } from 'vitest';
import { refusal } from '../../testing/fake-transport.js';
import { openPortal, renderAs } from '../../testing/render-as.js';

type Screen = Awaited<ReturnType<typeof renderAs>>['screen'];
type Body = {
  workedOn: string;
  submit: boolean;
  lines: { id: string; workProcess: string; minutes: number; note: string }[];
};

const logLine = /^POST \/api\/apprenticeships\/.+\/hours$/;
const bodies = (calls: readonly { line: string; body: unknown }[]) =>
  calls.filter((call) => logLine.test(call.line)).map((call) => call.body as Body);

async function fillIn(screen: Screen) {
  await screen.getByRole('button', { name: /^Set up production equipment/ }).click();
  await screen.getByRole('button', { name: '7 h 30' }).click();
  await screen.getByLabelText('Note').fill('press line 4');
}

describe('logging hours', () => {
  test('takes a process, a tap for the time, and send', async () => {
    const { screen, api } = await renderAs('adaeze', '/log');
    await fillIn(screen);
    await screen.getByRole('button', { name: 'Send to Lucia Okafor' }).first().click();

    await expect.element(screen.getByText(/Sent to Lucia Okafor: 7 h 30/)).toBeVisible();
    const [sent] = bodies(api.calls);
    expect(sent?.lines).toEqual([{ id: expect.any(String), workProcess: 'WP05', minutes: 450, note: 'press line 4' }]);
    expect(sent?.submit).toBe(true);
    await expect.element(screen.getByText('What did you work on?')).toBeVisible();
  });

  test('says the total of the day with what was logged before', async () => {
    const { screen } = await renderAs('adaeze', '/log');
    await fillIn(screen);
    await screen.getByRole('button', { name: 'Yesterday' }).click();
    await expect.element(screen.getByText('15 h', { exact: true })).toBeVisible();
    await expect.element(screen.getByText('of it 7 h 30 logged before')).toBeVisible();
  });

  test('understands a typed time, and quarter hours', async () => {
    const { screen, api } = await renderAs('adaeze', '/log');
    await screen.getByRole('button', { name: /^Operate production/ }).click();
    await screen.getByLabelText('Time in Operate production equipment').last().fill('6.5');
    await screen.getByRole('button', { name: '+15 minutes' }).click();
    await screen.getByRole('button', { name: 'Keep as draft' }).click();

    await expect.element(screen.getByText(/Kept as a draft: 6 h 45/)).toBeVisible();
    expect(bodies(api.calls)[0]?.lines[0]?.minutes).toBe(405);
    expect(bodies(api.calls)[0]?.submit).toBe(false);
  });

  test('repeats the last day with one tap', async () => {
    const { screen, api } = await renderAs('adaeze', '/log');
    await screen.getByRole('button', { name: 'Same as last time: 7 h 30 Operate production equipment' }).click();
    await screen.getByRole('button', { name: 'Send to Lucia Okafor' }).first().click();
    await expect.element(screen.getByText(/Sent to Lucia Okafor: 7 h 30/)).toBeVisible();
    expect(bodies(api.calls)[0]?.lines[0]).toMatchObject({ workProcess: 'WP01', minutes: 450, note: 'press line 2' });
  });

  test('asks for the time before it sends', async () => {
    const { screen, api } = await renderAs('adaeze', '/log');
    await screen.getByRole('button', { name: /^Operate production/ }).click();
    await screen.getByRole('button', { name: 'Send to Lucia Okafor' }).first().click();
    await expect.element(screen.getByRole('alert')).toMatchTextContent('Say how long you worked on each.');
    expect(bodies(api.calls)).toHaveLength(0);
  });
});

describe('logging hours without a signal', () => {
  test('keeps everything on the device, and sends the very same entry again', async () => {
    const { screen, api } = await renderAs('adaeze', '/log');
    const own = api.state.apprenticeships[0]?.id;
    await fillIn(screen);
    api.failNext(`POST /api/apprenticeships/${own}/hours`, 'unreachable');
    await screen.getByRole('button', { name: 'Send to Lucia Okafor' }).first().click();
    await expect.element(screen.getByRole('alert')).toMatchTextContent('Journeybook cannot be reached');
    await expect.element(screen.getByLabelText('Note')).toHaveValue('press line 4');
    await screen.unmount();

    const { screen: later } = await openPortal(api, '/log');
    await expect.element(later.getByLabelText('Note')).toHaveValue('press line 4');
    await later.getByRole('button', { name: 'Send to Lucia Okafor' }).first().click();
    await expect.element(later.getByText(/Sent to Lucia Okafor: 7 h 30/)).toBeVisible();
    const [first, second] = bodies(api.calls);
    expect(second?.lines[0]?.id).toBe(first?.lines[0]?.id);
    expect(localStorage).toHaveLength(0);
  });

  test('offers to send again in place', async () => {
    const { screen, api } = await renderAs('adaeze', '/log');
    await fillIn(screen);
    api.failNext(`POST /api/apprenticeships/${api.state.apprenticeships[0]?.id}/hours`, 'unreachable');
    await screen.getByRole('button', { name: 'Send to Lucia Okafor' }).first().click();
    await screen.getByRole('button', { name: 'Send again' }).click();
    await expect.element(screen.getByText(/Sent to Lucia Okafor: 7 h 30/)).toBeVisible();
  });

  test('does not offer to send again what must be changed first, and says the date as people read it', async () => {
    const { screen, api } = await renderAs('adaeze', '/log');
    await fillIn(screen);
    const future = refusal(422, 'future-date', 'Hours are logged up to 2026-11-23.', {
      facts: { until: '2026-11-23' },
    });
    api.failNext(`POST /api/apprenticeships/${api.state.apprenticeships[0]?.id}/hours`, future);
    await screen.getByRole('button', { name: 'Send to Lucia Okafor' }).first().click();
    await expect.element(screen.getByRole('alert')).toMatchTextContent('Hours are logged up to 23 Nov 2026.');
    await expect.element(screen.getByRole('button', { name: 'Send again' })).not.toBeInTheDocument();
  });

  test.each(['25', '25:00'])('says that no day has %s', async (typed) => {
    const { screen } = await renderAs('adaeze', '/log');
    await fillIn(screen);
    await screen.getByRole('textbox', { name: 'Time in Set up production equipment' }).fill(typed);
    await expect.element(screen.getByText('A day has 24 hours')).toBeVisible();
  });

  test('says when an earlier try had arrived with another time', async () => {
    const { screen, api } = await renderAs('adaeze', '/log');
    await fillIn(screen);
    api.failNext(`POST /api/apprenticeships/${api.state.apprenticeships[0]?.id}/hours`, 'unreachable');
    await screen.getByRole('button', { name: 'Send to Lucia Okafor' }).first().click();
    await expect.element(screen.getByRole('alert')).toBeVisible();
    const sent = bodies(api.calls)[0];
    const own = api.state.apprenticeships[0];
    const before = own?.hours[0];
    // The answer was lost, not the request.
    if (sent?.lines[0] && before)
      own.hours.push({ ...before, ...sent.lines[0], workProcess: before.workProcess, workedOn: sent.workedOn });
    await screen.getByRole('button', { name: '8 h', exact: true }).click();
    await screen.getByRole('button', { name: 'Send again' }).click();
    await expect.element(screen.getByText(/An earlier try had arrived.*7 h 30 in/)).toBeVisible();
    await expect.element(screen.getByText('What did you work on?')).toBeVisible();
    expect(own?.hours.filter((entry) => entry.minutes === 480 && entry.workedOn === sent?.workedOn)).toHaveLength(0);
  });

  test('shows the refusal of a field beside it', async () => {
    const { screen, api } = await renderAs('adaeze', '/log');
    await fillIn(screen);
    const late = refusal(422, 'over-24-hours', 'That makes more than 24 h on one day.', {
      errors: [{ field: 'lines.0.minutes', message: 'more than the day has' }],
    });
    api.failNext(`POST /api/apprenticeships/${api.state.apprenticeships[0]?.id}/hours`, late);
    await screen.getByRole('button', { name: 'Send to Lucia Okafor' }).first().click();
    await expect.element(screen.getByText('more than the day has')).toBeVisible();
    await expect.element(screen.getByText('That makes more than 24 h on one day.')).toBeVisible();
  });
});

describe('hours logged before', () => {
  test('stand with their state, the returned ones first with the reason', async () => {
    const { screen } = await renderAs('adaeze', '/log');
    const returned = screen.getByRole('region', { name: 'Sent back to you' });
    await expect.element(returned.getByText(/not setting up/)).toBeVisible();
    const others = screen.getByRole('region', { name: 'Your last entries' });
    await expect.element(others.getByText('draft, not sent')).toBeVisible();
    await expect.element(others.getByText(/approved by Lucia Okafor/)).toBeVisible();
  });

  test('are corrected and sent again when they came back', async () => {
    const { screen, api } = await renderAs('adaeze', '/log');
    await screen.getByRole('button', { name: 'Correct and send again' }).click();
    const dialog = screen.getByRole('dialog');
    await dialog.getByLabelText('Work process').selectOptions('WP01');
    await dialog.getByRole('button', { name: 'Send to Lucia Okafor' }).click();

    await expect.element(screen.getByRole('region', { name: 'Sent back to you' })).not.toBeInTheDocument();
    expect(api.calls.find((call) => call.line.startsWith('PUT /api/hours/'))).toMatchObject({
      body: { workProcess: 'WP01', minutes: 480, submit: true },
      ifMatch: '"1"',
    });
  });

  test('that were changed in another window meanwhile keep what is typed, and say what is there now', async () => {
    const { screen, api } = await renderAs('adaeze', '/log');
    await screen.getByRole('button', { name: 'Correct and send again' }).click();
    const dialog = screen.getByRole('dialog');
    await dialog.getByLabelText('Work process').selectOptions('WP01');
    const returned = api.state.apprenticeships[0]?.hours.find((one) => one.status === 'returned');
    if (returned) Object.assign(returned, { minutes: 150, version: 2 });
    await dialog.getByRole('button', { name: 'Send to Lucia Okafor' }).click();
    await expect.element(dialog.getByRole('alert')).toMatchTextContent(/It is 2 h 30 on .* now\. Nothing was saved/);
    await expect.element(dialog.getByLabelText('Work process')).toHaveValue('WP01');
    expect(returned).toMatchObject({ minutes: 150, status: 'returned' });

    await dialog.getByRole('button', { name: 'Send to Lucia Okafor' }).click();
    await expect.element(screen.getByRole('region', { name: 'Sent back to you' })).not.toBeInTheDocument();
    expect(returned).toMatchObject({ minutes: 480, status: 'submitted' });
  });

  test('are discarded only after a question', async () => {
    const { screen, api } = await renderAs('adaeze', '/log');
    const others = screen.getByRole('region', { name: 'Your last entries' });
    await others.getByRole('button', { name: 'Discard' }).click();
    await screen.getByRole('dialog').getByRole('button', { name: 'Discard' }).click();
    await expect.element(others.getByText('draft, not sent')).not.toBeInTheDocument();
    expect(api.calls.some((call) => call.line.startsWith('DELETE /api/hours/'))).toBe(true);
  });

  test('are sent from a draft', async () => {
    const { screen } = await renderAs('adaeze', '/log');
    const others = screen.getByRole('region', { name: 'Your last entries' });
    await others.getByRole('button', { name: 'Send to Lucia Okafor' }).click();
    await expect.element(others.getByText('draft, not sent')).not.toBeInTheDocument();
  });
});
