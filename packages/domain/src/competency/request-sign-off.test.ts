import { describe, expect, test } from 'vitest';
import { declineSignOff, requestSignOff } from './request-sign-off.js';
import type { SignOffRequestId } from '../brand.js';
import {
  ada,
  apprenticeship,
  competencyCode,
  grace,
  mentorship,
  now,
  standard,
  stranger,
  today,
} from '../testing/build.js';

const asked = {
  id: '0198f0c0-0000-7000-8000-e00000000001' as SignOffRequestId,
  competency: competencyCode('WP01.01'),
  note: ' Ran it alone all week ',
};
const facts = (overrides: Partial<Parameters<typeof requestSignOff>[2]> = {}) => ({
  apprenticeship: apprenticeship(),
  standard: standard(),
  signedLevel: null,
  open: false,
  today,
  now,
  ...overrides,
});
const request = () => {
  const answer = requestSignOff(ada, asked, facts());
  if (!answer.ok) throw new Error(answer.refusal.kind);
  return answer.value;
};

describe('asking for a sign-off', () => {
  test('waits for a mentor, with the note', () => {
    expect(request()).toMatchObject({ state: 'open', note: 'Ran it alone all week', requestedAt: now });
  });
  test('may follow a sign-off below the required level', () => {
    expect(requestSignOff(ada, asked, facts({ signedLevel: 2 })).ok).toBe(true);
  });
  test.each([
    ['by somebody else', grace, {}, 'not-their-record'],
    ['while suspended', ada, { apprenticeship: apprenticeship({ status: 'suspended' }) }, 'not-in-training'],
    ['of a skill of another standard', ada, { standard: standard({ competencies: [] }) }, 'unknown-competency'],
    ['of a skill that is signed off', ada, { signedLevel: 3 }, 'already-signed-off'],
    ['twice', ada, { open: true }, 'already-requested'],
  ] as const)('is refused %s', (_, by, overrides, kind) => {
    expect(requestSignOff(by, asked, facts(overrides))).toMatchObject({ refusal: { kind } });
  });
});

describe('declining a sign-off', () => {
  const declining = (by = grace, feedback = 'Show me the shut-down once more.', overrides: object = {}) =>
    declineSignOff(
      by,
      { request: { ...request(), ...overrides }, feedback },
      { apprenticeship: apprenticeship(), mentorships: [mentorship()], today },
    );

  test('says what is missing', () => {
    expect(declining()).toMatchObject({ value: { state: 'declined', feedback: 'Show me the shut-down once more.' } });
  });
  test.each([
    ['by the apprentice', declining(ada), 'own-competency'],
    ['by somebody who is not their mentor', declining(stranger), 'not-their-mentor'],
    ['without words', declining(grace, ' '), 'feedback-missing'],
    ['of what is answered', declining(grace, 'No', { state: 'withdrawn' }), 'already-answered'],
  ])('is refused %s', (_, answer, kind) => {
    expect(answer).toMatchObject({ refusal: { kind } });
  });
  test('is closed to a stand-in', () => {
    const answer = declineSignOff(
      grace,
      { request: request(), feedback: 'No' },
      { apprenticeship: apprenticeship(), mentorships: [mentorship({ kind: 'stand-in' })], today },
    );
    expect(answer).toMatchObject({ refusal: { kind: 'not-their-mentor' } });
  });
});
