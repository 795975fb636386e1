import { randomUUID } from 'node:crypto';
import { endpoints } from '@journeybook/contracts';
import { hours } from '@journeybook/domain';
import { courseCode } from '@journeybook/domain/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addApprentice } from '../testing/add-apprentice.js';
import { countStatements } from '../testing/count-statements.js';
import { chainOf, minutesOf } from '../testing/record.js';
import { refusalOf } from '../testing/refusal-of.js';
import {
  confirmShown,
  manufacturing101,
  mapShown,
  matchedSection,
  matchShown,
  openSection,
  reportGrades,
  scoresOf,
} from '../testing/section.js';
import type { RunningApi } from '../testing/start-api.js';
import { startApi } from '../testing/start-api.js';
import { buildWorld, outsideCollege } from '../testing/world.js';

let api: RunningApi;
beforeAll(async () => {
  api = await startApi();
  await buildWorld(api.database);
});
afterAll(() => api.stop());

const byGrade = { confirmedBy: 'grade' } as const;

/** A matched learner in a section with this policy. */
async function learning(policy: NonNullable<Parameters<typeof matchedSection>[2]>['policy'] = {}) {
  const person = await addApprentice(api.database);
  const opened = await matchedSection(api, { one: person.apprenticeship }, { policy });
  return {
    ...opened,
    apprenticeship: person.apprenticeship,
    identity: opened.identityOf('one'),
    grade: (percent: number | null) => reportGrades(api, opened.contextId, { one: percent }),
    minutes: () => minutesOf(api.database, person.apprenticeship, 'RTI03'),
    entries: () => chainOf(api.database, person.apprenticeship),
    shown: async () => (await opened.call(endpoints.readSection, {})).learners[0],
  };
}

describe('the policy of a section', () => {
  test('is by hand, all hours and the latest grade where nothing is said, and is shown', async () => {
    const { call } = await learning();
    expect((await call(endpoints.readSection, {})).mapping).toMatchObject({
      confirmedBy: 'hand',
      creditMode: 'all',
      attempt: 'latest',
    });
  });
  test('cannot credit attendance by a grade', async () => {
    const { call } = await openSection(api, []);
    const body = { ...manufacturing101, confirmedBy: 'grade', creditMode: 'attendance' } as const;
    expect(await refusalOf(mapShown(call, { body }))).toBe('422 attendance-needs-hand');
    expect((await call(endpoints.readSection, {})).mapping).toBeNull();
  });
  test.each([
    ['first-pass', 75],
    ['best', 95],
    ['latest', 40],
  ] as const)('shows of several grades the one that counts, and the latest beside it: %s', async (attempt, counts) => {
    const { grade, shown } = await learning({ attempt });
    for (const percent of [60, 75, 95, 40]) await grade(percent);
    expect((await shown())?.grade).toMatchObject({ percent: counts, latest: 40 });
  });
});

