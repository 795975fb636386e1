import type { Client, CreateSectionBody, TaughtSectionView } from '@journeybook/contracts';
import { endpoints } from '@journeybook/contracts';
import { newId } from '@journeybook/database';
import type { ApprenticeshipId, LmsIdentityId, Minutes, RecordEntryId } from '@journeybook/domain';
import { hours } from '@journeybook/domain';
import { college, courseCode, day, personId } from '@journeybook/domain/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addApprentice } from '../testing/add-apprentice.js';
import { countStatements } from '../testing/count-statements.js';
import { member, registration } from '../testing/launch.js';
import { chainOf, minutesOf } from '../testing/record.js';
import { problemOf, refusalOf } from '../testing/refusal-of.js';
import { confirmShown, matchedSection, openSection, scoresOf } from '../testing/section.js';
import { buildWorkbook } from '../testing/standard-workbook.js';
import type { RunningApi } from '../testing/start-api.js';
import { startApi } from '../testing/start-api.js';
import { addMembership, addPeople, agreements, buildWorld, outsideCollege, people } from '../testing/world.js';

const named = (number: number, name: string) => ({
  id: personId(number),
  name,
  email: `${name.toLowerCase().replace(' ', '.')}@lakeside.example`,
});
const tara = named(60, 'Tara Teacher');
const theo = named(61, 'Theo Teacher');
const dina = named(62, 'Dina Dean');
const oscar = named(63, 'Oscar Outside');

let api: RunningApi;
let teacher: Client;
beforeAll(async () => {
  api = await startApi();
  await buildWorld(api.database);
  await addPeople(api.database, [tara, theo, dina, oscar]);
  await addMembership(api.database, tara, college, 'instructor');
  await addMembership(api.database, theo, college, 'instructor');
  await addMembership(api.database, dina, college, 'college-admin');
  await addMembership(api.database, oscar, outsideCollege, 'instructor');
  teacher = await api.as(tara);
});
afterAll(() => api.stop());

const body = (part: Partial<CreateSectionBody> = {}): CreateSectionBody => ({
  college,
  title: 'Manufacturing 101, evenings',
  rapidsCode: '2031',
  course: courseCode('RTI03'),
  startsOn: day('2026-03-02'),
  endsOn: day('2026-05-29'),
  passMarkPercent: 70,
  creditMode: 'all',
  ...part,
});

/** A section of Tara's with as many apprentices in it. */
async function section(count: number, part: Partial<CreateSectionBody> = {}) {
  const { id } = await teacher(endpoints.createSection, { body: body(part) });
  const added: Awaited<ReturnType<typeof addApprentice>>[] = [];
  for (let index = 0; index < count; index += 1) added.push(await addApprentice(api.database));
  const params = { section: id };
  const ids = added.map(({ apprenticeship }) => apprenticeship);
  const view =
    count === 0
      ? await teacher(endpoints.readTaughtSection, { params })
      : await teacher(endpoints.addAttendees, { params, body: { apprenticeships: ids } });
  const byAgreement = new Map(view.attendees.map((one) => [one.apprentice?.apprenticeship, one.identity]));
  const identities = ids.map((one) => byAgreement.get(one) as LmsIdentityId);
  const enter = async (percents: readonly (number | null)[], call = teacher) => {
    const { edition } = await call(endpoints.readTaughtSection, { params });
    const learners = results(identities, percents);
    return call(endpoints.recordResults, { params, body: { learners }, ifMatch: edition });
  };
  /** Confirms over what a page of a moment ago shows; over what it shows now unless another is given. */
  const confirm = async (
    percents: readonly (number | null)[],
    attended: number | null = null,
    { call = teacher, page }: { call?: Client; page?: TaughtSectionView } = {},
  ) => {
    const { attendees } = page ?? (await call(endpoints.readTaughtSection, { params }));
    const grades = new Map(attendees.map(({ identity, result }) => [identity, result?.percent ?? null]));
    const { course, learners: confirmed } = shown(ids, results(identities, percents, attended), part);
    const learners = confirmed.map((one) => ({ ...one, shownPercent: grades.get(one.identity) ?? null }));
    return call(endpoints.confirmTaught, { params, body: { course, learners } });
  };
  const bring = (fileName: string, bytes: Uint8Array | string, call = teacher) =>
    call(endpoints.importResults, {
      params,
      body: { fileName, contentBase64: Buffer.from(bytes).toString('base64') },
    });
  const read = () => teacher(endpoints.readTaughtSection, { params });
  return { id, params, people: added, agreements: ids, identities, enter, confirm, bring, read };
}

