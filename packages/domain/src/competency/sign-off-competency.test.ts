import { describe, expect, test } from 'vitest';
import type { SignOff, SignOffFacts } from './sign-off-competency.js';
import { signOffCompetency } from './sign-off-competency.js';
import {
  ada,
  apprenticeship,
  apprenticeshipId,
  competency,
  competencyAttested,
  competencyCode,
  day,
  mentorship,
  signOff,
  signOffFacts,
  standard,
  stranger,
  today,
} from '../testing/build.js';

const signing = (act: Partial<SignOff> = {}, facts: Partial<SignOffFacts> = {}) =>
  signOffCompetency(signOff(act), signOffFacts(facts));

const sourceOf = (signedTimes: number) => {
  const answer = signing({}, { signedTimes });
  if (!answer.ok) throw new Error(answer.refusal.kind);
  return answer.value.source;
};

describe('signing a competency off', () => {
  test('attests it at the level observed, under the standard of the apprentice', () => {
    expect(signing()).toEqual({ ok: true, value: competencyAttested() });
  });
  test('keeps the comment without the blanks around it', () => {
    expect(signing({ comment: '  well done \n' })).toMatchObject({ value: { comment: 'well done' } });
  });
  test.each([
    ['at the required level', { competency: competencyCode('WP01.06'), level: 2 }, {}],
    ['above the required level', { level: 4 }, {}],
    ['what was observed today', { observedOn: today }, {}],
    ['again, at a higher level', { level: 4 }, { signedLevel: 3, signedTimes: 1 }],
    ['again, after it was voided', {}, { signedLevel: null, signedTimes: 1 }],
    ['on the first day of the assignment', {}, { mentorships: [mentorship({ from: day('2026-03-03') })] }],
    ['on the last day of the assignment', {}, { mentorships: [mentorship({ until: day('2026-03-03') })] }],
    ['during probation', {}, { apprenticeship: apprenticeship({ status: 'registered' }) }],
  ] as const)('is open %s', (_, act, facts) => {
    expect(signing(act, facts).ok).toBe(true);
  });
  test('has the same source when it is sent twice, and another one each time it is signed', () => {
    expect(sourceOf(0)).toBe(sourceOf(0));
    expect(new Set([0, 1, 2].map(sourceOf)).size).toBe(3);
  });
});

describe('signing a competency off refuses', () => {
  test('the apprentice, even one who is listed as their own mentor', () => {
    const mentorships = [mentorship({ mentor: ada })];
    expect(signing({ by: ada }, { mentorships })).toEqual({ ok: false, refusal: { kind: 'own-competency' } });
  });
  test.each([
    ['of somebody else', mentorship({ mentor: stranger })],
    ['of another apprenticeship', mentorship({ apprenticeship: apprenticeshipId(2) })],
    ['that began after it was observed', mentorship({ from: day('2026-03-04') })],
    ['that ended before it was observed', mentorship({ until: day('2026-03-02') })],
  ])('a mentorship %s', (_, assignment) => {
    expect(signing({}, { mentorships: [assignment] })).toEqual({ ok: false, refusal: { kind: 'not-their-mentor' } });
  });
  test('what is observed tomorrow', () => {
    expect(signing({ observedOn: day('2026-03-05') })).toEqual({ ok: false, refusal: { kind: 'future-date', today } });
  });
  test.each(['draft', 'suspended', 'completed', 'cancelled', 'transferred'] as const)(
    'an apprentice who is %s',
    (status) => {
      expect(signing({}, { apprenticeship: apprenticeship({ status }) })).toEqual({
        ok: false,
        refusal: { kind: 'not-in-training', status },
      });
    },
  );
  test('a competency of another standard', () => {
    expect(signing({ competency: competencyCode('WELD.01') })).toEqual({
      ok: false,
      refusal: { kind: 'unknown-competency' },
    });
  });
  test.each([5, -1, 3.5])('level %d, which is not on the scale', (level) => {
    expect(signing({ level })).toEqual({ ok: false, refusal: { kind: 'level-not-on-scale' } });
  });
  test.each([0, 1, 2])('level %i, below what the competency requires', (level) => {
    expect(signing({ level })).toEqual({ ok: false, refusal: { kind: 'below-required-level', requiredLevel: 3 } });
  });
  test.each([3, 4])('a level that was signed already: %i stands', (signedLevel) => {
    expect(signing({ level: 3 }, { signedLevel, signedTimes: 1 })).toEqual({
      ok: false,
      refusal: { kind: 'already-signed-off' },
    });
  });
});

describe('the means of evaluation', () => {
  const tested = { standard: standard({ competencies: [competency({ evaluation: 'test' })] }) };
  const evaluation = {
    method: 'test',
    result: { scorePercent: 88, passMarkPercent: 70 },
    reference: 'MSSC 12',
  } as const;

  test('of a test that passed stands in the entry', () => {
    expect(signing({ evaluation }, tested)).toEqual({ ok: true, value: competencyAttested({ evaluation }) });
  });
  test('a competency judged by a test is not signed off without its result', () => {
    expect(signing({}, tested)).toEqual({ ok: false, refusal: { kind: 'test-result-missing' } });
  });
  test('is asked for after the level', () => {
    expect(signing({ level: 2 }, tested)).toMatchObject({ refusal: { kind: 'below-required-level' } });
  });
});