describe("an instructor's own grade, where it confirms", () => {
  test('credits the hours in the name of who mapped the section, and writes nothing into the gradebook', async () => {
    const { grade, minutes, entries, section, shown } = await learning(byGrade);
    await grade(82);
    expect(await minutes()).toBe(hours(24));
    expect(await entries()).toMatchObject([{ scorePercent: 82, evidence: 'lms-grade', section: section.id }]);
    expect((await shown())?.credit).toMatchObject({ by: { name: 'Irene Novak' } });
    expect(await scoresOf(api, section.id)).toEqual([]);
  });
  test('read again and again is one credit', async () => {
    const { grade, entries } = await learning(byGrade);
    for (const percent of [82, 82, 90, 82]) await grade(percent);
    expect(await entries()).toHaveLength(1);
  });
  test.each([69.99, 0, null])('of %s credits nothing', async (percent) => {
    const { grade, minutes } = await learning(byGrade);
    await grade(percent);
    expect(await minutes()).toBe(0);
  });
  test('credits nothing where a person confirms', async () => {
    const { grade, minutes } = await learning();
    await grade(82);
    expect(await minutes()).toBe(0);
  });
  test('credits nothing for somebody nobody matched, and does with the next reading after the match', async () => {
    const person = await addApprentice(api.database);
    const { call, contextId, identityOf } = await openSection(api, ['one']);
    await mapShown(call, { body: { ...manufacturing101, ...byGrade } });
    await reportGrades(api, contextId, { one: 90 });
    expect(await minutesOf(api.database, person.apprenticeship, 'RTI03')).toBe(0);
    const params = { identity: identityOf('one') };
    await matchShown(call, { params, body: { apprenticeship: person.apprenticeship } });
    await reportGrades(api, contextId, { one: 90 });
    expect(await minutesOf(api.database, person.apprenticeship, 'RTI03')).toBe(hours(24));
  });
  test('that is nothing but our own score read back does not credit again what was taken back', async () => {
    const { call, identity, grade, minutes } = await learning(byGrade);
    const confirmed = await confirmShown(call, [{ identity, scorePercent: null }]);
    await call(endpoints.undoCompletions, {
      body: { entries: confirmed.learners.flatMap(({ entry }) => entry ?? []) },
    });
    await grade(null);
    expect(await minutes()).toBe(0);
    await grade(91);
    expect(await minutes()).toBe(hours(24));
  });
  test('that is a score of ours does not credit again while it still waits to be taken away', async () => {
    const { call, identity, grade, minutes } = await learning(byGrade);
    const body = { learners: [{ identity, scorePercent: 95 }] };
    const confirmed = await confirmShown(call, body.learners);
    await grade(95);
    await call(endpoints.undoCompletions, {
      body: { entries: confirmed.learners.flatMap(({ entry }) => entry ?? []) },
    });
    await grade(null);
    await grade(95);
    expect(await minutes()).toBe(0);
    await grade(96);
    expect(await minutes()).toBe(hours(24));
  });
  test('that was there before a reversal does not credit again, and a new one does', async () => {
    const { call, grade, minutes, contextId } = await learning(byGrade);
    await grade(82);
    await grade(20);
    const { reviews } = await call(endpoints.readSection, {});
    api.clock.pass(1);
    const body = { reviews: reviews.map(({ id }) => id), decision: 'reverse', reason: 'Wrong grade' } as const;
    await call(endpoints.decideReviews, { body });
    await reportGrades(api, contextId, { one: 20 });
    expect(await minutes()).toBe(0);
    await grade(88);
    expect(await minutes()).toBe(hours(24));
  });
  test('that was given for another course before the section was remapped credits nothing, and a new one does', async () => {
    const { call, grade, minutes, apprenticeship } = await learning();
    const math = () => minutesOf(api.database, apprenticeship, 'RTI11');
    await grade(82);
    await mapShown(call, { body: { ...manufacturing101, ...byGrade, course: courseCode('RTI11') } });
    await grade(82);
    expect([await minutes(), await math()]).toEqual([0, 0]);
    await grade(90);
    expect([await minutes(), await math()]).toEqual([0, hours(10)]);
  });
  test('that was there before only the policy changed credits', async () => {
    const { call, grade, minutes } = await learning();
    await grade(82);
    await mapShown(call, { body: { ...manufacturing101, ...byGrade } });
    await grade(82);
    expect(await minutes()).toBe(hours(24));
  });
  test('costs as many statements for many as for few', async () => {
    const reading = async (count: number) => {
      const matches: Record<string, Awaited<ReturnType<typeof addApprentice>>['apprenticeship']> = {};
      for (let index = 0; index < count; index += 1)
        matches[`s${index}`] = (await addApprentice(api.database)).apprenticeship;
      const { contextId, section, call } = await matchedSection(api, matches, { policy: byGrade });
      const grades = Object.fromEntries(Object.keys(matches).map((name) => [name, 90]));
      const statements = await countStatements(api.services.database, () => reportGrades(api, contextId, grades));
      const { learners } = await call(endpoints.readSection, {});
      expect(learners.filter(({ credit }) => credit)).toHaveLength(count);
      expect(section.id).toBeTruthy();
      return statements;
    };
    expect(await reading(20)).toBe(await reading(2));
  });
});

describe('crediting by attendance', () => {
  const confirm = async ({ call, identity }: Awaited<ReturnType<typeof learning>>, attendedMinutes: number | null) =>
    (await confirmShown(call, [{ identity, scorePercent: 90, attendedMinutes }])).learners[0];

  test('credits what was attended, and the gradebook says how much', async () => {
    const one = await learning({ creditMode: 'attendance' });
    expect(await confirm(one, 90)).toMatchObject({ outcome: 'credited', minutes: 90 });
    expect(await one.minutes()).toBe(90);
    expect(await scoresOf(api, one.section.id)).toMatchObject([{ comment: '1.5 RTI hours credited' }]);
  });
  test.each([
    [hours(24) + 1, 'attendance-above-course'],
    [null, 'attendance-missing'],
    [0, 'attendance-missing'],
  ])('refuses %s minutes with %s', async (attended, kind) => {
    const one = await learning({ creditMode: 'attendance' });
    expect(await confirm(one, attended)).toMatchObject({ outcome: 'refused', kind });
    expect(await one.minutes()).toBe(0);
  });
});

describe.each(['best', 'first-pass'] as const)('by hand, under the rule %s', (attempt) => {
  test('neither our own mark nor a grade from before a reversal counts again, and a new one does', async () => {
    const one = await learning({ attempt });
    await confirmShown(one.call, [{ identity: one.identity, scorePercent: null }]);
    for (const { id } of await scoresOf(api, one.section.id))
      await api.machine(endpoints.reportScoreOutcome, {
        params: { delivery: id },
        body: { outcome: 'delivered', at: api.clock.now(), kind: 'delivered', message: '' },
      });
    for (const percent of [100, 88, 40]) await one.grade(percent);
    expect((await one.shown())?.grade).toMatchObject({ percent: 88, latest: 40 });
    const { reviews } = await one.call(endpoints.readSection, {});
    const body = { reviews: reviews.map(({ id }) => id), decision: 'reverse', reason: 'The wrong learner' } as const;
    await one.call(endpoints.decideReviews, { body });
    expect((await one.shown())?.grade).toMatchObject({ percent: 40, latest: 40 });
    api.clock.pass(1);
    await one.grade(91);
    expect((await one.shown())?.grade).toMatchObject({ percent: 91, latest: 91 });
  });
});

