import type { CompetencyView } from '@journeybook/contracts';
import type { CalendarDate } from '@journeybook/domain';
import { describe, expect, test } from 'vitest';
import { sayStanding, standingOf } from './skill-standing.js';

const levels = [{ level: 2, name: 'Performs with help' }];
const skill = (part: Partial<CompetencyView> = {}) => ({
  signedOff: false,
  observed: null,
  demonstratedOn: null,
  ...part,
});
const shown = { demonstratedOn: '2026-03-02' as CalendarDate };
const watched = {
  observed: { level: 2, on: '2026-03-09' as CalendarDate, by: { id: '1', name: 'Lucia' }, feedback: 'Good' },
};

describe('how far a skill has come', () => {
  test.each([
    ['not-started', skill()],
    ['demonstrated', skill(shown)],
    ['observed', skill({ ...shown, ...watched })],
    ['signed-off', skill({ ...watched, signedOff: true })],
  ])('is %s', (standing, given) => {
    expect(standingOf(given)).toBe(standing);
  });

  test('is said with level, person and date', () => {
    expect(sayStanding(skill(), levels)).toBe('not started');
    expect(sayStanding(skill(shown), levels)).toBe('demonstrated 2 Mar 2026');
    expect(sayStanding(skill(watched), levels)).toBe('observed at level 2 (Performs with help) by Lucia, 9 Mar 2026');
  });
});
