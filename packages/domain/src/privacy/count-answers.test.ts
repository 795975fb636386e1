import { describe, expect, test } from 'vitest';
import { countAnswers, openCounts } from './count-answers.js';
import type { Answer } from './answer-question.js';
import { actor, ada, college, council, day, elsewhere, foundry, stranger } from '../testing/build.js';

const said = (...values: string[]): Answer => ({ values, form: 'ETA 671', answeredOn: day('2026-03-04') });
const many = (count: number, ...values: string[]) => Array.from({ length: count }, () => said(...values));
const nothing = (count: number) => Array.from({ length: count }, () => null);
const shown = (field: 'sex' | 'race', answers: readonly (Answer | null)[]) =>
  Object.fromEntries(countAnswers(field, answers).map(({ value, people }) => [value, people]));

describe('counts of answers', () => {
  test('are told from five people on', () => {
    const counts = shown('sex', [...many(5, 'female'), ...many(9, 'male'), ...many(6, 'declined'), ...nothing(5)]);
    expect(counts).toMatchObject({ male: 9, declined: 6 });
  });
  test('of fewer than five are hidden, and so is what would tell them by subtraction', () => {
    const counts = shown('sex', [...many(4, 'female'), ...many(20, 'male'), ...many(6, 'declined'), ...nothing(7)]);
    expect(counts).toEqual({ female: null, declined: null, male: 20, unanswered: 7 });
  });
  test('of a few people are not told at all', () => {
    expect(Object.values(shown('sex', many(4, 'male')))).toEqual([null, null, null, null]);
  });
  test('are not told where all answered alike', () => {
    expect(Object.values(shown('sex', many(30, 'male')))).toEqual([null, null, null, null]);
  });
  test('have everybody in one group, several races being one of their own', () => {
    const counts = shown('race', [...many(8, 'white'), ...many(7, 'asian', 'white'), ...many(6, 'asian')]);
    expect(counts).toMatchObject({ white: 8, several: 7, asian: null, black: null });
  });
  test('that are hidden are at least five people together, whatever was answered', () => {
    for (let female = 0; female < 12; female += 1)
      for (let male = 0; male < 12; male += 1) {
        const counts = countAnswers('sex', [...many(female, 'female'), ...many(male, 'male')]);
        const told = counts.reduce((sum, { people }) => sum + (people ?? 0), 0);
        const hidden = female + male - told;
        expect(hidden === 0 ? told : hidden).toBeGreaterThanOrEqual(hidden === 0 ? 0 : Math.min(5, female + male));
        for (const { people } of counts) expect(people === null || people >= 5).toBe(true);
      }
  });
});

describe('who sees counts', () => {
  test('an administrator of the sponsor', () => {
    expect(openCounts(actor(stranger, { role: 'sponsor-admin', organization: council }), council).ok).toBe(true);
  });
  test.each([
    ['another sponsor', actor(stranger, { role: 'sponsor-admin', organization: elsewhere })],
    ['an employer', actor(stranger, { role: 'employer-admin', organization: foundry })],
    ['an employer role held at the sponsor', actor(stranger, { role: 'employer-admin', organization: council })],
    ['a mentor', actor(stranger, { role: 'mentor', organization: foundry })],
    ['a college', actor(stranger, { role: 'college-admin', organization: college })],
    ['an instructor', actor(stranger, { role: 'instructor', organization: college })],
    ['an auditor', actor(stranger, { role: 'auditor', organization: council })],
    ['an apprentice', actor(ada, { role: 'apprentice', organization: foundry })],
  ] as const)('but not %s', (_, who) => {
    expect(openCounts(who, council)).toEqual({ ok: false, refusal: { kind: 'not-their-program' } });
  });
});
