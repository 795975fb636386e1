import { setTimeout } from 'node:timers/promises';
import { endpoints } from '@journeybook/contracts';
import { actAs, newId } from '@journeybook/database';
import { hours } from '@journeybook/domain';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addApprentice } from '../testing/add-apprentice.js';
import { asOwner } from '../testing/as-owner.js';
import { becomes } from '../testing/change-agreement.js';
import { chainOf, minutesOf } from '../testing/record.js';
import { refusalOf } from '../testing/refusal-of.js';
import {
  confirmShown,
  matchedSection,
  matchShown,
  openSection,
  reportGrades,
  reportRoster,
  scoresOf,
  unmatchShown,
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

/** A learner whose 88 percent were confirmed and credited, and whose score was delivered. */
async function credited() {
  const person = await addApprentice(api.database);
  // A learner of their own: one account is one person, in whatever course.
  const subject = person.name;
  const opened = await matchedSection(api, { [subject]: person.apprenticeship });
  await reportGrades(api, opened.contextId, { [subject]: 88 });
  const identity = opened.identityOf(subject);
  const confirm = async (scorePercent: number | null = 88) =>
    (await confirmShown(opened.call, [{ identity, scorePercent }])).learners[0];
  const entry = (await confirm())?.entry;
  if (!entry) throw new Error('nothing was credited');
  const deliver = async (outcome: 'delivered' | 'refused' | 'will-retry' = 'delivered', kind: string = outcome) => {
    for (const { id } of await scoresOf(api, opened.section.id))
      await api.machine(endpoints.reportScoreOutcome, {
        params: { delivery: id },
        body: { outcome, at: api.clock.now(), kind, message: '' },
      });
  };
  await deliver();
  const read = () => opened.call(endpoints.readSection, {});
  return {
    ...opened,
    subject,
    apprenticeship: person.apprenticeship,
    identity,
    entry,
    confirm,
    deliver,
    read,
    grade: (percent: number | null) => reportGrades(api, opened.contextId, { [subject]: percent }),
    minutes: () => minutesOf(api.database, person.apprenticeship, 'RTI03'),
    entries: () => chainOf(api.database, person.apprenticeship),
    reviews: async () => (await read()).reviews,
    decide: async (decision: 'keep' | 'reverse', reason = 'Graded the wrong learner') =>
      opened.call(endpoints.decideReviews, {
        body: { reviews: (await read()).reviews.map(({ id }) => id), decision, reason },
      }),
  };
}

describe('a grade that changes after the credit', () => {
  test('acceptance 20: lowered below the pass mark opens a review with both values, and takes nothing away until a person decides', async () => {
    const { grade, reviews, minutes, entries, entry, decide, apprenticeship } = await credited();
    await grade(41.5);
    expect(await reviews()).toMatchObject([
      { cause: 'grade-lowered', creditedPercent: 88, seenPercent: 41.5, minutes: hours(24) },
    ]);
    expect(await minutes()).toBe(hours(24));
    expect(await entries()).toHaveLength(1);
    await decide('reverse', 'The grade belonged to somebody else');
    expect(await minutes()).toBe(0);
    expect(await entries()).toMatchObject([
      { kind: 'rti-hours-credited', id: entry },
      { kind: 'entry-reversed', reverses: entry, reason: 'The grade belonged to somebody else', apprenticeship },
    ]);
    expect(await reviews()).toEqual([]);
  });
  test('acceptance 20: the decision to keep is kept with its reason and who gave it, and the same grade asks no more', async () => {
    const { grade, reviews, minutes, decide, section } = await credited();
    await grade(41.5);
    await decide('keep', 'Passed the retake on paper');
    await grade(41.5);
    expect(await reviews()).toEqual([]);
    expect(await minutes()).toBe(hours(24));
    const kept = await api.database.read.runSql(
      `select w.decision, w.reason, p.name from credit_reviews w join people p on p.id = w.decided_by where section_id = $1`,
      [section.id],
    );
    expect(kept).toEqual([{ decision: 'keep', reason: 'Passed the retake on paper', name: 'Irene Novak' }]);
  });
  test('taken away opens a review', async () => {
    const { grade, reviews, minutes } = await credited();
    await grade(null);
    expect(await reviews()).toMatchObject([{ cause: 'grade-removed', creditedPercent: 88, seenPercent: null }]);
    expect(await minutes()).toBe(hours(24));
  });
  test('acceptance 17: no score where none was known is unknown: it never opens a review and never reduces hours', async () => {
    const person = await addApprentice(api.database);
    const { call, contextId, identityOf } = await matchedSection(api, { one: person.apprenticeship });
    const learners = [{ identity: identityOf('one'), scorePercent: null }];
    await confirmShown(call, learners);
    await reportGrades(api, contextId, { one: null });
    const section = await call(endpoints.readSection, {});
    expect(section.reviews).toEqual([]);
    expect(section.learners).toMatchObject([{ grade: null, credit: { minutes: hours(24) } }]);
    expect(await minutesOf(api.database, person.apprenticeship, 'RTI03')).toBe(hours(24));
  });
  test('raised needs nothing and is the evidence from then on', async () => {
    const { grade, read, minutes } = await credited();
    await grade(97);
    expect(await read()).toMatchObject({ reviews: [], learners: [{ grade: { percent: 97 } }] });
    expect(await minutes()).toBe(hours(24));
  });
  test('that passes again settles the review by itself', async () => {
    const { grade, reviews } = await credited();
    await grade(30);
    expect(await reviews()).toHaveLength(1);
    await grade(85);
    expect(await reviews()).toEqual([]);
  });
  test('twice is one review with the newest value', async () => {
    const { grade, reviews } = await credited();
    await grade(30);
    await grade(20);
    expect(await reviews()).toMatchObject([{ seenPercent: 20 }]);
  });
  test('in two accounts of one apprentice in one reading is asked about once', async () => {
    const { apprenticeship } = await addApprentice(api.database);
    const { call, contextId, identityOf } = await matchedSection(api, {
      first: apprenticeship,
      second: apprenticeship,
    });
    await reportGrades(api, contextId, { first: 88, second: 90 });
    await confirmShown(call, [{ identity: identityOf('first'), scorePercent: 88 }]);
    for (const { id } of await scoresOf(api, (await call(endpoints.readSection, {})).id))
      await api.machine(endpoints.reportScoreOutcome, {
        params: { delivery: id },
        body: { outcome: 'delivered', at: api.clock.now(), kind: 'delivered', message: '' },
      });
    await reportGrades(api, contextId, { first: 40, second: 30 });
    expect((await call(endpoints.readSection, {})).reviews).toMatchObject([{ cause: 'grade-lowered' }]);
  });
  test('in an older reading that comes late says nothing', async () => {
    const { contextId, subject, reviews, read } = await credited();
    const results = [{ subject, scorePercent: 10, comment: null, gradedAt: null }];
    await api.machine(endpoints.reportResults, { body: { contextId, readAt: '2020-01-01T00:00:00.000Z', results } });
    expect(await reviews()).toEqual([]);
    expect((await read()).learners[0]?.grade).toMatchObject({ percent: 88 });
  });
  test('while a score of ours is on its way says nothing', async () => {
    const { confirm, grade, reviews } = await credited();
    api.clock.pass(1);
    await confirm(95);
    await grade(60);
    expect(await reviews()).toEqual([]);
  });
});

describe('a grade that changed while a score was on its way', () => {
  /** A learner whose grade became this while the platform was away with our 95. */
  async function onItsWay(percent: number | null = 40) {
    const one = await credited();
    api.clock.pass(1);
    await one.confirm(95);
    await one.grade(percent);
    expect(await one.reviews()).toEqual([]);
    return one;
  }
  test.each([
    ['refused', 'superseded'],
    ['refused', 'overridden'],
    ['refused', 'gone'],
    ['delivered', 'kept-grade'],
  ] as const)(
    'a grade lowered while a score was on its way is in question once the gradebook did not take the score: %s, %s',
    async (outcome, kind) => {
      const { deliver, reviews, grade, minutes } = await onItsWay();
      await deliver(outcome, kind);
      expect(await reviews()).toMatchObject([{ cause: 'grade-lowered', creditedPercent: 88, seenPercent: 40 }]);
      await grade(40);
      expect(await reviews()).toHaveLength(1);
      expect(await minutes()).toBe(hours(24));
    },
  );
  test('a grade that was taken away is, too', async () => {
    const { deliver, reviews } = await onItsWay(null);
    await deliver('refused', 'superseded');
    expect(await reviews()).toMatchObject([{ cause: 'grade-removed', creditedPercent: 88, seenPercent: null }]);
  });
  test('is in question though the score took the place of another that waited', async () => {
    const { confirm, deliver, reviews } = await onItsWay();
    api.clock.pass(1);
    await confirm(96);
    await deliver('refused', 'superseded');
    expect(await reviews()).toMatchObject([{ cause: 'grade-lowered', seenPercent: 40 }]);
  });
  test('is in question though it was being read in that moment', async () => {
    const { confirm, deliver, subject, section, reviews } = await credited();
    api.clock.pass(1);
    await confirm(95);
    const reported = await api.database.transaction(async ({ sections, roster }) => {
      await sections.resultsRead(section.id, { at: api.clock.now(), columnTitle: null });
      const outcome = deliver('refused', 'superseded');
      await setTimeout(300);
      const result = { subject, scorePercent: 40, comment: null, gradedAt: null };
      await roster.addResults(section.id, [result], api.clock.now());
      return { outcome };
    });
    await reported.outcome;
    expect(await reviews()).toMatchObject([{ cause: 'grade-lowered', seenPercent: 40 }]);
  });
  test.each(['delivered', 'will-retry'] as const)('asks nothing when the score is %s', async (outcome) => {
    const { deliver, reviews } = await onItsWay();
    await deliver(outcome);
    expect(await reviews()).toEqual([]);
  });
  test('asks nothing when it is reported once more after it was taken', async () => {
    const { deliver, reviews } = await onItsWay();
    await deliver('delivered');
    await deliver('refused', 'superseded');
    expect(await reviews()).toEqual([]);
  });
  test('asks nothing when the grade passes', async () => {
    const { deliver, reviews } = await onItsWay(75);
    await deliver('refused', 'superseded');
    expect(await reviews()).toEqual([]);
  });
  test('asks nothing about a grade that a person has decided about since', async () => {
    const { confirm, grade, deliver, decide, reviews } = await credited();
    await grade(40);
    await decide('keep', 'Passed the retake on paper');
    api.clock.pass(1);
    await confirm(95);
    await deliver('refused', 'superseded');
    expect(await reviews()).toEqual([]);
    await grade(30);
    expect(await reviews()).toMatchObject([{ cause: 'grade-lowered', seenPercent: 30 }]);
  });
  test('asks nothing about a grade that was there when the credit was given', async () => {
    const person = await addApprentice(api.database);
    const { name } = person;
    const { call, contextId, identityOf, section } = await matchedSection(api, { [name]: person.apprenticeship });
    await reportGrades(api, contextId, { [name]: 60 });
    api.clock.pass(1);
    await confirmShown(call, [{ identity: identityOf(name), scorePercent: null }]);
    const [score] = await scoresOf(api, section.id);
    await api.machine(endpoints.reportScoreOutcome, {
      params: { delivery: score?.id ?? '' },
      body: { outcome: 'delivered', at: api.clock.now(), kind: 'kept-grade', message: '' },
    });
    const { reviews, learners } = await call(endpoints.readSection, {});
    expect(reviews).toEqual([]);
    expect(learners).toMatchObject([{ credit: { minutes: hours(24) } }]);
  });
});

describe('a learner who left after the credit', () => {
  test('keeps the hours and opens a review, which their return settles', async () => {
    const { contextId, subject, reviews, minutes } = await credited();
    await reportRoster(api, contextId, []);
    expect(await reviews()).toMatchObject([{ cause: 'learner-left', creditedPercent: 88 }]);
    expect(await minutes()).toBe(hours(24));
    await reportRoster(api, contextId, [subject]);
    expect(await reviews()).toEqual([]);
  });
  test('and was never credited opens none', async () => {
    const person = await addApprentice(api.database);
    const { call, contextId } = await matchedSection(api, { one: person.apprenticeship });
    await reportRoster(api, contextId, []);
    expect((await call(endpoints.readSection, {})).reviews).toEqual([]);
  });
});

describe('a credit in question for two reasons', () => {
  /** A learner whose grade was lowered to 40, and who left, in this order or the other. */
  async function bothWays(first: 'lowered' | 'left') {
    const one = await credited();
    const leave = () => reportRoster(api, one.contextId, []);
    const back = () => reportRoster(api, one.contextId, [one.subject]);
    if (first === 'left') await leave();
    await one.grade(40);
    if (first === 'lowered') await leave();
    return { ...one, back };
  }
  test('a lowered grade is still in question after the learner left and came back', async () => {
    const { reviews, back, grade, entry } = await bothWays('lowered');
    expect(await reviews()).toMatchObject([
      { entry, cause: 'grade-lowered', seenPercent: 40 },
      { entry, cause: 'learner-left', seenPercent: null },
    ]);
    await back();
    expect(await reviews()).toMatchObject([{ cause: 'grade-lowered', creditedPercent: 88, seenPercent: 40 }]);
    await grade(40);
    expect(await reviews()).toMatchObject([{ cause: 'grade-lowered', seenPercent: 40 }]);
  });
  test('a learner who left is still in question after the grade was lowered and passes again', async () => {
    const { reviews, grade, back } = await bothWays('left');
    expect(await reviews()).toMatchObject([{ cause: 'learner-left' }, { cause: 'grade-lowered', seenPercent: 40 }]);
    await grade(85);
    expect(await reviews()).toMatchObject([{ cause: 'learner-left', seenPercent: null }]);
    await back();
    expect(await reviews()).toEqual([]);
  });
  test('a grade that falls, is gone and falls again stays one question with what was seen last', async () => {
    const { reviews, grade } = await bothWays('left');
    await grade(null);
    expect(await reviews()).toMatchObject([{ cause: 'learner-left' }, { cause: 'grade-removed', seenPercent: null }]);
    await grade(20);
    expect(await reviews()).toMatchObject([{ cause: 'learner-left' }, { cause: 'grade-lowered', seenPercent: 20 }]);
  });
  test.each([
    ['keep', 'one', 1],
    ['keep', 'both', 1],
    ['reverse', 'one', 2],
    ['reverse', 'both', 2],
  ] as const)('one decision to %s closes both, by the id of %s', async (decision, named, inRecord) => {
    const { call, reviews, entries, section, back } = await bothWays('lowered');
    const ids = (await reviews()).map(({ id }) => id);
    const body = { reviews: named === 'one' ? ids.slice(1) : ids, decision, reason: 'Spoke to the teacher' };
    await call(endpoints.decideReviews, { body });
    expect(await reviews()).toEqual([]);
    expect(await entries()).toHaveLength(inRecord);
    const closed = await api.database.read.runSql(
      `select w.decision, w.reason, p.name from credit_reviews w join people p on p.id = w.decided_by where section_id = $1`,
      [section.id],
    );
    const one = { decision, reason: 'Spoke to the teacher', name: 'Irene Novak' };
    expect(closed).toEqual([one, one]);
    await back();
    expect(await refusalOf(call(endpoints.decideReviews, { body }))).toBe('409 review-decided');
  });
  test('two decisions at once, each by another id, have one winner', async () => {
    const { call, reviews, entries } = await bothWays('lowered');
    const decided = (await reviews()).map(({ id }) =>
      call(endpoints.decideReviews, { body: { reviews: [id], decision: 'reverse', reason: 'Wrong learner' } }),
    );
    const outcomes = await Promise.allSettled(decided);
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(await entries()).toHaveLength(2);
  });
});

describe('a match that is taken back after the credit', () => {
  test('opens a review of it', async () => {
    const { call, identity, reviews, minutes } = await credited();
    await unmatchShown(call, { params: { identity } });
    expect(await reviews()).toMatchObject([{ cause: 'match-taken-back' }]);
    expect(await minutes()).toBe(hours(24));
  });
  test('in another course opens the review where the credit came from', async () => {
    const { reviews, subject } = await credited();
    const elsewhere = await openSection(api, [subject]);
    const other = await addApprentice(api.database);
    await matchShown(elsewhere.call, {
      params: { identity: elsewhere.identityOf(subject) },
      body: { apprenticeship: other.apprenticeship },
    });
    expect(await reviews()).toMatchObject([{ cause: 'match-taken-back' }]);
    expect((await elsewhere.call(endpoints.readSection, {})).reviews).toEqual([]);
  });
});

describe('deciding a review', () => {
  test('to reverse lets a later completion be credited again', async () => {
    const { grade, decide, confirm, minutes, entries } = await credited();
    await grade(30);
    await decide('reverse');
    api.clock.pass(1);
    expect(await confirm(91)).toMatchObject({ outcome: 'credited' });
    expect(await minutes()).toBe(hours(24));
    expect((await entries()).map(({ kind }) => kind)).toEqual([
      'rti-hours-credited',
      'entry-reversed',
      'rti-hours-credited',
    ]);
  });
  test('acceptance 19: leaves both entries, the chain holds, and neither can be changed or deleted', async () => {
    const { grade, decide, entries, entry } = await credited();
    await grade(30);
    await decide('reverse');
    expect(await entries()).toHaveLength(2);
    const served = api.services.database;
    const machine = { caller: { kind: 'machine' }, requestId: '', address: '', action: '' } as const;
    for (const { runSql } of [served.access.read, served.read, actAs(machine, () => served.read)])
      for (const sql of [
        'update record_entries set minutes = 1 where id = $1',
        'delete from record_entries where id = $1',
      ])
        await expect(runSql(sql, [entry])).rejects.toThrow(/permission denied/);
    expect(await entries()).toHaveLength(2);
  });
  test.each(['keep', 'reverse'] as const)('to %s is refused without a reason', async (decision) => {
    const { grade, decide, reviews } = await credited();
    await grade(30);
    expect(await refusalOf(decide(decision, '  '))).toMatch(/reason-missing$/);
    expect(await reviews()).toHaveLength(1);
  });
  test.each(['completed', 'cancelled', 'transferred'] as const)(
    'to reverse is refused once the agreement is %s, and to keep is not',
    async (status) => {
      const { grade, decide, reviews, entries, apprenticeship } = await credited();
      await grade(30);
      await becomes(api.database, apprenticeship, status);
      expect(await refusalOf(decide('reverse'))).toBe('409 record-closed');
      expect((await entries()).filter(({ kind }) => kind === 'entry-reversed')).toEqual([]);
      await decide('keep');
      expect(await reviews()).toEqual([]);
    },
  );
  test('by two at once has one winner', async () => {
    const { grade, reviews, call, entries } = await credited();
    await grade(30);
    const ids = (await reviews()).map(({ id }) => id);
    const decide = () =>
      call(endpoints.decideReviews, { body: { reviews: ids, decision: 'reverse', reason: 'Wrong learner' } });
    const outcomes = await Promise.allSettled([decide(), decide(), decide()]);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await refusalOf(decide())).toBe('409 review-decided');
    expect(await entries()).toHaveLength(2);
  });
  test('of another section, or of none, finds nothing', async () => {
    const [mine, other] = [await credited(), await credited()];
    await other.grade(30);
    const ids = (await other.reviews()).map(({ id }) => id);
    const decide = (reviews: string[]) =>
      mine.call(endpoints.decideReviews, { body: { reviews, decision: 'reverse', reason: 'x' } });
    expect(await refusalOf(decide(ids))).toBe('404 not-found');
    expect(await refusalOf(decide([newId()]))).toBe('404 not-found');
    expect(await other.minutes()).toBe(hours(24));
  });
  test('of a credit that was reversed elsewhere meanwhile is not asked for any more', async () => {
    const { grade, reviews, entry, apprenticeship } = await credited();
    await grade(30);
    const [credit] = await api.database.read.record.findAll([entry]);
    if (!credit) throw new Error('no credit');
    await asOwner(
      api.database,
      `insert into record_entries (id, sponsor_id, apprenticeship_id, sequence, kind, source, standard_id, occurred_on,
         recorded_at, answered_by, reverses, details, previous_hash, hash)
       select gen_random_uuid(), sponsor_id, apprenticeship_id, 2, 'entry-reversed', 'reversal/' || id, standard_id,
         occurred_on, recorded_at, answered_by, id, '{"reason":"x"}', hash, repeat('a', 64)
       from record_entries where id = $1 and apprenticeship_id = $2`,
      [entry, apprenticeship],
    );
    expect(await reviews()).toEqual([]);
  });
});
