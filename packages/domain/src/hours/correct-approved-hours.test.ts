import { describe, expect, test } from 'vitest';
import type { ApprovedCorrection } from './correct-approved-hours.js';
import { correctApprovedHours } from './correct-approved-hours.js';
import {
  apprenticeActor,
  apprenticeship,
  approvedHours,
  day,
  hoursToLog,
  loggingFacts,
  mentorActor,
  mentorship,
  ojtHoursCredited,
  processCode,
  recordEntryId,
  sponsorActor,
} from '../testing/build.js';
import { totals } from '../record/totals.js';
import { accepted, refusalOf } from '../testing/accepted.js';
import { minutes, minutesPerDay } from '../units.js';

const { id: _id, ...asLogged } = hoursToLog();
const correction = (overrides: Partial<ApprovedCorrection> = {}): ApprovedCorrection => ({
  apprenticeship: apprenticeship(),
  mentorships: [mentorship()],
  credit: ojtHoursCredited(),
  shownVersion: 3,
  reason: 'Half the shift was a class',
  corrected: { ...asLogged, minutes: minutes(240), workProcess: processCode('WP06') },
  recordEntries: { reversal: recordEntryId(60), credit: recordEntryId(61) },
  ...overrides,
});
const correcting = (overrides: Partial<ApprovedCorrection> = {}, who: typeof mentorActor = mentorActor) =>
  correctApprovedHours(who, approvedHours(), correction(overrides), loggingFacts());

describe('correcting approved hours', () => {
  const { approved, reversal, credit } = accepted(correcting());

  test('adds a reversal with the reason and a new credit; the first stays readable', () => {
    expect(reversal).toMatchObject({ reverses: ojtHoursCredited().id, reason: 'Half the shift was a class' });
    expect(credit).toMatchObject({ workProcess: 'WP06', minutes: 240, hoursEntry: approved.id });
    expect(credit.source).not.toBe(ojtHoursCredited().source);
  });
  test('leaves only what was corrected in the totals', () => {
    expect(totals([ojtHoursCredited(), reversal, credit])).toMatchObject([
      { subject: 'work-process', code: 'WP06', minutes: 240, entries: 1 },
    ]);
  });
  test('leaves the hours approved, one version on, logged when they were', () => {
    expect(approved).toMatchObject({ status: 'approved', version: 4, loggedAt: approvedHours().loggedAt });
  });
});

describe('correcting approved hours refuses', () => {
  test('the apprentice', () => {
    expect(refusalOf(correcting({}, apprenticeActor))).toBe('own-hours');
  });
  test('what could not be logged', () => {
    const corrected = { ...asLogged, minutes: minutes(minutesPerDay + 1) };
    expect(refusalOf(correcting({ corrected }))).toBe('over-24-hours');
  });
  test('a day on which the mentor was not assigned, but not the sponsor', () => {
    const mentorships = [mentorship({ from: day('2026-03-02') })];
    const corrected = { ...asLogged, workedOn: day('2026-03-01') };
    expect(refusalOf(correcting({ mentorships, corrected }))).toBe('not-their-mentor');
    expect(refusalOf(correcting({ mentorships, corrected }, sponsorActor))).toBeNull();
  });
});
