import { describe, expect, test } from 'vitest';
import { daysAgo } from '../../testing/fake-world.js';
import type { FakeApi } from '../../testing/fake-api.js';
import { createFakeApi } from '../../testing/fake-api.js';
import { openPortal } from '../../testing/render-as.js';
import type { people } from '../../testing/fake-world.js';
import { showDate } from '../../ui/show-dates.js';

const index = { adaeze: 0, tomas: 1, priya: 2 } as const;

/** The agreement of an apprentice, as somebody sees it. */
async function openAgreement(
  who: keyof typeof people,
  whose: keyof typeof index,
  prepare: (api: FakeApi) => void = () => {},
) {
  const api = createFakeApi(who);
  prepare(api);
  const { id } = api.state.apprenticeships[index[whose]] ?? { id: '' };
  const opened = await openPortal(api, `/apprentices/${id}/agreement`);
  await expect.element(opened.screen.getByRole('heading', { name: 'The agreement' })).toBeVisible();
  return { api, id, ...opened };
}

describe('an agreement', () => {
  test('says between whom it is, under which program, and how it came where it stands', async () => {
    const { screen } = await openAgreement('wanda', 'adaeze');
    await expect.element(screen.getByRole('heading', { level: 1, name: 'Agreement of Adaeze Dike' })).toBeVisible();
    await expect.element(screen.getByText('Industrial Manufacturing Technician, RAPIDS 2031HY')).toBeVisible();
    await expect.element(screen.getByText('Hybrid, version 2026.1')).toBeVisible();
    const changes = screen.getByRole('list', { name: 'Changes of status, the latest first' }).getByRole('listitem');
    expect(changes.elements().map((one) => one.textContent)).toEqual([
      `${showDate(daysAgo(151))}ActiveProbation is over.by Wanda Novak`,
      `${showDate(daysAgo(321))}Registered: on probationAgreement signed.by Wanda Novak`,
    ]);
  });

  test('shows the apprentice the own one, with nothing to decide but to cancel it', async () => {
    const api = createFakeApi('adaeze');
    const { screen } = await openPortal(api, '/agreement');
    await expect.element(screen.getByRole('heading', { level: 1, name: 'My agreement' })).toBeVisible();
    await expect.element(screen.getByText('Under age on the first day')).toBeVisible();
    const buttons = screen.getByRole('main').getByRole('button').elements();
    expect(buttons.map((one) => one.textContent)).toEqual(['Cancel the agreement']);
  });

  test('shows a mentor the facts and nothing to do, and neither birth nor notices', async () => {
    const { screen } = await openAgreement('lucia', 'adaeze');
    expect(screen.getByRole('main').getByRole('button').elements()).toEqual([]);
    await expect.element(screen.getByText('Under age on the first day')).not.toBeInTheDocument();
    await expect.element(screen.getByRole('heading', { name: /^Notices/ })).not.toBeInTheDocument();
  });

  test('leads to the move to another version where one may', async () => {
    const { screen, id } = await openAgreement('wanda', 'adaeze');
    await expect
      .element(screen.getByRole('link', { name: 'Move to another version' }))
      .toHaveAttribute('href', `/apprentices/${id}/move`);
  });

  test('that cannot be read says why', async () => {
    const api = createFakeApi('wanda');
    const { id } = api.state.apprenticeships[0] ?? { id: '' };
    api.failNext(`GET /api/apprenticeships/${id}/agreement`, 'unreachable');
    api.failNext(`GET /api/apprenticeships/${id}/agreement`, 'unreachable');
    const { screen } = await openPortal(api, `/apprentices/${id}/agreement`);
    await expect.element(screen.getByRole('alert')).toMatchTextContent('Journeybook cannot be reached');
    await screen.getByRole('button', { name: 'Try again' }).click();
    await expect.element(screen.getByRole('heading', { name: 'The agreement' })).toBeVisible();
  });
});

