import { describe, expect, test } from 'vitest';
import type { EraseFacts } from './erase-agreement.js';
import { eraseAgreement } from './erase-agreement.js';
import type { RetentionState } from './retention-of.js';
import { actor, ada, apprenticeship, council, day, elsewhere, foundry, stranger } from '../testing/build.js';

const sponsor = actor(stranger, { role: 'sponsor-admin', organization: council });
const asked = { apprenticeship: apprenticeship({ status: 'completed' }), reason: 'The five years are over' };
const facts = (state: RetentionState, overrides: Partial<EraseFacts> = {}): EraseFacts => ({
  retention: { state, keptUntil: day('2031-06-30') },
  keptElsewhere: false,
  hasOtherRole: false,
  ...overrides,
});

describe('what is due', () => {
  test('is erased by the sponsor, with the person when nothing else holds them', () => {
    expect(eraseAgreement(sponsor, asked, facts('due'))).toEqual({
      ok: true,
      value: { reason: 'The five years are over', person: true },
    });
  });
  test('leaves the person while another agreement of theirs is kept', () => {
    expect(eraseAgreement(sponsor, asked, facts('due', { keptElsewhere: true }))).toMatchObject({
      value: { person: false },
    });
  });
  test('leaves the person who mentors or manages here', () => {
    expect(eraseAgreement(sponsor, asked, facts('due', { hasOtherRole: true }))).toMatchObject({
      value: { person: false },
    });
  });
  test('needs a reason', () => {
    expect(eraseAgreement(sponsor, { ...asked, reason: ' ' }, facts('due'))).toMatchObject({
      refusal: { kind: 'reason-missing' },
    });
  });
});

describe('what is not erased', () => {
  test.each([
    ['open', { kind: 'agreement-not-over' }],
    ['kept', { kind: 'still-kept', until: '2031-06-30' }],
    ['held', { kind: 'on-legal-hold' }],
    ['erased', { kind: 'already-erased' }],
  ] as const)('what is %s', (state, refusal) => {
    expect(eraseAgreement(sponsor, asked, facts(state))).toEqual({ ok: false, refusal });
  });
  test.each([
    ['the apprentice', actor(ada, { role: 'sponsor-admin', organization: council })],
    ['the employer', actor(stranger, { role: 'employer-admin', organization: foundry })],
    ['another sponsor', actor(stranger, { role: 'sponsor-admin', organization: elsewhere })],
    ['an auditor', actor(stranger, { role: 'auditor', organization: council })],
  ] as const)('anything by %s', (_, who) => {
    expect(eraseAgreement(who, asked, facts('due'))).toEqual({ ok: false, refusal: { kind: 'not-their-program' } });
  });
});
