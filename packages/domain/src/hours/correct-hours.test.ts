import { describe, expect, test } from 'vitest';
import { correctHours, mayChangeHours } from './correct-hours.js';
import type { HoursEntry } from './hours-entry.js';
import type { Apprenticeship } from '../apprenticeship/apprenticeship.js';
import type { HoursEntryId, PersonId, WorkProcessCode } from '../brand.js';
import type { Standard } from '../program/standard.js';
import { calendarDate, instant, minutes } from '../units.js';

const adaeze = 'adaeze' as PersonId;
const process = 'WP01' as WorkProcessCode;
const worked = {
  id: 'entry' as HoursEntryId,
  apprentice: adaeze,
  employer: 'northfield',
  workProcess: process,
  workedOn: calendarDate('2026-11-20'),
  minutes: minutes(480),
  note: '',
  version: 3,
  loggedAt: instant(new Date('2026-11-20T22:00:00Z')),
};
const returned = { ...worked, status: 'returned', reason: 'Wrong day' } as unknown as HoursEntry;
const facts = {
  apprenticeship: { id: 'a', apprentice: adaeze, employer: 'harbor', status: 'active', beganOn: '2026-01-06' } as unknown as Apprenticeship,
  standard: { id: 's', workProcesses: [{ code: process }] } as unknown as Standard,
  minutesThatDay: minutes(0),
  today: calendarDate('2026-11-23'),
  now: instant(new Date('2026-11-23T12:00:00Z')),
};
const corrected = { workProcess: process, workedOn: calendarDate('2026-11-19'), minutes: minutes(450), note: 'press line 2' };

describe('correcting hours', () => {
  test('makes a draft of the next version and keeps when and where they were logged', () => {
    const result = correctHours(returned, { by: adaeze, shownVersion: 3, corrected }, facts);
    expect(result).toMatchObject({
      ok: true,
      value: { ...corrected, status: 'draft', version: 4, loggedAt: worked.loggedAt, employer: 'northfield' },
    });
  });

  test('holds the corrected hours to the rules of logging', () => {
    const tomorrow = { ...corrected, workedOn: calendarDate('2026-11-24') };
    expect(correctHours(returned, { by: adaeze, shownVersion: 3, corrected: tomorrow }, facts)).toMatchObject({
      refusal: { kind: 'future-date' },
    });
  });

  test('refuses hours of somebody else', () => {
    expect(mayChangeHours(returned, { by: 'marcus' as PersonId, shownVersion: 3 })).toMatchObject({
      refusal: { kind: 'not-their-hours' },
    });
  });

  test.each(['submitted', 'approved'])('refuses hours that are %s', (status) => {
    const entry = { ...returned, status } as HoursEntry;
    expect(mayChangeHours(entry, { by: adaeze, shownVersion: 3 })).toMatchObject({ refusal: { kind: 'not-open', status } });
  });

  test('refuses hours that changed since they were shown', () => {
    expect(mayChangeHours(returned, { by: adaeze, shownVersion: 2 })).toMatchObject({
      refusal: { kind: 'changed-since-shown' },
    });
  });
});