describe('changing the status', () => {
  test('makes an apprentice active when probation is over', async () => {
    const { screen } = await openAgreement('wanda', 'tomas');
    await expect.element(screen.getByText(/^Probation ended on .*, with its part of the term\.$/)).toBeVisible();
    await screen.getByRole('button', { name: 'Make active' }).click();
    const dialog = screen.getByRole('dialog', { name: 'End probation and make active' });
    await expect.element(dialog.getByText(/only with notice to the apprentice/)).toBeVisible();
    await expect.element(dialog.getByRole('textbox', { name: 'Reason' })).toHaveValue('Probation is over');
    await dialog.getByRole('button', { name: 'Make active' }).click();

    await expect.element(screen.getByText(/^The agreement is active from/)).toBeVisible();
    await expect.element(screen.getByText(`Active since ${showDate(daysAgo(0))}`)).toBeVisible();
    await expect.element(screen.getByText(/^Probation ended/)).not.toBeInTheDocument();
  });

  test('asks for the day of notice after probation, and keeps what was typed when it is refused', async () => {
    const { screen, api } = await openAgreement('wanda', 'adaeze', ({ state }) => {
      const [agreement] = state.agreements;
      if (agreement)
        agreement.terms = { ...agreement.terms, agency: { ...agreement.terms.agency, correctiveActionDays: 15 } };
    });
    await screen.getByRole('button', { name: 'Suspend' }).click();
    const dialog = screen.getByRole('dialog', { name: 'Suspend the agreement' });
    await expect.element(dialog.getByText(/asks for 15 days between it and the change/)).toBeVisible();
    await dialog.getByRole('textbox', { name: 'Reason' }).fill('Plant is shut for the winter');
    await dialog.getByRole('button', { name: 'Suspend' }).click();
    await expect.element(dialog.getByText('Choose the day of notice')).toBeVisible();
    await expect.element(dialog.getByRole('textbox', { name: 'Notice given on' })).toHaveFocus();

    await dialog.getByRole('textbox', { name: 'Notice given on' }).fill(daysAgo(3));
    await dialog.getByRole('button', { name: 'Suspend' }).click();
    await expect.element(dialog.getByRole('alert')).toMatchTextContent('too little time to put things right');
    await expect.element(dialog.getByRole('textbox', { name: 'Reason' })).toHaveValue('Plant is shut for the winter');

    await dialog.getByRole('textbox', { name: 'Notice given on' }).fill(daysAgo(20));
    await dialog.getByRole('button', { name: 'Suspend' }).click();
    await expect.element(screen.getByText(/Office of Apprenticeship must know by/)).toBeVisible();
    expect(api.calls.findLast((call) => call.line.endsWith('/status-changes'))?.body).toEqual({
      to: 'suspended',
      effectiveOn: daysAgo(0),
      reason: 'Plant is shut for the winter',
      noticeGivenOn: daysAgo(20),
    });
    await expect.element(screen.getByRole('button', { name: 'Reinstate' })).toBeVisible();
    await expect.element(screen.getByRole('button', { name: 'Make active' })).not.toBeInTheDocument();
  });

  test('says that cancelling is final before it is done, and nothing can be done after it', async () => {
    const { screen } = await openAgreement('wanda', 'priya');
    await screen.getByRole('button', { name: 'Cancel the agreement' }).click();
    const dialog = screen.getByRole('dialog', { name: 'Cancel the agreement' });
    await expect.element(dialog.getByText(/^This is final\./)).toBeVisible();
    await dialog.getByRole('button', { name: 'Cancel the agreement' }).click();
    await expect.element(dialog.getByRole('textbox', { name: 'Reason' })).toHaveFocus();
    await dialog.getByRole('textbox', { name: 'Reason' }).fill('Moved away');
    await dialog.getByRole('button', { name: 'Cancel the agreement' }).click();

    await expect.element(screen.getByText(/^The agreement is cancelled from/)).toBeVisible();
    await expect.element(screen.getByRole('dialog')).not.toBeInTheDocument();
    expect(screen.getByRole('main').getByRole('button').elements()).toEqual([]);
  });

  test('lets an apprentice cancel the own agreement without notice', async () => {
    const api = createFakeApi('adaeze');
    const { screen } = await openPortal(api, '/agreement');
    await screen.getByRole('button', { name: 'Cancel the agreement' }).click();
    const dialog = screen.getByRole('dialog');
    await expect.element(dialog.getByRole('textbox', { name: 'Notice given on' })).not.toBeInTheDocument();
    await expect
      .element(dialog.getByText(/Wisconsin Advanced Industries tells Office of Apprenticeship\.$/))
      .toBeVisible();
    await dialog.getByRole('textbox', { name: 'Reason' }).fill('Going to college');
    await dialog.getByRole('button', { name: 'Cancel the agreement' }).click();
    await expect.element(screen.getByText(/^by Adaeze Dike, the apprentice$/)).toBeVisible();
  });

  test('is given up with Esc, and the focus comes back', async () => {
    const { screen, api } = await openAgreement('wanda', 'priya');
    const button = screen.getByRole('button', { name: 'Suspend' });
    await button.click();
    await screen.getByRole('dialog').getByRole('button', { name: 'Go back' }).click();
    await expect.element(screen.getByRole('dialog')).not.toBeInTheDocument();
    await expect.element(button).toHaveFocus();
    expect(api.calls.filter((call) => call.line.startsWith('POST'))).toEqual([]);
  });
});

