import { expect, test } from 'vitest';
import { endMentorship } from './end-mentorship.js';
import { apprenticeship, day, employerActor, mentorActor, mentorship } from '../testing/build.js';
import { refusalOf } from '../testing/accepted.js';

test('an assignment ends with its last day', () => {
  expect(
    endMentorship(employerActor, { mentorship: mentorship(), until: day('2026-03-31') }, apprenticeship()),
  ).toEqual({
    ok: true,
    value: mentorship({ until: day('2026-03-31') }),
  });
});

test.each([
  ['by a mentor', mentorActor, mentorship(), '2026-03-31', 'not-their-apprentice'],
  ['before it began', employerActor, mentorship(), '2026-01-04', 'period-backwards'],
  ['later than it ended', employerActor, mentorship({ until: day('2026-02-01') }), '2026-03-31', 'already-ended'],
])('an assignment is not ended %s', (...[, who, one, until, kind]) => {
  expect(refusalOf(endMentorship(who, { mentorship: one, until: day(until) }, apprenticeship()))).toBe(kind);
});
