import { endpoints } from '@journeybook/contracts';
import { hours } from '@journeybook/domain';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addApprentice } from '../testing/add-apprentice.js';
import { member, registration } from '../testing/launch.js';
import { chainOf, minutesOf } from '../testing/record.js';
import {
  confirmShown,
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

const read = (contextId: string, members: ReturnType<typeof member>[]) => {
  api.clock.pass(1);
  const instructor = member('irene', { role: 'instructor' });
  const body = { contextId, registrationId: registration, readAt: api.clock.now(), members: [instructor, ...members] };
  return api.machine(endpoints.reportRoster, { body });
};

describe('an account that was merged into another', () => {
  test('leaves the learner who they were: the new account is suggested, a person confirms it, and nothing is doubled', async () => {
    const { apprenticeship, name } = await addApprentice(api.database);
    const { call, contextId, identityOf } = await matchedSection(api, { 'old-account': apprenticeship });
    const learners = [{ identity: identityOf('old-account'), scorePercent: 88 }];
    await confirmShown(call, learners);

    // The platform lists the same person under another id from now on.
    await read(contextId, [member('new-account', { name, sisId: 'old-account' })]);
    const merged = await call(endpoints.readSection, {});
    expect(merged.learners).toMatchObject([
      { match: { state: 'suggested', apprentice: { apprenticeship }, otherAccount: true } },
    ]);
    expect(merged.reviews).toMatchObject([{ cause: 'learner-left' }]);
    expect(await minutesOf(api.database, apprenticeship, 'RTI03')).toBe(hours(24));

    const identity = merged.learners[0]?.identity as ReturnType<typeof identityOf>;
    await matchShown(call, { params: { identity }, body: { apprenticeship } });
    const linked = await call(endpoints.readSection, {});
    expect(linked.learners).toMatchObject([{ match: { state: 'matched' }, credit: { minutes: hours(24) } }]);
    expect(linked.reviews).toEqual([]);
    const again = await confirmShown(call, [{ identity, scorePercent: 88 }]);
    expect(again.learners).toMatchObject([{ outcome: 'already-credited' }]);
    expect(await chainOf(api.database, apprenticeship)).toHaveLength(1);

    // Its grades are evidence for the same credit.
    for (const { id: delivery } of await scoresOf(api, merged.id)) {
      const body = { outcome: 'delivered' as const, kind: 'delivered', message: '', at: api.clock.now() };
      await api.machine(endpoints.reportScoreOutcome, { params: { delivery }, body });
    }
    await reportGrades(api, contextId, { 'new-account': 88 });
    await reportGrades(api, contextId, { 'new-account': 40 });
    expect((await call(endpoints.readSection, {})).reviews).toMatchObject([{ identity, cause: 'grade-lowered' }]);
  });
  test('leaves a lowered grade in question: only that the learner left is settled by it', async () => {
    const { apprenticeship, name } = await addApprentice(api.database);
    const opened = await matchedSection(api, { [name]: apprenticeship }, { services: { roster: true, grades: false } });
    const { call, contextId, identityOf } = opened;
    await confirmShown(call, [{ identity: identityOf(name), scorePercent: 88 }]);
    await reportGrades(api, contextId, { [name]: 40 });
    await read(contextId, [member(`${name} again`, { name, sisId: name })]);
    const merged = await call(endpoints.readSection, {});
    expect(merged.reviews).toMatchObject([{ cause: 'grade-lowered' }, { cause: 'learner-left' }]);
    const identity = merged.learners[0]?.identity as ReturnType<typeof identityOf>;
    await matchShown(call, { params: { identity }, body: { apprenticeship } });
    expect((await call(endpoints.readSection, {})).reviews).toMatchObject([
      { cause: 'grade-lowered', seenPercent: 40 },
    ]);
  });
});

describe('a section that is cross-listed', () => {
  test('brings its learners into the other course as who they are there, and their completion is one credit', async () => {
    const { apprenticeship } = await addApprentice(api.database);
    const first = await matchedSection(api, { 'cross-listed': apprenticeship });
    const confirm = (page: typeof first) =>
      confirmShown(page.call, [{ identity: page.identityOf('cross-listed'), scorePercent: 80 }]);
    expect((await confirm(first)).learners).toMatchObject([{ outcome: 'credited' }]);

    const other = await openSection(api, ['cross-listed']);
    await mapShown(other.call, { body: manufacturing101 });
    const { learners } = await other.call(endpoints.readSection, {});
    expect(learners).toMatchObject([{ match: { state: 'matched', apprentice: { apprenticeship } } }]);
    expect(other.identityOf('cross-listed')).toBe(first.identityOf('cross-listed'));
    expect((await confirm(other)).learners).toMatchObject([{ outcome: 'already-credited' }]);

    await reportRoster(api, first.contextId, []);
    expect(await minutesOf(api.database, apprenticeship, 'RTI03')).toBe(hours(24));
    expect(await chainOf(api.database, apprenticeship)).toHaveLength(1);
  });
});
