import { describe, expect, test } from 'vitest';
import { isOverADay, readHours, readTotalHours } from './read-hours.js';

describe('reading a typed time', () => {
  test.each([
    ['7:30', 450],
    ['7.5', 450],
    ['7,5', 450],
    ['7h30', 450],
    ['7 h 30', 450],
    ['7 hrs 30 min', 450],
    ['8', 480],
    ['8h', 480],
    ['.5', 30],
    ['45 min', 45],
    [' 12:05 ', 725],
    ['24', 1440],
  ])('understands %s', (typed, minutes) => {
    expect(readHours(typed)).toBe(minutes);
  });

  test.each([[''], ['seven'], ['7:75'], ['25'], ['-3'], ['7:30:00'], ['.']])('refuses "%s"', (typed) => {
    expect(readHours(typed)).toBeNull();
  });

  test('are told apart from times that no day has', () => {
    for (const typed of ['25', '25:00', '24:01', '24.5', '1441 min']) expect(isOverADay(typed)).toBe(true);
    for (const typed of ['24', '24:00', '', 'soon', '7:75']) expect(isOverADay(typed)).toBe(false);
  });

  test.each([
    ['80', 4_800],
    ['168:30', 10_110],
    ['744', 44_640],
    ['745', null],
  ])('may be longer than a day where that is said: %s', (typed, minutes) => {
    expect(readHours(typed, 744 * 60)).toBe(minutes);
  });
});

describe('reading the hours of a program', () => {
  test.each([
    ['1,000', 60_000],
    ['2736 h', 164_160],
    ['12,345 h 30', 740_730],
    ['30', 1_800],
    ['7:30', 450],
    ['7,5', 450],
  ])('understands %s', (typed, minutes) => {
    expect(readTotalHours(typed)).toBe(minutes);
  });

  test.each([[''], ['many'], ['1,00,0'], ['-3'], ['1000:75']])('refuses "%s"', (typed) => {
    expect(readTotalHours(typed)).toBeNull();
  });
});
