import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { closing, countsInTap, sumCounts } from './test-counts.mjs';

test('the runs are added up', async () => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'journeybook-counts-'));
  await writeFile(path.join(folder, 'a.json'), '{"passed": 3, "failed": 1}');
  await writeFile(path.join(folder, 'b.json'), '{"passed": 4, "failed": 0}');
  assert.deepEqual(await sumCounts(folder), { passed: 7, failed: 1 });
  await rm(folder, { recursive: true });
});

test('the counts of Node’s own runner are read from its output', () => {
  assert.deepEqual(countsInTap('ok 1 - a\n# tests 4\n# pass 2\n# fail 1\n# cancelled 1\n'), { passed: 2, failed: 2 });
});

test('a run that ends badly is never told as all passed', () => {
  assert.deepEqual(closing({ passed: 7, failed: 0 }, true), { line: '7 passed, 0 failed', code: 0 });
  assert.deepEqual(closing({ passed: 7, failed: 2 }, false), { line: '7 passed, 2 failed', code: 1 });
  assert.deepEqual(closing({ passed: 7, failed: 0 }, false), { line: '7 passed, 1 failed', code: 1 });
});
