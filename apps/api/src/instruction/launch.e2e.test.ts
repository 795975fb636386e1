import { createClient, endpoints } from '@journeybook/contracts';
import type { Client } from '@journeybook/contracts';
import { newId } from '@journeybook/database';
import type { Apprenticeship } from '@journeybook/domain';
import { hours } from '@journeybook/domain';
import { apprenticeship, day, elsewhere, standardId } from '@journeybook/domain/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addApprentice } from '../testing/add-apprentice.js';
import { asOwner } from '../testing/as-owner.js';
import { bearer } from '../testing/callers.js';
import { machineToken } from '../testing/environment.js';
import { dayOf, line, log } from '../testing/hours.js';
import { launch } from '../testing/launch.js';
import { refusalOf } from '../testing/refusal-of.js';
import {
  confirmShown,
  jobsIn,
  matchedSection,
  openSection,
  reportRoster,
  scoresOf,
  unmatchShown,
} from '../testing/section.js';
import type { RunningApi } from '../testing/start-api.js';
import { startApi } from '../testing/start-api.js';
import { buildWorld, outsideCollege, outsideEmployer, people } from '../testing/world.js';

let api: RunningApi;
beforeAll(async () => {
  api = await startApi();
  await buildWorld(api.database);
});
afterAll(() => api.stop());

const report = (overrides: Parameters<typeof launch>[0] = {}) =>
  api.machine(endpoints.reportLaunch, { body: launch(overrides) });
const open = (code: string) => api.nobody(endpoints.openLaunch, { body: { code } });
const withBearer = (token: string): Client => createClient({ baseUrl: api.url, headers: bearer(token) });

describe('the roster at a launch', () => {
  const jobsOf = async (context: string) =>
    (await jobsIn(api, 'read-roster')).filter(({ data }) => data['contextId'] === context);
  const course = () => ({ id: newId(), label: null, title: 'Manufacturing 101', sisId: null });

  test('is not read again by launches within ten minutes of a reading, and is by the next one', async () => {
    const context = course();
    const { section } = await report({ context });
    await reportRoster(api, context.id, []);
    const stateAt = async (minutes: number) => {
      api.clock.pass(minutes);
      await report({ context });
      return (await api.database.read.sections.get(section)).roster.state;
    };
    expect([await stateAt(0), await stateAt(9.9), await stateAt(0.1)]).toEqual(['read', 'read', 'reading']);
  });

  test.each(['instructor', 'assistant'] as const)(
    'is read when an %s opens the course, once for two launches',
    async (role) => {
      const context = course();
      const { code } = await report({ context, role });
      await report({ context, role });
      const { token } = await open(code);
      expect((await withBearer(token)(endpoints.readSection, {})).roster.state).toBe('reading');
      expect(await jobsOf(context.id)).toHaveLength(1);
    },
  );
  test.each(['learner', 'visitor'] as const)('is not read when a %s opens it', async (role) => {
    const context = course();
    await report({ context, role });
    expect(await jobsOf(context.id)).toEqual([]);
  });
  test('is read at once although an earlier reading was put off for an hour', async () => {
    const dueOf = async (queue: string, context: string) =>
      await asOwner(
        api.database,
        `select 1 from pgboss.job where name = $1 and data ->> 'contextId' = $2 and start_after <= now()`,
        [queue, context],
      );
    // As the tool puts off what nobody asked for.
    const putOff = (queue: 'read-roster' | 'read-results', { id }: { id: string }) =>
      api.services.jobs.send(queue, { contextId: id, attempt: 10 }, { key: id, inMilliseconds: 3_600_000 });
    const context = course();
    await putOff('read-roster', context);
    await report({ context });
    expect(await dueOf('read-roster', context.id)).toHaveLength(1);
    const alone = { context: course(), services: { roster: false, grades: true } };
    await putOff('read-results', alone.context);
    await report(alone);
    expect(await dueOf('read-results', alone.context.id)).toHaveLength(1);
  });
  test('is not asked of a platform that does not give it', async () => {
    const context = course();
    await report({ context, services: { roster: false, grades: true } });
    expect(await jobsOf(context.id)).toEqual([]);
  });
  test('is not read again with the grades, which a launch has read after a minute', async () => {
    const context = course();
    const { section } = await report({ context });
    await reportRoster(api, context.id, []);
    await api.machine(endpoints.reportResults, {
      body: { contextId: context.id, readAt: api.clock.now(), results: [] },
    });
    const statesAfter = async (minutes: number) => {
      api.clock.pass(minutes);
      await report({ context });
      const { roster, results } = await api.database.read.sections.get(section);
      return [roster.state, results.state];
    };
    expect(await statesAfter(0.9)).toEqual(['read', 'read']);
    expect(await statesAfter(0.1)).toEqual(['read', 'reading']);
    const own = (await jobsIn(api, 'read-results')).filter(({ data }) => data['contextId'] === context.id);
    expect(own).toHaveLength(1);
    expect(await jobsOf(context.id)).toHaveLength(1);
  });
});

