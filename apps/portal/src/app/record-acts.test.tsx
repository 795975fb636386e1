import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { refusal } from '../testing/fake-transport.js';
import { skillEntry } from '../testing/fake-world.js';
import { renderAs } from '../testing/render-as.js';

type Rendered = Awaited<ReturnType<typeof renderAs>>;
type Who = 'lucia' | 'wanda' | 'erin';

async function open(who: Who, opened: string, prepare?: Parameters<typeof renderAs>[2]) {
  let id = '';
  const rendered = await renderAs(who, '/apprentices', (api) => {
    id = api.state.apprenticeships[0]?.id ?? '';
    prepare?.(api);
  });
  await rendered.screen.getByRole('link', { name: 'Adaeze Dike' }).click();
  const number = { WP03: /^200 h count in Interpret/, WP05: /count in Set up/, all: /count: open all entries/ }[opened];
  await rendered.screen.getByRole('button', { name: number ?? opened }).click();
  return { ...rendered, id, panel: rendered.screen.getByRole('dialog') };
}

const bodyOf = ({ api }: Pick<Rendered, 'api'>, end: string) =>
  api.calls.find((call) => call.line.startsWith('POST') && call.line.endsWith(end))?.body;

describe('hours on the record', () => {
  test('are corrected by a mentor with a reason, and the record shows the new numbers', async () => {
    const opened = await open('lucia', 'WP05');
    const { screen, panel } = opened;
    await panel
      .getByRole('button', { name: /^Correct… 8 h on/ })
      .first()
      .click();
    const dialog = screen.getByRole('dialog', { name: 'Correct hours on the record' });
    await dialog.getByRole('button', { name: '6 h', exact: true }).click();
    await dialog.getByRole('button', { name: 'Correct the record' }).click();
    await expect.element(dialog.getByText('Say why it is corrected')).toBeVisible();
    await dialog.getByLabelText(/^Why it is corrected/).fill('Two hours were a class');
    await dialog.getByRole('button', { name: 'Correct the record' }).click();

    await expect.element(panel.getByText(/^Corrected: 6 h on .* count now\.$/)).toBeVisible();
    await expect.element(panel.getByRole('heading', { name: '102 h in Set up production equipment' })).toBeVisible();
    await expect.element(panel.getByText('Two hours were a class')).toBeVisible();
    expect(bodyOf(opened, '/correction')).toMatchObject({
      version: 2,
      workProcess: 'WP05',
      minutes: 360,
      reason: 'Two hours were a class',
    });
  });

  test('keep when the work began and ended, and what was practised', async () => {
    const said = { times: { startMinute: 360, endMinute: 870 }, practised: ['WP05.1'] };
    const opened = await open('lucia', 'WP05', (api) => {
      const [own] = api.state.apprenticeships;
      if (!own) throw new Error('the fake has an apprentice');
      own.entries = own.entries.map((one) => (one.hours ? { ...one, hours: { ...one.hours, ...said } } : one));
    });
    await opened.panel
      .getByRole('button', { name: /^Correct… 8 h on/ })
      .first()
      .click();
    const dialog = opened.screen.getByRole('dialog', { name: 'Correct hours on the record' });
    await dialog.getByLabelText(/^Why it is corrected/).fill('It was another day');
    await dialog.getByRole('button', { name: 'Correct the record' }).click();
    await expect.poll(() => bodyOf(opened, '/correction')).toMatchObject({ minutes: 480, ...said });
  });

  test('begin with no process when the one they had is no more', async () => {
    const opened = await open('lucia', 'WP05', (api) => {
      const [own] = api.state.apprenticeships;
      if (!own) throw new Error('the fake has an apprentice');
      own.entries = own.entries.map((one) =>
        one.hours ? { ...one, hours: { ...one.hours, workProcess: null } } : one,
      );
    });
    await opened.panel
      .getByRole('button', { name: /^Correct… 8 h on/ })
      .first()
      .click();
    const dialog = opened.screen.getByRole('dialog', { name: 'Correct hours on the record' });
    await expect.element(dialog.getByLabelText('Work process')).toHaveDisplayValue('Choose a process');
  });

  test('give the focus back to where the correction was begun', async () => {
    const { screen, panel } = await open('lucia', 'WP05');
    const button = panel.getByRole('button', { name: /^Correct… 8 h on/ }).first();
    (button.element() as HTMLElement).focus();
    await userEvent.keyboard('{Enter}');
    const dialog = screen.getByRole('dialog', { name: 'Correct hours on the record' });
    await expect.element(dialog).toBeVisible();
    await userEvent.keyboard('{Escape}');
    await expect.element(dialog).not.toBeInTheDocument();
    await expect.element(button).toHaveFocus();
    await userEvent.keyboard('{Escape}');
    await expect.element(panel).not.toBeInTheDocument();
  });

  test('keep what was typed when the correction is refused', async () => {
    const { screen, panel, api } = await open('lucia', 'WP05');
    const entry = api.state.apprenticeships[0]?.entries.findLast((one) => one.subject?.code === 'WP05' && one.hours);
    await panel
      .getByRole('button', { name: /^Correct… 8 h on/ })
      .first()
      .click();
    const dialog = screen.getByRole('dialog', { name: 'Correct hours on the record' });
    await dialog.getByLabelText(/^Why it is corrected/).fill('Another day');
    await dialog.getByLabelText('Note').fill('press line 9');
    api.failNext(
      `POST /api/hours/${entry?.hours?.id}/correction`,
      refusal(409, 'changed-since-shown', 'Something here changed since you opened the page.'),
    );
    await dialog.getByRole('button', { name: 'Correct the record' }).click();
    await expect.element(dialog.getByRole('alert')).toMatchTextContent('Something here changed');
    await expect.element(dialog.getByLabelText(/^Why it is corrected/)).toHaveValue('Another day');
    await expect.element(dialog.getByLabelText('Note')).toHaveValue('press line 9');
  });

  test('are taken back by the sponsor with a reason, and go back to the apprentice', async () => {
    const opened = await open('wanda', 'WP05');
    const { screen, panel, api } = opened;
    await panel
      .getByRole('button', { name: /^Take back… 8 h on/ })
      .first()
      .click();
    const dialog = screen.getByRole('dialog', { name: /^Take back 8 h on/ });
    await dialog.getByRole('button', { name: 'Take them back' }).click();
    await expect.element(dialog.getByText('Say why they do not count')).toBeVisible();
    await dialog.getByLabelText(/^Why/).fill('The plant was closed');
    await dialog.getByRole('button', { name: 'Take them back' }).click();
    await expect.element(panel.getByText(/^Taken back: 8 h on .* count no more\.$/)).toBeVisible();
    await expect.element(panel.getByRole('heading', { name: '96 h in Set up production equipment' })).toBeVisible();
    expect(bodyOf(opened, '/reversal')).toEqual({ version: 2, reason: 'The plant was closed' });
    expect(api.state.apprenticeships[0]?.hours.at(-1)).toMatchObject({ status: 'returned' });
  });

  test('are nobody else’s to correct', async () => {
    const { panel } = await open('erin', 'WP05');
    await expect.element(panel.getByText(/approved by Lucia Okafor/).first()).toBeVisible();
    await expect.element(panel.getByRole('button', { name: /^(Correct|Take back|Void)/ })).not.toBeInTheDocument();
  });
});

