import { describe, expect, test } from 'vitest';
import { covers, mentoredOn, teachesOn } from './mentorship.js';
import { apprenticeshipId, day, grace, mentorship, stranger } from '../testing/build.js';

describe('an assignment from 2 to 6 March', () => {
  const week = mentorship({ from: day('2026-03-02'), until: day('2026-03-06') });

  test.each(['2026-03-02', '2026-03-04', '2026-03-06'])('covers %s', (date) => {
    expect(covers(week, day(date))).toBe(true);
  });
  test.each(['2026-03-01', '2026-03-07', '2025-03-04'])('does not cover %s', (date) => {
    expect(covers(week, day(date))).toBe(false);
  });
});

test('an assignment without a last day covers every later date', () => {
  expect(covers(mentorship({ until: null }), day('2031-12-31'))).toBe(true);
});

describe('being a mentor on a date', () => {
  const asked = { mentor: grace, apprenticeship: apprenticeshipId(1), date: day('2026-03-02') };

  test('takes one assignment that covers it, among others that do not', () => {
    const ended = mentorship({ from: day('2025-01-01'), until: day('2025-12-31') });
    expect(mentoredOn([ended, mentorship()], asked)).toBe(true);
  });
  test.each([
    ['nothing', []],
    ["another person's assignment", [mentorship({ mentor: stranger })]],
    ['an assignment to another apprentice', [mentorship({ apprenticeship: apprenticeshipId(2) })]],
    ['an assignment that ended the day before', [mentorship({ until: day('2026-03-01') })]],
    [
      'a date of one assignment and the person of another',
      [mentorship({ mentor: stranger }), mentorship({ until: day('2026-03-01') })],
    ],
  ])('does not follow from %s', (_, mentorships) => {
    expect(mentoredOn(mentorships, asked)).toBe(false);
  });
});

describe('attesting skills on a date', () => {
  const asked = { mentor: grace, apprenticeship: apprenticeshipId(1), date: day('2026-03-02') };

  test('is open to a mentor, and to one whose kind is not said', () => {
    expect(teachesOn([mentorship({ kind: 'mentor' })], asked)).toBe(true);
    expect(teachesOn([mentorship()], asked)).toBe(true);
  });
  test('is closed to a stand-in, who may decide hours', () => {
    const standIn = mentorship({ kind: 'stand-in', until: day('2026-03-31') });
    expect(teachesOn([standIn], asked)).toBe(false);
    expect(mentoredOn([standIn], asked)).toBe(true);
  });
});
