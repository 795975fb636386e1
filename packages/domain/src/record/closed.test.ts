import { expect, test } from 'vitest';
import { isClosed } from './closed.js';

test.each(['completed', 'cancelled', 'transferred'] as const)('a record is closed once it is %s', (status) => {
  expect(isClosed(status)).toBe(true);
});

test.each(['draft', 'registered', 'active', 'suspended'] as const)('a record is open while it is %s', (status) => {
  expect(isClosed(status)).toBe(false);
});
