import { describe, expect, test } from 'vitest';
import { correctHours, mayChangeHours } from './correct-hours.js';
import type { HoursToLog } from './log-hours.js';
import {
  ada,
  apprenticeship,
  approvedHours,
  at,
  day,
  draftHours,
  employerChanged,
  foundry,
  grace,
  hoursEntryId,
  hoursToLog,
  loggingFacts,
  mill,
  processCode,
  returnedHours,
  submittedHours,
} from '../testing/build.js';
import { minutes, minutesPerDay } from '../units.js';

const shown = { by: ada, shownVersion: 3 };
const corrected: Omit<HoursToLog, 'id'> = {
  workProcess: processCode('WP06'),
  workedOn: day('2026-03-03'),
  minutes: minutes(240),
  note: 'Left at noon',
};

describe('changing hours', () => {
  test.each([draftHours({ version: 3 }), returnedHours()])('is open while they are $status', (entry) => {
    expect(mayChangeHours(entry, shown)).toEqual({ ok: true, value: entry });
  });
  test.each([submittedHours({ version: 3 }), approvedHours()])('refuses hours that are $status', (entry) => {
    expect(mayChangeHours(entry, shown)).toEqual({ ok: false, refusal: { kind: 'not-open', status: entry.status } });
  });
  test('refuses everybody but the apprentice who worked them', () => {
    expect(mayChangeHours(returnedHours(), { ...shown, by: grace })).toEqual({
      ok: false,
      refusal: { kind: 'not-their-hours' },
    });
  });
  test.each([2, 4])('refuses version 3 when version %i was shown', (shownVersion) => {
    expect(mayChangeHours(returnedHours(), { ...shown, shownVersion })).toEqual({
      ok: false,
      refusal: { kind: 'changed-since-shown' },
    });
  });
});

describe('correcting hours', () => {
  const correct = (change = {}, facts = loggingFacts()) =>
    correctHours(returnedHours(), { ...shown, corrected: { ...corrected, ...change } }, facts);

  test('makes them a draft with what was corrected, one version on, without the reason', () => {
    const value = draftHours({ ...corrected, version: 4, loggedAt: returnedHours().loggedAt });
    expect(correct()).toEqual({ ok: true, value });
  });
  test('keeps when they were first logged, so that a correction is not flagged as late', () => {
    const loggedAt = at('2026-01-07T09:00:00Z');
    const answer = correctHours(returnedHours({ loggedAt }), { ...shown, corrected }, loggingFacts());
    expect(answer).toMatchObject({ value: { loggedAt } });
  });
  test('keeps the employer of the day worked after the apprentice moved to another', () => {
    const employerHistory = [employerChanged({ from: foundry, employer: mill, occurredOn: day('2026-03-04') })];
    const facts = loggingFacts({ apprenticeship: apprenticeship({ employer: mill }), employerHistory });
    expect(correct({}, facts)).toMatchObject({ value: { employer: foundry } });
  });
  test('keeps the entry it is, whatever else the correction carries', () => {
    const another = hoursToLog({ ...corrected, id: hoursEntryId(99) });
    const answer = correctHours(returnedHours(), { ...shown, corrected: another }, loggingFacts());
    expect(answer).toMatchObject({ value: { id: hoursEntryId(1) } });
  });
  test('refuses as changing does', () => {
    const stale = correctHours(returnedHours(), { ...shown, shownVersion: 2, corrected }, loggingFacts());
    expect(stale).toEqual({ ok: false, refusal: { kind: 'changed-since-shown' } });
  });
  test.each([
    ['minutes-not-positive', { minutes: minutes(0) }],
    ['over-24-hours', { minutes: minutes(minutesPerDay + 1) }],
    ['future-date', { workedOn: day('2026-03-05') }],
    ['before-agreement', { workedOn: day('2026-01-04') }],
    ['unknown-work-process', { workProcess: processCode('WELD-1') }],
  ])('refuses as logging does: %s', (kind, change) => {
    expect(correct(change)).toMatchObject({ ok: false, refusal: { kind } });
  });
});
