import type { Client, ConfirmedCompletions } from '@journeybook/contracts';
import { endpoints } from '@journeybook/contracts';
import type { LmsIdentityId } from '@journeybook/domain';
import { hours } from '@journeybook/domain';
import { courseCode } from '@journeybook/domain/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addApprentice } from '../testing/add-apprentice.js';
import { asOwner } from '../testing/as-owner.js';
import { minutesOf } from '../testing/record.js';
import { refusalOf } from '../testing/refusal-of.js';
import {
  confirmShown,
  jobsIn,
  manufacturing101,
  mapShown,
  matchedSection,
  matchShown,
  openSection,
  reportGrades,
  reportRoster,
  scoresOf,
} from '../testing/section.js';
import type { RunningApi } from '../testing/start-api.js';
import { startApi } from '../testing/start-api.js';
import { buildWorld } from '../testing/world.js';

let api: RunningApi;
beforeAll(async () => {
  api = await startApi();
  await buildWorld(api.database);
});
afterAll(() => api.stop());

type Answer = ConfirmedCompletions['learners'][number];

const confirm = async (
  call: Client,
  ...learners: readonly (readonly [LmsIdentityId, number | null])[]
): Promise<Answer[]> =>
  (
    await confirmShown(
      call,
      learners.map(([identity, scorePercent]) => ({ identity, scorePercent })),
    )
  ).learners;

/** A section with one matched learner, a fresh apprentice. */
async function oneLearner(
  ...overrides: Parameters<typeof addApprentice> extends [unknown, ...infer Rest] ? Rest : never
) {
  const person = await addApprentice(api.database, ...overrides);
  const opened = await matchedSection(api, { one: person.apprenticeship });
  const credited = () => minutesOf(api.database, person.apprenticeship, 'RTI03');
  const deliveries = () => scoresOf(api, opened.section.id);
  const jobs = async () => {
    const ids = new Set((await deliveries()).map(({ id }) => id));
    return (await jobsIn(api, 'deliver-score')).filter(({ data }) => ids.has(data['deliveryId'] ?? ''));
  };
  return { ...person, ...opened, identity: opened.identityOf('one'), credited, deliveries, jobs };
}