describe('a transfer', () => {
  test('needs consent and transcript, stays within the occupation, and ends the agreement', async () => {
    const { screen, api } = await openAgreement('wanda', 'adaeze');
    await screen.getByRole('button', { name: 'Transfer' }).click();
    const dialog = screen.getByRole('dialog', { name: 'Transfer to another program' });
    await dialog.getByRole('button', { name: 'Transfer' }).click();
    await expect.element(dialog.getByText('Choose the day on which Adaeze Dike agreed')).toBeVisible();
    await dialog.getByRole('textbox', { name: 'RAPIDS code of the other program' }).fill('0159');
    await dialog.getByRole('textbox', { name: 'Adaeze Dike agreed on' }).fill(daysAgo(9));
    await dialog.getByRole('textbox', { name: 'Transcript of hours and instruction handed over on' }).fill(daysAgo(2));
    await dialog.getByRole('textbox', { name: 'Reason' }).fill('Moves to Ohio');
    await dialog.getByRole('button', { name: 'Transfer' }).click();
    await expect.element(dialog.getByRole('alert')).toMatchTextContent('only within the occupation');

    await dialog.getByRole('textbox', { name: 'RAPIDS code of the other program' }).fill('2031HY');
    await dialog.getByRole('button', { name: 'Transfer' }).click();
    await expect.element(screen.getByText(/^The agreement is transferred from/)).toBeVisible();
    expect(api.calls.findLast((call) => call.line.endsWith('/transfer'))?.body).toEqual({
      effectiveOn: daysAgo(0),
      reason: 'Moves to Ohio',
      toRapidsCode: '2031HY',
      agreedByApprenticeOn: daysAgo(9),
      transcriptGivenOn: daysAgo(2),
    });
  });
});

describe('the employer', () => {
  test('is changed to another one of the program', async () => {
    const { screen } = await openAgreement('wanda', 'adaeze');
    await screen.getByRole('button', { name: 'Change employer' }).click();
    const dialog = screen.getByRole('dialog', { name: 'Change employer' });
    await dialog.getByRole('combobox', { name: 'New employer' }).selectOptions('Lakeside Tool');
    await dialog.getByRole('button', { name: 'Change employer' }).click();

    await expect.element(screen.getByText(/^Adaeze Dike works for Lakeside Tool now/)).toBeVisible();
    const employers = screen.getByRole('region', { name: 'Employers' }).getByRole('listitem').elements();
    expect(employers.map((one) => one.textContent)).toEqual([
      `Lakeside Toolfrom ${showDate(daysAgo(0))}`,
      `Northfield Castingsfrom ${showDate(daysAgo(321))}`,
    ]);
  });

  test('is not changed before the last change, and the mentors of the one before end with it', async () => {
    const { screen } = await openAgreement('wanda', 'adaeze');
    const change = async (name: string, from: string) => {
      await screen.getByRole('button', { name: 'Change employer' }).first().click();
      const dialog = screen.getByRole('dialog', { name: 'Change employer' });
      await dialog.getByRole('combobox', { name: 'New employer' }).selectOptions(name);
      await dialog.getByRole('textbox', { name: 'From' }).fill(from);
      await dialog.getByRole('button', { name: 'Change employer' }).click();
      return dialog;
    };
    await change('Lakeside Tool', daysAgo(10));
    await expect.element(screen.getByRole('dialog')).not.toBeInTheDocument();
    await expect.element(screen.getByText(/^mentor · .* to /)).toMatchTextContent(showDate(daysAgo(11)));
    const dialog = await change('Northfield Castings', daysAgo(20));
    await expect.element(dialog.getByRole('alert')).toMatchTextContent('changed after that day already');
    await expect
      .element(dialog.getByRole('combobox', { name: 'New employer' }))
      .toHaveDisplayValue('Northfield Castings');
  });
});

