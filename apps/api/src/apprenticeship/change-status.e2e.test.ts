import type { Client, changeStatusBody } from '@journeybook/contracts';
import { endpoints } from '@journeybook/contracts';
import { newId } from '@journeybook/database';
import type { ApprenticeshipStatus } from '@journeybook/domain';
import { federalPolicy } from '@journeybook/domain';
import { council, day, elsewhere, imt, now, standardId, terms } from '@journeybook/domain/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { addApprentice } from '../testing/add-apprentice.js';
import { draftBy, partyOf, readBy, registerBy } from '../testing/agreement.js';
import { chainOf } from '../testing/record.js';
import { problemOf, refusalOf } from '../testing/refusal-of.js';
import type { RunningApi } from '../testing/start-api.js';
import { startApi } from '../testing/start-api.js';
import { addMembership, buildWorld, people } from '../testing/world.js';

let api: RunningApi;
let cora: Client;
beforeAll(async () => {
  api = await startApi();
  await buildWorld(api.database);
  cora = await api.as(people.councilAdmin);
});
afterAll(() => api.stop());

type Change = z.input<typeof changeStatusBody>;

/** Suspends from 3 March with notice of 20 February, unless told otherwise. */
const change = (call: Client, apprenticeship: string, overrides: Partial<Change> = {}) =>
  call(endpoints.changeStatus, {
    params: { apprenticeship },
    body: {
      to: 'suspended',
      effectiveOn: day('2026-03-03'),
      reason: 'Lay-off',
      noticeGivenOn: day('2026-02-20'),
      ...overrides,
    },
  });
const added = async (status: ApprenticeshipStatus) => (await addApprentice(api.database, { status })).apprenticeship;

