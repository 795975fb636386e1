import { describe, expect, test } from 'vitest';
import type { Requirement } from './requirements.js';
import { takenBackFrom } from './taken-back.js';
import type { Standard } from '../program/standard.js';
import type { RecordEntry } from '../record/record-entry.js';
import {
  advancedStandingGranted,
  competencyAttested,
  course,
  courseCode,
  credentialEarned,
  entryReversed,
  imt,
  ojtHoursCredited,
  recordEntryId,
  rtiHoursCredited,
  varianceApproved,
} from '../testing/build.js';

const count = (
  entries: readonly RecordEntry[],
  kind: Requirement['kind'],
  code: string,
  standard: Standard = imt(),
): number => takenBackFrom(standard, entries)({ kind, code });
const back = (entry: RecordEntry, id = 50) =>
  [entry, entryReversed({ id: recordEntryId(id), source: `back/${id}`, reverses: entry.id })] as const;

describe('what was taken back', () => {
  test.each([
    ['hours worked', ojtHoursCredited(), 'process-hours', 'WP01'],
    ['hours worked, of the least on the job', ojtHoursCredited(), 'ojt-minimum', 'ojt-minimum'],
    ['hours granted', advancedStandingGranted(), 'process-hours', 'WP01'],
    ['a variance', varianceApproved(), 'process-hours', 'WP01'],
    ['a sign-off', competencyAttested(), 'competency', 'WP01.01'],
    ['a course', rtiHoursCredited(), 'course', 'RTI03'],
    ['a credential', credentialEarned(), 'completion-credential', credentialEarned().credential],
  ] as const)('of %s counts for the requirement it stood behind', (_, entry, kind, code) => {
    expect(count([entry], kind, code)).toBe(0);
    expect(count(back(entry), kind, code)).toBe(1);
  });
  test('counts for nothing else', () => {
    expect(count(back(ojtHoursCredited()), 'process-hours', 'WP02')).toBe(0);
    expect(count(back(competencyAttested()), 'process-hours', 'WP01')).toBe(0);
  });
  test('of an elective counts for its group', () => {
    const standard = imt('time', {
      courses: [course({ code: courseCode('RTI03'), electiveGroup: 'E1' })],
    });
    expect(count(back(rtiHoursCredited()), 'electives', 'E1', standard)).toBe(1);
    expect(count(back(rtiHoursCredited()), 'course', 'RTI03', standard)).toBe(0);
  });
  test('counts each time, whatever the order of the entries', () => {
    const again = ojtHoursCredited({ id: recordEntryId(2), source: 'hours/2' });
    const entries = [...back(ojtHoursCredited()), ...back(again, 51)];
    expect(count(entries, 'process-hours', 'WP01')).toBe(2);
    expect(count(entries.toReversed(), 'process-hours', 'WP01')).toBe(2);
  });
});
