import { describe, expect, test } from 'vitest';
import type { CompetencyFacts } from './act-on-competency.js';
import { mayActOnCompetency } from './act-on-competency.js';
import {
  ada,
  apprenticeship,
  competency,
  competencyCode,
  day,
  grace,
  mentorship,
  standard,
  statusChanged,
  stranger,
  today,
} from '../testing/build.js';
import { refusalOf } from '../testing/accepted.js';

const facts = (overrides: Partial<CompetencyFacts> = {}) => ({
  apprenticeship: apprenticeship(),
  standard: standard(),
  mentorships: [mentorship()],
  today,
  ...overrides,
});
const act = { competency: competencyCode('WP01.01'), on: day('2026-03-02'), by: grace };

describe('acting on a competency', () => {
  test('is open to the mentor of that day', () => {
    expect(mayActOnCompetency(act, facts())).toEqual({ ok: true, value: competency() });
  });
  test.each([
    ['the apprentice', { by: ada }, { mentorships: [mentorship({ mentor: ada })] }, 'own-competency'],
    ['somebody else', { by: stranger }, {}, 'not-their-mentor'],
    [
      'a stand-in',
      {},
      { mentorships: [mentorship({ kind: 'stand-in', until: day('2026-03-08') })] },
      'not-their-mentor',
    ],
    ['a mentor before the assignment', { on: day('2026-01-04') }, {}, 'not-their-mentor'],
    ['a day to come', { on: day('2026-03-05') }, {}, 'future-date'],
    ['a suspended apprentice', {}, { apprenticeship: apprenticeship({ status: 'suspended' }) }, 'not-in-training'],
    [
      'a day of a suspension that is over',
      {},
      {
        statusHistory: [
          statusChanged({ status: 'suspended', occurredOn: day('2026-03-01') }),
          statusChanged({ status: 'active', occurredOn: day('2026-03-03') }),
        ],
      },
      'not-in-training',
    ],
    ['a skill of another standard', { competency: competencyCode('WELD.01') }, {}, 'unknown-competency'],
  ] as const)('is refused to %s', (...[, change, given, kind]) => {
    expect(refusalOf(mayActOnCompetency({ ...act, ...change }, facts(given)))).toBe(kind);
  });
});
