import { describe, expect, test } from 'vitest';
import { ada, personId } from '../testing/build.js';
import { matchLearner, unmatchLearner } from './match-learner.js';

const other = personId(2);
const asked = { isLearner: true, person: ada, before: null, asShown: true };

describe('matching a learner', () => {
  test('makes them the apprentice that was named', () => {
    expect(matchLearner(asked)).toEqual({ ok: true, value: { person: ada, already: false } });
  });
  test('changes who they were, when that was shown', () => {
    expect(matchLearner({ ...asked, before: other })).toEqual({ ok: true, value: { person: ada, already: false } });
  });
  test.each([true, false])('leaves them who they are already, shown or not: %s', (asShown) => {
    expect(matchLearner({ ...asked, before: ada, asShown })).toEqual({
      ok: true,
      value: { person: ada, already: true },
    });
  });
  test.each([
    ['not-a-learner-here', { isLearner: false }],
    ['not-an-apprentice-here', { person: null }],
    ['changed-since-shown', { asShown: false }],
    ['changed-since-shown', { asShown: false, before: other }],
  ])('is refused with %s', (kind, part) => {
    expect(matchLearner({ ...asked, ...part })).toEqual({ ok: false, refusal: { kind } });
  });
});

describe('taking a match back', () => {
  const matched = { isLearner: true, person: ada, before: ada };
  test.each([
    ['ends it', ada, false],
    ['does nothing when it has ended', null, true],
  ])('%s', (_, before, already) => {
    expect(unmatchLearner({ ...matched, before })).toEqual({ ok: true, value: { person: ada, already } });
  });
  test.each([
    ['not-a-learner-here', { isLearner: false }],
    ['not-an-apprentice-here', { person: null }],
    ['changed-since-shown', { before: other }],
  ])('is refused with %s', (kind, part) => {
    expect(unmatchLearner({ ...matched, ...part })).toEqual({ ok: false, refusal: { kind } });
  });
});
