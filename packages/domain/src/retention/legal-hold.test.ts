import { describe, expect, test } from 'vitest';
import { liftHold, placeHold } from './legal-hold.js';
import { actor, ada, apprenticeship, council, elsewhere, foundry, grace, stranger } from '../testing/build.js';

const sponsor = actor(stranger, { role: 'sponsor-admin', organization: council });
const asked = { apprenticeship: apprenticeship(), reason: ' Complaint of 3 March ' };
const none = { held: false, erased: false };

describe('a legal hold', () => {
  test('is placed and lifted by the sponsor, with a reason', () => {
    expect(placeHold(sponsor, asked, none)).toEqual({ ok: true, value: 'Complaint of 3 March' });
    expect(liftHold(sponsor, asked, { held: true })).toEqual({ ok: true, value: 'Complaint of 3 March' });
  });
  test('needs a reason, both ways', () => {
    expect(placeHold(sponsor, { ...asked, reason: ' ' }, none)).toMatchObject({ refusal: { kind: 'reason-missing' } });
    expect(liftHold(sponsor, { ...asked, reason: '' }, { held: true })).toMatchObject({
      refusal: { kind: 'reason-missing' },
    });
  });
  test('stands once', () => {
    expect(placeHold(sponsor, asked, { ...none, held: true })).toMatchObject({ refusal: { kind: 'already-held' } });
    expect(liftHold(sponsor, asked, { held: false })).toMatchObject({ refusal: { kind: 'not-held' } });
  });
  test('comes too late for what was erased', () => {
    expect(placeHold(sponsor, asked, { ...none, erased: true })).toMatchObject({ refusal: { kind: 'already-erased' } });
  });
});

describe('who may neither place nor lift a hold', () => {
  test.each([
    ['the apprentice', actor(ada, { role: 'sponsor-admin', organization: council })],
    ['the mentor', actor(grace, { role: 'mentor', organization: foundry })],
    ['the employer', actor(stranger, { role: 'employer-admin', organization: foundry })],
    ['another sponsor', actor(stranger, { role: 'sponsor-admin', organization: elsewhere })],
    ['an auditor', actor(stranger, { role: 'auditor', organization: council })],
  ] as const)('%s', (_, who) => {
    const refused = { ok: false, refusal: { kind: 'not-their-program' } };
    expect(placeHold(who, asked, none)).toEqual(refused);
    expect(liftHold(who, asked, { held: true })).toEqual(refused);
  });
});
