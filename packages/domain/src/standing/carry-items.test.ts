import { expect, test } from 'vitest';
import { carryItems } from './carry-items.js';
import type { StandingItem } from './standing-request.js';
import type { MappedCode } from '../record/record-entry.js';
import { competencyCode, courseCode, processCode, standingRequest } from '../testing/build.js';
import { hours } from '../units.js';

const work = (code: string, asked: number): StandingItem => ({
  kind: 'work-process',
  workProcess: processCode(code),
  minutes: hours(asked),
});
const skill = (code: string, level: number): StandingItem => ({
  kind: 'competency',
  competency: competencyCode(code),
  level,
});
const to = (subject: MappedCode['subject'], from: string, code: string | null): MappedCode => ({
  subject,
  from,
  to: code,
});

test('the items of a request go to the codes that theirs are mapped to', () => {
  const mapping = [
    to('work-process', 'WP01', 'WP51'),
    to('course', 'RTI03', 'RTI53'),
    to('competency', 'WP01.01', 'WP51.01'),
  ];
  expect(carryItems(standingRequest().items, mapping)).toEqual([
    work('WP51', 400),
    { kind: 'course', course: courseCode('RTI53'), minutes: hours(24) },
    skill('WP51.01', 3),
  ]);
});

test('items that become one are asked for together', () => {
  const items = [work('A', 10), work('B', 5), skill('A', 2), skill('B', 3)];
  const mapping = (['work-process', 'competency'] as const).flatMap((subject) => [
    to(subject, 'A', 'C'),
    to(subject, 'B', 'C'),
  ]);
  expect(carryItems(items, mapping)).toEqual([work('C', 15), skill('C', 3)]);
});

test('an item whose code ends keeps it', () => {
  expect(carryItems([work('A', 10)], [to('work-process', 'A', null)])).toEqual([work('A', 10)]);
});