describe('confirming who completed a course', () => {
  test('credits the hours of the course and sends the score on its way, in one act', async () => {
    const { call, identity, credited, deliveries, jobs, apprenticeship } = await oneLearner();
    expect(await confirm(call, [identity, 88])).toEqual([
      {
        identity,
        outcome: 'credited',
        minutes: hours(24),
        entry: expect.any(String),
        reason: null,
        kind: null,
      },
    ]);
    expect(await credited()).toBe(hours(24));
    const [delivery] = await deliveries();
    expect(delivery).toMatchObject({ percent: 88, state: 'waiting' });
    expect(await jobs()).toEqual([{ data: { deliveryId: delivery?.id } }]);
    expect(await api.database.read.record.list(apprenticeship)).toMatchObject([
      {
        kind: 'rti-hours-credited',
        course: 'RTI03',
        scorePercent: 88,
        evidence: 'lms-grade',
        occurredOn: '2026-03-04',
      },
    ]);
  });
  test('again without a grade leaves the grade that was pushed as it is', async () => {
    const { call, identity, deliveries } = await oneLearner();
    await confirm(call, [identity, 91]);
    expect(await confirm(call, [identity, null])).toMatchObject([{ outcome: 'already-credited' }]);
    expect(await deliveries()).toMatchObject([{ percent: 91 }]);
  });
  test('without a grade tells the platform that 100 is no grade of the instructor', async () => {
    const { call, identity, deliveries } = await oneLearner();
    await confirm(call, [identity, null]);
    const [delivery] = await deliveries();
    const params = { delivery: delivery?.id ?? '' };
    expect(await api.machine(endpoints.readScoreDelivery, { params })).toMatchObject({
      scorePercent: 100,
      graded: false,
    });
  });
  test('shows the credit, its instructor and the score beside the learner, and in the record', async () => {
    const person = await oneLearner();
    await confirm(person.call, [person.identity, 91.5]);
    const { learners } = await person.call(endpoints.readSection, {});
    expect(learners).toMatchObject([
      {
        credit: { minutes: hours(24), on: '2026-03-04', by: { name: 'Irene Novak' } },
        push: { state: 'waiting', percent: 91.5 },
        blocked: null,
      },
    ]);
    const portal = await api.as(person);
    const record = await portal(endpoints.readRecord, { params: { apprenticeship: person.apprenticeship } });
    expect(record.rti.creditedMinutes).toBe(hours(24));
    expect(record.courses[0]?.credit).toMatchObject({ by: { name: 'Irene Novak' }, scorePercent: 91.5 });
  });
  test('without a grade credits the same and pushes a full score', async () => {
    const { call, identity, credited, deliveries } = await oneLearner();
    expect(await confirm(call, [identity, null])).toMatchObject([{ outcome: 'credited' }]);
    expect(await credited()).toBe(hours(24));
    expect(await deliveries()).toMatchObject([{ percent: 100 }]);
  });
  test.each([88, 91.333_333_333, 100 / 3 + 40, 70])(
    'again is already credited, one score and one job (%d)',
    async (score) => {
      const { call, identity, credited, deliveries, jobs } = await oneLearner();
      await confirm(call, [identity, score]);
      for (let again = 0; again < 3; again += 1)
        expect(await confirm(call, [identity, score])).toMatchObject([
          { outcome: 'already-credited', minutes: hours(24) },
        ]);
      expect(await credited()).toBe(hours(24));
      expect([(await deliveries()).length, (await jobs()).length]).toEqual([1, 1]);
    },
  );
  test('twenty times at once is one credit, one score and one job', async () => {
    const { call, identity, credited, deliveries, jobs, apprenticeship } = await oneLearner();
    const answers = await Promise.all(Array.from({ length: 20 }, () => confirm(call, [identity, 85])));
    const outcomes = answers.flat().map(({ outcome }) => outcome);
    expect(outcomes.filter((outcome) => outcome === 'credited')).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome === 'already-credited')).toHaveLength(19);
    expect(await credited()).toBe(hours(24));
    expect(await api.database.read.record.list(apprenticeship)).toHaveLength(1);
    expect([(await deliveries()).length, (await jobs()).length]).toEqual([1, 1]);
  });
  test('in two sections by two instructors at once is one credit, and each gradebook gets its score', async () => {
    const person = await addApprentice(api.database);
    // One after the other: who matches a learner whom somebody matches at that moment is told so.
    const sections = [
      await matchedSection(api, { one: person.apprenticeship }),
      await matchedSection(api, { one: person.apprenticeship }),
    ];
    const second = await sections[1]?.page('instructor', 'other instructor');
    const answers = await Promise.all(
      sections.map((opened, index) =>
        confirm(index === 1 && second ? second : opened.call, [opened.identityOf('one'), 80]),
      ),
    );
    expect(
      answers
        .flat()
        .map(({ outcome }) => outcome)
        .toSorted(),
    ).toEqual(['already-credited', 'credited']);
    expect(await minutesOf(api.database, person.apprenticeship, 'RTI03')).toBe(hours(24));
    for (const opened of sections) expect(await scoresOf(api, opened.section.id)).toHaveLength(1);
  });
  test('with a better grade later pushes that grade and credits nothing more', async () => {
    const { call, identity, credited, deliveries } = await oneLearner();
    await confirm(call, [identity, 75]);
    api.clock.pass(1);
    await confirm(call, [identity, 95]);
    expect(await credited()).toBe(hours(24));
    expect((await deliveries()).map(({ percent }) => percent)).toEqual([75, 95]);
  });
  test('pushes nothing to a platform without grades, and credits all the same', async () => {
    const person = await addApprentice(api.database);
    const services = { roster: true, grades: false };
    const opened = await matchedSection(api, { one: person.apprenticeship }, { services });
    expect(await confirm(opened.call, [opened.identityOf('one'), 80])).toMatchObject([{ outcome: 'credited' }]);
    expect(await scoresOf(api, opened.section.id)).toEqual([]);
  });
  test('decides each learner by themselves', async () => {
    const [passed, failed] = [await addApprentice(api.database), await addApprentice(api.database)];
    const opened = await matchedSection(api, { passed: passed.apprenticeship, failed: failed.apprenticeship });
    const answers = await confirm(opened.call, [opened.identityOf('failed'), 40], [opened.identityOf('passed'), 90]);
    expect(answers.map(({ outcome, kind }) => [outcome, kind])).toEqual([
      ['refused', 'below-pass-mark'],
      ['credited', null],
    ]);
    expect(await minutesOf(api.database, failed.apprenticeship, 'RTI03')).toBe(0);
    expect(await minutesOf(api.database, passed.apprenticeship, 'RTI03')).toBe(hours(24));
  });
});

