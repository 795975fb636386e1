import type { MergedRecord, StandingItemView } from '@journeybook/contracts';
import { describe, expect, test } from 'vitest';
import { amountFault, itemsOf, pickProposed } from './ask-items.js';
import { choicesOf, sumOfItems } from './item-words.js';

const record = {
  processes: [
    {
      code: 'WP01',
      title: 'Operate',
      leftMinutes: 6000,
      competencies: [
        { code: 'WP01.1', title: 'Run', requiredLevel: 3, signedOff: false },
        { code: 'WP01.2', title: 'Stop', requiredLevel: 3, signedOff: true },
      ],
    },
    { code: 'WP02', title: 'Inspect', leftMinutes: 0, competencies: [] },
  ],
  courses: [{ code: 'RTI01', title: 'Math', leftMinutes: 600 }],
} as unknown as MergedRecord;
const choices = choicesOf(record);
const item = (one: object) => one as StandingItemView;
const operate = item({ kind: 'work-process', workProcess: 'WP01', minutes: 9000 });
const run = item({ kind: 'competency', competency: 'WP01.1', level: 3 });

describe('what credit may be asked for', () => {
  test('is what the record has not got yet', () => {
    expect(choices.map((one) => one.key)).toEqual(['work-process WP01', 'course RTI01', 'competency WP01.1']);
  });

  test('begins with what an earlier record shows, up to what is left', () => {
    const done = item({ kind: 'competency', competency: 'WP01.2', level: 3 });
    expect(pickProposed(choices, [operate, run, done])).toEqual({
      'work-process WP01': '100',
      'competency WP01.1': '3',
    });
  });

  test.each([
    ['100', undefined],
    ['100:30', 'Only 100 h are left'],
    ['0', 'Type hours such as 120 or 7:30'],
    ['a lot', 'Type hours such as 120 or 7:30'],
  ])('checks “%s”', (typed, fault) => {
    expect(amountFault(choices[0] as (typeof choices)[0], typed)).toBe(fault);
  });

  test('is sent in minutes and levels', () => {
    expect(itemsOf(choices, { 'course RTI01': '7:30', 'competency WP01.1': '4' })).toEqual([
      { kind: 'course', course: 'RTI01', minutes: 450 },
      { kind: 'competency', competency: 'WP01.1', level: 4 },
    ]);
  });
});

test('items are summed up in one sentence', () => {
  const math = item({ kind: 'course', course: 'RTI01', minutes: 450 });
  expect(sumOfItems([operate, run, math])).toBe('150 h on the job, 7 h 30 of instruction and 1 skill');
  expect(sumOfItems([math])).toBe('7 h 30 of instruction');
  expect(sumOfItems([])).toBe('');
});
