import { describe, expect, test } from 'vitest';
import type { VoidFacts } from './void-sign-off.js';
import { voidSignOff } from './void-sign-off.js';
import {
  apprenticeWithOffice,
  apprenticeship,
  competencyAttested,
  day,
  employerActor,
  entryReversed,
  mentorActor,
  mentorship,
  now,
  recordEntryId,
  sponsorActor,
  today,
} from '../testing/build.js';
import { totals } from '../record/totals.js';
import { accepted, refusalOf } from '../testing/accepted.js';

const voiding = (
  facts: Partial<VoidFacts> = {},
  who: typeof mentorActor = mentorActor,
  reason = 'Signed for another apprentice',
) =>
  voidSignOff(
    who,
    { signed: competencyAttested(), reason },
    {
      apprenticeship: apprenticeship(),
      mentorships: [mentorship()],
      voided: false,
      today,
      now,
      recordEntry: recordEntryId(6),
      ...facts,
    },
  );

describe('voiding a sign-off', () => {
  test('adds an entry with the reason, and leaves no level behind', () => {
    const reversal = accepted(voiding());
    expect(reversal).toEqual(
      entryReversed({
        source: `reversal/${recordEntryId(3)}`,
        reverses: recordEntryId(3),
        reason: 'Signed for another apprentice',
      }),
    );
    expect(totals([competencyAttested(), reversal])).toEqual([]);
  });
  test.each([
    ['who signed, assigned no more', mentorActor, { mentorships: [] }],
    ['the sponsor', sponsorActor, { mentorships: [] }],
    [
      'a mentor assigned today',
      { ...mentorActor, person: employerActor.person },
      { mentorships: [mentorship({ mentor: employerActor.person })] },
    ],
  ])('is open to %s', (_, who, facts) => {
    expect(voiding(facts, who).ok).toBe(true);
  });
  test.each([
    ['by the apprentice', {}, apprenticeWithOffice, 'x', 'own-competency'],
    ['by the employer', {}, employerActor, 'x', 'not-their-mentor'],
    [
      'by a stand-in',
      { mentorships: [mentorship({ mentor: employerActor.person, kind: 'stand-in', until: day('2026-12-31') })] },
      employerActor,
      'x',
      'not-their-mentor',
    ],
    ['twice', { voided: true }, mentorActor, 'x', 'already-voided'],
    ['without a reason', {}, mentorActor, ' ', 'reason-missing'],
    [
      'in a closed record',
      { apprenticeship: apprenticeship({ status: 'completed' }) },
      mentorActor,
      'x',
      'record-closed',
    ],
  ] as const)('is refused %s', (...[, facts, who, reason, kind]) => {
    expect(refusalOf(voiding(facts, who, reason))).toBe(kind);
  });
});
