import { describe, expect, test } from 'vitest';
import { type Mapped, newTargets, whatIsWrong } from './mapping.js';

const line = (from: string, to: string | null, part: Partial<Mapped> = {}): Mapped => ({
  subject: 'competency',
  from,
  to,
  title: from,
  signed: true,
  ...part,
});

describe('a mapping', () => {
  test('must not lose signed work', () => {
    expect(whatIsWrong(line('A', null), [])).toContain('say where it goes');
    expect(whatIsWrong(line('A', null, { signed: false }), [])).toBe('');
  });

  test('never makes one competency of two signed ones', () => {
    const both = [line('A', 'X'), line('B', 'X')];
    expect(both.map((one) => whatIsWrong(one, both) !== '')).toEqual([true, true]);
    const hours = both.map((one) => ({ ...one, subject: 'work-process' as const }));
    expect(hours.map((one) => whatIsWrong(one, hours))).toEqual(['', '']);
    const [first] = both;
    const unsigned = [first as Mapped, line('B', 'X', { signed: false })];
    expect(unsigned.map((one) => whatIsWrong(one, unsigned))).toEqual(['', '']);
  });

  test('tells what is new', () => {
    const targets = ['X', 'Y'].map((code) => ({ subject: 'competency' as const, code, title: code }));
    expect(newTargets([line('A', 'X')], targets).map((one) => one.code)).toEqual(['Y']);
  });
});
