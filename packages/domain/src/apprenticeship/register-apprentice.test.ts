import { describe, expect, test } from 'vitest';
import type { Registration, RegistrationFacts } from './register-apprentice.js';
import { registerApprentice } from './register-apprentice.js';
import {
  apprenticeActor,
  apprenticeWithOffice,
  apprenticeship,
  council,
  day,
  foundry,
  imt,
  mill,
  now,
  otherSponsor,
  recordEntryId,
  sponsorActor,
  standardId,
  today,
} from '../testing/build.js';
import { refusalOf } from '../testing/accepted.js';

const draft = apprenticeship({ status: 'draft' });
const guardian = { name: 'Maria Lopez', relation: 'mother', contact: '555 0101', signedOn: day('2026-01-04') };

const registering = (
  registration: Partial<Registration> = {},
  facts: Partial<RegistrationFacts> = {},
  who: typeof sponsorActor = sponsorActor,
) =>
  registerApprentice(
    who,
    {
      apprenticeship: draft,
      bornOn: day('2004-06-01'),
      signedByApprenticeOn: day('2026-01-04'),
      guardian: null,
      reason: 'Agreement signed',
      ...registration,
    },
    {
      standard: imt(),
      standardStatus: 'published',
      partners: [foundry],
      otherAgreements: [],
      holidays: new Set(),
      today,
      now,
      recordEntry: recordEntryId(41),
      ...facts,
    },
  );

describe('registering an apprentice', () => {
  test('begins probation on the first day of the agreement and says when the agency must know', () => {
    expect(registering()).toMatchObject({
      ok: true,
      value: {
        apprenticeship: { ...draft, status: 'registered' },
        change: { status: 'registered', from: 'draft', occurredOn: '2026-01-05', source: `status/${draft.id}/1` },
        report: { event: 'registered', dueOn: '2026-02-19' },
      },
    });
  });
  test.each([
    ['at 16, with a guardian', { bornOn: day('2010-01-05'), guardian }, {}],
    ['at 18, without one', { bornOn: day('2008-01-05') }, {}],
    ['at the sponsor itself', { apprenticeship: { ...draft, employer: council } }, {}],
    ['again, after an agreement that ended', {}, { otherAgreements: [{ status: 'cancelled', rapidsCode: '2031' }] }],
    ['beside an agreement in another occupation', {}, { otherAgreements: [{ status: 'active', rapidsCode: '0153' }] }],
  ] as const)('is open %s', (_, registration, facts) => {
    expect(refusalOf(registering(registration, facts))).toBeNull();
  });
});

describe('registering an apprentice refuses', () => {
  test.each([
    ['somebody of 15', { bornOn: day('2010-01-06'), guardian }, {}, 'too-young'],
    ['a minor without a guardian', { bornOn: day('2010-01-05') }, {}, 'guardian-missing'],
    [
      'a guardian of whom nobody knows what they are to the apprentice',
      { bornOn: day('2010-01-05'), guardian: { ...guardian, relation: ' ' } },
      {},
      'guardian-missing',
    ],
    [
      'a guardian who cannot be reached',
      { bornOn: day('2010-01-05'), guardian: { ...guardian, contact: '' } },
      {},
      'guardian-missing',
    ],
    [
      'a guardian without a name',
      { bornOn: day('2010-01-05'), guardian: { ...guardian, name: ' ' } },
      {},
      'guardian-missing',
    ],
    ['an agreement that the apprentice has not signed', { signedByApprenticeOn: null }, {}, 'signature-missing'],
    ['a draft of a standard', {}, { standardStatus: 'draft' }, 'standard-not-published'],
    [
      'another standard than the agreement names',
      {},
      { standard: imt('hybrid', { id: standardId(2) }) },
      'standard-not-published',
    ],
    ['an employer outside the program', {}, { partners: [mill] }, 'employer-not-in-program'],
    [
      'a second open agreement',
      {},
      { otherAgreements: [{ status: 'suspended', rapidsCode: '2031' }] },
      'agreement-open',
    ],
    ['a beginning to come', { apprenticeship: { ...draft, beganOn: day('2026-03-05') } }, {}, 'future-date'],
    ['a signature to come', { signedByApprenticeOn: day('2026-03-05') }, {}, 'future-date'],
    [
      "a guardian's signature to come",
      { bornOn: day('2010-01-05'), guardian: { ...guardian, signedOn: day('2026-03-05') } },
      {},
      'future-date',
    ],
    ['a blank reason', { reason: ' ' }, {}, 'reason-missing'],
    ['what is registered already', { apprenticeship: apprenticeship() }, {}, 'no-such-change'],
  ] as const)('%s', (_, registration, facts, kind) => {
    expect(refusalOf(registering(registration, facts))).toBe(kind);
  });
  test.each([
    ['another sponsor', otherSponsor],
    ['the apprentice', apprenticeActor],
    ['the apprentice with an office', apprenticeWithOffice],
  ])('%s', (_, who) => {
    expect(refusalOf(registering({}, {}, who))).toBe('not-their-program');
  });
});
