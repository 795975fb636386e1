import type { MergedRecord } from '@journeybook/contracts';
import { describe, expect, test } from 'vitest';
import { describeLeft } from './left-list.js';
import { whatIsLeft } from './what-is-left.js';

const process = (
  code: string,
  leftMinutes: number,
  open: number,
  { pendingMinutes = 0, minimumMinutes = null }: { pendingMinutes?: number; minimumMinutes?: number | null } = {},
) =>
  ({
    code,
    title: code,
    requiredMinutes: 6_000,
    minimumMinutes,
    creditedMinutes: 6_000 - leftMinutes,
    leftMinutes,
    pendingMinutes,
    competencies: Array.from({ length: open }, () => ({ signedOff: false })),
  }) as unknown as MergedRecord['processes'][number];
const course = (code: string, leftMinutes: number, running: { college: string; title: string }[] = []) =>
  ({ code, title: code, leftMinutes, running, electiveGroup: null }) as unknown as MergedRecord['courses'][number];

const record = {
  approach: 'time' as const,
  processes: [
    process('A', 600, 1, { pendingMinutes: 120 }),
    process('B', 0, 0),
    process('C', 5_760, 4),
    process('D', 0, 2),
  ],
  electives: [],
  courses: [course('E', 1_440), course('F', 600, [{ college: 'Lakeside', title: 'F' }]), course('G', 0)],
};

describe('what is left', () => {
  test('names the largest shortfall first and leaves out what is complete', () => {
    expect(whatIsLeft(record).map((item) => item.code)).toEqual(['C', 'E', 'A', 'F', 'D']);
  });

  test('is said in hours and sign-offs, with what waits or runs', () => {
    expect(whatIsLeft(record).map(describeLeft)).toEqual([
      '96 h and 4 sign\u2011offs',
      '24 h',
      '10 h and 1 sign\u2011off; 2 h of it waiting',
      '10 h, in class now at Lakeside',
      '2 sign\u2011offs',
    ]);
  });

  test('of a hybrid program is the minimum of a process that is missing, as completion asks for it', () => {
    const processes = [
      process('A', 600, 0, { minimumMinutes: 5_400 }),
      process('B', 600, 0, { minimumMinutes: 5_600, pendingMinutes: 300 }),
      process('C', 600, 1, { minimumMinutes: 0 }),
    ];
    const left = whatIsLeft({ approach: 'hybrid', processes, courses: [], electives: [] });
    expect(left.map((item) => [item.code, describeLeft(item)])).toEqual([
      ['B', '3 h 20; 3 h 20 of it waiting'],
      ['C', '1 sign\u2011off'],
    ]);
  });

  test('of a group of electives is what the group still needs, not each of its courses', () => {
    const chosen = { ...course('H', 480, [{ college: 'Lakeside', title: 'H' }]), electiveGroup: 'X' };
    const other = { ...course('I', 480), electiveGroup: 'X' };
    const group = { code: 'X', title: 'Electives', leftMinutes: 480 } as MergedRecord['electives'][number];
    const left = whatIsLeft({ approach: 'time', processes: [], courses: [chosen, other], electives: [group] });
    expect(left.map((item) => item.title)).toEqual(['Electives']);
    expect(left.map(describeLeft)).toEqual(['8 h, in class now at Lakeside']);
  });
});
