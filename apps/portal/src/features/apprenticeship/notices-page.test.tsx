import { describe, expect, test, vi } from 'vitest';
import { cdp, page } from 'vitest/browser';
import { createFakeApi } from '../../testing/fake-api.js';
import { refusal } from '../../testing/fake-transport.js';
import { daysAgo } from '../../testing/fake-world.js';
import { openPortal, renderAs } from '../../testing/render-as.js';
import { showDate } from '../../ui/show-dates.js';

interface Devices {
  send(method: 'Emulation.setEmulatedMedia', given: { media: string }): Promise<unknown>;
}

/** The notice of a registration that is late. */
async function openLate(prepare: (api: ReturnType<typeof createFakeApi>) => void = () => {}) {
  const api = createFakeApi('wanda');
  prepare(api);
  const entry = api.state.agreements[1]?.history[0]?.id ?? '';
  return { api, entry, ...(await openPortal(api, `/notices/${entry}`)) };
}

describe('notices', () => {
  test('stand late first, then due, and each opens', async () => {
    const { screen } = await renderAs('wanda', '/notices');
    const lines = screen.getByRole('region', { name: 'To report' }).getByRole('listitem');
    await expect.element(lines.first()).toMatchTextContent(/Tomás Rivera.*105 days late; was due/);
    expect(lines.elements().map((line) => line.querySelector('a')?.textContent)).toEqual([
      'Tomás Rivera',
      'Priya Nair',
    ]);
    await screen.getByRole('link', { name: 'Priya Nair' }).click();
    await expect
      .element(screen.getByRole('heading', { level: 1, name: 'Notice of registration: Priya Nair' }))
      .toHaveFocus();
  });

  test('that were reported stand apart, and may be none', async () => {
    const { screen } = await renderAs('wanda', '/notices', ({ state }) => {
      for (const { history, reported } of state.agreements)
        for (const { id } of history) reported.set(id, { on: daysAgo(1), reference: 'R-1' });
    });
    await expect.element(screen.getByText('Nothing has to be reported')).toBeVisible();
    const reported = screen.getByRole('region', { name: 'Reported in the last 90 days' });
    await expect.element(reported.getByText(/reference R-1/).first()).toBeVisible();
  });

  test('are for sponsors', async () => {
    const { screen, api } = await renderAs('erin', '/notices');
    await expect.element(screen.getByRole('heading', { name: 'This page is for sponsors' })).toBeVisible();
    expect(api.calls.filter((call) => call.line === 'GET /api/notices')).toEqual([]);
  });
});

