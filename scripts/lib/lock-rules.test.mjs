import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lockFaults } from './lock-rules.mjs';

test('a complete lock without addresses has no fault', () => {
  const lock = {
    packages: {
      '': { optionalDependencies: { a: '1' } },
      'node_modules/b/node_modules/a': { integrity: 'x' },
      'apps/x': {},
      'node_modules/x': { resolved: 'apps/x' },
    },
  };
  assert.deepEqual(lockFaults(lock), []);
});

test('an address is named', () => {
  assert.deepEqual(lockFaults({ packages: { 'node_modules/a': { resolved: 'https://packages.example/a.tgz' } } }), [
    'node_modules/a has an http address in "resolved"',
  ]);
});

test('a platform package that npm left out is named', () => {
  assert.deepEqual(
    lockFaults({ packages: { 'node_modules/turbo': { optionalDependencies: { '@turbo/darwin-64': '2' } } } }),
    ['@turbo/darwin-64, optional for node_modules/turbo, has no entry'],
  );
});
