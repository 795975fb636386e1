import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isRuntime, nodeComplaint } from './node-version.mjs';

test('an old Node is told which one is needed', () => {
  for (const version of ['18.20.4', '20.18.1', '16.0.0'])
    assert.match(
      nodeComplaint(version),
      new RegExp(`^Journeybook needs Node 20.19 or newer and this is Node ${version}:`),
    );
});

test('a Node that npm can install with passes', () => {
  for (const version of ['20.19.0', '20.20.2', '22.1.0', '24.21.0', '26.0.0'])
    assert.equal(nodeComplaint(version), undefined);
});

test('the product itself runs on Node 24 and newer', () => {
  assert.deepEqual(['20.20.2', '22.21.0', '24.0.0', '25.1.0'].map(isRuntime), [false, false, true, true]);
});
