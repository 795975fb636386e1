import { endpoints } from '@journeybook/contracts';
import { newId } from '@journeybook/database';
import type { RecordEntryId } from '@journeybook/domain';
import { hours } from '@journeybook/domain';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addApprentice } from '../testing/add-apprentice.js';
import { becomes } from '../testing/change-agreement.js';
import { countStatements } from '../testing/count-statements.js';
import { chainOf, minutesOf } from '../testing/record.js';
import { refusalOf } from '../testing/refusal-of.js';
import {
  confirmShown,
  jobsIn,
  matchedSection,
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

let sections = 0;

/** A section with as many matched learners, none confirmed yet. */
async function section(count: number) {
  sections += 1;
  const [of, added] = [sections, []] as [number, Awaited<ReturnType<typeof addApprentice>>[]];
  const subjectOf = (index: number) => `s${of}-${index}`;
  for (let index = 0; index < count; index += 1) added.push(await addApprentice(api.database));
  const opened = await matchedSection(
    api,
    Object.fromEntries(added.map(({ apprenticeship }, index) => [subjectOf(index), apprenticeship])),
  );
  const identities = added.map((_, index) => opened.identityOf(subjectOf(index)));
  const confirm = async (scorePercent: number | null = 88) => {
    const learners = identities.map((identity) => ({ identity, scorePercent }));
    return (await confirmShown(opened.call, learners)).learners;
  };
  const undo = (entries: readonly (RecordEntryId | null)[], call = opened.call) =>
    call(endpoints.undoCompletions, { body: { entries: entries.flatMap((entry) => entry ?? []) } });
  return { ...opened, subjectOf, agreements: added.map(({ apprenticeship }) => apprenticeship), confirm, undo };
}

describe('taking back what was just confirmed', () => {
  test('puts a reversal beside each credit and takes the scores away that were on their way', async () => {
    const { confirm, undo, agreements, section: view } = await section(3);
    const entries = (await confirm()).map(({ entry }) => entry);
    api.clock.pass(1);
    await undo(entries);
    for (const agreement of agreements) {
      expect(await minutesOf(api.database, agreement, 'RTI03')).toBe(0);
      expect((await chainOf(api.database, agreement)).map(({ kind }) => kind)).toEqual([
        'rti-hours-credited',
        'entry-reversed',
      ]);
    }
    const scores = await scoresOf(api, view.id);
    expect(scores.map(({ percent }) => percent)).toEqual([88, 88, 88, null, null, null]);
    const ids = new Set(scores.map(({ id }) => id));
    const jobs = (await jobsIn(api, 'deliver-score')).filter(({ data }) => ids.has(data['deliveryId'] ?? ''));
    expect(jobs).toHaveLength(6);
    const params = { delivery: scores.at(-1)?.id ?? '' };
    expect(await api.machine(endpoints.readScoreDelivery, { params })).toMatchObject({ scorePercent: null });
  });
  test('brings back the grade that was in the gradebook before', async () => {
    const { contextId, subjectOf, confirm, undo, section: view } = await section(1);
    await reportGrades(api, contextId, { [subjectOf(0)]: 40 });
    api.clock.pass(0.1);
    const [answer] = await confirm(90);
    api.clock.pass(0.5);
    await undo([answer?.entry ?? null]);
    expect((await scoresOf(api, view.id)).map(({ percent }) => percent)).toEqual([90, 40]);
  });
  test('pushes the very grade of the gradebook again, so that nothing beside it tells of hours', async () => {
    const { contextId, subjectOf, confirm, undo, section: view } = await section(1);
    await reportGrades(api, contextId, { [subjectOf(0)]: 90 });
    api.clock.pass(0.1);
    const [answer] = await confirm(90);
    api.clock.pass(0.5);
    await undo([answer?.entry ?? null]);
    const scores = await scoresOf(api, view.id);
    expect(scores.map(({ percent }) => percent)).toEqual([90, 90]);
    const params = { delivery: scores.at(-1)?.id ?? '' };
    expect(await api.machine(endpoints.readScoreDelivery, { params })).toMatchObject({
      comment: 'The confirmation was taken back',
      restores: true,
    });
  });
  test('pushes nothing where the gradebook refused the score, since what is there was never ours', async () => {
    const { contextId, subjectOf, confirm, undo, section: view } = await section(1);
    await reportGrades(api, contextId, { [subjectOf(0)]: 40 });
    api.clock.pass(0.1);
    const [answer] = await confirm(85);
    const params = { delivery: (await scoresOf(api, view.id))[0]?.id ?? '' };
    expect(await api.machine(endpoints.readScoreDelivery, { params })).toMatchObject({ restores: false });
    await api.machine(endpoints.reportScoreOutcome, {
      params,
      body: { outcome: 'refused', at: api.clock.now(), kind: 'superseded', message: 'It holds a newer grade.' },
    });
    api.clock.pass(0.5);
    await undo([answer?.entry ?? null]);
    expect((await scoresOf(api, view.id)).map(({ percent, state }) => [percent, state])).toEqual([[85, 'refused']]);
  });
  test('lets the same learner be confirmed again, with a score of its own', async () => {
    const { confirm, undo, agreements, section: view } = await section(1);
    const [first] = await confirm();
    api.clock.pass(0.5);
    await undo([first?.entry ?? null]);
    api.clock.pass(0.5);
    expect(await confirm()).toMatchObject([{ outcome: 'credited', minutes: hours(24) }]);
    expect(await minutesOf(api.database, agreements[0] ?? newId(), 'RTI03')).toBe(hours(24));
    expect((await scoresOf(api, view.id)).map(({ percent }) => percent)).toEqual([88, null, 88]);
  });
  test('is too late after the minute', async () => {
    const { confirm, undo, agreements } = await section(1);
    const [answer] = await confirm();
    api.clock.pass(1.01);
    expect(await refusalOf(undo([answer?.entry ?? null]))).toBe('409 too-late-to-take-back');
    expect(await minutesOf(api.database, agreements[0] ?? newId(), 'RTI03')).toBe(hours(24));
  });
  test('is refused once the agreement is completed', async () => {
    const { confirm, undo, agreements } = await section(1);
    const [answer] = await confirm();
    const [agreement = newId()] = agreements;
    await becomes(api.database, agreement, 'completed');
    expect(await refusalOf(undo([answer?.entry ?? null]))).toBe('409 record-closed');
    expect(await minutesOf(api.database, agreement, 'RTI03')).toBe(hours(24));
  });
  test('is for nobody but who confirmed', async () => {
    const { confirm, undo, page } = await section(1);
    const [answer] = await confirm();
    const other = await page('instructor', 'somebody else');
    expect(await refusalOf(undo([answer?.entry ?? null], other))).toBe('403 not-their-confirmation');
  });
  test('many times at once takes it back once', async () => {
    const { confirm, undo, agreements } = await section(1);
    const entries = (await confirm()).map(({ entry }) => entry);
    const outcomes = await Promise.allSettled([1, 2, 3, 4].map(() => undo(entries)));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await refusalOf(undo(entries))).toBe('409 changed-since-shown');
    expect(await chainOf(api.database, agreements[0] ?? newId())).toHaveLength(2);
  });
  test('of another section, or half of it unknown, does nothing', async () => {
    const [mine, other] = [await section(1), await section(1)];
    const [own] = await mine.confirm();
    const [foreign] = await other.confirm();
    for (const entries of [[foreign?.entry ?? null], [own?.entry ?? null, newId<RecordEntryId>()]])
      expect(await refusalOf(mine.undo(entries))).toBe('404 not-found');
    expect(await minutesOf(api.database, mine.agreements[0] ?? newId(), 'RTI03')).toBe(hours(24));
  });
});

