import type { StandingRequestView } from '@journeybook/contracts';
import { describe, expect, test } from 'vitest';
import { grantAll, grantedItems, grantFault } from './decide-items.js';

type RequestLine = StandingRequestView['items'][number];
const line = (part: object) => ({ title: '', granted: null, leftMinutes: null, ...part }) as unknown as RequestLine;
const operate = line({ item: { kind: 'work-process', workProcess: 'WP01', minutes: 9000 }, leftMinutes: 6000 });
const math = line({ item: { kind: 'course', course: 'RTI11', minutes: 600 }, leftMinutes: 0 });
const run = line({ item: { kind: 'competency', competency: 'WP01.1', level: 3 } });

describe('deciding a request', () => {
  test('begins with all of it, as far as it is left', () => {
    expect(grantAll([operate, math, run])).toEqual({ 'work-process WP01': '100', 'competency WP01.1': '3' });
  });

  test.each([
    ['100', undefined],
    ['120', 'Only 100 h are left'],
    ['151', 'Only 150 h were asked for'],
    ['', 'Type hours such as 120 or 7:30'],
  ])('checks “%s”', (typed, fault) => expect(grantFault(operate, typed)).toBe(fault));

  test('grants what is chosen and nothing else', () => {
    expect(grantedItems([operate, math, run], { 'work-process WP01': '40:30' })).toEqual([
      { kind: 'work-process', workProcess: 'WP01', minutes: 2430 },
    ]);
  });
});