const results = (
  identities: readonly LmsIdentityId[],
  percents: readonly (number | null)[],
  attended: number | null = null,
) =>
  percents.map((scorePercent, index) => ({
    identity: identities[index] as LmsIdentityId,
    scorePercent,
    attendedMinutes: attended as Minutes | null,
  }));

/** A confirmation as the page of such a section shows it. */
const shown = (
  ids: readonly ApprenticeshipId[],
  learners: ReturnType<typeof results>,
  { creditMode = 'all' }: Partial<CreateSectionBody> = {},
) => ({
  course: { rapidsCode: '2031', code: courseCode('RTI03'), creditMode },
  learners: learners.map((one, index) => ({ ...one, apprenticeship: ids[index] ?? null, shownPercent: null })),
});

const minutesOfAll = (ids: readonly ApprenticeshipId[]) =>
  Promise.all(ids.map((one) => minutesOf(api.database, one, 'RTI03')));

describe('a college without a learning platform', () => {
  test('teaches a section: apprentices attend, their grades are entered, and the confirmed ones are credited', async () => {
    const { agreements: ids, enter, confirm, read, id } = await section(3);
    const entered = await enter([88, 64, null]);
    expect(entered.attendees.map(({ result }) => result?.percent ?? null)).toEqual([88, 64, null]);
    expect(await minutesOfAll(ids)).toEqual([0, 0, 0]);

    const { learners } = await confirm([88, 64, null]);
    expect(learners.map(({ outcome, kind }) => kind ?? outcome)).toEqual(['credited', 'below-pass-mark', 'credited']);
    expect(await minutesOfAll(ids)).toEqual([hours(24), 0, hours(24)]);
    expect((await chainOf(api.database, ids[0] ?? newId())).at(-1)).toMatchObject({
      kind: 'rti-hours-credited',
      answeredBy: tara.id,
      section: id,
      scorePercent: 88,
      evidence: 'instructor-attested',
    });
    const view = await read();
    expect(view).toMatchObject({ learners: 3, credited: 2, teacher: { id: tara.id }, course: { minutes: hours(24) } });
    expect(view.attendees[0]?.credit).toMatchObject({ minutes: hours(24), by: { name: tara.name } });
    expect(await scoresOf(api, id)).toEqual([]);
  });
  test('credits what was attended, where the section does', async () => {
    const { agreements: ids, confirm, enter, read } = await section(2, { creditMode: 'attendance' });
    expect(await refusalOf(confirm([90], hours(25)))).toBe('422 attendance-above-course');
    await enter([90]);
    expect((await confirm([90])).learners).toMatchObject([{ outcome: 'refused', kind: 'attendance-missing' }]);
    expect((await confirm([90, null], 90)).learners.map(({ minutes }) => minutes)).toEqual([90, 90]);
    expect(await minutesOfAll(ids)).toEqual([90, 90]);
    expect((await read()).attendees[1]?.result).toMatchObject({ percent: null, attendedMinutes: 90, by: tara.name });
  });
  test('takes a confirmation back within the minute', async () => {
    const { agreements: ids, confirm, params } = await section(1);
    const [answer] = (await confirm([80])).learners;
    api.clock.pass(0.5);
    const entries = [answer?.entry as RecordEntryId];
    const byDean = (await api.as(dina))(endpoints.undoTaught, { params, body: { entries } });
    expect(await refusalOf(byDean)).toBe('403 not-their-confirmation');
    await teacher(endpoints.undoTaught, { params, body: { entries } });
    expect(await minutesOfAll(ids)).toEqual([0]);
    const [again] = (await confirm([80])).learners;
    api.clock.pass(1.1);
    expect(
      await refusalOf(teacher(endpoints.undoTaught, { params, body: { entries: [again?.entry as RecordEntryId] } })),
    ).toBe('409 too-late-to-take-back');
  });
  test('looks again at a credit whose grade is lowered, and takes nothing away before somebody decides', async () => {
    const { agreements: ids, confirm, enter, read, params } = await section(1);
    await confirm([88]);
    api.clock.pass(5);
    const { reviews } = await enter([40]);
    expect(reviews).toMatchObject([{ cause: 'grade-lowered', creditedPercent: 88, seenPercent: 40 }]);
    expect(await minutesOfAll(ids)).toEqual([hours(24)]);
    const decided = { reviews: reviews.map((one) => one.id), decision: 'reverse' as const, reason: 'Copied work' };
    await teacher(endpoints.decideTaughtReviews, { params, body: decided });
    expect(await minutesOfAll(ids)).toEqual([0]);
    expect((await read()).reviews).toEqual([]);
  });
  test('confirms nobody whose grade was entered lower since it was shown, and keeps what was entered', async () => {
    const { agreements: ids, confirm, enter, read } = await section(2);
    await enter([85, 90]);
    const page = await read();
    api.clock.pass(5);
    await enter([40, 90], await api.as(dina));
    const { learners } = await confirm([85, 90], null, { page });
    expect(learners.map(({ outcome, kind }) => kind ?? outcome)).toEqual(['changed-since-shown', 'credited']);
    expect(await minutesOfAll(ids)).toEqual([0, hours(24)]);
    const { attendees, reviews } = await read();
    expect(attendees.map(({ result }) => result?.percent)).toEqual([40, 90]);
    expect(reviews).toEqual([]);
    // Another grade that is typed over the one that is shown now is the instructor's word.
    expect((await confirm([75])).learners).toMatchObject([{ outcome: 'credited' }]);
  });
  test('answers a confirmation that is sent twice as it did at first', async () => {
    const { confirm, read } = await section(1);
    const page = await read();
    expect((await confirm([85], null, { page })).learners).toMatchObject([{ outcome: 'credited' }]);
    expect((await confirm([85], null, { page })).learners).toMatchObject([{ outcome: 'already-credited' }]);
  });
  test('looks again at a credit of somebody who left, until they are back', async () => {
    const { agreements: ids, identities, confirm, read, params } = await section(1);
    await confirm([88]);
    const remove = () =>
      teacher(endpoints.removeAttendee, { params: { ...params, identity: identities[0] as LmsIdentityId } });
    expect(await remove()).toMatchObject({ attendees: [], reviews: [{ cause: 'learner-left' }] });
    expect(await refusalOf(remove())).toBe('404 not-found');
    await teacher(endpoints.addAttendees, { params, body: { apprenticeships: ids } });
    expect(await read()).toMatchObject({ learners: 1, credited: 1, reviews: [] });
    expect(await minutesOfAll(ids)).toEqual([hours(24)]);
  });
  test('is shown to the apprentice as running', async () => {
    const { people: added, agreements: ids } = await section(1);
    const [person, id] = [added[0], ids[0]];
    if (!person || !id) throw new Error('nobody attends');
    const record = await (await api.as(person))(endpoints.readRecord, { params: { apprenticeship: id } });
    const course = record.courses.find(({ code }) => code === 'RTI03');
    expect(JSON.stringify(course)).toContain('Manufacturing 101, evenings');
  });
});

