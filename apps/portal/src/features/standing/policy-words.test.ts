import type { StandingView } from '@journeybook/contracts';
import { expect, test } from 'vitest';
import { policyWords } from './policy-words.js';

const policy = (part: object) => ({
  policy: {
    id: 'US-29.5(b)(12)',
    capMinutes: null,
    grantedMinutes: 0,
    percentOfYouthHours: null,
    decideBy: null,
    evidenceDueOn: null,
    ...part,
  } as StandingView['policy'],
});

test.each([
  [{}, ['The agency sets no cap; each item counts up to what is left of it.']],
  [{ capMinutes: 60_000 }, ['At most 1,000 h on the job may be granted.']],
  [{ grantedMinutes: 7200 }, ['120 h on the job are granted so far.']],
  [
    { grantedMinutes: 7200, capMinutes: 60_000, decideBy: '2027-01-05', evidenceDueOn: '2026-12-07' },
    [
      '120 h on the job are granted so far; at most 1,000 h on the job may be granted.',
      'It has to be decided by 5 Jan 2027, when probation ends.',
      'Evidence has to be with the agency by 7 Dec 2026.',
    ],
  ],
])('the policy %o is said in words', (part, words) => expect(policyWords(policy(part))).toEqual(words));

test('the part of youth hours that may count is a sentence of its own', () => {
  expect(policyWords(policy({ percentOfYouthHours: 75 }))[1]).toBe(
    'Of hours worked as a youth apprentice, 75\u00a0% may count.',
  );
});
