import { expect, test } from 'vitest';
import { isTraining } from './apprenticeship.js';

test.each(['registered', 'active'] as const)('an apprentice trains while %s', (status) => {
  expect(isTraining(status)).toBe(true);
});

test.each(['draft', 'suspended', 'completed', 'cancelled', 'transferred'] as const)(
  'an apprentice does not train while %s',
  (status) => {
    expect(isTraining(status)).toBe(false);
  },
);
