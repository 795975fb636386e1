import type { MentorshipView } from '@journeybook/contracts';
import type { CalendarDate } from '@journeybook/domain';
import { describe, expect, test } from 'vitest';
import { mentorshipOrder, mentorshipPeriod, mentorshipTime } from './mentorship-order.js';

const today = '2026-11-23' as CalendarDate;
const period = (from: string, until: string | null) => ({ from, until }) as MentorshipView;

describe('assignments of mentors', () => {
  test.each([
    ['2026-01-05', null, 'now', 'since 5 Jan 2026'],
    ['2026-01-05', '2026-11-23', 'now', '5 Jan 2026 to 23 Nov 2026'],
    ['2026-01-05', '2026-11-22', 'over', '5 Jan 2026 to 22 Nov 2026'],
    ['2026-12-01', null, 'to-come', 'from 1 Dec 2026'],
  ] as const)('from %s until %s: %s', (from, until, time, words) => {
    expect(mentorshipTime(period(from, until), today)).toBe(time);
    expect(mentorshipPeriod(period(from, until), today)).toBe(words);
  });

  test('stand in the order in which one asks for them', () => {
    const past = period('2026-01-05', '2026-03-01');
    const now = period('2026-03-02', null);
    const later = period('2026-12-01', '2026-12-07');
    expect(mentorshipOrder([past, later, now], today)).toEqual([now, later, past]);
  });
});