describe('mentors', () => {
  test('are assigned by the employer, and a stand-in has a last day', async () => {
    const { screen, api } = await openAgreement('erin', 'adaeze');
    await screen.getByRole('button', { name: 'Assign a mentor' }).click();
    const dialog = screen.getByRole('dialog', { name: 'Assign a mentor' });
    await dialog.getByRole('combobox', { name: 'Who' }).selectOptions('Marcus Hale');
    await dialog.getByRole('radio', { name: 'Stand-in' }).click();
    await dialog.getByRole('button', { name: 'Assign' }).click();
    await expect.element(dialog.getByText('Choose the last day')).toBeVisible();
    await dialog.getByRole('textbox', { name: 'Last day' }).fill(daysAgo(-7));
    await dialog.getByRole('button', { name: 'Assign' }).click();

    await expect.element(screen.getByText('Marcus Hale is assigned.')).toBeVisible();
    await expect
      .element(
        screen.getByText(`standing in, decides hours only · ${showDate(daysAgo(0))} to ${showDate(daysAgo(-7))}`),
      )
      .toBeVisible();
    expect(api.calls.findLast((call) => call.line.endsWith('/mentorships'))?.body).toMatchObject({
      kind: 'stand-in',
      from: daysAgo(0),
      until: daysAgo(-7),
    });
  });

  test('over the ratio are assigned all the same, and it is said', async () => {
    const { screen } = await openAgreement('wanda', 'adaeze', ({ state }) => {
      for (const agreement of state.agreements)
        agreement.terms = { ...agreement.terms, ratio: { apprentices: 1, journeyworkers: 1 } };
    });
    await screen.getByRole('button', { name: 'Assign a mentor' }).click();
    const dialog = screen.getByRole('dialog');
    await dialog.getByRole('combobox', { name: 'Who' }).selectOptions('Marcus Hale');
    await dialog.getByRole('button', { name: 'Assign' }).click();
    await expect.element(screen.getByText(/this program has 1 apprentice to 1 journeyworker/)).toBeVisible();
    await expect.element(screen.getByRole('button', { name: 'End the assignment of Marcus Hale' })).toBeVisible();
  });

  test('are not assigned twice for the same time', async () => {
    const { screen } = await openAgreement('wanda', 'adaeze');
    await screen.getByRole('button', { name: 'Assign a mentor' }).click();
    const dialog = screen.getByRole('dialog');
    await dialog.getByRole('combobox', { name: 'Who' }).selectOptions('Lucia Okafor');
    await dialog.getByRole('button', { name: 'Assign' }).click();
    await expect.element(dialog.getByRole('alert')).toMatchTextContent('assigned in that time already');
  });

  test('end with a last day, and stay in the list as over', async () => {
    const { screen } = await openAgreement('erin', 'adaeze');
    await screen.getByRole('button', { name: 'End the assignment of Lucia Okafor' }).click();
    const dialog = screen.getByRole('dialog', { name: 'End the assignment of Lucia Okafor' });
    await dialog.getByRole('textbox', { name: 'Last day' }).fill(daysAgo(1));
    await dialog.getByRole('button', { name: 'End assignment' }).click();
    await expect.element(screen.getByText(`Lucia Okafor is assigned until ${showDate(daysAgo(1))}.`)).toBeVisible();
    await expect.element(screen.getByText('over', { exact: true })).toBeVisible();
    await expect.element(screen.getByRole('button', { name: /^End the assignment/ })).not.toBeInTheDocument();
  });
});
