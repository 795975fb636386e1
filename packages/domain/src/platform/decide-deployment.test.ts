import { expect, test } from 'vitest';
import { accepted, refusalOf } from '../testing/accepted.js';
import { approveDeployment, blockDeployment, unblockDeployment } from './decide-deployment.js';

test('only an installation that waits is approved', () => {
  expect(accepted(approveDeployment('pending'))).toBe('active');
  expect((['active', 'blocked'] as const).map((one) => refusalOf(approveDeployment(one)))).toEqual([
    'not-pending',
    'not-pending',
  ]);
});

test('an installation is blocked once, whether it was used or only waited', () => {
  expect((['active', 'pending'] as const).map((one) => accepted(blockDeployment(one)))).toEqual(['blocked', 'blocked']);
  expect(refusalOf(blockDeployment('blocked'))).toBe('already-blocked');
});

test('only a blocked installation is opened again', () => {
  expect(accepted(unblockDeployment('blocked'))).toBe('active');
  expect((['active', 'pending'] as const).map((one) => refusalOf(unblockDeployment(one)))).toEqual([
    'not-blocked',
    'not-blocked',
  ]);
});
