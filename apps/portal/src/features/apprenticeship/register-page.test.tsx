import { type StandardContents, standardView } from '@journeybook/contracts';
import { addMonths, federalPolicy, minutes } from '@journeybook/domain';
import { describe, expect, test } from 'vitest';
import { createFakeApi, type FakeApi } from '../../testing/fake-api.js';
import { fakeAgreement, fakeStandard } from '../../testing/fake-agreements.js';
import { refusal } from '../../testing/fake-transport.js';
import { daysAgo, fakeId, sponsor } from '../../testing/fake-world.js';
import { openPortal, renderAs } from '../../testing/render-as.js';
import { showDate } from '../../ui/show-dates.js';

type Screen = Awaited<ReturnType<typeof renderAs>>['screen'];

/** Answers the program of the form with an agency that asks for this age, everything else as the fake does. */
function withAdultAge({ fetch }: FakeApi, adultAge: number): typeof fetch {
  const contents: StandardContents = {
    version: fakeStandard.version,
    occupation: fakeStandard.occupation,
    approach: 'hybrid',
    termMonths: 18,
    ojtMinutes: fakeStandard.ojtMinutes,
    rtiMinutes: fakeStandard.rtiMinutes,
    workProcesses: [],
    competencies: [],
    courses: [],
    levels: [],
    completionCredentials: [],
    jobBookStatus: 'reviewed',
    policies: { passMarkPercent: 70, shiftLimitMinutes: minutes(720), loggingWindowDays: 14 },
    terms: {
      wages: null,
      ratio: null,
      agency: { ...federalPolicy, basis: [...federalPolicy.basis], adultAge },
    },
  };
  const publishedAt = new Date().toISOString();
  const standard = { id: fakeStandard.id, sponsor, publishedAt, apprentices: 3, contents, customisations: [] };
  return async (input, init) => {
    const { pathname } = new URL(input instanceof Request ? input.url : input, 'http://portal.example');
    return pathname === `/api/standards/${fakeStandard.id}`
      ? Response.json(standardView.parse({ ...standard, may: { draft: true, customise: [] } }))
      : fetch(input, init);
  };
}

async function fillNadia(screen: Screen) {
  await screen.getByRole('textbox', { name: 'Name' }).fill('Nadia Park');
  await screen.getByRole('combobox', { name: 'Employer' }).selectOptions('Northfield Castings');
  await screen.getByRole('textbox', { name: 'First day' }).fill(daysAgo(2));
  await screen.getByRole('textbox', { name: 'Date of birth' }).fill('2005-05-05');
  await screen.getByRole('textbox', { name: 'Signed by the apprentice on' }).fill(daysAgo(3));
}