describe('hours above a maximum', () => {
  test('count when the sponsor lets them', async () => {
    const opened = await open('wanda', 'WP03');
    const { screen, panel } = opened;
    await expect.element(panel.getByText('12 h above the maximum, not counted.')).toBeVisible();
    await panel.getByRole('button', { name: 'Let them count…' }).click();
    const dialog = screen.getByRole('dialog', { name: /^Above the maximum in Interpret/ });
    await expect.element(dialog.getByLabelText(/^Hours that may count/)).toHaveValue('12 h');
    await dialog.getByRole('button', { name: 'Let them count' }).click();
    await expect.element(dialog.getByText('Say why they may count')).toBeVisible();
    await dialog.getByLabelText(/^Why/).fill('Extra drawings course on the floor');
    await dialog.getByRole('button', { name: 'Let them count' }).click();

    await expect.element(panel.getByText('Up to 12 h above the maximum count now.')).toBeVisible();
    await expect
      .element(panel.getByRole('heading', { name: '212 h in Interpret technical information' }))
      .toBeVisible();
    await expect.element(panel.getByText('The sponsor lets up to 12 h above the maximum count.')).toBeVisible();
    await expect.element(panel.getByText('Up to 12 h above the maximum may count', { exact: true })).toBeVisible();
    expect(bodyOf(opened, '/variances')).toEqual({
      workProcess: 'WP03',
      minutes: 720,
      shownMinutes: 0,
      reason: 'Extra drawings course on the floor',
    });
  });

  test('are only said to everybody else', async () => {
    const { panel } = await open('lucia', 'WP03');
    await expect.element(panel.getByText('12 h above the maximum, not counted.')).toBeVisible();
    await expect.element(panel.getByRole('button', { name: 'Let them count…' })).not.toBeInTheDocument();
  });
});

describe('other entries', () => {
  const withLateEntries: Parameters<typeof renderAs>[2] = (api) => {
    const entries = api.state.apprenticeships[0]?.entries ?? [];
    const last = { answeredBy: { id: '1', name: 'Wanda Novak' }, sequence: entries.length + 1 };
    entries.push({
      ...skillEntry('credential-earned', 'WP01.1', 0, last),
      subject: null,
      origin: 'OSHA-10',
      text: 'Card 4711',
    });
  };

  test('are voided by the sponsor with a reason, and stay struck', async () => {
    const opened = await open('wanda', 'all', withLateEntries);
    const { screen, panel } = opened;
    await panel.getByRole('button', { name: 'Void… Credential earned: OSHA-10' }).click();
    const dialog = screen.getByRole('dialog', { name: 'Void this entry?' });
    await dialog.getByRole('button', { name: 'Void the entry' }).click();
    await expect.element(dialog.getByText('Say why it does not stand')).toBeVisible();
    await dialog.getByLabelText(/^Why/).fill('Card of somebody else');
    await dialog.getByRole('button', { name: 'Void the entry' }).click();
    await expect.element(panel.getByText('Voided: it counts no more.')).toBeVisible();
    await expect.element(dialog).not.toBeInTheDocument();
    expect(panel.getByText('Credential earned: OSHA-10').element().tagName).toBe('S');
    await expect.element(panel.getByText('Card of somebody else')).toBeVisible();
    expect(bodyOf(opened, '/void')).toEqual({ reason: 'Card of somebody else' });
  });

  test('are not a mentor’s to void', async () => {
    const { panel } = await open('lucia', 'all', withLateEntries);
    await expect.element(panel.getByText('Credential earned: OSHA-10')).toBeVisible();
    await expect.element(panel.getByRole('button', { name: /^Void… Credential/ })).not.toBeInTheDocument();
    await expect.element(panel.getByRole('button', { name: /^Correct…/ }).first()).toBeVisible();
  });
});

test.each([320, 1280])('the acts on entries fit %i px', async (width) => {
  await page.viewport(width, 800);
  const { panel } = await open('wanda', 'WP03');
  await expect.element(panel.getByRole('button', { name: /^Correct…/ }).first()).toBeVisible();
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
  await page.viewport(390, 844);
});