describe('a completion is one credit', () => {
  test('seen through the platform and in a file', async () => {
    const { people: added, agreements: ids, bring, confirm } = await section(1);
    const [person, id] = [added[0], ids[0]];
    if (!person || !id) throw new Error('nobody attends');
    const lms = await matchedSection(api, { [`lms-${id}`]: id });
    const learners = [{ identity: lms.identityOf(`lms-${id}`), scorePercent: 75 }];
    expect((await confirmShown(lms.call, learners)).learners).toMatchObject([{ outcome: 'credited' }]);
    await bring('grades.csv', `Name,Grade\n${person.name},91\n`);
    expect((await confirm([91])).learners).toMatchObject([{ outcome: 'already-credited', minutes: hours(24) }]);
    expect(await chainOf(api.database, id)).toHaveLength(1);
  });
  test('in a file first, and then through the platform', async () => {
    const { people: added, agreements: ids, bring, confirm } = await section(1);
    const id = ids[0] ?? newId<ApprenticeshipId>();
    await bring('grades.csv', `Email address;Final Score\n${added[0]?.email};"82,5"\n`);
    expect((await confirm([82.5])).learners).toMatchObject([{ outcome: 'credited' }]);
    expect((await chainOf(api.database, id)).at(-1)).toMatchObject({ evidence: 'imported', scorePercent: 82.5 });
    const lms = await matchedSection(api, { [`lms-${id}`]: id });
    const learners = [{ identity: lms.identityOf(`lms-${id}`), scorePercent: 75 }];
    expect((await confirmShown(lms.call, learners)).learners).toMatchObject([{ outcome: 'already-credited' }]);
    expect(await minutesOfAll(ids)).toEqual([hours(24)]);
  });
  test('confirmed several times at once', async () => {
    const { agreements: ids, confirm } = await section(3);
    const dean = await api.as(dina);
    const answers = await Promise.all([teacher, teacher, dean].map((call) => confirm([80, 81, 82], null, { call })));
    const outcomes = answers.flatMap(({ learners }) => learners.map(({ outcome }) => outcome));
    expect(outcomes.filter((one) => one === 'credited')).toHaveLength(3);
    for (const id of ids) expect(await chainOf(api.database, id)).toHaveLength(1);
  });
});