describe('changing the status', () => {
  test('keeps the date, the reason, the actor and the day of notice, and says what is due at the agency', async () => {
    const apprenticeship = await added('active');
    const view = await change(cora, apprenticeship, { reason: ' Lay-off ' });
    expect(view).toMatchObject({
      status: 'suspended',
      history: [
        {
          from: 'active',
          to: 'suspended',
          on: '2026-03-03',
          reason: 'Lay-off',
          by: { name: 'Cora Council' },
          decidedBy: 'sponsor',
        },
      ],
      notices: [{ event: 'suspended', dueOn: '2026-04-17', state: 'due' }],
    });
    expect(await chainOf(api.database, apprenticeship)).toMatchObject([
      { kind: 'status-changed', noticeGivenOn: '2026-02-20' },
    ]);
  });
  test('gives a draft up, by the sponsor or by the apprentice, without a report', async () => {
    for (const by of ['sponsor', 'apprentice'] as const) {
      const draft = await draftBy(cora);
      const call = by === 'sponsor' ? cora : await api.as(partyOf(draft.apprentice));
      const given = { to: 'cancelled' as const, noticeGivenOn: null };
      expect(await change(call, draft.apprenticeship, given)).toMatchObject({
        status: 'cancelled',
        history: [{ from: 'draft', decidedBy: by }],
      });
      expect((await readBy(cora, draft.apprenticeship)).notices).toEqual([]);
    }
  });
  test('ends probation: nothing is reported, and from then on the sponsor gives notice', async () => {
    const { apprenticeship } = await registerBy(cora);
    const view = await change(cora, apprenticeship, { to: 'active', noticeGivenOn: null });
    expect(view).toMatchObject({ status: 'active', probation: null, may: { needsNotice: true } });
    expect(view.notices.map((notice) => notice.event)).toEqual(['registered']);
    expect(await refusalOf(change(cora, apprenticeship, { to: 'cancelled', noticeGivenOn: null }))).toBe(
      '409 notice-missing',
    );
  });
  test('takes notice after the day probation ends by its limits, though nobody made the apprentice active', async () => {
    const { apprenticeship } = await registerBy(cora, { beganOn: day('2024-01-08') });
    expect(await readBy(cora, apprenticeship)).toMatchObject({ status: 'registered', may: { needsNotice: true } });
    expect(await refusalOf(change(cora, apprenticeship, { to: 'cancelled', noticeGivenOn: null }))).toBe(
      '409 notice-missing',
    );
    expect(await change(cora, apprenticeship, { to: 'cancelled' })).toMatchObject({ status: 'cancelled' });
  });
  test('comes back from a suspension to where it interrupted', async () => {
    const { apprenticeship } = await registerBy(cora);
    const suspended = await change(cora, apprenticeship, { noticeGivenOn: null });
    expect(suspended).toMatchObject({
      probation: { because: 'months' },
      may: { changeStatus: ['registered', 'cancelled'], needsNotice: false },
    });
    expect(await refusalOf(change(cora, apprenticeship, { to: 'active' }))).toBe('409 still-in-probation');
    const back = await change(cora, apprenticeship, { to: 'registered', reason: 'Back at work' });
    expect(back.notices.map((notice) => notice.event)).toEqual(['registered', 'suspended', 'reinstated']);
    const other = await added('suspended');
    expect(await refusalOf(change(cora, other, { to: 'registered' }))).toBe('409 past-probation');
    expect(await change(cora, other, { to: 'active' })).toMatchObject({ status: 'active' });
  });
  test('lets the apprentice cancel without notice, also after probation', async () => {
    const person = await addApprentice(api.database);
    const call = await api.as(person);
    expect((await readBy(call, person.apprenticeship)).may).toMatchObject({
      changeStatus: ['cancelled'],
      needsNotice: false,
    });
    const view = await change(call, person.apprenticeship, { to: 'cancelled', noticeGivenOn: null });
    expect(view).toMatchObject({ status: 'cancelled', history: [{ decidedBy: 'apprentice' }], notices: [] });
    expect(view.may).toMatchObject({ changeStatus: [], register: false });
  });
  test('many times at once is one change', async () => {
    const apprenticeship = await added('active');
    const outcomes = await Promise.allSettled(Array.from({ length: 6 }, () => change(cora, apprenticeship)));
    expect(outcomes.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
    for (const one of outcomes)
      if (one.status === 'rejected') expect(one.reason.problem).toMatchObject({ status: 409, kind: 'no-such-change' });
    expect(await chainOf(api.database, apprenticeship)).toHaveLength(1);
  });
  test('of a sponsor who suspends and an apprentice who cancels at once ends cancelled, in an order that can be', async () => {
    const person = await addApprentice(api.database);
    const call = await api.as(person);
    await Promise.allSettled([
      change(cora, person.apprenticeship),
      change(call, person.apprenticeship, { to: 'cancelled' }),
    ]);
    const entries = await chainOf(api.database, person.apprenticeship);
    const statuses = entries.map((entry) => (entry.kind === 'status-changed' ? entry.status : entry.kind));
    expect([['cancelled'], ['suspended', 'cancelled']]).toContainEqual(statuses);
    expect(await readBy(cora, person.apprenticeship)).toMatchObject({ status: 'cancelled' });
  });
});

describe('changing the status is refused', () => {
  test.each<[string, ApprenticeshipStatus, Partial<Change>]>([
    ['409 only-through', 'draft', { to: 'registered' }],
    ['409 only-through', 'active', { to: 'completed' }],
    ['409 only-through', 'active', { to: 'transferred' }],
    ['409 no-such-change', 'active', { to: 'draft' }],
    ['409 no-such-change', 'draft', { to: 'suspended' }],
    ['409 no-such-change', 'completed', { to: 'cancelled' }],
    ['409 no-such-change', 'cancelled', { to: 'active' }],
    ['409 no-such-change', 'transferred', { to: 'active' }],
    ['422 reason-missing', 'active', { reason: ' ' }],
    ['422 future-date', 'active', { effectiveOn: day('2026-03-05') }],
    ['422 future-date', 'active', { effectiveOn: day('9999-12-31') }],
    ['422 future-date', 'active', { noticeGivenOn: day('9999-12-31') }],
    ['422 before-agreement', 'active', { effectiveOn: day('2026-01-04') }],
    ['422 before-agreement', 'active', { effectiveOn: day('0001-01-01') }],
    ['409 notice-missing', 'active', { noticeGivenOn: null }],
    ['409 notice-too-short', 'active', { noticeGivenOn: day('2026-03-04') }],
    ['400 invalid-request', 'active', { to: 'gone' as 'active' }],
  ])('with %s when it is %s and asked for %o', async (refusal, status, overrides) => {
    const apprenticeship = await added(status);
    expect(await refusalOf(change(cora, apprenticeship, overrides))).toBe(refusal);
    expect(await readBy(cora, apprenticeship)).toMatchObject({ status, history: [] });
  });
  test('before the change that came last', async () => {
    const apprenticeship = await added('active');
    await change(cora, apprenticeship);
    const earlier = { to: 'active' as const, effectiveOn: day('2026-03-02') };
    expect(await refusalOf(change(cora, apprenticeship, earlier))).toBe('409 before-last-change');
  });
  test('while there is less time to put things right than the agency gives', async () => {
    const standard = imt('time', {
      id: standardId(21),
      version: '2026.21',
      terms: terms({ agency: { ...federalPolicy, correctiveActionDays: 30 } }),
    });
    await api.database.transaction(({ standards }) => standards.publish(council, standard, now));
    const { apprenticeship } = await addApprentice(api.database, { standard: standard.id });
    const problem = await problemOf(change(cora, apprenticeship));
    expect(problem).toMatchObject({ status: 409, kind: 'notice-too-short' });
    expect(problem.detail).toContain('2026-03-22');
  });
});

describe('who may not change the status', () => {
  test.each([
    ['the employer', people.foundryAdmin, '403 not-allowed'],
    ['a mentor', people.grace, '403 not-allowed'],
    ['another sponsor', people.elsewhereAdmin, '404 not-their-record'],
    ['another apprentice', people.bela, '404 not-their-record'],
  ])('%s', async (_, person, refusal) => {
    const apprenticeship = await added('active');
    expect(await refusalOf(change(await api.as(person), apprenticeship, { to: 'cancelled' }))).toBe(refusal);
  });
  test('the apprentice, to suspend, to end probation and to come back, also with an office at the sponsor', async () => {
    for (const [status, to] of [
      ['active', 'suspended'],
      ['registered', 'active'],
      ['suspended', 'active'],
    ] as const) {
      const person = await addApprentice(api.database, { status });
      await addMembership(api.database, person, council, 'sponsor-admin');
      const call = await api.as(person);
      expect(await refusalOf(change(call, person.apprenticeship, { to }))).toBe('403 not-their-decision');
    }
  });
  test('a mentor who is an administrator of another sponsor', async () => {
    await addMembership(api.database, people.hugo, elsewhere, 'sponsor-admin');
    expect(await refusalOf(change(await api.as(people.hugo), await added('active')))).toBe('403 not-their-decision');
  });
  test('anybody, when there is none', async () => {
    expect(await refusalOf(change(cora, newId()))).toBe('404 not-their-record');
  });
});
