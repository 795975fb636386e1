import { describe, expect, test } from 'vitest';
import { logHours, longestNote } from './log-hours.js';
import { submitHours } from './submit-hours.js';
import { accepted, refusalOf } from '../testing/accepted.js';
import {
  ada,
  apprenticeship,
  competencyCode,
  day,
  draftHours,
  employerChanged,
  foundry,
  hoursToLog,
  loggingFacts,
  mill,
  now,
  statusChanged,
  processCode,
  returnedHours,
  today,
} from '../testing/build.js';
import { hours, minutes, minutesPerDay } from '../units.js';

const refusal = (kind: string, facts: object = {}) => ({ ok: false, refusal: { kind, ...facts } });

describe('logging hours', () => {
  test('makes a draft of what was worked, for this agreement and its employer of today', () => {
    expect(logHours(hoursToLog(), loggingFacts())).toEqual({
      ok: true,
      value: draftHours({ version: 1, loggedAt: now }),
    });
  });
  test.each(['registered', 'active'] as const)('is open while the apprentice is %s', (status) => {
    expect(logHours(hoursToLog(), loggingFacts({ apprenticeship: apprenticeship({ status }) })).ok).toBe(true);
  });
  test.each([
    ['today', { workedOn: today }],
    ['the first day of the agreement', { workedOn: day('2026-01-05') }],
    ['one minute', { minutes: minutes(1) }],
    ['a whole day', { minutes: minutesPerDay }],
    ['local options', { workProcess: processCode('WP06') }],
    ['the longest note', { note: 'x'.repeat(longestNote) }],
    ['no note', { note: '' }],
  ])('takes %s', (_, entry) => {
    expect(logHours(hoursToLog(entry), loggingFacts()).ok).toBe(true);
  });
  test('takes what fills the day to 24 hours over all entries', () => {
    expect(logHours(hoursToLog({ minutes: hours(8) }), loggingFacts({ minutesThatDay: hours(16) })).ok).toBe(true);
  });
  test('makes a draft even of a value that already carries another status', () => {
    expect(logHours(returnedHours(), loggingFacts())).toMatchObject({ ok: true, value: { status: 'draft' } });
  });
});

describe('logging hours refuses', () => {
  test.each([0, -1, -450])('%i minutes', (value) => {
    expect(logHours(hoursToLog({ minutes: minutes(value) }), loggingFacts())).toEqual(refusal('minutes-not-positive'));
  });
  test('a note above the longest', () => {
    const note = 'x'.repeat(longestNote + 1);
    expect(logHours(hoursToLog({ note }), loggingFacts())).toEqual(refusal('note-too-long', { longest: longestNote }));
  });
  test('tomorrow', () => {
    expect(logHours(hoursToLog({ workedOn: day('2026-03-05') }), loggingFacts())).toEqual(
      refusal('future-date', { today }),
    );
  });
  test('the day before the agreement', () => {
    expect(logHours(hoursToLog({ workedOn: day('2026-01-04') }), loggingFacts())).toEqual(
      refusal('before-agreement', { beganOn: '2026-01-05' }),
    );
  });
  test.each(['draft', 'suspended', 'completed', 'cancelled', 'transferred'] as const)(
    'an apprentice who is %s',
    (status) => {
      expect(logHours(hoursToLog(), loggingFacts({ apprenticeship: apprenticeship({ status }) }))).toEqual(
        refusal('not-in-training', { status }),
      );
    },
  );
  test('a work process of another standard', () => {
    expect(logHours(hoursToLog({ workProcess: processCode('WELD-1') }), loggingFacts())).toEqual(
      refusal('unknown-work-process', { workProcess: 'WELD-1' }),
    );
  });
  test.each([
    ['one minute above a day', minutesPerDay + 1, 0],
    ['one minute on top of a full day', 1, minutesPerDay],
    ['what overfills the day together with other entries', 8 * 60 + 1, 16 * 60],
  ])('%s', (_, value, before) => {
    const facts = loggingFacts({ minutesThatDay: minutes(before) });
    expect(logHours(hoursToLog({ minutes: minutes(value) }), facts)).toEqual(
      refusal('over-24-hours', { minutesThatDay: before }),
    );
  });
});

describe('logging hours with what the record says', () => {
  test('keeps times and practised skills through the states', () => {
    const times = { startMinute: 420, endMinute: 900 };
    const practised = [competencyCode('WP01.01')];
    const draft = accepted(logHours(hoursToLog({ times, practised }), loggingFacts()));
    expect(submitHours(draft, { by: ada, at: now })).toMatchObject({ value: { times, practised } });
  });
  test('refuses a day of a suspension that is over', () => {
    const statusHistory = [
      statusChanged({ status: 'registered', occurredOn: day('2026-01-05') }),
      statusChanged({ status: 'suspended', occurredOn: day('2026-03-01') }),
      statusChanged({ status: 'registered', occurredOn: day('2026-03-03') }),
    ];
    expect(refusalOf(logHours(hoursToLog(), loggingFacts({ statusHistory })))).toBe('not-in-training');
  });
  test.each([
    ['2026-02-28', foundry],
    ['2026-03-02', mill],
  ])('stamps hours of %s with the employer of that day', (workedOn, employer) => {
    const facts = loggingFacts({ employerHistory: [employerChanged()] });
    expect(logHours(hoursToLog({ workedOn: day(workedOn) }), facts)).toMatchObject({ value: { employer } });
  });
  test('refuses times that overlap another entry', () => {
    const times = { startMinute: 420, endMinute: 900 };
    const timed = [{ workedOn: day('2026-03-02'), times: { startMinute: 890, endMinute: 960 } }];
    expect(refusalOf(logHours(hoursToLog({ times }), loggingFacts({ timed })))).toBe('overlapping-times');
  });
  test('refuses a practised skill of another standard', () => {
    const practised = [competencyCode('WELD-1.01')];
    expect(refusalOf(logHours(hoursToLog({ practised }), loggingFacts()))).toBe('unknown-competency');
  });
});