describe('a file from the gradebook', () => {
  test('of Canvas is read by its own headings, with lines about others left out', async () => {
    const { people: added, bring } = await section(2);
    const [one, two] = added;
    const file = [
      'Student,ID,SIS User ID,SIS Login ID,Section,Quiz (12),Final Score',
      '    Points Possible,,,,,10,(read only)',
      `"${one?.name.split(' ').toReversed().join(', ')}",1,,a,S,9,88.25`,
      `Somebody Else,2,S-9,b,S,3,12`,
      `${two?.name},3,,c,S,,-`,
    ].join('\r\n');
    const { section: view, read, leftOut } = await bring('Grades.csv', file);
    expect([read, leftOut]).toEqual([1, 1]);
    expect(view.attendees.map(({ result }) => result)).toMatchObject([
      { percent: 88.25, attendedMinutes: null, by: tara.name, file: 'Grades.csv' },
      null,
    ]);
  });
  test('that is a workbook gives grades and attendance; the same again keeps nothing more', async () => {
    const { people: added, bring, id } = await section(1);
    const rows = { Grades: [['First name', 'Last name', 'Email address', 'Grade', 'Attended hours']] as unknown[][] };
    rows.Grades.push(['', '', added[0]?.email, 91, 12.5]);
    const bytes = await buildWorkbook(rows as Parameters<typeof buildWorkbook>[0]);
    for (const _ of [1, 2])
      expect((await bring('moodle.xlsx', bytes)).section.attendees[0]?.result).toMatchObject({
        percent: 91,
        attendedMinutes: 750,
      });
    const kept = await api.database.transaction(({ runSql }) =>
      runSql('select id from course_results where section_id = $1', [id]),
    );
    expect(kept).toHaveLength(1);
  });
  test('with attendance alone leaves the grades as they are, and asks nothing of who was credited', async () => {
    const { people: added, bring, confirm, read } = await section(2, { creditMode: 'attendance' });
    const [credited, failed] = added.map(({ email }) => email);
    await bring('grades.csv', `E-mail,Grade\n${credited},88\n${failed},55\n`);
    expect((await confirm([88], hours(24))).learners).toMatchObject([{ outcome: 'credited' }]);
    api.clock.pass(5);
    await bring('hours.csv', `E-mail,Attended hours\n${credited},22\n${failed},20\n`);
    const { attendees, reviews } = await read();
    expect(attendees.map(({ result }) => [result?.percent, result?.attendedMinutes])).toEqual([
      [88, hours(22)],
      [55, hours(20)],
    ]);
    expect(reviews).toEqual([]);
  });
  test('with attendance alone makes no imported grade of one that was typed, nor is one attested when attendance is typed', async () => {
    const { people: added, agreements: ids, identities, bring, enter, confirm, params } = await section(2);
    const [typed, imported] = added.map(({ email }) => email);
    await enter([88]);
    await bring('grades.csv', `E-mail,Grade\n${imported},91\n`);
    api.clock.pass(5);
    await bring('hours.csv', `E-mail,Attended hours\n${typed},20\n`);
    const { edition } = await teacher(endpoints.readTaughtSection, { params });
    const learners = results(identities, [88, 91], hours(20));
    await teacher(endpoints.recordResults, { params, body: { learners }, ifMatch: edition });
    await confirm([88, 91], hours(20));
    const evidence = await Promise.all(ids.map(async (id) => (await chainOf(api.database, id)).at(-1)));
    expect(evidence).toMatchObject([{ evidence: 'instructor-attested' }, { evidence: 'imported' }]);
  });
  test('with grades alone, or with an empty cell beside a filled one, leaves the attendance as it is', async () => {
    const { people: added, bring } = await section(2);
    const [one, two] = added.map(({ email }) => email);
    await bring('hours.csv', `E-mail,Attended hours\n${one},12\n${two},20\n`);
    api.clock.pass(5);
    await bring('grades.csv', `E-mail,Grade\n${one},91\n${two},80\n`);
    api.clock.pass(5);
    const { section: view } = await bring('both.csv', `E-mail,Grade,Attended hours\n${one},-,13\n${two},82,\n`);
    expect(view.attendees.map(({ result }) => [result?.percent, result?.attendedMinutes])).toEqual([
      [91, hours(13)],
      [82, hours(20)],
    ]);
  });
  test('with faults says where, by row and column, and changes nothing', async () => {
    const { people: added, bring, read } = await section(2);
    const [one, two] = added;
    const file = `Name,Grade,Attended hours\n${one?.name},A-,3\n${two?.name},90,25\n${two?.name},91,2\nSomebody Else,x,\n`;
    const problem = await problemOf(bring('grades.csv', file));
    expect(problem).toMatchObject({ status: 422, kind: 'file-faulty' });
    expect(problem.errors?.map(({ field }) => field)).toEqual([
      'row 2, Grade',
      'row 3, Attended hours',
      'row 5, Grade',
    ]);
    const twice = await problemOf(bring('grades.csv', `Name,Grade\n${one?.name},80\n${one?.name},90\n`));
    expect(twice.errors).toEqual([{ field: 'row 3', message: `${one?.name} stands in row 2 as well; keep one.` }]);
    expect((await read()).attendees.map(({ result }) => result)).toEqual([null, null]);
  });
  test.each([
    ['of another kind', 'grades.pdf', 'x'],
    ['that is empty', 'grades.csv', ''],
    ['that is no workbook', 'grades.xlsx', 'Name,Grade'],
    ['without a column that says who', 'grades.csv', 'Grade\n80'],
    ['without results', 'grades.csv', 'Name\nAda'],
    ['with a column twice', 'grades.csv', 'Name,Grade,Grade\nAda,1,2'],
  ])('%s is refused', async (_, fileName, text) => {
    const { bring } = await section(0);
    expect(await refusalOf(bring(fileName, text))).toBe('422 file-faulty');
  });
});

