import type { CourseCode, Minutes } from '@journeybook/domain';
import { describe, expect, test } from 'vitest';
import { whatIsWrong } from './sector-parts.js';

const part = (code: string, title: string, hours: number) => ({
  code: code as CourseCode,
  title,
  requiredMinutes: (hours * 60) as Minutes,
});

describe('sector-specific courses', () => {
  test.each([
    ['nothing when they fill the hours', [part('A', 'Cores', 18), part('B', 'Sand', 12)], ''],
    ['too few hours', [part('A', 'Cores', 18)], 'Together they have 12 h too few.'],
    ['too many hours', [part('A', 'Cores', 31.5)], 'Together they have 1 h 30 too many.'],
    ['a course without hours', [part('A', 'Cores', 30), part('B', 'Sand', 0)], 'Give every course its hours.'],
    ['hours that cannot be read', [part('A', 'Cores', Number.NaN)], 'Type hours such as 12 or 7:30.'],
    ['a course without a title', [part('A', ' ', 30)], 'Give every course a code and a title.'],
    [
      'a code that is there twice',
      [part('A', 'Cores', 18), part('A', 'Sand', 12)],
      'Every course needs a code of its own.',
    ],
  ])('are wrong by %s', (_, parts, wrong) => {
    expect(whatIsWrong(parts, 30 * 60)).toBe(wrong);
  });
});
