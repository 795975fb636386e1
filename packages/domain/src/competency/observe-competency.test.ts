import { describe, expect, test } from 'vitest';
import { observeCompetency } from './observe-competency.js';
import {
  ada,
  apprenticeship,
  competencyCode,
  competencyObserved,
  day,
  grace,
  mentorship,
  now,
  recordEntryId,
  standard,
  today,
} from '../testing/build.js';
import { refusalOf } from '../testing/accepted.js';

const act = { competency: competencyCode('WP01.01'), on: day('2026-03-02'), by: grace };
const facts = { apprenticeship: apprenticeship(), standard: standard(), mentorships: [mentorship()], today };

describe('observing', () => {
  const given = { ...facts, now, recordEntry: recordEntryId(22) };
  const observation = { ...act, on: day('2026-02-20'), level: 2, feedback: ' Ask before the second valve ' };

  test('is an entry with the feedback and the level seen', () => {
    expect(observeCompetency(observation, given)).toEqual({
      ok: true,
      value: competencyObserved({ source: `observation/${recordEntryId(22)}` }),
    });
  });
  test.each([
    ['a level that is not on the scale', { level: 5 }, 'level-not-on-scale'],
    ['no feedback', { feedback: ' ' }, 'feedback-missing'],
    ['the apprentice', { by: ada }, 'own-competency'],
  ])('refuses %s', (_, change, kind) => {
    expect(refusalOf(observeCompetency({ ...observation, ...change }, given))).toBe(kind);
  });
});