describe('registering an apprentice', () => {
  test('goes from the list of apprentices to the registered agreement', async () => {
    const { screen, api, history } = await renderAs('wanda', '/apprentices');
    await screen.getByRole('link', { name: 'Register an apprentice' }).click();
    await expect.element(screen.getByRole('heading', { level: 1, name: 'Register an apprentice' })).toHaveFocus();
    await fillNadia(screen);
    await screen.getByRole('button', { name: 'Register' }).click();

    await expect.element(screen.getByRole('heading', { level: 1, name: 'Agreement of Nadia Park' })).toBeVisible();
    await expect.element(screen.getByText(`On probation since ${showDate(daysAgo(2))}`)).toBeVisible();
    await expect.element(screen.getByText('Nobody is assigned yet')).toBeVisible();
    const drafted = api.calls.find((call) => call.line === 'POST /api/agreements')?.body;
    expect(drafted).toMatchObject({ apprentice: { name: 'Nadia Park', email: null, studentNumber: null } });
    const { id } = drafted as { id: string };
    expect(history.location.pathname).toBe(`/apprentices/${id}/agreement`);
    expect(api.calls.find((call) => call.line === `POST /api/apprenticeships/${id}/registration`)?.body).toEqual({
      bornOn: '2005-05-05',
      signedByApprenticeOn: daysAgo(3),
      guardian: null,
    });
  });

  test('names what is missing and goes there', async () => {
    const { screen, api } = await renderAs('wanda', '/apprentices/new');
    await screen.getByRole('button', { name: 'Register' }).click();
    await expect.element(screen.getByText('Enter the name')).toBeVisible();
    await expect.element(screen.getByText('Choose the day it was signed')).toBeVisible();
    await expect.element(screen.getByRole('textbox', { name: 'Name' })).toHaveFocus();
    expect(api.calls.filter((call) => call.line.startsWith('POST'))).toEqual([]);
  });

  test('asks for a guardian when the apprentice is a minor on the first day', async () => {
    const { screen, api } = await renderAs('wanda', '/apprentices/new');
    await fillNadia(screen);
    await screen.getByRole('textbox', { name: 'Date of birth' }).fill(addMonths(daysAgo(0), -17 * 12));
    await expect.element(screen.getByText('Under 18 on the first day: a guardian signs too.')).toBeVisible();
    await screen.getByRole('button', { name: 'Register' }).click();
    await expect.element(screen.getByText('Enter the name of the guardian')).toBeVisible();
    await screen.getByRole('textbox', { name: 'Name of the guardian' }).fill('Min-ji Park');
    await screen.getByRole('textbox', { name: 'What they are to the apprentice' }).fill('mother');
    await screen.getByRole('textbox', { name: 'How to reach the guardian' }).fill('555 0101');
    await screen.getByRole('textbox', { name: 'Signed by the guardian on' }).fill(daysAgo(3));
    await screen.getByRole('button', { name: 'Register' }).click();

    await expect.element(screen.getByText(`Min-ji Park, mother, 555 0101, ${showDate(daysAgo(3))}`)).toBeVisible();
    expect(api.calls.findLast((call) => call.line.endsWith('/registration'))?.body).toMatchObject({
      guardian: { name: 'Min-ji Park', relation: 'mother', contact: '555 0101', signedOn: daysAgo(3) },
    });
  });

  test('asks for one by the age of the agency of the program', async () => {
    const api = createFakeApi('wanda');
    const { screen } = await openPortal({ ...api, fetch: withAdultAge(api, 21) }, '/apprentices/new');
    await screen.getByRole('textbox', { name: 'First day' }).fill(daysAgo(2));
    await screen.getByRole('textbox', { name: 'Date of birth' }).fill(addMonths(daysAgo(0), -20 * 12));
    await expect.element(screen.getByText('Under 21 on the first day: a guardian signs too.')).toBeVisible();
  });

  test('takes somebody who comes back without asking for the name again', async () => {
    const { screen, api } = await renderAs('wanda', '/apprentices/new');
    await fillNadia(screen);
    await screen.getByRole('radio', { name: 'Somebody who comes back' }).click();
    await screen.getByRole('combobox', { name: 'Who comes back' }).selectOptions('Joanna Weiss');
    await screen.getByRole('button', { name: 'Register' }).click();
    await expect.element(screen.getByRole('heading', { level: 1, name: 'Agreement of Joanna Weiss' })).toBeVisible();
    expect(api.calls.find((call) => call.line === 'POST /api/agreements')?.body).toMatchObject({
      apprentice: { person: api.state.former[0]?.id },
    });
  });

  test('keeps the draft when it is refused, and registers that one with the next try', async () => {
    const { screen, api } = await renderAs('wanda', '/apprentices/new');
    await fillNadia(screen);
    await screen.getByRole('textbox', { name: 'Date of birth' }).fill(addMonths(daysAgo(0), -12 * 12));
    await screen.getByRole('textbox', { name: 'Name of the guardian' }).fill('Min-ji Park');
    await screen.getByRole('textbox', { name: 'What they are to the apprentice' }).fill('mother');
    await screen.getByRole('textbox', { name: 'How to reach the guardian' }).fill('555 0101');
    await screen.getByRole('textbox', { name: 'Signed by the guardian on' }).fill(daysAgo(3));
    await screen.getByRole('button', { name: 'Register' }).click();

    await expect.element(screen.getByRole('alert')).toMatchTextContent('too young on the first day');
    await expect.element(screen.getByText(/is kept and not registered yet/)).toBeVisible();
    await expect.element(screen.getByRole('textbox', { name: 'Name of the guardian' })).toHaveValue('Min-ji Park');
    await screen.getByRole('textbox', { name: 'Date of birth' }).fill('2005-05-05');
    await screen.getByRole('button', { name: 'Register' }).click();
    await expect.element(screen.getByText(/^On probation since/)).toBeVisible();
    expect(api.calls.filter((call) => call.line === 'POST /api/agreements')).toHaveLength(1);
  });

  test('makes one agreement however often it is sent', async () => {
    const { screen, api } = await renderAs('wanda', '/apprentices/new', (api) =>
      api.failNext('POST /api/agreements', 'unreachable'),
    );
    await fillNadia(screen);
    await screen.getByRole('button', { name: 'Register' }).click();
    await expect.element(screen.getByRole('alert')).toMatchTextContent('cannot be reached');
    await screen.getByRole('button', { name: 'Register' }).click();
    await expect.element(screen.getByRole('heading', { level: 1, name: 'Agreement of Nadia Park' })).toBeVisible();
    const sent = api.calls.filter((call) => call.line === 'POST /api/agreements');
    expect(sent).toHaveLength(2);
    expect(sent[0]?.body).toEqual(sent[1]?.body);
  });

  test('leads to the draft when that id was sent before with other content', async () => {
    const taken = refusal(409, 'id-taken', 'An agreement with this id is there already, with other content.');
    const { screen, api } = await renderAs('wanda', '/apprentices/new', (api) =>
      api.failNext('POST /api/agreements', taken),
    );
    await fillNadia(screen);
    await screen.getByRole('button', { name: 'Register' }).click();
    await expect.element(screen.getByRole('alert')).toMatchTextContent('there already');
    const sent = api.calls.find((call) => call.line === 'POST /api/agreements')?.body;
    expect(sent).toMatchObject({ id: expect.any(String) });
    const { id } = sent as { id: string };
    await expect
      .element(screen.getByRole('link', { name: 'Open it' }))
      .toHaveAttribute('href', `/apprentices/${id}/agreement`);
  });

  test('is for sponsors', async () => {
    const { screen } = await renderAs('erin', '/apprentices');
    await expect.element(screen.getByLabelText('Search')).toBeVisible();
    await expect.element(screen.getByRole('link', { name: 'Register an apprentice' })).not.toBeInTheDocument();
    const other = await renderAs('erin', '/apprentices/new');
    await expect.element(other.screen.getByRole('heading', { name: 'This page is for sponsors' }).last()).toBeVisible();
  });
});

