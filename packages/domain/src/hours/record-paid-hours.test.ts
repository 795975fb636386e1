import { describe, expect, test } from 'vitest';
import { recordPaidHours } from './record-paid-hours.js';
import { apprenticeship, day, employerActor, sponsorActor, today } from '../testing/build.js';
import { hours } from '../units.js';

const week = { from: day('2026-02-16'), until: day('2026-02-22'), minutes: hours(40) };
const facts = { apprenticeship: apprenticeship(), recorded: [], today };

describe('recording paid hours', () => {
  test('keeps the period and its minutes', () => {
    expect(recordPaidHours(employerActor, week, facts)).toEqual({ ok: true, value: week });
  });
  test('of the same period replaces what was said', () => {
    const again = { ...week, minutes: hours(38) };
    expect(recordPaidHours(employerActor, again, { ...facts, recorded: [week] })).toEqual({ ok: true, value: again });
  });
  test.each([
    ['by the sponsor', sponsorActor, {}, 'not-their-apprentice'],
    ['of no time', employerActor, { minutes: hours(0) }, 'minutes-not-positive'],
    ['backwards', employerActor, { until: day('2026-02-15') }, 'period-backwards'],
    ['of more than a month', employerActor, { from: day('2026-01-05') }, 'period-too-long'],
    ['to come', employerActor, { until: day('2026-03-10') }, 'future-date'],
  ] as const)('is refused %s', (_, actor, overrides, kind) => {
    expect(recordPaidHours(actor, { ...week, ...overrides }, facts)).toMatchObject({ refusal: { kind } });
  });
  test('is refused where periods overlap', () => {
    const other = { ...week, from: day('2026-02-22'), until: day('2026-02-28') };
    expect(recordPaidHours(employerActor, other, { ...facts, recorded: [week] })).toEqual({
      ok: false,
      refusal: { kind: 'period-overlaps', with: week },
    });
  });
});
