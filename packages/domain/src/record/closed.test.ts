import { expect, test } from 'vitest';
import { isClosed, mayAddEntries } from './closed.js';
import { apprenticeship } from '../testing/build.js';

test.each(['completed', 'cancelled', 'transferred'] as const)('a record is closed once it is %s', (status) => {
  expect(isClosed(status)).toBe(true);
});

test.each(['draft', 'registered', 'active', 'suspended'] as const)('a record is open while it is %s', (status) => {
  expect(isClosed(status)).toBe(false);
});

test('a record that is closed takes no entry, whoever approves or takes back', () => {
  expect(mayAddEntries(apprenticeship())).toEqual({ ok: true, value: apprenticeship() });
  expect(mayAddEntries(apprenticeship({ status: 'completed' }))).toEqual({
    ok: false,
    refusal: { kind: 'record-closed', status: 'completed' },
  });
});
