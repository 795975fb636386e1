import { describe, expect, test } from 'vitest';
import { attestMastery, standingAttestation } from './attest-mastery.js';
import type { CompletionReview } from './completion-review.js';
import { returnCompletion } from './return-completion.js';
import type { ReturnCompletionFacts } from './return-completion.js';
import {
  apprenticeWithOffice,
  apprenticeship,
  apprenticeshipId,
  completedRecord,
  employerActor,
  imt,
  masteryAttested,
  now,
  recordEntryId,
  sponsorActor,
  today,
} from '../testing/build.js';
import { accepted, refusalOf } from '../testing/accepted.js';

const questioned: CompletionReview = {
  apprenticeship: apprenticeshipId(1),
  version: 3,
  items: [
    {
      kind: 'course',
      code: 'RTI03',
      verdict: 'questioned',
      remark: 'Which section?',
      by: sponsorActor.person,
      takenBack: 0,
    },
    { kind: 'course', code: 'RTI11', verdict: 'accepted', remark: 'Seen', by: sponsorActor.person, takenBack: 0 },
  ],
};
const returning = (
  given: { review?: CompletionReview; reasons?: readonly string[] } = {},
  facts: Partial<ReturnCompletionFacts> = {},
  who: typeof sponsorActor = sponsorActor,
) =>
  returnCompletion(
    who,
    { review: questioned, reasons: [' Two weeks of the log are missing '], ...given },
    {
      apprenticeship: apprenticeship(),
      entries: [masteryAttested()],
      today,
      now,
      recordEntries: { returned: recordEntryId(29), reversal: recordEntryId(31) },
      ...facts,
    },
  );
const accept = questioned.items.slice(1);

describe('returning the materials', () => {
  const { returned, reversal, review } = accepted(returning());

  test('gives every reason, those of the questioned items too', () => {
    expect(returned.reasons).toEqual(['Two weeks of the log are missing', 'RTI03: Which section?']);
  });
  test('takes the attestation back, so that the employer attests again', () => {
    const entries = [...completedRecord(imt()), masteryAttested(), returned, reversal];
    expect(standingAttestation(entries, apprenticeship().employer)).toBeNull();
    const again = {
      apprenticeship: apprenticeship(),
      entries,
      standard: imt(),
      today,
      now,
      recordEntry: recordEntryId(32),
    };
    expect(attestMastery(employerActor, 'Put right', again).ok).toBe(true);
  });
  test('begins the review anew, under a version that no screen has shown', () => {
    expect(review).toEqual({ apprenticeship: apprenticeshipId(1), version: 4, items: [] });
  });
  test.each([
    [
      'without any reason',
      { review: { ...questioned, items: accept }, reasons: [' '] },
      {},
      sponsorActor,
      'reason-missing',
    ],
    ['what was not attested', {}, { entries: [] }, sponsorActor, 'not-attested'],
    ['what is completed', {}, { apprenticeship: apprenticeship({ status: 'completed' }) }, sponsorActor, 'not-active'],
    ['by the employer', {}, {}, employerActor, 'not-their-program'],
    ['by the apprentice with an office', {}, {}, apprenticeWithOffice, 'own-completion'],
  ] as const)('is refused %s', (...[, given, facts, who, kind]) => {
    expect(refusalOf(returning(given, facts, who))).toBe(kind);
  });
});
