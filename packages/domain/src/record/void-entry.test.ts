import { describe, expect, test } from 'vitest';
import type { VoidEntryFacts } from './void-entry.js';
import { voidEntry } from './void-entry.js';
import { totals } from './totals.js';
import type { RecordEntry } from './record-entry.js';
import {
  advancedStandingGranted,
  apprenticeWithOffice,
  apprenticeship,
  competencyAttested,
  competencyDemonstrated,
  competencyObserved,
  completionAwarded,
  credentialEarned,
  employerActor,
  entryReversed,
  masteryAttested,
  now,
  ojtHoursCredited,
  recordEntryId,
  rtiHoursCredited,
  sponsorActor,
  standardChanged,
  statusChanged,
  today,
  varianceApproved,
  wageStepGiven,
} from '../testing/build.js';
import { accepted, refusalOf } from '../testing/accepted.js';

const voiding = (
  entry: RecordEntry,
  facts: Partial<VoidEntryFacts> = {},
  { who = sponsorActor, reason = 'Entered for somebody else' } = {},
) =>
  voidEntry(
    who,
    { entry, reason },
    { apprenticeship: apprenticeship(), voided: false, today, now, recordEntry: recordEntryId(90), ...facts },
  );

describe('voiding an entry', () => {
  test.each([
    advancedStandingGranted(),
    varianceApproved(),
    rtiHoursCredited(),
    wageStepGiven(),
    credentialEarned(),
    competencyDemonstrated(),
    competencyObserved(),
  ])('adds a reversal of $kind, which counts no more', (entry) => {
    const reversal = accepted(voiding(entry));
    expect(reversal).toMatchObject({ reverses: entry.id, reason: 'Entered for somebody else' });
    expect(totals([entry, reversal])).toEqual([]);
  });
  test.each([
    ojtHoursCredited(),
    competencyAttested(),
    statusChanged(),
    standardChanged(),
    masteryAttested(),
    completionAwarded(),
    entryReversed(),
  ])('is refused for $kind, which has a rule of its own or binds somebody else', (entry) => {
    expect(refusalOf(voiding(entry))).toBe('not-voidable');
  });
  test.each([
    ['by the apprentice with an office', {}, { who: apprenticeWithOffice }, 'own-record'],
    ['by the employer', {}, { who: employerActor }, 'not-their-program'],
    ['twice', { voided: true }, {}, 'already-voided'],
    ['without a reason', {}, { reason: ' ' }, 'reason-missing'],
    ['in a closed record', { apprenticeship: apprenticeship({ status: 'completed' }) }, {}, 'record-closed'],
  ] as const)('is refused %s', (...[, facts, given, kind]) => {
    expect(refusalOf(voiding(rtiHoursCredited(), facts, given))).toBe(kind);
  });
});