describe('many learners at once', () => {
  test('acceptance 18: by two instructors, twice each, at the same time are exactly one credit each', async () => {
    const { confirm, agreements, page, identityOf, subjectOf } = await section(6);
    const other = await page('instructor', 'second instructor');
    const learners = agreements
      .map((_, index) => ({ identity: identityOf(subjectOf(index)), scorePercent: 80 }))
      .reverse();
    const answers = await Promise.all([
      confirm(),
      confirm(),
      confirmShown(other, learners),
      confirmShown(other, learners),
    ]);
    const outcomes = answers.flatMap((one) => ('learners' in one ? one.learners : one)).map(({ outcome }) => outcome);
    expect(outcomes.filter((outcome) => outcome === 'credited')).toHaveLength(6);
    expect(outcomes.filter((outcome) => outcome === 'already-credited')).toHaveLength(18);
    for (const agreement of agreements) {
      expect(await minutesOf(api.database, agreement, 'RTI03')).toBe(hours(24));
      expect(await chainOf(api.database, agreement)).toHaveLength(1);
    }
  });
  test('acceptance 18: a request whose answer was lost, sent again, credits nothing more and pushes nothing more', async () => {
    const { confirm, section: view, agreements } = await section(3);
    const first = await confirm();
    const again = await confirm();
    expect(again.map(({ outcome, entry }) => [outcome, entry])).toEqual(
      first.map(({ entry }) => ['already-credited', entry]),
    );
    expect(await scoresOf(api, view.id)).toHaveLength(3);
    expect(await chainOf(api.database, agreements[0] ?? newId())).toHaveLength(1);
  });
  test('who stand in one request twice are credited once', async () => {
    const { call, identityOf, subjectOf, agreements } = await section(1);
    const learner = { identity: identityOf(subjectOf(0)), scorePercent: 80 };
    const body = { learners: [learner, { ...learner, scorePercent: 85 }] };
    expect((await confirmShown(call, body.learners)).learners).toMatchObject([{ outcome: 'credited' }]);
    expect(await chainOf(api.database, agreements[0] ?? newId())).toMatchObject([{ scorePercent: 85 }]);
  });
  test('cost as many statements as few, to confirm, to take back and to read', async () => {
    const [few, many] = [await section(2), await section(40)];
    const costs = async ({ confirm, undo, contextId, subjectOf }: typeof few, subjects: number) => {
      const names = Array.from({ length: subjects }, (_, index) => subjectOf(index));
      let entries: (RecordEntryId | null)[] = [];
      const confirming = await countStatements(api.services.database, async () => {
        entries = (await confirm()).map(({ entry }) => entry);
      });
      const undoing = await countStatements(api.services.database, () => undo(entries));
      await confirm();
      const grades = (percent: number) => Object.fromEntries(names.map((name) => [name, percent]));
      await reportGrades(api, contextId, grades(90));
      const reviewing = await countStatements(api.services.database, () => reportGrades(api, contextId, grades(10)));
      const leaving = await countStatements(api.services.database, () => reportRoster(api, contextId, []));
      const returning = await countStatements(api.services.database, () => reportRoster(api, contextId, names));
      return { confirming, undoing, reviewing, leaving, returning };
    };
    const [two, forty] = [await costs(few, 2), await costs(many, 40)];
    expect(forty).toEqual(two);
  });
});

test('a section without learners confirms nobody', async () => {
  const { call } = await openSection(api, []);
  expect((await call(endpoints.readSection, {})).reviews).toEqual([]);
});