describe('a notice', () => {
  test('says all that the agency asks for', async () => {
    const { screen } = await openLate();
    const paper = screen.getByRole('article', { name: 'The notice' });
    await expect.element(paper).toBeVisible();
    for (const fact of [
      'Office of Apprenticeship (US)',
      'Wisconsin Advanced Industries',
      'Industrial Manufacturing Technician, RAPIDS 2031HY',
      'Tomás Rivera',
      'Northfield Castings',
      'Agreement signed',
      'Wanda Novak',
      showDate(daysAgo(105)),
      '29 CFR 29.3(e); 29 CFR 29.5; 29 CFR 29.7(h); OA Circular 2026-01; 29 CFR 30.12',
    ])
      await expect.element(paper.getByText(fact, { exact: true }).first()).toBeVisible();
  });

  test('prints without navigation and buttons, and with a place to sign', async () => {
    const { screen } = await openLate();
    await expect.element(screen.getByText('For Wisconsin Advanced Industries')).not.toBeVisible();
    const devices = cdp() as unknown as Devices;
    await devices.send('Emulation.setEmulatedMedia', { media: 'print' });
    try {
      await expect.element(screen.getByText('For Wisconsin Advanced Industries')).toBeVisible();
      await expect.element(page.getByRole('navigation', { name: 'Main' })).not.toBeInTheDocument();
      await expect.element(page.getByRole('button')).not.toBeInTheDocument();
      await expect.element(page.getByRole('textbox')).not.toBeInTheDocument();
    } finally {
      await devices.send('Emulation.setEmulatedMedia', { media: '' });
    }
  });

  test('that a colleague reported meanwhile says so, keeps what is typed, and is replaced only knowingly', async () => {
    const { screen, api, entry } = await openLate();
    const reference = screen.getByRole('textbox', { name: 'Reference' });
    await reference.fill('RAPIDS 77');
    const reported = api.state.agreements.find(({ history }) => history.some(({ id }) => id === entry))?.reported;
    reported?.set(entry, { on: daysAgo(2), reference: 'RAPIDS 76' });
    await screen.getByRole('button', { name: 'Save as reported' }).click();
    await expect
      .element(screen.getByRole('alert'))
      .toMatchTextContent(`It was reported on ${showDate(daysAgo(2))} under “RAPIDS 76”. Nothing was saved`);
    await expect.element(reference).toHaveValue('RAPIDS 77');
    expect(reported?.get(entry)?.reference).toBe('RAPIDS 76');

    await screen.getByRole('button', { name: 'Save again' }).click();
    await expect.element(screen.getByText(/^Kept as reported on/)).toBeVisible();
    expect(reported?.get(entry)?.reference).toBe('RAPIDS 77');
    await reference.fill('RAPIDS 78');
    await screen.getByRole('button', { name: 'Save again' }).click();
    await vi.waitFor(() => expect(reported?.get(entry)?.reference).toBe('RAPIDS 78'), { timeout: 10_000 });
  });

  test('is kept as reported, with day and number, and leaves the list of what is open', async () => {
    const { screen, api, entry } = await openLate();
    await screen.getByRole('textbox', { name: 'Reported on' }).fill(daysAgo(1));
    await screen.getByRole('textbox', { name: 'Reference' }).fill(' RAPIDS 77 ');
    await screen.getByRole('button', { name: 'Save as reported' }).click();
    await expect.element(screen.getByText(`Kept as reported on ${showDate(daysAgo(1))}.`)).toBeVisible();
    await expect.element(screen.getByText(`${showDate(daysAgo(1))}, 104 days late, reference RAPIDS 77`)).toBeVisible();
    expect(api.calls.find((call) => call.line === `PUT /api/notices/${entry}`)?.body).toEqual({
      reportedOn: daysAgo(1),
      reference: 'RAPIDS 77',
    });
    await screen.getByRole('link', { name: 'All notices' }).click();
    const open = screen.getByRole('region', { name: 'To report' });
    await expect.element(open.getByText('Tomás Rivera')).not.toBeInTheDocument();
  });

  test('that is refused says why and keeps what was typed', async () => {
    const { screen } = await openLate();
    await screen.getByRole('textbox', { name: 'Reported on' }).fill(daysAgo(400));
    await screen.getByRole('textbox', { name: 'Reference' }).fill('RAPIDS 77');
    await screen.getByRole('button', { name: 'Save as reported' }).click();
    await expect.element(screen.getByRole('alert')).toMatchTextContent('cannot be reported before it happened');
    await expect.element(screen.getByRole('textbox', { name: 'Reference' })).toHaveValue('RAPIDS 77');
  });

  test('that was reported long ago opens from its agreement', async () => {
    const api = createFakeApi('wanda');
    const { id } = api.state.apprenticeships[0] ?? { id: '' };
    const { screen } = await openPortal(api, `/apprentices/${id}/agreement`);
    await screen.getByRole('link', { name: /^Registered/ }).click();
    await expect.element(screen.getByText(/reference RAPIDS 2026-0117/)).toBeVisible();
    await expect.element(screen.getByRole('heading', { name: 'Correct what was reported' })).toBeVisible();
  });

  test.each([
    ['of nothing', `/notices/00000000-0000-4000-8000-999999999999`, /There is no such notice here/],
    ['with a mistyped address', '/notices/abc', /The address may be mistyped/],
  ])('%s leads on', async (_what, path, words) => {
    const { screen } = await renderAs('wanda', path);
    await expect.element(screen.getByText(words)).toBeVisible();
  });

  test('that cannot be read says why', async () => {
    const broken = refusal(503, 'unavailable', 'The record is being moved. Try again in a minute.');
    const { screen } = await openLate((api) => api.failNext('GET /api/notices', broken));
    await expect.element(screen.getByRole('alert')).toMatchTextContent('The record is being moved.');
    await screen.getByRole('button', { name: 'Try again' }).click();
    await expect.element(screen.getByRole('article', { name: 'The notice' })).toBeVisible();
  });
});
