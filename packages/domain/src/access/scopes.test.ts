import { expect, test } from 'vitest';
import { anyRoleMay, launchScopes, machineScopes, roleScopes } from './scopes.js';

test('who may try what is visible in one place', () => {
  expect({ roleScopes, launchScopes, machineScopes }).toMatchInlineSnapshot();
});

test('a person without roles may try nothing', () => {
  expect(anyRoleMay([], 'record:read')).toBe(false);
});
