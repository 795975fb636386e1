import type { MergedRecord } from '@journeybook/contracts';
import { expect, test } from 'vitest';
import { splitElectives } from './course-groups.js';

test('courses stand with the group they may be chosen from, and none vanishes', () => {
  const course = (code: string, electiveGroup: string | null) =>
    ({ code, electiveGroup }) as MergedRecord['courses'][number];
  const electives = [{ code: 'X', title: 'Machining' }] as MergedRecord['electives'];
  const courses = [course('A', null), course('B', 'X'), course('C', 'gone'), course('D', 'X')];
  const split = splitElectives({ courses, electives });
  expect(split.required.map((one) => one.code)).toEqual(['A', 'C']);
  expect(split.electives.map((one) => [one.group.code, one.courses.map(({ code }) => code)])).toEqual([
    ['X', ['B', 'D']],
  ]);
});
