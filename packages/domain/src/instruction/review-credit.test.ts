import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { irene, now, recordEntryId, rtiHoursCredited, today } from '../testing/build.js';
import type { GradeChangeFacts, ReviewFacts } from './review-credit.js';
import { causeOfChange, decideReview } from './review-credit.js';

const facts: GradeChangeFacts = { passMarkPercent: 70, scoreOnItsWay: false };

describe('a grade that changes after the credit', () => {
  test.each([
    [88, 69.99],
    [88, 0],
    [null, 40],
  ])('from %s to %s, below the pass mark, opens a review', (before, after) => {
    expect(causeOfChange({ before, now: after }, facts)).toBe('grade-lowered');
  });
  test('and is taken away opens a review', () => {
    expect(causeOfChange({ before: 88, now: null }, facts)).toBe('grade-removed');
  });
  test('acceptance 17: a platform that never knew a score opens none: no score is unknown, never zero', () => {
    expect(causeOfChange({ before: null, now: null }, facts)).toBeNull();
  });
  test.each([
    [72, 95],
    [95, 72],
    [40, 70],
    [null, 88],
  ])('from %s to %s, still passing, needs nothing', (before, after) => {
    expect(causeOfChange({ before, now: after }, facts)).toBeNull();
  });
  test.each([40, null])('to %s says nothing while a score of ours is on its way', (after) => {
    expect(causeOfChange({ before: 88, now: after }, { ...facts, scoreOnItsWay: true })).toBeNull();
  });
  test('to any passing grade never opens a review', () => {
    const before = fc.option(fc.double({ min: 0, max: 100, noNaN: true }), { nil: null });
    fc.assert(
      fc.property(before, fc.double({ min: 70, max: 100, noNaN: true }), (was, is) => {
        expect(causeOfChange({ before: was, now: is }, facts)).toBeNull();
      }),
    );
  });
});

describe('deciding a review', () => {
  const decide = (decision: 'keep' | 'reverse', reason = 'Wrong learner graded', part: Partial<ReviewFacts> = {}) =>
    decideReview(
      { decision, reason },
      { by: irene, at: now, today, recordEntry: recordEntryId(9), open: true, credit: rtiHoursCredited(), ...part },
    );

  test('to keep the credit writes nothing on the record', () => {
    expect(decide('keep')).toEqual({ ok: true, value: { reversal: null } });
  });
  test('to reverse puts a reversal with the reason beside the credit', () => {
    expect(decide('reverse', ' Wrong learner graded ')).toMatchObject({
      ok: true,
      value: {
        reversal: {
          kind: 'entry-reversed',
          reverses: rtiHoursCredited().id,
          reason: 'Wrong learner graded',
          answeredBy: irene,
        },
      },
    });
  });
  test.each(['keep', 'reverse'] as const)('to %s needs a reason', (decision) => {
    expect(decide(decision, '  ')).toEqual({ ok: false, refusal: { kind: 'reason-missing' } });
  });
  test('happens once', () => {
    expect(decide('reverse', 'x', { open: false })).toEqual({ ok: false, refusal: { kind: 'review-decided' } });
  });
  test('cannot reverse what was reversed meanwhile, and may be closed all the same', () => {
    expect(decide('reverse', 'x', { credit: null })).toEqual({ ok: false, refusal: { kind: 'changed-since-shown' } });
    expect(decide('keep', 'x', { credit: null })).toMatchObject({ ok: true });
  });
});
