import { describe, expect, test } from 'vitest';
import type { WageFacts } from './wage-steps.js';
import { reachedStep, wageSteps } from './wage-steps.js';
import { stepCentsPerHour } from './wage-schedule.js';
import type { RecordEntry } from '../record/record-entry.js';
import {
  advancedStandingGranted,
  competencyAttested,
  competencyCode,
  day,
  entryReversed,
  imt,
  ojtHoursCredited,
  recordEntryId,
  standardId,
  rtiHoursCredited,
  wageSchedule,
  wageStepGiven,
} from '../testing/build.js';
import { hours } from '../units.js';

const facts = (entries: readonly RecordEntry[], today = '2026-08-01'): WageFacts => ({
  standard: imt(),
  beganOn: day('2026-01-05'),
  entries,
  today: day(today),
});
const worked = (on: string, count: number, id: number) =>
  ojtHoursCredited({ id: recordEntryId(id), occurredOn: day(on), minutes: hours(count) });
const states = (given: WageFacts, schedule = wageSchedule()) =>
  wageSteps(schedule, given).map((one) => [one.step.step, one.state, one.reachedOn]);
const second = (after: object) =>
  wageSchedule({
    steps: [
      { step: 1, title: '', after: {}, percent: 60 },
      { step: 2, title: '', after, percent: 75 },
    ],
  });

describe('a rate paid under another version', () => {
  const paid = (centsPerHour: number) =>
    wageStepGiven({ standard: standardId(77), step: 4, centsPerHour, occurredOn: day('2026-02-02') });
  const late = second({ ojtMinutes: hours(8) });
  const worth = stepCentsPerHour(late, late.steps[1]!);
  test('is the highest step here that it pays, whatever its number was there', () => {
    const entries = [worked('2026-03-02', 8, 1)];
    const due = states(facts([...entries, paid(worth - 1)]), late).map(([step, state]) => [step, state]);
    expect(due).toEqual([
      [1, 'given'],
      [2, 'overdue'],
    ]);
    expect(states(facts([...entries, paid(worth)]), late).map(([, state]) => state)).toEqual(['given', 'given']);
  });
});

describe('wage steps', () => {
  test('fall due on the day their hours were reached, whatever the order of the entries', () => {
    const entries = [
      worked('2026-07-25', 400, 3),
      worked('2026-03-10', 599, 1),
      worked('2026-05-10', 1, 2),
      wageStepGiven(),
    ];
    expect(states(facts(entries))).toEqual([
      [1, 'given', '2026-01-05'],
      [2, 'due', '2026-07-25'],
      [3, 'ahead', null],
    ]);
  });
  test('are overdue once the days of grace are over', () => {
    const entries = [worked('2026-07-01', 1_000, 1), wageStepGiven()];
    expect(states(facts(entries, '2026-07-15'))[1]?.[1]).toBe('due');
    expect(states(facts(entries, '2026-07-16'))[1]?.[1]).toBe('overdue');
  });
  test('keep the rate and the day that were really paid', () => {
    const entries = [
      wageStepGiven(),
      wageStepGiven({ id: recordEntryId(5), centsPerHour: 1_950, occurredOn: day('2026-03-01') }),
    ];
    expect(wageSteps(wageSchedule(), facts(entries))[0]).toMatchObject({
      leastCentsPerHour: 1_800,
      given: { centsPerHour: 1_950, on: '2026-03-01' },
    });
  });
  test('below one that was given are given', () => {
    expect(states(facts([wageStepGiven({ step: 3 })])).map(([, state]) => state)).toEqual(['given', 'given', 'given']);
  });
  test('are due again when the wage was recorded by mistake', () => {
    expect(states(facts([wageStepGiven(), entryReversed({ reverses: wageStepGiven().id })]))[0]?.[1]).toBe('overdue');
  });
  test.each([
    ['months', { months: 6 }, [], '2026-07-05'],
    ['instruction', { rtiMinutes: hours(24) }, [rtiHoursCredited()], '2026-03-03'],
    ['competencies', { competencies: 1 }, [competencyAttested()], '2026-03-03'],
    ['hours and months, the later', { ojtMinutes: hours(1), months: 1 }, [worked('2026-04-01', 1, 1)], '2026-04-01'],
    ['granted standing', { ojtMinutes: hours(40) }, [advancedStandingGranted()], '2026-01-05'],
    ['months to come', { months: 12 }, [], null],
    ['a skill that is below its level', { competencies: 1 }, [competencyAttested({ level: 2 })], null],
    [
      'the same skill twice',
      { competencies: 2 },
      [competencyAttested(), competencyAttested({ id: recordEntryId(9) })],
      null,
    ],
    [
      'two skills',
      { competencies: 2 },
      [competencyAttested(), competencyAttested({ id: recordEntryId(9), competency: competencyCode('WP02.01') })],
      '2026-03-03',
    ],
  ])('are reached by %s', (_, after, entries, on) => {
    expect(wageSteps(second(after), facts(entries as RecordEntry[]))[1]?.reachedOn).toBe(on);
  });
});

test('the step reached is the highest', () => {
  expect(reachedStep(wageSchedule(), facts([]))).toBe(1);
  expect(reachedStep(wageSchedule(), facts([worked('2026-03-01', 2_000, 1)]))).toBe(3);
  expect(reachedStep(wageSchedule({ steps: [] }), facts([]))).toBeNull();
});

test("a step pays at least its part of the journeyworker's rate, in whole cents", () => {
  const [step] = wageSchedule().steps;
  expect(step && stepCentsPerHour(wageSchedule({ journeyworkerCentsPerHour: 2_999 }), step)).toBe(1_800);
});
