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
  test.each([
    ['by the employer', employerActor, {}, {}, 'not-their-program'],
    ['under the standard of another sponsor', sponsorActor, {}, { standardOf: elsewhere }, 'not-their-program'],
    ['for oneself', sponsorActor, { apprentice: sponsorActor.person }, {}, 'own-agreement'],
    ['under a draft', sponsorActor, {}, { standardStatus: 'draft' }, 'standard-not-published'],
    ['with an employer outside the program', sponsorActor, {}, { partners: [] }, 'employer-not-in-program'],
  ] as const)('is refused %s', (_, actor, overrides, other, kind) => {
    expect(draftAgreement(actor, { ...agreement, ...overrides }, { ...facts, ...other })).toMatchObject({
      refusal: { kind },
    });
  });
});
