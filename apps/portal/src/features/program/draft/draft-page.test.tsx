import { describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { expectSoundPage } from '../../../testing/expect-sound-page.js';
import { createFakeApi } from '../../../testing/fake-api.js';
import { fakeContents } from '../../../testing/fake-contents.js';
import { refusal } from '../../../testing/fake-transport.js';
import { openPortal } from '../../../testing/render-as.js';

/** Opens the fake's draft; `sound` takes its errors away first. */
async function openDraft({ sound = false }: { sound?: boolean } = {}) {
  localStorage.clear();
  const api = createFakeApi('wanda');
  const draft = api.state.programs.versions[2];
  if (!draft) throw new Error('the fake has a draft');
  if (sound) draft.contents = fakeContents({ version: '2028.1', jobBookStatus: 'reviewed' });
  const { screen, history } = await openPortal(api, `/programs/drafts/${draft.id}`);
  await expect.element(screen.getByRole('heading', { level: 1, name: 'Draft of 2028.1' })).toBeVisible();
  const line = `PUT /api/standard-drafts/${draft.id}`;
  const saved = () =>
    api.calls.filter((call) => call.line === line).map((call) => call.body as { contents: typeof draft.contents });
  return { screen, history, api, draft, line, saved };
}

type Screen = Awaited<ReturnType<typeof openDraft>>['screen'];
const unfold = (screen: Screen, name: RegExp) => screen.getByRole('button', { name }).first().click();
const save = (screen: Screen) => screen.getByRole('button', { name: 'Save', exact: true }).click();

describe('a draft', () => {
  test('says what is wrong, errors first, and leads to each field', async () => {
    const { screen } = await openDraft();
    const findings = screen.getByRole('region', { name: 'What to put right' });
    const said = findings
      .getByRole('listitem')
      .elements()
      .map((one) => one.textContent);
    expect(said.map((one) => one.slice(0, 5))).toEqual(['error', 'error', 'warni']);
    await findings.getByRole('button', { name: /RTI04 stands twice/ }).click();
    // The fifth course: the later one of the two is to be changed.
    const code = screen.getByRole('region', { name: 'Instruction' }).getByLabelText('Code').nth(4);
    await expect.element(code).toHaveFocus();
    await expect.element(code).toHaveAttribute('aria-invalid', 'true');
  });

  test('shows while typing what that changes', async () => {
    const { screen } = await openDraft();
    await expect.element(screen.getByText('The parts add up to 2736 h, the total says 2746 h.').first()).toBeVisible();
    await screen.getByLabelText('On the job, hours').fill('2,736');
    await expect.element(screen.getByText('The parts add up to 2,736 h, as the total says')).toBeVisible();
    await expect
      .element(screen.getByRole('region', { name: 'What to put right' }).getByRole('listitem').nth(2))
      .not.toBeInTheDocument();
    await screen.getByLabelText('Term, months').fill('24');
    await expect.element(screen.getByText(/144 h a year are recommended/).first()).toBeVisible();
  });

  test('takes the sum of the parts as the total', async () => {
    const { screen, saved } = await openDraft();
    await screen.getByRole('button', { name: 'Take 2,736 h, what the parts add up to' }).click();
    await save(screen);
    await expect.element(screen.getByText('Saved', { exact: true })).toBeVisible();
    expect(saved()[0]?.contents.ojtMinutes).toBe(2_736 * 60);
  });

  test('saves every part of itself', async () => {
    const { screen, saved } = await openDraft({ sound: true });
    await screen.getByLabelText('Approach').selectOptions('time-based');
    await unfold(screen, /^Work processes/);
    const processes = screen.getByRole('region', { name: 'Work processes' });
    await processes.getByLabelText('Hours').first().fill('999:30');
    await processes.getByLabelText('Safety training').first().click();
    await unfold(screen, /^Job Book/);
    await unfold(screen, /^WP02 Produce/);
    await screen.getByRole('button', { name: 'WP02.1: level 3, observation. Change' }).click();
    await screen.getByLabelText('Judged by').selectOptions('work sample');
    await screen.getByLabelText('Signed off at').selectOptions('4 Can teach others');
    await unfold(screen, /^Wages/);
    await screen.getByLabelText(/^A journeyworker earns/).fill('30.25');
    await screen.getByRole('region', { name: 'Wages' }).getByLabelText('Sign\u2011offs').nth(1).fill('20');
    await unfold(screen, /^Rules of the program/);
    await screen.getByLabelText('So many apprentices').fill('2');
    await screen.getByLabelText('Probation, at most months').fill('6');
    await unfold(screen, /^Completion credentials/);
    await screen.getByRole('button', { name: 'Remove FA-CPR' }).click();
    await save(screen);
    await expect.element(screen.getByText('Saved', { exact: true })).toBeVisible();

    const { contents } = saved()[0] ?? {};
    expect(contents?.approach).toBe('time');
    expect(contents?.workProcesses[0]).toMatchObject({ requiredMinutes: 59_970, safety: true });
    expect(contents?.competencies.find((one) => String(one.code) === 'WP02.1')).toMatchObject({
      evaluation: 'work-sample',
      requiredLevel: 4,
    });
    expect(contents?.terms?.wages?.journeyworkerCentsPerHour).toBe(3_025);
    expect(contents?.terms?.wages?.steps[1]?.after).toEqual({ ojtMinutes: 60_000, competencies: 20 });
    expect(contents?.terms?.ratio).toEqual({ apprentices: 2, journeyworkers: 1 });
    expect(contents?.terms?.agency.probation).toEqual({ percentOfTerm: 25, longestMonths: 6 });
    expect(contents?.completionCredentials.map((one) => one.code)).toEqual(['MSSC-CPT-SAFETY', 'OSHA-10']);
  });

  test('takes the policy of another agency, and then its numbers changed', async () => {
    const { screen, saved } = await openDraft({ sound: true });
    await unfold(screen, /^Agency policy/);
    await screen.getByLabelText('Policy', { exact: true }).selectOptions('US-OH · ApprenticeOhio');
    await expect.element(screen.getByLabelText('Evidence is sent within', { exact: true })).toHaveValue('10');
    await screen.getByLabelText('Least age, years').fill('17');
    await expect
      .element(screen.getByLabelText('Policy', { exact: true }))
      .toHaveDisplayValue(/with changes of your own/);
    await save(screen);
    await expect.element(screen.getByText('Saved', { exact: true })).toBeVisible();
    expect(saved()[0]?.contents.terms?.agency).toMatchObject({ agency: 'US-OH', minimumAge: 17 });
  });

  test('adds, moves and removes by keyboard, and puts back', async () => {
    const { screen, saved } = await openDraft({ sound: true });
    await unfold(screen, /^Instruction/);
    const courses = screen.getByRole('region', { name: 'Instruction' });
    await courses.getByRole('button', { name: 'Add a course' }).click();
    await expect.element(courses.getByLabelText('Code').last()).toHaveFocus();
    await userEvent.keyboard('RTI99');
    await userEvent.keyboard('{Alt>}{ArrowUp}{/Alt}');
    await expect.element(courses.getByLabelText('Code').nth(13)).toHaveValue('RTI99');
    await expect.element(courses.getByLabelText('Code').nth(13)).toHaveFocus();
    await expect.element(screen.getByText('Now 14 of 15')).toBeInTheDocument();

    await courses.getByRole('button', { name: 'Move RTI99 down' }).click();
    await expect.element(courses.getByRole('button', { name: 'Move RTI99 down' })).toHaveFocus();
    await courses.getByRole('button', { name: 'Remove RTI02' }).click();
    await expect.element(screen.getByText('RTI02 removed')).toBeVisible();
    await expect.element(screen.getByRole('button', { name: 'Put back' })).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    await save(screen);
    await expect.element(screen.getByText('Saved', { exact: true })).toBeVisible();
    const codes = saved()[0]?.contents.courses.map((one) => String(one.code));
    expect(codes?.slice(0, 2)).toEqual(['RTI01', 'RTI02']);
    expect(codes?.at(-1)).toBe('RTI99');
  });

  test('gives a new competency the next code of its process', async () => {
    const { screen } = await openDraft({ sound: true });
    await unfold(screen, /^Job Book/);
    await unfold(screen, /^WP03 Interpret/);
    await screen.getByRole('button', { name: 'Add a competency to WP03' }).click();
    await expect.element(screen.getByLabelText('Code').last()).toHaveValue('WP03.8');
    await expect.element(screen.getByLabelText('Title').last()).toHaveFocus();
  });

  test('keeps a phone and a laptop usable, with everything unfolded', async () => {
    const { screen } = await openDraft();
    for (const name of [
      /^Work processes/,
      /^Job Book/,
      /^WP01 /,
      /^Instruction/,
      /^Wages/,
      /^Rules/,
      /^Completion cr/,
      /^Levels/,
      /^Agency/,
    ])
      await unfold(screen, name);
    await screen.getByRole('button', { name: 'Add an elective group' }).click();
    await expectSoundPage();
  }, 30_000);
});

describe('saving a draft', () => {
  test('is not tried while a number cannot be read, and leads to it', async () => {
    const { screen, saved } = await openDraft({ sound: true });
    await unfold(screen, /^Work processes/);
    const hours = screen.getByRole('region', { name: 'Work processes' }).getByLabelText('Hours').first();
    await hours.fill('many');
    await expect.element(screen.getByText('Type hours such as 1,000 or 7:30')).toBeVisible();
    await save(screen);
    await expect.element(screen.getByRole('alert')).toMatchTextContent('1 field cannot be saved as typed');
    await expect.element(hours).toHaveFocus();
    expect(saved()).toHaveLength(0);
    await hours.fill('1,000');
    await expect.element(screen.getByText(/cannot be saved as typed/)).not.toBeInTheDocument();
  });

  test('shows the sum of the parts in a field whose text could not be read', async () => {
    const { screen } = await openDraft();
    await screen.getByLabelText('On the job, hours').fill('many');
    await screen.getByRole('button', { name: 'Take 2,736 h, what the parts add up to' }).click();
    await expect.element(screen.getByLabelText('On the job, hours')).toHaveValue('2,736');
    await expect.element(screen.getByText('The parts add up to 2,736 h, as the total says')).toBeVisible();
  });

  test('keeps what was typed when there is no signal', async () => {
    const { screen, api, line, saved } = await openDraft({ sound: true });
    await screen.getByLabelText('Version').fill('2030.1');
    api.failNext(line, 'unreachable');
    await save(screen);
    await expect.element(screen.getByRole('alert')).toMatchTextContent('Journeybook cannot be reached');
    await expect.element(screen.getByLabelText('Version')).toHaveValue('2030.1');
    await screen.getByRole('button', { name: 'Try again' }).click();
    await expect.element(screen.getByText('Saved', { exact: true })).toBeVisible();
    expect(saved()).toHaveLength(2);
  });

  const inBetween = async () => {
    const opened = await openDraft({ sound: true });
    const { screen, draft } = opened;
    await screen.getByLabelText('RAPIDS code').fill('2031');
    Object.assign(draft, {
      edition: draft.edition + 1,
      contents: fakeContents({ version: '2028.1', termMonths: 20, jobBookStatus: 'reviewed' }),
      changedBy: { id: '1', name: 'Ines Walker' },
    });
    await save(screen);
    await expect.element(screen.getByRole('alert')).toMatchTextContent('what you typed is still here');
    await screen.getByRole('button', { name: 'Look at their version' }).click();
    await expect.element(screen.getByRole('dialog')).toMatchTextContent('Ines Walker saved it');
    return { ...opened, dialog: screen.getByRole('dialog') };
  };

  test('over what somebody else saved meanwhile shows theirs, and saves mine on demand', async () => {
    const { screen, dialog, draft } = await inBetween();
    await expect.element(dialog.getByText('Term, months').first()).toBeVisible();
    await expect
      .element(dialog.getByRole('listitem').filter({ hasText: 'RAPIDS code' }))
      .toMatchTextContent('2031HY → to 2031');
    await expectSoundPage();
    await dialog.getByRole('button', { name: 'Save mine over theirs' }).click();
    await expect.element(screen.getByText('Saved', { exact: true })).toBeVisible();
    expect(draft.contents).toMatchObject({ termMonths: 18, occupation: { rapidsCode: '2031' } });
  });

  test('gives way to theirs when that is chosen', async () => {
    const { screen, dialog, draft } = await inBetween();
    await dialog.getByRole('button', { name: 'Take theirs, drop what I typed' }).click();
    await expect.element(screen.getByLabelText('Term, months')).toHaveValue('20');
    await expect.element(screen.getByLabelText('RAPIDS code')).toHaveValue('2031HY');
    await expect.element(screen.getByRole('alert')).not.toBeInTheDocument();
    expect(draft.contents.termMonths).toBe(20);
  });

  test('is asked for before one leaves', async () => {
    const { screen, history, draft } = await openDraft({ sound: true });
    await screen.getByLabelText('Version').fill('2030.1');
    const away = screen.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Programs' });
    await away.click();
    await screen.getByRole('dialog').getByRole('button', { name: 'Stay' }).click();
    expect(history.location.pathname).toBe(`/programs/drafts/${draft.id}`);
    await expect.element(screen.getByLabelText('Version')).toHaveValue('2030.1');
    await away.click();
    await screen.getByRole('dialog').getByRole('button', { name: 'Leave without saving' }).click();
    await expect.element(screen.getByRole('heading', { level: 1, name: 'Programs' })).toBeVisible();
  });
});

describe('discarding a draft', () => {
  test('that somebody else saved meanwhile tells who, and discards it only knowingly', async () => {
    const { screen, draft, api } = await openDraft({ sound: true });
    Object.assign(draft, { edition: draft.edition + 1, changedBy: { id: '1', name: 'Ines Walker' } });
    await screen.getByRole('button', { name: 'Discard…' }).click();
    const dialog = screen.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Discard the draft' }).click();
    await expect.element(dialog.getByRole('alert')).toMatchTextContent('Ines Walker saved this draft on');
    expect(api.state.programs.versions).toContain(draft);
    await dialog.getByRole('button', { name: 'Discard the draft' }).click();
    await expect.element(screen.getByRole('heading', { level: 1, name: 'Programs' })).toBeVisible();
    expect(api.state.programs.versions).not.toContain(draft);
  });
});

describe('publishing a draft', () => {
  test('is refused with the errors, each of which leads to its field', async () => {
    const { screen, api } = await openDraft();
    await screen.getByRole('button', { name: 'Publish…' }).click();
    const dialog = screen.getByRole('dialog', { name: 'Not ready to be published' });
    await expectSoundPage();
    await dialog.getByRole('button', { name: /the total says 2746 h/ }).click();
    await expect.element(screen.getByLabelText('On the job, hours')).toHaveFocus();
    expect(api.calls.some((call) => call.line.endsWith('/publication'))).toBe(false);
  });

  test('says what it means, saves first, and opens the version', async () => {
    const { screen, draft } = await openDraft({ sound: true });
    await screen.getByLabelText('Version').fill('2030.1');
    await screen.getByRole('button', { name: 'Publish…' }).click();
    const dialog = screen.getByRole('dialog', { name: 'Publish version 2030.1?' });
    await expect.element(dialog.getByText('A published version never changes any more.')).toBeVisible();
    await dialog.getByRole('button', { name: 'Save and publish' }).click();
    await expect
      .element(screen.getByRole('heading', { level: 1, name: 'Industrial Manufacturing Technician, version 2030.1' }))
      .toBeVisible();
    expect(draft.status).toBe('published');
  });

  test('says what the server found when that is more', async () => {
    const { screen, api, draft } = await openDraft({ sound: true });
    const faulty = refusal(409, 'standard-faulty', 'This draft cannot be published yet.', {
      errors: [{ field: 'workProcesses', message: 'WP01 stands twice; codes must differ.' }],
    });
    api.failNext(`POST /api/standard-drafts/${draft.id}/publication`, faulty);
    await screen.getByRole('button', { name: 'Publish…' }).click();
    await screen.getByRole('dialog').getByRole('button', { name: 'Publish', exact: true }).click();
    await expect.element(screen.getByRole('dialog').getByRole('alert')).toMatchTextContent('Nothing was published.');
    await expect.element(screen.getByRole('dialog').getByText('WP01 stands twice; codes must differ.')).toBeVisible();
  });
});

describe('discarding a draft', () => {
  test('asks once and leads back to the programs', async () => {
    const { screen, api } = await openDraft();
    await screen.getByRole('button', { name: 'Discard…' }).click();
    await screen.getByRole('dialog').getByRole('button', { name: 'Discard the draft' }).click();
    await expect.element(screen.getByRole('heading', { level: 1, name: 'Programs' })).toBeVisible();
    expect(api.state.programs.versions).toHaveLength(2);
  });
});