describe('a draft', () => {
  async function openDraft() {
    const api = createFakeApi('wanda');
    const own = {
      id: fakeId(),
      status: 'draft' as const,
      apprentice: { id: fakeId(), name: 'Nadia Park' },
      mentors: [],
      beganOn: daysAgo(1),
      running: {},
      hours: [],
      entries: [],
    };
    const draft = fakeAgreement(own);
    draft.terms = { ...draft.terms, agency: { ...draft.terms.agency, adultAge: 21 } };
    api.state.apprenticeships.push(own);
    api.state.agreements.push(draft);
    return { api, ...(await openPortal(api, `/apprentices/${own.id}/agreement`)) };
  }

  test('of a day to come is kept without signatures, and says from when it can be registered', async () => {
    const { screen } = await renderAs('wanda', '/apprentices/new');
    await screen.getByRole('textbox', { name: 'Name' }).fill('Nadia Park');
    await screen.getByRole('combobox', { name: 'Employer' }).selectOptions('Northfield Castings');
    await screen.getByRole('textbox', { name: 'First day' }).fill(daysAgo(-30));
    await screen.getByRole('button', { name: 'Keep as draft' }).click();
    await expect.element(screen.getByRole('heading', { level: 1, name: 'Agreement of Nadia Park' })).toBeVisible();
    await expect
      .element(
        screen.getByText(`Not registered yet. It can be registered from its first day on, ${showDate(daysAgo(-30))}.`),
      )
      .toBeVisible();
    await expect.element(screen.getByRole('button', { name: 'Register' })).not.toBeInTheDocument();
  });

  test('is registered from its agreement, with a guardian by the age of its agency', async () => {
    const { screen } = await openDraft();
    await screen.getByRole('textbox', { name: 'Date of birth' }).fill(addMonths(daysAgo(0), -19 * 12));
    await expect.element(screen.getByText('Under 21 on the first day: a guardian signs too.')).toBeVisible();
    await screen.getByRole('textbox', { name: 'Signed by the apprentice on' }).fill(daysAgo(2));
    await screen.getByRole('textbox', { name: 'Name of the guardian' }).fill('Min-ji Park');
    await screen.getByRole('textbox', { name: 'What they are to the apprentice' }).fill('mother');
    await screen.getByRole('textbox', { name: 'How to reach the guardian' }).fill('555 0101');
    await screen.getByRole('textbox', { name: 'Signed by the guardian on' }).fill(daysAgo(2));
    await screen.getByRole('button', { name: 'Register' }).click();
    await expect.element(screen.getByText(/^Registered from .* must know by/)).toBeVisible();
    await expect.element(screen.getByRole('heading', { name: 'Not registered yet' })).not.toBeInTheDocument();
  });

  test('is dropped for good', async () => {
    const { screen } = await openDraft();
    await screen.getByRole('button', { name: 'Drop the draft' }).click();
    const dialog = screen.getByRole('dialog', { name: 'Drop this draft' });
    await expect.element(dialog.getByText(/^This is final\./)).toBeVisible();
    await dialog.getByRole('textbox', { name: 'Reason' }).fill('Took another job');
    await dialog.getByRole('button', { name: 'Drop the draft' }).click();
    await expect.element(screen.getByText(/^The agreement is cancelled/)).toBeVisible();
  });
});
