import { describe, expect, test } from 'vitest';
import { type Mapped, newTargets, whatIsWrong, withGoal } from './mapping.js';

const line = (from: string, to: string | null, part: Partial<Mapped> = {}): Mapped => ({
  subject: 'competency',
  from,
  to,
  title: from,
  signed: true,
  mayBeHistory: false,
  ...part,
});

describe('a mapping', () => {
  test('must not lose signed work', () => {
    expect(whatIsWrong(line('A', null), [])).toContain('say where it goes');
    expect(whatIsWrong(line('A', null, { signed: false }), [])).toBe('');
    const kept = [line('A', null, { asHistory: true }), line('B', null, { asHistory: true })];
    expect(kept.map((one) => whatIsWrong(one, kept))).toEqual(['', '']);
  });

  test('leaves nothing of a goal that was chosen before', () => {
    const history = { to: null, asHistory: true } as const;
    expect(withGoal(line('A', 'X'), history)).toEqual(line('A', null, { asHistory: true }));
    expect(withGoal(line('A', null, { asHistory: true }), { to: 'X' })).toEqual(line('A', 'X'));
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