describe('what is another by now than was shown', () => {
  async function shown() {
    const one = await oneLearner();
    const course = { rapidsCode: '2031', code: courseCode('RTI03'), creditMode: 'all' as const };
    const { identity, apprenticeship } = one;
    const learner = { identity, apprenticeship, shownPercent: null, scorePercent: 88 };
    const click = () => one.call(endpoints.confirmCompletions, { body: { course, learners: [learner] } });
    const colleague = await one.page('instructor', 'colleague');
    const remap = (changed: Partial<{ course: string; creditMode: 'attendance' }>) =>
      mapShown(colleague, { body: { ...manufacturing101, ...changed } });
    return { ...one, click, colleague, remap };
  }

  test('the course, which a colleague has changed: nothing is credited to any', async () => {
    const { click, remap, credited, apprenticeship } = await shown();
    await remap({ course: 'RTI11' });
    expect(await refusalOf(click())).toBe('409 changed-since-shown');
    expect(await credited()).toBe(0);
    expect(await minutesOf(api.database, apprenticeship, 'RTI11')).toBe(0);
  });
  test('how it credits', async () => {
    const { click, remap } = await shown();
    await remap({ creditMode: 'attendance' });
    expect(await refusalOf(click())).toBe('409 changed-since-shown');
    await remap({});
    expect((await click()).learners).toMatchObject([{ outcome: 'credited' }]);
  });
  test('the apprentice a learner is: that learner alone is not confirmed, and nobody is credited', async () => {
    const { click, colleague, identity, credited } = await shown();
    const other = await addApprentice(api.database);
    await matchShown(colleague, { params: { identity }, body: { apprenticeship: other.apprenticeship } });
    expect((await click()).learners).toMatchObject([{ outcome: 'refused', kind: 'changed-since-shown' }]);
    expect([await credited(), await minutesOf(api.database, other.apprenticeship, 'RTI03')]).toEqual([0, 0]);
  });
  test('the grade, which was read lower meanwhile: that learner alone is not confirmed', async () => {
    const [ada, bo] = [await addApprentice(api.database), await addApprentice(api.database)];
    const opened = await matchedSection(api, { ada: ada.apprenticeship, bo: bo.apprenticeship });
    await reportGrades(api, opened.contextId, { ada: 85, bo: 90 });
    const { learners: rows } = await opened.call(endpoints.readSection, {});
    const body = {
      course: { rapidsCode: '2031', code: courseCode('RTI03'), creditMode: 'all' as const },
      learners: rows.map(({ identity, match, grade }) => ({
        identity,
        apprenticeship: match.state === 'matched' ? match.apprentice.apprenticeship : null,
        shownPercent: grade?.latest ?? null,
        scorePercent: grade?.percent ?? null,
      })),
    };
    await reportGrades(api, opened.contextId, { ada: 40, bo: 90 });
    const answers = (await opened.call(endpoints.confirmCompletions, { body })).learners;
    expect(new Map(answers.map(({ identity, outcome, kind }) => [identity, kind ?? outcome]))).toEqual(
      new Map([
        [opened.identityOf('ada'), 'changed-since-shown'],
        [opened.identityOf('bo'), 'credited'],
      ]),
    );
    const minutesOfBoth = () =>
      Promise.all([ada, bo].map((one) => minutesOf(api.database, one.apprenticeship, 'RTI03')));
    expect(await minutesOfBoth()).toEqual([0, hours(24)]);
    expect(await scoresOf(api, opened.section.id)).toMatchObject([{ percent: 90 }]);
    // Another grade that is typed over the one that is shown now is the instructor's word.
    expect(await confirm(opened.call, [opened.identityOf('ada'), 75])).toMatchObject([{ outcome: 'credited' }]);
    expect(await minutesOfBoth()).toEqual([hours(24), hours(24)]);
  });
  test('a grade that is read meanwhile as the very one that is confirmed is no other', async () => {
    const { click, contextId } = await shown();
    await reportGrades(api, contextId, { one: 88 });
    expect((await click()).learners).toMatchObject([{ outcome: 'credited' }]);
  });
  test('by a colleague who maps at the same instant: it is the course that was shown, or none', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { click, remap, apprenticeship } = await shown();
      await Promise.allSettled([click(), remap({ course: 'RTI11' })]);
      expect(await minutesOf(api.database, apprenticeship, 'RTI11')).toBe(0);
    }
  });
});

