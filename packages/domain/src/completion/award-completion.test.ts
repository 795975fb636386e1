import { describe, expect, test } from 'vitest';
import type { AwardFacts } from './award-completion.js';
import { awardCompletion } from './award-completion.js';
import type { CompletionReview } from './completion-review.js';
import { listRequirements } from './requirements.js';
import { federalPolicy } from '../program/agency-policies.js';
import {
  apprenticeWithOffice,
  apprenticeship,
  apprenticeshipId,
  completedRecord,
  day,
  employerActor,
  entryReversed,
  imt,
  masteryAttested,
  mill,
  now,
  otherSponsor,
  recordEntryId,
  sponsorActor,
  statusChanged,
  today,
} from '../testing/build.js';
import { accepted, refusalOf } from '../testing/accepted.js';

const record = [...completedRecord(imt()), masteryAttested()];
const requirements = listRequirements(imt(), { beganOn: day('2026-01-05'), entries: record, today });
const reviewed = (verdict: 'accepted' | 'questioned' = 'accepted', leaveOut = 0): CompletionReview => ({
  apprenticeship: apprenticeshipId(1),
  version: 5,
  items: requirements.slice(leaveOut).map(({ kind, code }, index) => ({
    kind,
    code,
    verdict: index === 0 ? verdict : ('accepted' as const),
    remark: 'Seen',
    by: sponsorActor.person,
    takenBack: 0,
  })),
});
const awarding = (
  facts: Partial<AwardFacts> = {},
  review: CompletionReview = reviewed(),
  who: typeof sponsorActor = sponsorActor,
) =>
  awardCompletion(who, review, {
    apprenticeship: apprenticeship(),
    history: [statusChanged()],
    agency: federalPolicy,
    holidays: new Set(),
    entries: record,
    standard: imt(),
    shownVersion: 5,
    today,
    now,
    recordEntry: recordEntryId(40),
    awardEntry: recordEntryId(30),
    ...facts,
  });

describe('awarding completion', () => {
  const { award, change, apprenticeship: completed, report } = accepted(awarding());

  test('completes the agreement and tells the agency by when', () => {
    expect(completed.status).toBe('completed');
    expect(change).toMatchObject({ status: 'completed', from: 'active', occurredOn: today });
    expect(report).toEqual({ event: 'completed', dueOn: '2026-04-18' });
  });
  test('names every requirement that was met', () => {
    expect(award.requirements).toHaveLength(37);
    expect(award).toMatchObject({ kind: 'completion-awarded', answeredBy: sponsorActor.person });
  });
});

describe('awarding completion refuses', () => {
  test.each(record.slice(0, 4).map((entry, index) => [index, entry] as const))(
    'a record in which entry %i was reversed',
    (_, entry) => {
      const entries = [...record, entryReversed({ reverses: entry.id })];
      expect(awarding({ entries })).toMatchObject({
        refusal: { kind: 'requirements-unmet', unmet: [{ met: false }] },
      });
    },
  );
  test('a record that the employer has not attested', () => {
    expect(refusalOf(awarding({ entries: completedRecord(imt()) }))).toBe('not-attested');
  });
  test('a record that only a former employer has attested', () => {
    expect(refusalOf(awarding({ apprenticeship: apprenticeship({ employer: mill }) }))).toBe('not-attested');
  });
  test('a review that left something out', () => {
    expect(awarding({}, reviewed('accepted', 1))).toMatchObject({
      refusal: { kind: 'items-not-reviewed', items: [{ kind: 'process-hours', code: 'WP01' }] },
    });
  });
  test('a review of hours that were taken back since and recorded anew', () => {
    const [first] = record;
    if (first?.kind !== 'ojt-hours-credited') throw new Error('hours come first');
    const anew = { ...first, id: recordEntryId(60), source: 'hours/anew' };
    const entries = [...record, entryReversed({ reverses: first.id }), anew];
    expect(awarding({ entries })).toMatchObject({
      refusal: { kind: 'items-not-reviewed', items: [{ kind: 'process-hours', code: 'WP01' }] },
    });
  });
  test('a review that questions something', () => {
    expect(awarding({}, reviewed('questioned'))).toMatchObject({ refusal: { kind: 'items-questioned' } });
  });
  test('for a question about what is asked for no more is not one', () => {
    const item = {
      kind: 'course',
      code: 'RTI99',
      verdict: 'questioned',
      remark: 'Gone',
      by: sponsorActor.person,
      takenBack: 0,
    } as const;
    const review = reviewed();
    expect(refusalOf(awarding({}, { ...review, items: [...review.items, item] }))).toBeNull();
  });
  test('a review that went on since it was shown', () => {
    expect(refusalOf(awarding({ shownVersion: 4 }))).toBe('changed-since-shown');
  });
  test.each(['registered', 'suspended', 'completed', 'cancelled', 'transferred'] as const)(
    'an apprentice who is %s',
    (status) => {
      expect(refusalOf(awarding({ apprenticeship: apprenticeship({ status }) }))).toBe('not-active');
    },
  );
  test.each([
    ['the employer', employerActor, 'not-their-program'],
    ['another sponsor', otherSponsor, 'not-their-program'],
    ['the apprentice with an office', apprenticeWithOffice, 'own-completion'],
  ])('%s', (_, who, kind) => {
    expect(refusalOf(awarding({}, reviewed(), who))).toBe(kind);
  });
});
