import { describe, expect, test } from 'vitest';
import { leaveMentors } from './leave-mentors.js';
import { day, grace, mentorship, personId, today } from '../testing/build.js';

const nobody = new Set<never>();
/** Ada goes over on 1 March; it is 4 March. */
const leaving = (assignment: ReturnType<typeof mentorship>, staying: ReadonlySet<typeof grace> = nobody) =>
  leaveMentors([assignment], { from: day('2026-03-01'), staying, today });
const period = (from: string, until: string | null) =>
  mentorship({ from: day(from), until: until === null ? null : day(until) });

describe('going over to another employer', () => {
  test('ends the assignments of the employer left on the day before', () => {
    expect(leaving(period('2026-01-05', null))).toEqual({
      ended: [period('2026-01-05', '2026-02-28')],
      withdrawn: [],
    });
  });
  test.each([
    ['an end to come is the day before instead', '2026-01-05', '2026-06-30', '2026-02-28'],
    ['one that ends on the day of the change ends a day earlier', '2026-02-01', '2026-03-01', '2026-02-28'],
    ['one made since keeps its first day', '2026-03-02', null, '2026-03-02'],
    ['one that begins today keeps today', '2026-03-04', '2026-03-20', '2026-03-04'],
  ])('%s', (_, from, until, last) => {
    expect(leaving(period(from, until))).toEqual({ ended: [period(from, last)], withdrawn: [] });
  });
  test('withdraws what never began', () => {
    expect(leaving(period('2026-03-05', null))).toEqual({ ended: [], withdrawn: [period('2026-03-05', null)] });
  });
  test.each([
    ['what ended before stays as it was', period('2026-01-05', '2026-02-28'), nobody],
    ['a mentor there, or of the sponsor, stays', period('2026-01-05', null), new Set([grace])],
  ])('%s', (_, assignment, staying) => {
    expect(leaving(assignment, staying)).toEqual({ ended: [], withdrawn: [] });
  });
  test('keeps what else an assignment carries, each its own', () => {
    const assignments = [grace, personId(8)].map((mentor, id) => ({ ...period('2026-01-05', null), mentor, id }));
    const { ended } = leaveMentors(assignments, { from: day('2026-03-01'), staying: new Set([grace]), today });
    expect(ended).toMatchObject([{ id: 1, mentor: personId(8), until: '2026-02-28' }]);
  });
});
