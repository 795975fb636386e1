import { expect, test } from 'vitest';
import { holds } from './roles.js';
import { actor, council, foundry, grace } from '../testing/build.js';

const who = actor(grace, { role: 'mentor', organization: foundry }, { role: 'sponsor-admin', organization: council });

test('a person holds each role in its own organisation', () => {
  expect(holds(who, 'mentor', foundry)).toBe(true);
  expect(holds(who, 'sponsor-admin', council)).toBe(true);
});

test.each([
  ['mentor', council],
  ['sponsor-admin', foundry],
  ['employer-admin', foundry],
] as const)('a role in one organisation gives no %s in another', (role, organization) => {
  expect(holds(who, role, organization)).toBe(false);
});
