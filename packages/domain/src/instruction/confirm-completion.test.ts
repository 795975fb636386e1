import { describe, expect, test } from 'vitest';
import type { Completion, CompletionFacts } from './confirm-completion.js';
import { confirmCompletion } from './confirm-completion.js';
import {
  apprenticeship,
  completion,
  completionFacts,
  courseCode,
  recordEntryId,
  rtiHoursCredited,
  sectionId,
} from '../testing/build.js';

const confirming = (act: Partial<Completion> = {}, facts: Partial<CompletionFacts> = {}) =>
  confirmCompletion(completion(act), completionFacts(facts));

const creditOf = (act: Partial<Completion> = {}, facts: Partial<CompletionFacts> = {}) => {
  const answer = confirming(act, facts);
  if (!answer.ok || answer.value.kind !== 'credited') throw new Error('no credit');
  return answer.value.credit;
};

describe('confirming a completion', () => {
  test("credits the course's minutes, with the section, the grade and who stands behind it", () => {
    expect(creditOf()).toEqual(rtiHoursCredited());
  });
  test('credits what the standard requires of the course with that code, not of one with a like name', () => {
    expect(creditOf({ course: courseCode('RTI11') }).minutes).toBe(10 * 60);
  });
  test.each([
    ['a grade at the pass mark', { scorePercent: 70 }, {}],
    ['full marks', { scorePercent: 100 }, {}],
    ['zero, where the pass mark is zero', { scorePercent: 0 }, { passMarkPercent: 0 }],
    ["an instructor's word without a grade", { scorePercent: null, source: 'instructor-attested' }, {}],
    ['a file', { source: 'imported' }, {}],
    ['a completion during probation', {}, { apprenticeship: apprenticeship({ status: 'registered' }) }],
  ] as const)('takes %s', (_, act, facts) => {
    const credit = creditOf(act, facts);
    expect(credit).toMatchObject({
      scorePercent: completion(act).scorePercent,
      evidence: completion(act).source,
    });
  });
});

describe('a completion that is credited by attendance', () => {
  const attended = (minutes: number | null, mode: 'all' | 'attendance' = 'attendance') =>
    confirming({ attendedMinutes: minutes as never }, { creditMode: mode });

  test.each([1, 90, 24 * 60])('credits the %d minutes that were attended', (minutes) => {
    expect(attended(minutes)).toMatchObject({ ok: true, value: { credit: { minutes } } });
  });
  test('is refused with more than the course has', () => {
    expect(attended(24 * 60 + 1)).toEqual({
      ok: false,
      refusal: { kind: 'attendance-above-course', courseMinutes: 24 * 60 },
    });
  });
  test.each([null, 0, -5])('is refused without any (%s)', (minutes) => {
    expect(attended(minutes)).toEqual({ ok: false, refusal: { kind: 'attendance-missing' } });
  });
  test('credits all where the section does, whatever was attended', () => {
    expect(attended(90, 'all')).toMatchObject({ ok: true, value: { credit: { minutes: 24 * 60 } } });
  });
});

describe('a completion that is seen again', () => {
  const standing = { id: recordEntryId(7) };
  test.each([
    ['from the same push', {}],
    ['from another section', { section: sectionId(2) }],
    ['from a file', { source: 'imported' }],
    ['with a lower grade, which takes nothing away', { scorePercent: 12 }],
    ['with a better grade', { scorePercent: 99 }],
  ] as const)('%s is the credit that stands', (_, act) => {
    expect(confirming(act, { standing })).toEqual({
      ok: true,
      value: { kind: 'already-credited', entry: standing.id },
    });
  });
  test('stays credited after the apprentice has completed', () => {
    const answer = confirming({}, { standing, apprenticeship: apprenticeship({ status: 'completed' }) });
    expect(answer).toMatchObject({ ok: true, value: { kind: 'already-credited' } });
  });
  test('has the same source from whatever section, job or file, so that two at once are one credit', () => {
    const other = creditOf(
      { section: sectionId(2), source: 'imported', scorePercent: 91 },
      { recordEntry: recordEntryId(8) },
    );
    expect(other.source).toBe(creditOf().source);
  });
  test('has another source after the credit was reversed', () => {
    const sources = [0, 1, 2].map((reversedTimes) => creditOf({}, { reversedTimes }).source);
    expect(new Set(sources).size).toBe(3);
  });
  test('has another source for another course', () => {
    expect(creditOf({ course: courseCode('RTI11') }).source).not.toBe(creditOf().source);
  });
});

describe('confirming a completion refuses', () => {
  test('a course of another standard', () => {
    expect(confirming({ course: courseCode('WELD101') })).toEqual({
      ok: false,
      refusal: { kind: 'course-not-in-standard', course: 'WELD101' },
    });
  });
  test.each(['draft', 'suspended', 'completed', 'cancelled', 'transferred'] as const)(
    'an apprentice who is %s',
    (status) => {
      expect(confirming({}, { apprenticeship: apprenticeship({ status }) })).toEqual({
        ok: false,
        refusal: { kind: 'not-in-training', status },
      });
    },
  );
  test.each([-1, 100.5, Number.NaN, Number.POSITIVE_INFINITY])('a score of %d percent', (scorePercent) => {
    expect(confirming({ scorePercent })).toEqual({ ok: false, refusal: { kind: 'score-out-of-range' } });
  });
  test.each([0, 69, 69.99])('%d percent where 70 pass', (scorePercent) => {
    expect(confirming({ scorePercent })).toEqual({
      ok: false,
      refusal: { kind: 'below-pass-mark', passMarkPercent: 70 },
    });
  });
});