describe('a report of a launch', () => {
  test('is one launch when it is sent again under the same key', async () => {
    const send = async (role: 'learner' | 'instructor', key: string, context: object) => {
      const answer = await fetch(`${api.url}${endpoints.reportLaunch.path}`, {
        method: 'POST',
        headers: { ...bearer(machineToken)(), 'content-type': 'application/json', 'idempotency-key': key },
        body: JSON.stringify({ ...launch(), role, context }),
      });
      return (await answer.json()) as { code: string; section: string };
    };
    for (const role of ['learner', 'instructor'] as const) {
      const { context } = launch();
      const key = newId();
      const first = await send(role, key, context);
      expect(await send(role, key, context)).toEqual(first);
      expect((await open(first.code)).section.id).toBe(first.section);
    }
  });
  test('is refused for a course that was opened for another college, whoever reports what', async () => {
    const { context } = launch();
    await report({ context });
    const there = { collegeId: outsideCollege, context: { ...context, title: 'Taken over' } };
    for (const overrides of [
      there,
      { ...there, role: 'learner' as const },
      { ...there, pick: { id: newId(), copied: false } },
    ])
      expect(await refusalOf(report(overrides))).toBe('404 not-found');
    expect(await api.database.read.sections.findByContext(context.id)).toMatchObject({ title: context.title });
  });
  test('of many who open a course for the first time at once is one section for all of them', async () => {
    const { context } = launch();
    const reports = await Promise.all(
      Array.from({ length: 12 }, (_, place) =>
        report({
          context,
          role: place % 3 === 0 ? 'instructor' : 'learner',
          person: { ...launch().person, subject: `crowd-${place % 8}` },
        }),
      ),
    );
    expect(new Set(reports.map(({ section }) => section)).size).toBe(1);
    expect(new Set(reports.map(({ identity }) => identity)).size).toBe(8);
    expect((await jobsIn(api, 'read-roster')).filter(({ data }) => data['contextId'] === context.id)).toHaveLength(1);
    expect((await api.database.read.sections.findByContext(context.id))?.roster.state).toBe('reading');
  });
});

