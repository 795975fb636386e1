import { describe, expect, test } from 'vitest';
import { draftAgreement } from './draft-agreement.js';
import { apprenticeship, council, elsewhere, employerActor, foundry, sponsorActor } from '../testing/build.js';

const { status: _, ...agreement } = apprenticeship();
const facts = { standardOf: council, standardStatus: 'published' as const, partners: [foundry] };

describe('drafting an agreement', () => {
  test('prepares it, and nothing counts yet', () => {
    expect(draftAgreement(sponsorActor, agreement, facts)).toEqual({
      ok: true,
      value: apprenticeship({ status: 'draft' }),
    });
  });
  test('may be with the sponsor itself', () => {
    expect(draftAgreement(sponsorActor, { ...agreement, employer: council }, { ...facts, partners: [] }).ok).toBe(true);
  });
  const refused = {
    'not-their-program': [employerActor, {}, {}],
    'own-agreement': [sponsorActor, { apprentice: sponsorActor.person }, {}],
    'standard-not-published': [sponsorActor, {}, { standardStatus: 'draft' as const }],
    'employer-not-in-program': [sponsorActor, {}, { partners: [] }],
  } as const;
  test.each(Object.entries(refused))('is refused: %s', (kind, [actor, overrides, other]) => {
    expect(draftAgreement(actor, { ...agreement, ...overrides }, { ...facts, ...other })).toMatchObject({
      refusal: { kind },
    });
  });
  test('is refused under the standard of another sponsor', () => {
    expect(draftAgreement(sponsorActor, agreement, { ...facts, standardOf: elsewhere })).toMatchObject({
      refusal: { kind: 'not-their-program' },
    });
  });
});
