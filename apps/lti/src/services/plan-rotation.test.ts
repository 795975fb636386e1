import { describe, expect, test } from 'vitest';
import { planRotation } from './plan-rotation.js';

const day = (count: number) => new Date(Date.UTC(2026, 0, 1 + count));

describe('the tool’s next key', () => {
  test('is made at once and signs at once when there is none', () => {
    expect(planRotation(null, day(0))).toEqual({ notBefore: day(0), retireOthersAt: day(0) });
  });

  test.each([0, 1, 87])('is not made %i days into a quarter', (days) => {
    expect(planRotation(day(0), day(days))).toBeNull();
  });

  test('is published three days before the quarter ends, and the old one stays three days longer', () => {
    expect(planRotation(day(0), day(88))).toEqual({ notBefore: day(91), retireOthersAt: day(94) });
  });

  test('is published three days ahead also when it is late, because nobody was there to make it', () => {
    expect(planRotation(day(0), day(400))).toEqual({ notBefore: day(403), retireOthersAt: day(406) });
  });

  test('is made once: its own quarter begins when it signs', () => {
    expect(planRotation(day(91), day(88))).toBeNull();
    expect(planRotation(day(91), day(178))).toBeNull();
    expect(planRotation(day(91), day(179))).toEqual({ notBefore: day(182), retireOthersAt: day(185) });
  });
});