describe('acceptance 21: two ways to one course', () => {
  test('a retake under the best attempt gives no double hours', async () => {
    const { grade, minutes, entries } = await learning({ confirmedBy: 'grade', attempt: 'best' });
    for (const percent of [72, 60, 95]) await grade(percent);
    expect(await minutes()).toBe(hours(24));
    expect(await entries()).toHaveLength(1);
  });
  test('two sections merged, one by grade and one by hand, give no double hours', async () => {
    const person = await addApprentice(api.database);
    const first = await matchedSection(api, { one: person.apprenticeship }, { policy: byGrade });
    const second = await matchedSection(api, { two: person.apprenticeship });
    await reportGrades(api, first.contextId, { one: 80 });
    const body = { learners: [{ identity: second.identityOf('two'), scorePercent: 95 }] };
    expect((await confirmShown(second.call, body.learners)).learners).toMatchObject([
      { outcome: 'already-credited', minutes: hours(24) },
    ]);
    expect(await minutesOf(api.database, person.apprenticeship, 'RTI03')).toBe(hours(24));
    expect(await chainOf(api.database, person.apprenticeship)).toHaveLength(1);
  });
  test('a grade lowered in the section that credited nothing opens no review', async () => {
    const person = await addApprentice(api.database);
    const first = await matchedSection(api, { one: person.apprenticeship }, { policy: byGrade });
    const second = await matchedSection(api, { two: person.apprenticeship }, { policy: byGrade });
    await reportGrades(api, first.contextId, { one: 80 });
    await reportGrades(api, second.contextId, { two: 85 });
    await reportGrades(api, second.contextId, { two: 20 });
    for (const { call } of [first, second]) expect((await call(endpoints.readSection, {})).reviews).toEqual([]);
  });
});

describe('acceptance 14: a copied course', () => {
  const policy = { confirmedBy: 'grade', attempt: 'best' } as const;
  const contextOf = (lmsId: string, history: string[] = []) => ({
    id: randomUUID(),
    label: null,
    title: `Course ${lmsId}`,
    sisId: null,
    lmsId,
    history,
  });

  test('proposes the mapping of the nearest mapped one with pass mark and policy, and maps nothing by itself', async () => {
    const [old, older, copy] = [randomUUID(), randomUUID(), randomUUID()];
    for (const [lmsId, passMarkPercent] of [
      [older, 50],
      [old, 65],
    ] as const) {
      const { call } = await api.launched({ context: contextOf(lmsId) });
      await mapShown(call, { body: { ...manufacturing101, ...policy, passMarkPercent } });
    }
    const { call } = await api.launched({ context: contextOf(copy, ['unknown', old, older]) });
    const section = await call(endpoints.readSection, {});
    expect(section.mapping).toBeNull();
    expect(section.proposal).toMatchObject({
      code: 'RTI03',
      passMarkPercent: 65,
      ...policy,
      from: `Course ${old}`,
      by: 'Irene Novak',
    });
    const { mapping, proposal } = await mapShown(call, {
      body: { ...manufacturing101, ...policy, passMarkPercent: 65 },
    });
    expect([mapping?.code, proposal]).toEqual(['RTI03', null]);
  });
  test.each([
    ['of another college', { collegeId: outsideCollege }],
    ['of another platform', { registrationId: randomUUID() }],
  ])('proposes nothing from a course %s', async (_, elsewhere) => {
    const lmsId = randomUUID();
    const { call } = await api.launched({ context: contextOf(lmsId), ...elsewhere });
    await mapShown(call, { body: manufacturing101 });
    const copy = await api.launched({ context: contextOf(randomUUID(), [lmsId]) });
    expect((await copy.call(endpoints.readSection, {})).proposal).toBeNull();
  });
  test('proposes nothing from itself, nor from a course that nobody mapped', async () => {
    const [unmapped, own] = [randomUUID(), randomUUID()];
    await api.launched({ context: contextOf(unmapped) });
    const { call } = await api.launched({ context: contextOf(own, [own, unmapped]) });
    expect((await call(endpoints.readSection, {})).proposal).toBeNull();
  });
  test('keeps its history when a later launch tells none', async () => {
    const [old, copy] = [randomUUID(), contextOf(randomUUID(), [])];
    await mapShown((await api.launched({ context: contextOf(old) })).call, { body: manufacturing101 });
    await api.launched({ context: { ...copy, history: [old] } });
    const { call } = await api.launched({ context: copy });
    expect((await call(endpoints.readSection, {})).proposal).toMatchObject({ code: 'RTI03' });
  });
});
