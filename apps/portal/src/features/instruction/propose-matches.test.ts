import type { RosterRow } from '@journeybook/contracts';
import { expect, test } from 'vitest';
import { proposeMatches } from './propose-matches.js';

type Suggested = Extract<RosterRow['match'], { state: 'suggested' }>;

const row = (name: string, match: Partial<Suggested> = {}, apprenticeship = name): RosterRow =>
  ({
    identity: `identity-of-${name}`,
    name,
    email: `${name}@college.example`,
    sisId: `S-${name}`,
    edition: `edition-of-${name}`,
    match: {
      state: 'suggested',
      apprentice: { apprenticeship, name: `Apprentice ${name}`, occupation: 'Machinist', employer: 'Northfield' },
      reason: 'same-student-id',
      otherAccount: false,
      ...match,
    },
    grade: null,
    credit: null,
    push: null,
    blocked: null,
  }) as unknown as RosterRow;

test('a proposal says who, whom, why and what was shown', () => {
  expect(proposeMatches([row('ada')])).toEqual([
    {
      identity: 'identity-of-ada',
      learner: 'ada',
      apprenticeship: 'ada',
      apprentice: 'Apprentice ada',
      employer: 'Northfield',
      edition: 'edition-of-ada',
      because: 'same student id S-ada',
      doubt: null,
    },
  ]);
});
test.each([
  ['same-student-id', 'same student id S-ada', null],
  ['same-email', 'same e-mail ada@college.example', null],
  ['same-name', 'same name', 'nothing but the name is the same'],
] as const)('the %s gives the reason, and whether it is enough', (reason, because, doubt) => {
  expect(proposeMatches([row('ada', { reason })])).toMatchObject([{ because, doubt }]);
});
test('an apprentice who has an account already is in doubt, whatever the reason', () => {
  expect(proposeMatches([row('ada', { otherAccount: true })])).toMatchObject([
    { doubt: 'has another account here already' },
  ]);
});
test('an apprentice who is proposed for two learners is in doubt for both, and for nobody else', () => {
  const proposed = proposeMatches([row('ada', {}, 'one'), row('bo'), row('cleo', { reason: 'same-email' }, 'one')]);
  expect(proposed.map(({ doubt }) => doubt)).toEqual([
    'proposed for another learner too',
    null,
    'proposed for another learner too',
  ]);
});
test('who is matched already, or nobody, is not proposed', () => {
  const none = { ...row('ada'), match: { state: 'none' as const } };
  const { match } = row('bo');
  const matched = {
    ...row('bo'),
    match: {
      state: 'matched' as const,
      apprentice: (match as Suggested).apprentice,
      by: 'Irene Novak',
      at: '2026-11-02T10:00:00.000Z',
    },
  } as RosterRow;
  expect(proposeMatches([none, matched])).toEqual([]);
});
