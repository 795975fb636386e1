import type { MergedRecord } from '@journeybook/contracts';
import { describe, expect, test } from 'vitest';
import { whatMakesEntries } from './what-makes-entries.js';

const record = {
  processes: [{ code: 'WP05', leftMinutes: 6_000 }],
  courses: [
    { code: 'RTI04', leftMinutes: 960, running: [] },
    { code: 'RTI11', leftMinutes: 600, running: [{ college: 'Lakeside College', title: 'Industrial Math, autumn' }] },
  ],
} as unknown as MergedRecord;

describe('a part of the record without entries', () => {
  test('says of a course what is left and when it is credited', () => {
    expect(whatMakesEntries(record, { subject: 'course', code: 'RTI04' })).toBe(
      '16 h are left. They are credited when the instructor confirms that the course is completed.',
    );
  });

  test('says of a running course where it is in class', () => {
    expect(whatMakesEntries(record, { subject: 'course', code: 'RTI11' })).toMatch(/now at Lakeside College\.$/);
  });

  test('says of a work process that a mentor approves its hours', () => {
    expect(whatMakesEntries(record, { subject: 'work-process', code: 'WP05' })).toBe(
      '100 h are left. Hours are credited when a mentor approves them.',
    );
  });
});
