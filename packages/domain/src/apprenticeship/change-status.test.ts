import { describe, expect, test } from 'vitest';
import type { ChangeStatusFacts, StatusChange } from './change-status.js';
import { changeStatus } from './change-status.js';
import { agencyPolicies, federalPolicy } from '../program/agency-policies.js';
import {
  apprenticeActor,
  apprenticeship,
  day,
  employerActor,
  now,
  otherSponsor,
  recordEntryId,
  sponsorActor,
  statusChanged,
  today,
} from '../testing/build.js';
import { refusalOf } from '../testing/accepted.js';

const registered = statusChanged({ status: 'registered' });
const active = statusChanged({ status: 'active', occurredOn: day('2026-02-01') });

const changing = (
  change: Partial<StatusChange>,
  facts: Partial<ChangeStatusFacts> = {},
  who: typeof sponsorActor = sponsorActor,
) =>
  changeStatus(
    who,
    { to: 'suspended', effectiveOn: day('2026-03-02'), reason: 'Lay-off', noticeGivenOn: day('2026-02-20'), ...change },
    {
      apprenticeship: apprenticeship(),
      history: [registered, active],
      agency: federalPolicy,
      holidays: new Set(),
      today,
      now,
      recordEntry: recordEntryId(40),
      ...facts,
    },
  );

describe('changing the status', () => {
  test('keeps date, reason, actor and what it was, and says what is due at the agency', () => {
    expect(changing({ reason: ' Lay-off ' })).toEqual({
      ok: true,
      value: {
        apprenticeship: apprenticeship({ status: 'suspended' }),
        change: statusChanged({
          id: recordEntryId(40),
          source: `status/${apprenticeship().id}/3`,
          occurredOn: day('2026-03-02'),
          answeredBy: sponsorActor.person,
          status: 'suspended',
          from: 'active',
          decidedBy: 'sponsor',
          reason: 'Lay-off',
          noticeGivenOn: day('2026-02-20'),
        }),
        report: { event: 'suspended', dueOn: '2026-04-16' },
      },
    });
  });
  test('ends probation without a report', () => {
    const facts = { apprenticeship: apprenticeship({ status: 'registered' }), history: [registered] };
    expect(changing({ to: 'active' }, facts)).toMatchObject({ value: { report: null } });
  });
  test('lets the apprentice cancel without notice, also after probation', () => {
    expect(changing({ to: 'cancelled', noticeGivenOn: null }, {}, apprenticeActor)).toMatchObject({
      value: { change: { decidedBy: 'apprentice', status: 'cancelled' } },
    });
  });
  test('lets the sponsor cancel in probation without notice', () => {
    const facts = { apprenticeship: apprenticeship({ status: 'registered' }), history: [registered] };
    expect(changing({ to: 'cancelled', noticeGivenOn: null }, facts).ok).toBe(true);
  });
  test.each([
    ['active', [registered, active]],
    ['registered', [registered]],
  ] as const)('reinstates a suspended apprentice as %s', (to, before) => {
    const suspended = statusChanged({ status: 'suspended', occurredOn: day('2026-02-20') });
    const facts = { apprenticeship: apprenticeship({ status: 'suspended' }), history: [...before, suspended] };
    expect(changing({ to }, facts)).toMatchObject({ value: { report: { event: 'reinstated' } } });
  });
});

describe('changing the status refuses', () => {
  test.each([
    ['a change that there is not', { to: 'draft' }, {}, sponsorActor, 'no-such-change'],
    ['completion without the award', { to: 'completed' }, {}, sponsorActor, 'only-through'],
    ['a transfer without its rule', { to: 'transferred' }, {}, sponsorActor, 'only-through'],
    ['a suspension by the apprentice', {}, {}, apprenticeActor, 'not-their-decision'],
    ['the employer', {}, {}, employerActor, 'not-their-decision'],
    ['another sponsor', {}, {}, otherSponsor, 'not-their-decision'],
    ['a blank reason', { reason: ' ' }, {}, sponsorActor, 'reason-missing'],
    ['a day to come', { effectiveOn: day('2026-03-05') }, {}, sponsorActor, 'future-date'],
    ['a notice to come', { noticeGivenOn: day('9999-12-31') }, {}, sponsorActor, 'future-date'],
    ['a day before the agreement', { effectiveOn: day('2026-01-04') }, {}, sponsorActor, 'before-agreement'],
    ['a day before the last change', { effectiveOn: day('2026-01-31') }, {}, sponsorActor, 'before-last-change'],
    ['a suspension without notice after probation', { noticeGivenOn: null }, {}, sponsorActor, 'notice-missing'],
  ] as const)('%s', (...[, change, facts, who, kind]) => {
    expect(refusalOf(changing(change, facts, who))).toBe(kind);
  });
  test('to register a draft without the rule of registration', () => {
    const draft = { apprenticeship: apprenticeship({ status: 'draft' }), history: [] };
    expect(changing({ to: 'registered' }, draft)).toEqual({
      ok: false,
      refusal: { kind: 'only-through', through: 'registration' },
    });
  });
  test('less time to put things right than the agency gives', () => {
    const agency = { ...federalPolicy, correctiveActionDays: 30 };
    expect(changing({}, { agency })).toEqual({
      ok: false,
      refusal: { kind: 'notice-too-short', earliestOn: '2026-03-22' },
    });
  });
  test.each(['suspended', 'cancelled'] as const)(
    'to become %s without notice after the day probation ends, though nobody made the apprentice active',
    (to) => {
      const facts = { apprenticeship: apprenticeship({ status: 'registered' }), history: [registered] };
      const without = { to, noticeGivenOn: null };
      expect(changing(without, { ...facts, probationEndsOn: day('2026-03-02') }).ok).toBe(true);
      expect(refusalOf(changing(without, { ...facts, probationEndsOn: day('2026-03-01') }))).toBe('notice-missing');
    },
  );
  test.each(['completed', 'cancelled', 'transferred'] as const)('whatever comes after %s', (status) => {
    const facts = { apprenticeship: apprenticeship({ status }) };
    for (const to of ['registered', 'active', 'suspended', 'cancelled', 'completed', 'transferred'] as const)
      expect(refusalOf(changing({ to }, facts))).toBe('no-such-change');
  });
  test('to end a probation that a suspension interrupted, and to begin another', () => {
    const suspended = statusChanged({ status: 'suspended', occurredOn: day('2026-02-20') });
    const facts = { apprenticeship: apprenticeship({ status: 'suspended' }) };
    expect(refusalOf(changing({ to: 'active' }, { ...facts, history: [registered, suspended] }))).toBe(
      'still-in-probation',
    );
    expect(refusalOf(changing({ to: 'registered' }, { ...facts, history: [registered, active, suspended] }))).toBe(
      'past-probation',
    );
  });
});

test('the days to report are those of the agency', () => {
  const ohio = agencyPolicies.find((one) => one.agency === 'US-OH');
  expect(ohio?.reporting.registered).toEqual({ days: 45, count: 'business' });
});
