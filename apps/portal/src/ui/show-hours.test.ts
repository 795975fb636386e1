import { describe, expect, test } from 'vitest';
import { showHours, showHoursCount } from './show-hours.js';

describe('showing minutes as hours', () => {
  test.each([
    [450, '7 h 30'],
    [425, '7 h 05'],
    [960, '16 h'],
    [45, '45 min'],
    [0, '0 h'],
    [-120, '−2 h'],
    [116_760, '1,946 h'],
  ])('shows %i minutes as %s', (minutes, text) => {
    expect(showHours(minutes)).toBe(text);
  });

  test.each([
    [46_860, '781'],
    [46_890, '781 h 30'],
    [30, '30 min'],
  ])('counts %i minutes as %s in a column of hours', (minutes, text) => {
    expect(showHoursCount(minutes)).toBe(text);
  });
});
