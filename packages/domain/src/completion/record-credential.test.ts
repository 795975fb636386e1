import { describe, expect, test } from 'vitest';
import type { CredentialToRecord, RecordCredentialFacts } from './record-credential.js';
import { recordCredential } from './record-credential.js';
import {
  apprenticeWithOffice,
  apprenticeship,
  credentialEarned,
  day,
  employerActor,
  imt,
  mentorActor,
  now,
  recordEntryId,
  sponsorActor,
  today,
} from '../testing/build.js';
import { refusalOf } from '../testing/accepted.js';

const recording = (
  credential: Partial<CredentialToRecord> = {},
  facts: Partial<RecordCredentialFacts> = {},
  who: typeof employerActor = employerActor,
) =>
  recordCredential(
    who,
    { credential: 'OSHA-10', earnedOn: day('2026-02-10'), reference: ' Card 36-1234 ', ...credential },
    {
      apprenticeship: apprenticeship(),
      standard: imt(),
      earned: false,
      today,
      now,
      recordEntry: recordEntryId(26),
      ...facts,
    },
  );

describe('recording a completion credential', () => {
  test('names the card that was seen and who saw it', () => {
    expect(recording()).toEqual({
      ok: true,
      value: credentialEarned({ source: `credential/${recordEntryId(26)}`, answeredBy: employerActor.person }),
    });
  });
  test('is open to the sponsor, and for one earned before the agreement', () => {
    expect(recording({ earnedOn: day('2020-01-01') }, {}, sponsorActor).ok).toBe(true);
  });
  test.each([
    ['by the apprentice with an office', {}, {}, apprenticeWithOffice, 'own-credential'],
    ['by a mentor', {}, {}, mentorActor, 'not-their-apprentice'],
    ['that the program does not ask for', { credential: 'X' }, {}, employerActor, 'unknown-credential'],
    ['twice', {}, { earned: true }, employerActor, 'already-earned'],
    ['of a day to come', { earnedOn: day('2026-03-05') }, {}, employerActor, 'future-date'],
    ['without a reference', { reference: ' ' }, {}, employerActor, 'reference-missing'],
    [
      'in a closed record',
      {},
      { apprenticeship: apprenticeship({ status: 'completed' }) },
      employerActor,
      'record-closed',
    ],
  ] as const)('is refused %s', (...[, credential, facts, who, kind]) => {
    expect(refusalOf(recording(credential, facts, who))).toBe(kind);
  });
});
