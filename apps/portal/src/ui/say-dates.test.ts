import { describe, expect, test } from 'vitest';
import { sayDates } from './say-dates.js';

describe('dates in a sentence of the API', () => {
  test('are said as people read them, all of them', () => {
    expect(sayDates('The day must not be after 2026-11-23, nor before 2026-01-05.')).toBe(
      'The day must not be after 23 Nov 2026, nor before 5 Jan 2026.',
    );
  });

  test('leave everything else as it is', () => {
    for (const sentence of ['Nothing to see.', 'On 2026-02-30.', 'At 2026-11-23T10:00:00Z.', 'Order 12026-11-230.'])
      expect(sayDates(sentence)).toBe(sentence);
  });
});
