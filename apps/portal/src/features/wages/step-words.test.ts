import type { WageStepView } from '@journeybook/contracts';
import { describe, expect, test } from 'vitest';
import { mayBeGiven, paidStep, stepAsks, stepState } from './step-words.js';

const step = (number: number, part: object = {}, after: object = {}) =>
  ({
    step: { step: number, title: '', after, percent: 65 },
    reachedOn: null,
    given: null,
    state: 'ahead',
    ...part,
  }) as unknown as WageStepView;
const given = { centsPerHour: 2100, on: '2026-01-05' };

describe('a wage step in words', () => {
  test.each([
    [{}, 'from the first day'],
    [{ ojtMinutes: 41_040 }, 'after 684 h on the job'],
    [{ ojtMinutes: 41_040, rtiMinutes: 3960, months: 5 }, 'after 684 h on the job, 66 h of instruction and 5 months'],
    [{ competencies: 1, months: 1 }, 'after 1 month and 1 skill signed off'],
  ])('asks for %o: %s', (after, words) => expect(stepAsks(step(1, {}, after).step)).toBe(words));

  test.each([
    [{}, 'plain', 'still ahead'],
    [{ state: 'due', reachedOn: '2026-11-20' }, 'wait', 'due since 20 Nov 2026'],
    [{ state: 'overdue', reachedOn: '2026-10-20' }, 'stop', 'overdue, due since 20 Oct 2026'],
    [{ state: 'given', given }, 'ok', '$21.00 an hour since 5 Jan 2026'],
    [{ state: 'given' }, 'plain', 'passed over: a higher step is paid'],
  ])('stands %o', (part, tone, words) => expect(stepState(step(1, part))).toEqual({ tone, words }));
});

test('a rate is recorded for the step that is paid and for those above it', () => {
  const steps = [step(1), step(2, { given }), step(3)];
  expect(paidStep(steps)?.step.step).toBe(2);
  expect(steps.map((one) => mayBeGiven(one, steps))).toEqual([false, true, true]);
  expect(paidStep([step(1)])).toBeNull();
});
