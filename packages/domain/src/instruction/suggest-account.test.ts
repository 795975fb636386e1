import { expect, test } from 'vitest';
import { ada, personId } from '../testing/build.js';
import type { KnownAccount } from './suggest-account.js';
import { indexAccounts, suggestAccount } from './suggest-account.js';

const known = { person: ada, email: 'ada@college.example', sisId: 'S-1' };
const suggest = (learner: { sisId: string | null; email: string | null }, accounts: readonly KnownAccount[]) =>
  suggestAccount(learner, indexAccounts(accounts));
const twin = { ...known, person: personId(2) };

test.each([
  [{ sisId: 'S-1', email: null }, 'same-student-id'],
  [{ sisId: 'S-1', email: 'new@college.example' }, 'same-student-id'],
  [{ sisId: null, email: 'ADA@college.example' }, 'same-email'],
  [{ sisId: 'S-9', email: 'ada@college.example' }, 'same-email'],
] as const)('a new account with %j is somebody known, by %s', (learner, reason) => {
  expect(suggest(learner, [known])).toEqual({ person: ada, reason });
});
test('two accounts of one person are one suggestion', () => {
  expect(suggest({ sisId: 'S-1', email: null }, [known, { ...known, email: 'other@x.example' }])).toEqual({
    person: ada,
    reason: 'same-student-id',
  });
});
test('accounts of two people are none', () => {
  expect(suggest({ sisId: 'S-1', email: null }, [known, twin])).toBeNull();
});
test('an account without number and e-mail is nobody known', () => {
  expect(suggest({ sisId: null, email: null }, [known])).toBeNull();
  expect(suggest({ sisId: '$Person.sourcedId', email: ' ' }, [{ ...known, sisId: null, email: null }])).toBeNull();
});
test('whom somebody said no to is not suggested again, and does not stand in the way of another', () => {
  const accounts = indexAccounts([known, twin]);
  expect(suggestAccount({ sisId: 'S-1', email: null }, accounts, new Set([ada]))).toEqual({
    person: twin.person,
    reason: 'same-student-id',
  });
});
