import { expect, test } from 'vitest';
import { claim } from './claim-names.js';
import { courseEnd } from './course-end.js';

const custom = (parameters: Record<string, unknown>) => ({ [claim.custom]: parameters });

test.each([
  ['Canvas’s way of writing it', { course_end: '2026-12-11 23:59:59 -0600' }, '2026-12-12T05:59:59.000Z'],
  ['Canvas’s where the account’s time is UTC', { course_end: '2026-12-11 23:59:59 UTC' }, '2026-12-11T23:59:59.000Z'],
  ['Canvas’s as JSON', { course_end: '2026-12-11T23:59:59.000-06:00' }, '2026-12-12T05:59:59.000Z'],
  ['nothing from an empty value, but the term’s', { course_end: null, term_end: '' }, null],
  ['Moodle’s', { course_end: '2026-12-12T05:59:59+00:00' }, '2026-12-12T05:59:59.000Z'],
  [
    'the term’s, where the course has none',
    { course_end: '$Canvas.course.endAt', term_end: '2026-12-20T00:00:00Z' },
    '2026-12-20T00:00:00.000Z',
  ],
  ['nothing from a variable the platform does not know', { course_end: '$CourseSection.timeFrame.end' }, null],
  ['nothing from what is no time', { course_end: 'in May', term_end: 7 }, null],
])('the end of a course is read from %s', (_what, parameters, expected) => {
  expect(courseEnd(custom(parameters))?.toISOString() ?? null).toBe(expected);
});

test('a launch without custom parameters tells no end', () => {
  expect([courseEnd({}), courseEnd(null), courseEnd(custom({}))]).toEqual([null, null, null]);
});