describe('a completion that cannot be confirmed', () => {
  const refusedWith = (kind: string) => [
    { outcome: 'refused', kind, minutes: null, reason: expect.stringMatching(/\.$/) },
  ];

  test('is below the pass mark', async () => {
    const { call, identity, credited, deliveries } = await oneLearner();
    expect(await confirm(call, [identity, 69.99])).toMatchObject(refusedWith('below-pass-mark'));
    expect([await credited(), await deliveries()]).toEqual([0, []]);
  });
  test('is of a learner who is not matched', async () => {
    const opened = await openSection(api, ['unmatched']);
    await mapShown(opened.call, { body: manufacturing101 });
    expect(await confirm(opened.call, [opened.identityOf('unmatched'), 90])).toMatchObject(
      refusedWith('learner-not-matched'),
    );
  });
  test('is of a suspended apprenticeship', async () => {
    const { call, identity, credited, apprenticeship } = await oneLearner();
    await asOwner(api.database, `update apprenticeships set status = 'suspended' where id = $1`, [apprenticeship]);
    expect(await confirm(call, [identity, 90])).toMatchObject(refusedWith('not-in-training'));
    expect(await credited()).toBe(0);
    const { learners } = await call(endpoints.readSection, {});
    expect(learners[0]?.blocked).toMatch(/not in training/);
  });
  test('is of an apprenticeship that was cancelled', async () => {
    const { call, identity, apprenticeship } = await oneLearner();
    await asOwner(api.database, `update apprenticeships set status = 'cancelled' where id = $1`, [apprenticeship]);
    expect(await confirm(call, [identity, 90])).toMatchObject(refusedWith('not-an-apprentice-here'));
  });
  test('is of a course that is not in the apprentice’s standard', async () => {
    const { call, identity, apprenticeship } = await oneLearner();
    await asOwner(api.database, `update sections set course_code = 'RTI99' where mapped_by is not null`);
    const body = {
      course: { rapidsCode: '2031', code: courseCode('RTI99'), creditMode: 'all' as const },
      learners: [{ identity, apprenticeship, shownPercent: null, scorePercent: 90 }],
    };
    expect((await call(endpoints.confirmCompletions, { body })).learners).toMatchObject(
      refusedWith('course-not-in-standard'),
    );
    await asOwner(api.database, `update sections set course_code = 'RTI03' where mapped_by is not null`);
  });
  test('is of somebody who left the course, or is an instructor in it', async () => {
    const { call, identity, contextId } = await oneLearner();
    await reportRoster(api, contextId, []);
    expect(await confirm(call, [identity, 90])).toMatchObject(refusedWith('not-a-learner-here'));
  });
  test('is in a section of which nobody said what course it is', async () => {
    const opened = await openSection(api, ['one']);
    expect(await refusalOf(confirm(opened.call, [opened.identityOf('one'), 90]))).toBe('409 section-not-mapped');
  });
  test.each([
    ['nobody', []],
    ['a grade above 100', [['10000000-0000-7000-8000-000000000001', 101]]],
    ['a grade below 0', [['10000000-0000-7000-8000-000000000001', -1]]],
    ['no id', [['me', 80]]],
  ] as const)('is not a request with %s', async (_, learners) => {
    const { call } = await oneLearner();
    expect(await refusalOf(confirm(call, ...(learners as unknown as never[])))).toBe('400 invalid-request');
  });
  test('leaves neither credit nor score nor job when its transaction fails', async () => {
    const { call, identity, credited, deliveries, jobs } = await oneLearner();
    await asOwner(api.database, 'revoke insert on score_deliveries from journeybook_api');
    expect(await refusalOf(confirm(call, [identity, 90]))).toBe('500 internal');
    await asOwner(api.database, 'grant insert on score_deliveries to journeybook_api');
    expect([await credited(), await deliveries(), await jobs()]).toEqual([0, [], []]);
    expect(await confirm(call, [identity, 90])).toMatchObject([{ outcome: 'credited' }]);
  });
  test('leaves neither credit nor score when the job cannot be queued', async () => {
    const { call, identity, credited, deliveries } = await oneLearner();
    const before = (await jobsIn(api, 'deliver-score')).length;
    await asOwner(api.database, 'alter schema pgboss rename to pgboss_gone');
    expect(await refusalOf(confirm(call, [identity, 90]))).toBe('500 internal');
    await asOwner(api.database, 'alter schema pgboss_gone rename to pgboss');
    expect([await credited(), await deliveries(), (await jobsIn(api, 'deliver-score')).length]).toEqual([
      0,
      [],
      before,
    ]);
  });
});

test('a course credited once stays credited when the section is mapped to another course and back', async () => {
  const { call, identity, credited } = await oneLearner();
  await confirm(call, [identity, 90]);
  await mapShown(call, { body: { ...manufacturing101, course: courseCode('RTI11') } });
  expect(await confirm(call, [identity, 90])).toMatchObject([{ outcome: 'credited', minutes: hours(10) }]);
  await mapShown(call, { body: manufacturing101 });
  expect(await confirm(call, [identity, 90])).toMatchObject([{ outcome: 'already-credited', minutes: hours(24) }]);
  expect(await credited()).toBe(hours(24));
});
