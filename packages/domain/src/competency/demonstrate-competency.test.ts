import { describe, expect, test } from 'vitest';
import { demonstrateCompetency } from './demonstrate-competency.js';
import {
  ada,
  apprenticeship,
  competencyCode,
  competencyDemonstrated,
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

describe('demonstrating', () => {
  const given = { ...facts, now, recordEntry: recordEntryId(21) };

  test('is an entry with the comment', () => {
    expect(demonstrateCompetency({ ...act, on: day('2026-02-02'), comment: ' Start-up of line 3 ' }, given)).toEqual({
      ok: true,
      value: competencyDemonstrated({ source: `demonstration/${recordEntryId(21)}` }),
    });
  });
  test('refuses as acting does', () => {
    expect(refusalOf(demonstrateCompetency({ ...act, by: ada, comment: '' }, given))).toBe('own-competency');
  });
});
