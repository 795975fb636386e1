import { describe, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { expectSoundPage } from '../../../testing/expect-sound-page.js';
import type { FakeApi } from '../../../testing/fake-api.js';
import { fakeAttendee, fakeTaught, type FakeTaught } from '../../../testing/fake-teaching.js';
import { daysAgo, fakeId, momentAgo, named, people } from '../../../testing/fake-world.js';
import { renderAs } from '../../../testing/render-as.js';

const evening = (part: Partial<FakeTaught> = {}) =>
  fakeTaught({ attendees: [fakeAttendee('Adaeze Dike'), fakeAttendee('Tomás Rivera')], ...part });

/** Opens a section as its instructor. */
async function open(section: FakeTaught, prepare?: (api: FakeApi) => void) {
  const rendered = await renderAs('rosa', `/sections/${section.id}`, (api) => {
    api.state.taught.push(section);
    prepare?.(api);
  });
  await expect.element(rendered.screen.getByRole('heading', { name: section.title })).toBeVisible();
  const grade = (name: string) => rendered.screen.getByRole('textbox', { name: `Grade of ${name}, percent` });
  const tick = (name: string) => rendered.screen.getByRole('checkbox', { name: `Confirm ${name}` });
  return { ...rendered, grade, tick };
}

describe('the sections of an instructor', () => {
  test('begin with a course, days and a pass mark; what is missing is said', async () => {
    const { screen, history, api } = await renderAs('rosa', '/');
    await expect.element(screen.getByText('You teach no section yet')).toBeVisible();
    await screen.getByRole('button', { name: 'Begin a section' }).click();
    await screen.getByRole('button', { name: 'Begin', exact: true }).click();
    await expect.element(screen.getByText('Choose the course')).toBeVisible();
    await expectSoundPage();
    await screen.getByRole('combobox', { name: 'RTI course' }).selectOptions('2031 RTI09');
    await screen.getByRole('textbox', { name: 'Name of the section' }).fill('Blueprint Reading, evenings');
    await screen.getByLabelText(/^First day/).fill(daysAgo(10));
    await screen.getByLabelText(/^Last day/).fill(daysAgo(-60));
    await screen.getByRole('button', { name: 'Begin', exact: true }).click();
    await expect.element(screen.getByText('Nobody attends yet')).toBeVisible();
    expect(history.location.pathname).toMatch(/^\/sections\/.+/);
    expect(api.state.taught).toMatchObject([{ title: 'Blueprint Reading, evenings', passMarkPercent: 70 }]);
    await expectSoundPage();
  });
  test('are listed with how many attend; of others the administrator sees who teaches', async () => {
    const { screen } = await renderAs('dora', '/sections', (api) => void api.state.taught.push(evening()));
    await expect.element(screen.getByText(/2 attend, 0 credited · taught by Rosa Silva/)).toBeVisible();
    await screen.getByRole('link', { name: /Tuesday evenings/ }).click();
    await expect.element(screen.getByRole('button', { name: 'Add apprentices' })).toBeVisible();
  });
  test('are for nobody else', async () => {
    const { screen } = await renderAs('lucia', '/sections');
    await expect.element(screen.getByText(/the instructors of a college without a learning platform/)).toBeVisible();
  });
});

describe('a section', () => {
  test('takes in apprentices who are found by name', async () => {
    const { screen } = await open(fakeTaught());
    await screen.getByRole('button', { name: 'Add apprentices' }).click();
    const dialog = screen.getByRole('dialog', { name: 'Who attends?' });
    await dialog.getByRole('searchbox').fill('priya');
    await dialog.getByRole('checkbox', { name: /Priya Nair/ }).click();
    await expectSoundPage();
    await dialog.getByRole('button', { name: 'Add 1' }).click();
    await expect.element(screen.getByText('1 apprentice added.')).toBeVisible();
    await expect.element(screen.getByText('Priya Nair')).toBeVisible();
  });
  test('keeps grades as they are entered, and credits nothing by that', async () => {
    const section = evening();
    const { screen, grade } = await open(section);
    await grade('Adaeze Dike').fill('88');
    await grade('Tomás Rivera').fill('eighty');
    await expect.element(screen.getByText('grade is no percentage')).toBeVisible();
    await expect.element(screen.getByRole('button', { name: 'Save 2' })).toBeDisabled();
    await grade('Tomás Rivera').fill('64');
    await expect.element(screen.getByText('below pass mark')).toBeVisible();
    await expectSoundPage();
    await screen.getByRole('button', { name: 'Save 2' }).click();
    await expect.element(screen.getByText(/entered by Rosa Silva, just now/).first()).toBeVisible();
    expect(section.attendees.map(({ result, credit }) => [result?.percent, credit])).toEqual([
      [88, null],
      [64, null],
    ]);
  });
  test('says what a colleague entered meanwhile, and replaces it only knowingly', async () => {
    const section = evening();
    const { screen, grade } = await open(section);
    await grade('Adaeze Dike').fill('88');
    const [adaeze, ...others] = section.attendees;
    const theirs = { percent: 80, attendedMinutes: null, at: momentAgo(0), by: 'Dora Lindqvist', file: null };
    if (adaeze) section.attendees = [{ ...adaeze, result: theirs }, ...others];
    await screen.getByRole('button', { name: 'Save 1' }).click();
    await expect
      .element(screen.getByRole('alert'))
      .toMatchTextContent(/Adaeze Dike: 80 %, by Dora Lindqvist\. Nothing was saved/);
    await expect.element(grade('Adaeze Dike')).toHaveValue('88');
    expect(section.attendees[0]?.result?.percent).toBe(80);

    await screen.getByRole('button', { name: 'Save 1' }).click();
    await expect.element(screen.getByRole('alert')).not.toBeInTheDocument();
    await vi.waitFor(() => expect(section.attendees[0]?.result?.percent).toBe(88), { timeout: 10_000 });
    await grade('Adaeze Dike').fill('90');
    await screen.getByRole('button', { name: 'Save 1' }).click();
    await vi.waitFor(() => expect(section.attendees[0]?.result?.percent).toBe(90), { timeout: 10_000 });
  });
  test('credits who is confirmed, and takes it back within the minute', async () => {
    const section = evening();
    const { screen, grade, tick } = await open(section);
    await grade('Adaeze Dike').fill('88');
    await tick('Adaeze Dike').click();
    await screen.getByRole('button', { name: 'Confirm 1' }).click();
    await expect.element(screen.getByText(/^1 confirmed, .+ credited\.$/)).toBeVisible();
    await expect.element(screen.getByText(/credited .+ by Rosa Silva/)).toBeVisible();
    await expectSoundPage();
    await screen.getByRole('button', { name: 'Undo' }).click();
    await expect.element(tick('Adaeze Dike')).toBeVisible();
  });
  test('credits nobody about whom a colleague entered another grade meanwhile, says so, and keeps who was chosen', async () => {
    const of = (percent: number, by: string) => ({
      percent,
      attendedMinutes: null,
      at: momentAgo(0),
      by,
      file: null,
    });
    const section = evening({ attendees: [fakeAttendee('Adaeze Dike', { result: of(88, people.rosa.name) })] });
    const { screen, api, grade, tick } = await open(section);
    await tick('Adaeze Dike').click();
    section.attendees = section.attendees.map((one) => ({ ...one, result: of(72, 'Dora Lindqvist') }));
    await screen.getByRole('button', { name: 'Confirm 1' }).click();
    await expect.element(screen.getByText(/there is 72.% by now, entered by Dora Lindqvist/)).toBeVisible();
    expect(section.attendees[0]).toMatchObject({ credit: null, result: { percent: 72 } });
    await expect.element(tick('Adaeze Dike')).toBeChecked();
    await expect.element(grade('Adaeze Dike')).toHaveValue('72');
    await expectSoundPage();
    await screen.getByRole('button', { name: 'Confirm 1' }).click();
    await expect.element(screen.getByText(/^1 confirmed, .+ credited\.$/)).toBeVisible();
    const sent = api.calls.filter(({ line }) => line === `POST /api/taught-sections/${section.id}/completions`);
    expect(sent.map(({ body }) => body)).toMatchObject([
      { learners: [{ shownPercent: 88, scorePercent: 88 }] },
      { learners: [{ shownPercent: 72, scorePercent: 72 }] },
    ]);
  });
  test('credits a typed grade over the one that was shown when it was typed, though the page was read again since', async () => {
    const section = evening();
    const { screen, api, grade, tick } = await open(section);
    await grade('Adaeze Dike').fill('88');
    const theirs = { percent: 40, attendedMinutes: null, at: momentAgo(0), by: 'Dora Lindqvist', file: null };
    section.attendees = section.attendees.map((one) => ({ ...one, result: theirs }));
    await screen.getByRole('button', { name: 'Take off Tomás Rivera' }).click();
    await screen.getByRole('dialog').getByRole('button', { name: 'Take off' }).click();
    await expect.element(screen.getByText('Tomás Rivera attends no longer.')).toBeVisible();
    await tick('Adaeze Dike').click();
    await screen.getByRole('button', { name: 'Confirm 1' }).click();
    await expect.element(screen.getByText(/there is 40.% by now, entered by Dora Lindqvist/)).toBeVisible();
    await expect.element(grade('Adaeze Dike')).toHaveValue('88');
    await screen.getByRole('button', { name: 'Confirm 1' }).click();
    await expect.element(screen.getByText(/^1 confirmed, .+ credited\.$/)).toBeVisible();
    const sent = api.calls.filter(({ line }) => line === `POST /api/taught-sections/${section.id}/completions`);
    expect(sent.map(({ body }) => body)).toMatchObject([
      { learners: [{ shownPercent: null, scorePercent: 88 }] },
      { learners: [{ shownPercent: 40, scorePercent: 88 }] },
    ]);
  });
  test('asks for the hours attended, where those are credited', async () => {
    const section = evening({ creditMode: 'attendance' });
    const { screen, api, tick } = await open(section);
    await expect.element(screen.getByText('enter the hours attended').first()).toBeVisible();
    await screen.getByRole('textbox', { name: 'Hours attended by Adaeze Dike' }).fill('7:30');
    await tick('Adaeze Dike').click();
    await screen.getByRole('button', { name: 'Confirm 1' }).click();
    await expect.element(screen.getByText('1 confirmed, 7 h 30 credited.')).toBeVisible();
    expect(api.calls.at(-2)?.body ?? api.calls.at(-1)?.body).toMatchObject({
      learners: [{ scorePercent: null, attendedMinutes: 450 }],
    });
  });
  test('takes grades from a file, and says by row and column what is wrong with one', async () => {
    const { screen } = await open(evening());
    await screen.getByRole('button', { name: 'Grades from a file' }).click();
    const dialog = screen.getByRole('dialog', { name: 'Grades from a file' });
    await dialog.getByRole('button', { name: 'Take over' }).click();
    await expect.element(dialog.getByText('Choose a file')).toBeVisible();
    const bring = async (text: string) => {
      await userEvent.upload(dialog.getByLabelText('File'), new File([text], 'grades.csv'));
      await dialog.getByRole('button', { name: 'Take over' }).click();
    };
    await bring('Name,Grade\nAdaeze Dike,A-\n');
    await expect.element(dialog.getByText('row 2, Grade')).toBeVisible();
    await expectSoundPage();
    await bring('Name,Grade\nAdaeze Dike,91\nSomebody Else,50\n');
    await expect
      .element(screen.getByText('1 result taken from grades.csv. 1 line is about nobody here. Confirm who completed.'))
      .toBeVisible();
    await expect.element(screen.getByText(/from grades.csv, just now/)).toBeVisible();
  });
  test('asks about a credit whose grade was lowered, and about taking somebody off', async () => {
    const credit = { entry: fakeId(), minutes: 960, on: daysAgo(3), by: named(people.rosa) };
    const adaeze = fakeAttendee('Adaeze Dike', { credit });
    const review = {
      id: '00000000-0000-4000-8000-0000000000aa',
      identity: adaeze.identity,
      entry: credit.entry,
      apprentice: 'Adaeze Dike',
      cause: 'grade-lowered' as const,
      creditedPercent: 88,
      seenPercent: 40,
      minutes: 960,
      creditedOn: daysAgo(3),
      openedAt: momentAgo(1),
    };
    const { screen } = await open(evening({ attendees: [adaeze], reviews: [review] }));
    await screen.getByRole('button', { name: 'Keep the hours of Adaeze Dike' }).click();
    await screen.getByRole('dialog').getByRole('textbox').fill('A typing mistake');
    await screen.getByRole('dialog').getByRole('button', { name: 'Keep the hours' }).click();
    await expect.element(screen.getByText('The hours of Adaeze Dike are kept.')).toBeVisible();

    await screen.getByRole('button', { name: 'Take off Adaeze Dike' }).click();
    await expect.element(screen.getByText(/The hours stay credited/)).toBeVisible();
    await screen.getByRole('dialog').getByRole('button', { name: 'Take off' }).click();
    await expect.element(screen.getByText('Adaeze Dike attends no longer.')).toBeVisible();
    await expect.element(screen.getByText('Nobody attends yet')).toBeVisible();
  });
});
