import { expect, test } from 'vitest';
import { currentCode, formerCodes } from './current-code.js';
import { recordEntryId, standardChanged, standardId } from '../testing/build.js';

const first = standardChanged({
  mapping: [
    { subject: 'work-process', from: 'WP01', to: 'WP51' },
    { subject: 'work-process', from: 'WP02', to: null },
    { subject: 'course', from: 'WP01', to: 'RTI51' },
  ],
});
const second = standardChanged({
  id: recordEntryId(72),
  standard: standardId(2),
  to: standardId(3),
  mapping: [{ subject: 'work-process', from: 'WP51', to: 'P1' }],
});
const asked = (code: string, standard = 1, subject: 'work-process' | 'course' = 'work-process') =>
  currentCode([second, first], { standard: standardId(standard), subject, code });

test('a code is followed through every change since its version', () => {
  expect([asked('WP01'), asked('WP51', 2), asked('P1', 3)]).toEqual(['P1', 'P1', 'P1']);
});

test('a code that ended is null, and one that no mapping names stays', () => {
  expect([asked('WP02'), asked('WP07')]).toEqual([null, 'WP07']);
});

test('a process and a course of one code go their own ways', () => {
  expect(asked('WP01', 1, 'course')).toBe('RTI51');
});

test('without a change a code is what it was', () => {
  expect(currentCode([], { standard: standardId(1), subject: 'course', code: 'RTI03' })).toBe('RTI03');
});

test('the way back finds every code that is read as this one today', () => {
  const under = { standard: standardId(3), subject: 'work-process' as const, code: 'P1' };
  expect(formerCodes([second, first], under)).toEqual([
    { standard: standardId(3), code: 'P1' },
    { standard: standardId(2), code: 'WP51' },
    { standard: standardId(1), code: 'WP01' },
  ]);
  expect(formerCodes([], under)).toEqual([{ standard: standardId(3), code: 'P1' }]);
});