describe('the code of a launch', () => {
  test('opens its page once', async () => {
    const { code, section, identity } = await report();
    const session = await open(code);
    expect(session).toMatchObject({
      role: 'instructor',
      person: { identity, name: 'Irene Novak' },
      section: { id: section, title: 'Manufacturing 101, spring', mapped: false },
      expiresAt: api.clock.in(15),
    });
    expect(await refusalOf(open(code))).toBe('401 launch-ended');
  });
  test('opens one page of many that try at once', async () => {
    const { code } = await report();
    const outcomes = await Promise.allSettled(Array.from({ length: 10 }, () => open(code)));
    expect(outcomes.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
  });
  test('opens nothing after a minute', async () => {
    const { code } = await report();
    api.clock.pass(1);
    expect(await refusalOf(open(code))).toBe('401 launch-ended');
  });
  test.each(['made-up', 'x'.repeat(200)])('opens nothing when it is %s', async (code) => {
    expect(await refusalOf(open(code))).toBe('401 launch-ended');
  });
  test.each(['', 'x'.repeat(201)])('is no request when it is %s', async (code) => {
    expect(await refusalOf(open(code))).toBe('400 invalid-request');
  });
  test('is refused for a college that does not exist', async () => {
    expect(await refusalOf(report({ collegeId: newId() }))).toBe('404 not-found');
  });
  test.each([
    ['a subject of nothing', { subject: '' }],
    ['a subject of what cannot be kept', { subject: '\u0000' }],
  ])('is refused for %s', async (_, person) => {
    expect(await refusalOf(report({ person: { ...launch().person, ...person } }))).toBe('400 invalid-request');
  });
});

describe('the bearer of a launch', () => {
  const read = (token: string) => withBearer(token)(endpoints.readSection, {});
  const renew = (token: string) => withBearer(token)(endpoints.renewLaunch, {});

  test('ends after fifteen minutes', async () => {
    const { token } = await open((await report()).code);
    api.clock.pass(14.99);
    await read(token);
    api.clock.pass(0.01);
    expect(await refusalOf(read(token))).toBe('401 launch-ended');
    expect(await refusalOf(renew(token))).toBe('401 launch-ended');
  });
  test('is renewed while the page is open, and the old one ends', async () => {
    const { token } = await open((await report()).code);
    api.clock.pass(14);
    const renewed = await renew(token);
    expect(renewed).toMatchObject({ role: 'instructor', expiresAt: api.clock.in(15) });
    expect(await refusalOf(read(token))).toBe('401 launch-ended');
    api.clock.pass(14);
    await read(renewed.token);
  });
  test('is not renewed beyond twelve hours', async () => {
    let { token } = await open((await report()).code);
    for (let quarter = 0; quarter < 51; quarter += 1) {
      api.clock.pass(14);
      ({ token } = await renew(token));
    }
    api.clock.pass(14);
    expect(await refusalOf(renew(token))).toBe('401 launch-ended');
  });
  test('stands in no table', async () => {
    const { code } = await report();
    const { token } = await open(code);
    const rows = await api.database.transaction(({ runSql }) =>
      runSql(`select encode(token_hash, 'escape') as token, encode(code_hash, 'escape') as code from launch_sessions`),
    );
    expect(JSON.stringify(rows)).not.toContain(token);
    expect(JSON.stringify(rows)).not.toContain(code);
  });
});

describe('the record of a learner who launches', () => {
  const own = (call: Client) => call(endpoints.ownLaunchRecord, {});

  test('is nothing but the college to ask, until somebody matched them', async () => {
    const opened = await openSection(api, ['new']);
    const page = await opened.page('learner', 'new');
    expect(await own(page)).toEqual({ state: 'not-matched', college: 'Lakeside Community College' });
    expect(await refusalOf(page(endpoints.ownLaunchEntries, { query: {} }))).toBe('409 learner-not-matched');
  });
  test('is their own, and nobody else’s', async () => {
    const [one, two] = [await addApprentice(api.database), await addApprentice(api.database)];
    const shown = await log(await api.as(one), one.apprenticeship, dayOf([line()]));
    await (await api.as(people.grace))(endpoints.approveHours, { body: { entries: shown } });
    const opened = await matchedSection(api, { one: one.apprenticeship, two: two.apprenticeship });
    const pages = [await opened.page('learner', 'one'), await opened.page('learner', 'two')] as const;
    expect(await own(pages[0])).toMatchObject({
      state: 'matched',
      record: {
        apprenticeship: one.apprenticeship,
        readAs: 'launch',
        may: { logHours: false, signOff: false },
        ojt: { creditedMinutes: 450 },
      },
    });
    expect((await pages[0](endpoints.ownLaunchEntries, { query: {} })).total).toBe(1);
    expect(await own(pages[1])).toMatchObject({
      record: { apprenticeship: two.apprenticeship, ojt: { creditedMinutes: 0 } },
    });
    expect((await pages[1](endpoints.ownLaunchEntries, { query: {} })).total).toBe(0);
  });
  test('is the one with a sponsor of that college, whatever they have with another', async () => {
    const one = await addApprentice(api.database);
    const opened = await openSection(api, ['moved'], { collegeId: outsideCollege });
    const identity = opened.identityOf('moved');
    const link = { identity, person: one.id, method: 'claimed-with-code', by: one.id, at: api.clock.now() } as const;
    await api.database.transaction(({ roster }) => roster.link(link));
    const page = await opened.page('learner', 'moved');
    expect(await own(page)).toEqual({ state: 'not-matched', college: 'Elsewhere College' });
    const add = (overrides: Partial<Apprenticeship>) =>
      api.database.transaction(async ({ apprenticeships }) => {
        const agreement = apprenticeship({ id: newId(), apprentice: one.id, ...overrides });
        await apprenticeships.add(agreement);
        return agreement.id;
      });
    const ofElsewhere = { sponsor: elsewhere, employer: outsideEmployer, standard: standardId(2) };
    await add({ ...ofElsewhere, status: 'draft', beganOn: day('2026-03-01') });
    expect(await own(page)).toEqual({ state: 'not-matched', college: 'Elsewhere College' });
    expect(await refusalOf(page(endpoints.ownLaunchEntries, { query: {} }))).toBe('409 learner-not-matched');
    const theirs = await add({ ...ofElsewhere, status: 'completed', beganOn: day('2025-01-01') });
    expect(await own(page)).toMatchObject({ state: 'matched', record: { apprenticeship: theirs } });
    expect((await page(endpoints.ownLaunchEntries, { query: {} })).total).toBe(0);
  });
  test('closes when the match is taken back, on a page that is open already', async () => {
    const one = await addApprentice(api.database);
    const opened = await matchedSection(api, { one: one.apprenticeship });
    const page = await opened.page('learner', 'one');
    expect(await own(page)).toMatchObject({ state: 'matched' });
    await unmatchShown(opened.call, { params: { identity: opened.identityOf('one') } });
    expect(await own(page)).toMatchObject({ state: 'not-matched' });
  });
  test('shows a course they are in as running, until it is credited', async () => {
    const one = await addApprentice(api.database);
    const opened = await matchedSection(api, { running: one.apprenticeship });
    const course = async () => {
      const answer = await own(await opened.page('learner', 'running'));
      return answer.state === 'matched' ? answer.record.courses[0] : undefined;
    };
    const running = [{ college: 'Lakeside Community College', title: 'Manufacturing 101, spring' }];
    expect(await course()).toMatchObject({ code: 'RTI03', running, credit: null });
    const learners = [{ identity: opened.identityOf('running'), scorePercent: 80 }];
    await confirmShown(opened.call, learners);
    expect(await course()).toMatchObject({ creditedMinutes: hours(24), running: [], credit: { scorePercent: 80 } });
  });
});

describe('a score on its way to the gradebook', () => {
  /** A score that was confirmed and waits for its delivery. */
  async function waiting() {
    const one = await addApprentice(api.database);
    const opened = await matchedSection(api, { one: one.apprenticeship });
    const learners = [{ identity: opened.identityOf('one'), scorePercent: 87.5 }];
    await confirmShown(opened.call, learners);
    const [delivery] = await scoresOf(api, opened.section.id);
    const params = { delivery: delivery?.id ?? '' };
    const settle = (outcome: 'delivered' | 'refused' | 'will-retry', message = '') =>
      api.machine(endpoints.reportScoreOutcome, {
        params,
        body: { outcome, at: api.clock.now(), kind: outcome, message },
      });
    const push = async () => (await opened.call(endpoints.readSection, {})).learners[0]?.push;
    return { ...opened, learners, params, settle, push, state: async () => (await push())?.state };
  }

  test('names the person, the score and the column', async () => {
    const { params, contextId } = await waiting();
    expect(await api.machine(endpoints.readScoreDelivery, { params })).toEqual({
      id: params.delivery,
      state: 'waiting',
      contextId,
      subject: 'one',
      scorePercent: 87.5,
      graded: true,
      restores: false,
      comment: '24 RTI hours credited',
      column: { label: 'RTI: Manufacturing 101', resourceId: '2031/RTI03' },
      decidedAt: api.clock.now(),
    });
  });
  test('waits on while it is tried again, and ends delivered, once and for all', async () => {
    const { settle, push, state } = await waiting();
    await settle('will-retry', 'The platform did not answer.');
    expect(await push()).toMatchObject({ state: 'waiting', message: 'The platform did not answer.' });
    await settle('delivered');
    await settle('refused', 'too late to say so');
    expect(await state()).toBe('delivered');
  });
  test('that gave way to a grade of the gradebook is told as that', async () => {
    const { params, push } = await waiting();
    const body = { outcome: 'delivered', at: api.clock.now(), kind: 'kept-grade', message: 'It was kept.' } as const;
    await api.machine(endpoints.reportScoreOutcome, { params, body });
    expect(await push()).toMatchObject({ state: 'kept', percent: 87.5 });
  });
  test('that was delivered to a column that is gone is not there any more, and is pushed again by confirming again', async () => {
    const { settle, push, call, learners, section, contextId } = await waiting();
    await settle('delivered');
    const gone = async () => {
      api.clock.pass(1);
      await api.machine(endpoints.reportSyncFailure, {
        body: { contextId, job: 'results', at: api.clock.now(), kind: 'gone', message: 'The column is gone.' },
      });
    };
    await gone();
    expect(await push()).toMatchObject({
      state: 'refused',
      percent: 87.5,
      message: 'Its column is no longer in the gradebook. Push it again.',
    });
    expect((await call(endpoints.readSection, {})).results).toMatchObject({ problem: 'The column is gone.' });
    await confirmShown(call, learners);
    expect(await push()).toMatchObject({ state: 'waiting', percent: 87.5 });
    // What is on its way goes to the next column.
    await gone();
    expect((await scoresOf(api, section.id)).map(({ state }) => state)).toEqual(['refused', 'waiting']);
  });
  test('that was delivered stays so when the grades cannot be read for another reason', async () => {
    const { settle, state, contextId } = await waiting();
    await settle('delivered');
    const failure = { contextId, job: 'results', at: api.clock.now(), kind: 'retry', message: 'It is busy.' } as const;
    await api.machine(endpoints.reportSyncFailure, { body: failure });
    expect(await state()).toBe('delivered');
  });
  test('that was refused is pushed again by confirming again', async () => {
    const { settle, push, call, learners, section } = await waiting();
    await settle('refused', 'The column is gone.');
    expect(await push()).toMatchObject({ state: 'refused', message: 'The column is gone.' });
    api.clock.pass(1);
    expect((await confirmShown(call, learners)).learners).toMatchObject([{ outcome: 'already-credited' }]);
    expect(await scoresOf(api, section.id)).toHaveLength(2);
    expect(await push()).toMatchObject({ state: 'waiting' });
  });
  test('that does not exist can be neither read nor settled', async () => {
    const params = { delivery: newId() };
    expect(await refusalOf(api.machine(endpoints.readScoreDelivery, { params }))).toBe('404 not-found');
    const body = { outcome: 'delivered', at: api.clock.now(), kind: '', message: '' } as const;
    expect(await refusalOf(api.machine(endpoints.reportScoreOutcome, { params, body }))).toBe('404 not-found');
  });
});

describe('reports about a course that was never launched', () => {
  const contextId = '99999999-0000-7000-8000-000000000001';
  test('are refused', async () => {
    const at = api.clock.now();
    expect(await refusalOf(reportRoster(api, contextId, []))).toBe('404 not-found');
    expect(
      await refusalOf(api.machine(endpoints.reportResults, { body: { contextId, readAt: at, results: [] } })),
    ).toBe('404 not-found');
    const failure = { contextId, job: 'roster', at, kind: '', message: '' } as const;
    expect(await refusalOf(api.machine(endpoints.reportSyncFailure, { body: failure }))).toBe('404 not-found');
  });
});

test('a launch leads nowhere but to its own section: no call takes the id of another', () => {
  const paths = Object.values(endpoints).filter(
    ({ path }) => path.startsWith('/api/section') || path.startsWith('/api/launch'),
  );
  expect(paths.flatMap(({ path }) => path.match(/:\w+/g) ?? [])).toEqual([':identity', ':identity', ':identity']);
});
