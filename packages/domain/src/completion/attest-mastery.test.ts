import { describe, expect, test } from 'vitest';
import type { AttestMasteryFacts } from './attest-mastery.js';
import { attestMastery, standingAttestation } from './attest-mastery.js';
import {
  apprenticeWithOffice,
  apprenticeship,
  completedRecord,
  employerActor,
  entryReversed,
  foundry,
  imt,
  masteryAttested,
  mentorActor,
  mill,
  now,
  otherEmployer,
  recordEntryId,
  sponsorActor,
  today,
} from '../testing/build.js';
import { refusalOf } from '../testing/accepted.js';

const reversed = entryReversed({ reverses: masteryAttested().id });
const done = completedRecord(imt());
const attesting = (
  facts: Partial<AttestMasteryFacts> = {},
  who: typeof employerActor = employerActor,
  statement = ' Ada runs the line by herself ',
) =>
  attestMastery(who, statement, {
    apprenticeship: apprenticeship(),
    entries: done,
    standard: imt(),
    today,
    now,
    recordEntry: recordEntryId(28),
    ...facts,
  });

describe('attesting mastery', () => {
  test("is the employer's word, on the record", () => {
    expect(attesting()).toEqual({
      ok: true,
      value: masteryAttested({ source: `mastery/${apprenticeship().id}/1`, answeredBy: employerActor.person }),
    });
  });
  test('is possible again after the sponsor returned the materials, from another source', () => {
    expect(attesting({ entries: [...done, masteryAttested(), reversed] })).toMatchObject({
      ok: true,
      value: { source: `mastery/${apprenticeship().id}/2` },
    });
  });
  test('is refused while anything is unmet, which is listed', () => {
    expect(attesting({ entries: done.slice(1) })).toEqual({
      ok: false,
      refusal: { kind: 'requirements-unmet', unmet: [expect.objectContaining({ code: 'WP01', met: false })] },
    });
  });
  test.each([
    ['by the apprentice with an office', {}, apprenticeWithOffice, 'x', 'own-mastery'],
    ['by the sponsor', {}, sponsorActor, 'x', 'not-their-apprentice'],
    ['by a mentor', {}, mentorActor, 'x', 'not-their-apprentice'],
    ['by another employer', {}, otherEmployer, 'x', 'not-their-apprentice'],
    ['in probation', { apprenticeship: apprenticeship({ status: 'registered' }) }, employerActor, 'x', 'not-active'],
    ['twice', { entries: [masteryAttested()] }, employerActor, 'x', 'already-attested'],
    ['without a statement', {}, employerActor, ' ', 'statement-missing'],
  ] as const)('is refused %s', (...[, facts, who, statement, kind]) => {
    expect(refusalOf(attesting(facts, who, statement))).toBe(kind);
  });
});

describe('the attestation that stands', () => {
  test('is found, a returned one is not', () => {
    expect(standingAttestation([masteryAttested()], foundry)).toEqual(masteryAttested());
    expect(standingAttestation([masteryAttested(), reversed], foundry)).toBeNull();
  });
  test('is that of the employer of today: after a change of employer the new one attests', () => {
    expect(standingAttestation([masteryAttested()], mill)).toBeNull();
    const millAdmin = { ...employerActor, roles: [{ role: 'employer-admin' as const, organization: mill }] };
    const facts = { apprenticeship: apprenticeship({ employer: mill }), entries: [...done, masteryAttested()] };
    expect(attesting(facts, millAdmin)).toMatchObject({
      value: { employer: mill, source: `mastery/${apprenticeship().id}/2` },
    });
  });
});