describe('who may not', () => {
  test('teach another’s section: nothing is there for them', async () => {
    const { id, params, identities, agreements: ids } = await section(1);
    for (const person of [theo, oscar]) {
      const call = await api.as(person);
      const attempts = [
        () => call(endpoints.readTaughtSection, { params }),
        () => call(endpoints.searchAttendees, { params }),
        () => call(endpoints.addAttendees, { params, body: { apprenticeships: ids } }),
        () => call(endpoints.removeAttendee, { params: { ...params, identity: identities[0] as LmsIdentityId } }),
        () =>
          call(endpoints.recordResults, {
            params,
            body: { learners: results(identities, [90]) },
            ifMatch: 'not-shown',
          }),
        () => call(endpoints.importResults, { params, body: { fileName: 'a.csv', contentBase64: 'YQ==' } }),
        () => call(endpoints.confirmTaught, { params, body: shown(ids, results(identities, [90])) }),
        () => call(endpoints.undoTaught, { params, body: { entries: [newId<RecordEntryId>()] } }),
        () =>
          call(endpoints.decideTaughtReviews, { params, body: { reviews: [newId()], decision: 'keep', reason: 'x' } }),
      ];
      for (const attempt of attempts) expect(await refusalOf(attempt())).toBe('404 not-found');
      const { sections } = await call(endpoints.listTaughtSections, {});
      expect(sections.map((one) => one.id)).not.toContain(id);
    }
    expect(await minutesOfAll(ids)).toEqual([0]);
  });
  test('reach a section of a learning platform through the portal', async () => {
    const { section: view } = await matchedSection(api, {});
    const params = { section: view.id };
    expect(await refusalOf((await api.as(dina))(endpoints.readTaughtSection, { params }))).toBe('404 not-found');
  });
  test('begin one at another college, of a course that is not taught there, or backwards', async () => {
    const begin = (part: Partial<CreateSectionBody>) =>
      refusalOf(teacher(endpoints.createSection, { body: body(part) }));
    expect(await begin({ college: outsideCollege })).toBe('404 not-found');
    expect(await begin({ course: courseCode('NOPE') })).toBe('422 course-not-offered');
    expect(await begin({ endsOn: day('2026-03-01') })).toBe('422 section-ends-before-it-begins');
  });
  test('take in apprentices of sponsors that the college does not work with', async () => {
    const { params } = await section(1);
    const choices = (await teacher(endpoints.searchAttendees, { params })).apprentices.map(({ name }) => name);
    expect(choices).toContain(people.ada.name);
    expect(choices).not.toContain(people.zoe.name);
    const apprenticeships = [agreements.ada.id, agreements.zoe.id];
    expect(await refusalOf(teacher(endpoints.addAttendees, { params, body: { apprenticeships } }))).toBe(
      '404 not-an-apprentice-here',
    );
    expect(await teacher(endpoints.readTaughtSection, { params })).toMatchObject({ learners: 1 });
  });
  test('go on teaching after their role ended, while the college’s administrator goes on with the section', async () => {
    const leaver = named(64, 'Lena Leaver');
    await addPeople(api.database, [leaver]);
    await addMembership(api.database, leaver, college, 'instructor');
    const call = await api.as(leaver);
    const { id } = await call(endpoints.createSection, { body: body({ title: 'Left behind' }) });
    await api.database.transaction(({ runSql }) =>
      runSql('update memberships set until_on = $2 where person_id = $1', [leaver.id, day('2026-03-01')]),
    );
    expect(await refusalOf(call(endpoints.readTaughtSection, { params: { section: id } }))).toBe('403 not-allowed');
    const dean = await api.as(dina);
    expect((await dean(endpoints.listTaughtSections, {})).sections.map((one) => one.id)).toContain(id);
    expect(await dean(endpoints.readTaughtSection, { params: { section: id } })).toMatchObject({
      title: 'Left behind',
    });
  });
});

test('a section costs as many statements with many as with few', async () => {
  const [few, many] = [await section(2), await section(30)];
  const costs = async ({ read, enter, confirm }: typeof few, count: number) => ({
    reading: await countStatements(api.database, () => read()),
    entering: await countStatements(api.database, () => enter(Array(count).fill(85))),
    confirming: await countStatements(api.database, () => confirm(Array(count).fill(85))),
  });
  expect(await costs(many, 30)).toEqual(await costs(few, 2));
});

test('apprentices picked in the portal do not stand in the way of names on a platform’s roster', async () => {
  const { people: added, agreements: ids } = await section(1);
  const opened = await openSection(api, []);
  await api.machine(endpoints.reportRoster, {
    body: {
      contextId: opened.contextId,
      registrationId: registration,
      readAt: api.clock.now(),
      members: [member('x1', { name: added[0]?.name ?? '' })],
    },
  });
  const { learners } = await opened.call(endpoints.readSection, {});
  expect(learners[0]?.match).toMatchObject({
    state: 'suggested',
    apprentice: { apprenticeship: ids[0] },
    otherAccount: false,
  });
});
