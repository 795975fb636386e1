import { describe, expect, test } from 'vitest';
import { actor, college, council, elsewhere, foundry, stranger } from '../testing/build.js';
import { openTrail, seesAddresses } from './open-trail.js';

const refused = { ok: false, refusal: { kind: 'not-their-organization' } };

describe('the trail of an organisation', () => {
  test.each([
    ['sponsor', 'sponsor-admin', council],
    ['auditor', 'auditor', council],
    ['employer', 'employer-admin', foundry],
    ['college', 'college-admin', college],
  ] as const)('is read as its %s', (reader, role, organization) => {
    const who = actor(stranger, { role, organization });
    expect(openTrail(who, organization)).toEqual({ ok: true, value: reader });
    expect(openTrail(who, elsewhere)).toEqual(refused);
  });
  test.each(['mentor', 'apprentice', 'instructor'] as const)('is not read by a %s there', (role) => {
    expect(openTrail(actor(stranger, { role, organization: foundry }), foundry)).toEqual(refused);
  });
  test('tells addresses to the sponsor alone', () => {
    expect((['sponsor', 'auditor', 'employer', 'college'] as const).filter(seesAddresses)).toEqual(['sponsor']);
  });
});
