import { expect, test } from 'vitest';
import { competenciesReachedOn } from './competencies-reached-on.js';
import {
  advancedStandingGranted,
  competencyAttested,
  competencyCode,
  day,
  entryReversed,
  imt,
  recordEntryId,
} from '../testing/build.js';

const first = competencyAttested({ occurredOn: day('2026-02-01') });
const again = competencyAttested({ id: recordEntryId(8), occurredOn: day('2026-01-20'), level: 4 });
const granted = advancedStandingGranted({
  subject: { kind: 'competency', competency: competencyCode('WP02.01'), level: 3 },
});

test('a skill counts from the day it was first signed at its level', () => {
  expect(competenciesReachedOn(imt(), { entries: [first, again], count: 1, granted: true })).toBe('2026-01-20');
});

test('a sign-off that was voided counts for nothing', () => {
  const voided = entryReversed({ reverses: again.id });
  expect(competenciesReachedOn(imt(), { entries: [first, again, voided], count: 1, granted: true })).toBe('2026-02-01');
});

test('granted skills count where they are let', () => {
  const entries = [first, granted];
  expect(competenciesReachedOn(imt(), { entries, count: 2, granted: true })).toBe('2026-02-01');
  expect(competenciesReachedOn(imt(), { entries, count: 2, granted: false })).toBeNull();
});
