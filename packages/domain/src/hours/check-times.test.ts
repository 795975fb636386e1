import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkTimes } from './check-times.js';
import { day, hoursToLog } from '../testing/build.js';
import { refusalOf } from '../testing/accepted.js';
import { minutes } from '../units.js';

const on = (date: string, start: number, end: number) => ({
  workedOn: day(date),
  times: { startMinute: start * 60, endMinute: end * 60 },
});
const working = (start: number, end: number, value = 60) =>
  hoursToLog({ ...on('2026-03-02', start, end), minutes: minutes(value) });

describe('times worked', () => {
  test('are taken as they are when there are none', () => {
    expect(checkTimes(hoursToLog(), [on('2026-03-02', 0, 24)])).toEqual({ ok: true, value: null });
  });
  test.each([
    ['a shift with a break taken out', working(7, 15.5, 450), []],
    ['a night shift into the next day', working(22, 30, 480), []],
    ['beside an entry that ends where it begins', working(12, 14), [on('2026-03-02', 8, 12)]],
    ['beside an entry that begins where it ends', working(8, 12), [on('2026-03-02', 12, 14)]],
    ['after the night shift of the day before', working(6, 14), [on('2026-03-01', 22, 30)]],
    ['before the early shift of the day after', working(22, 29), [on('2026-03-03', 5, 13)]],
  ])('hold: %s', (_, entry, others) => {
    expect(checkTimes(entry, others)).toEqual({ ok: true, value: entry.times });
  });
  test.each([
    ['that end before they begin', working(12, 8), 'times-out-of-range'],
    ['that end where they begin', working(8, 8), 'times-out-of-range'],
    ['that begin on the next day', working(24, 26), 'times-out-of-range'],
    ['that begin before the day', working(-1, 4), 'times-out-of-range'],
    ['of more than a day', working(8, 33), 'times-out-of-range'],
    ['in parts of a minute', working(8.001, 12), 'times-out-of-range'],
    ['that leave no room for the minutes', working(8, 9, 61), 'minutes-exceed-times'],
  ])('are refused: %s', (_, entry, kind) => {
    expect(refusalOf(checkTimes(entry, []))).toBe(kind);
  });
  test.each([
    ['an entry of the date', on('2026-03-02', 9, 10)],
    ['an entry that surrounds it', on('2026-03-02', 0, 24)],
    ['an entry that begins within it', on('2026-03-02', 11, 20)],
    ['the night shift of the day before', on('2026-03-01', 22, 33)],
  ])('are refused over %s', (_, other) => {
    expect(checkTimes(working(8, 12), [other])).toEqual({
      ok: false,
      refusal: { kind: 'overlapping-times', with: other },
    });
  });
  test('overlap both ways or not at all', () => {
    const time = fc.record({ start: fc.integer({ min: 0, max: 23 }), length: fc.integer({ min: 1, max: 12 }) });
    const date = fc.constantFrom('2026-03-01', '2026-03-02', '2026-03-03');
    fc.assert(
      fc.property(time, time, date, (a, b, other) => {
        const one = on('2026-03-02', a.start, a.start + a.length);
        const two = on(other, b.start, b.start + b.length);
        const entry = { minutes: minutes(1) };
        expect(checkTimes({ ...entry, ...one }, [two]).ok).toBe(checkTimes({ ...entry, ...two }, [one]).ok);
      }),
    );
  });
});
