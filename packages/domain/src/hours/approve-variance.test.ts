import { describe, expect, test } from 'vitest';
import type { Variance, VarianceFacts } from './approve-variance.js';
import { approveVariance } from './approve-variance.js';
import {
  apprenticeWithOffice,
  apprenticeship,
  employerActor,
  now,
  ojtHoursCredited,
  processCode,
  recordEntryId,
  sponsorActor,
  standard,
  today,
  varianceApproved,
} from '../testing/build.js';
import { progress } from '../record/progress.js';
import { totals } from '../record/totals.js';
import { accepted, refusalOf } from '../testing/accepted.js';
import { hours } from '../units.js';

const approving = (
  variance: Partial<Variance> = {},
  facts: Partial<VarianceFacts> = {},
  who: typeof sponsorActor = sponsorActor,
) =>
  approveVariance(
    who,
    {
      workProcess: processCode('WP01'),
      minutes: hours(50),
      shownMinutes: hours(0),
      reason: 'A second line was commissioned',
      ...variance,
    },
    {
      apprenticeship: apprenticeship(),
      standard: standard(),
      allowedMinutes: hours(0),
      approvedTimes: 0,
      today,
      now,
      recordEntry: recordEntryId(23),
      ...facts,
    },
  );

describe('a variance', () => {
  const first = (entries: Parameters<typeof totals>[0]) =>
    progress(standard(), totals(entries), new Map()).processes[0];
  const worked = ojtHoursCredited({ minutes: hours(1_080) });

  test('is refused when another was approved since it was shown', () => {
    expect(refusalOf(approving({}, { allowedMinutes: hours(50) }))).toBe('changed-since-shown');
    expect(refusalOf(approving({ shownMinutes: hours(50) }, { allowedMinutes: hours(50) }))).toBeNull();
  });
  test('is an entry of the sponsor with a reason', () => {
    expect(approving()).toEqual({
      ok: true,
      value: varianceApproved({
        source: `variance/${apprenticeship().id}/WP01/1`,
        answeredBy: sponsorActor.person,
      }),
    });
  });
  test('lets as many minutes count above the maximum, and no more', () => {
    expect(first([worked])).toMatchObject({ creditedMinutes: hours(1_000), uncountedMinutes: hours(80) });
    expect(first([worked, accepted(approving())])).toMatchObject({
      creditedMinutes: hours(1_050),
      uncountedMinutes: hours(30),
      varianceMinutes: hours(50),
      leftMinutes: 0,
    });
  });
  test('adds to an earlier one', () => {
    const again = accepted(approving({}, { approvedTimes: 1, recordEntry: recordEntryId(33) }));
    expect(first([worked, accepted(approving()), again])).toMatchObject({ creditedMinutes: hours(1_080) });
  });
  test('counts no minutes that nobody worked', () => {
    expect(first([accepted(approving())])).toMatchObject({ creditedMinutes: 0, leftMinutes: hours(1_000) });
  });
  test.each([
    ['by the employer', {}, {}, employerActor, 'not-their-program'],
    ['by the apprentice with an office', {}, {}, apprenticeWithOffice, 'own-variance'],
    ['in a process of another standard', { workProcess: processCode('X') }, {}, sponsorActor, 'unknown-work-process'],
    ['of no time', { minutes: hours(0) }, {}, sponsorActor, 'minutes-not-positive'],
    ['without a reason', { reason: '' }, {}, sponsorActor, 'reason-missing'],
    [
      'in a closed record',
      {},
      { apprenticeship: apprenticeship({ status: 'cancelled' }) },
      sponsorActor,
      'record-closed',
    ],
  ] as const)('is refused %s', (...[, variance, facts, who, kind]) => {
    expect(refusalOf(approving(variance, facts, who))).toBe(kind);
  });
});
