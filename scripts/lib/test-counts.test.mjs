import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { test } from 'node:test';
import CountReporter from './count-reporter.mjs';
import { root } from './project.mjs';
import { closing, countsInTap, sumCounts } from './test-counts.mjs';

test('the runs are added up', async () => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'journeybook-counts-'));
  await writeFile(path.join(folder, 'a.json'), '{"passed": 3, "failures": ["a.test.ts > it: no"]}');
  await writeFile(path.join(folder, 'b.json'), '{"passed": 4, "failures": []}');
  assert.deepEqual(await sumCounts(folder), { passed: 7, failures: ['a.test.ts > it: no'] });
  await rm(folder, { recursive: true });
});

test('what failed under Node’s own runner is read from its output', () => {
  assert.deepEqual(countsInTap('ok 1 - a\nnot ok 2 - b\nnot ok 3 - c\n# pass 1\n# fail 1\n# cancelled 1\n'), {
    passed: 1,
    failures: ['scripts > b', 'scripts > c'],
  });
});

test('what failed is told before the counts', () => {
  assert.deepEqual(closing({ passed: 7, failures: [] }, true), { lines: ['7 passed, 0 failed'], code: 0 });
  assert.deepEqual(closing({ passed: 7, failures: ['a > it: no', 'b > it: no'] }, false), {
    lines: ['Failed:', '  a > it: no', '  b > it: no', '7 passed, 2 failed'],
    code: 1,
  });
});

test('a run that ends badly is never told as all passed', () => {
  const { lines, code } = closing({ passed: 7, failures: [] }, false);
  assert.deepEqual([lines.at(-1), code], ['7 passed, 1 failed', 1]);
});

test('what failed under vitest is left with its place and the first line of why', async () => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'journeybook-counts-'));
  const test = (fullName, state, errors = []) => ({ fullName, result: () => ({ state, errors }) });
  const file = (name, state, tests, errors = []) => ({
    moduleId: path.join(root, name),
    state: () => state,
    errors: () => errors,
    children: { allTests: () => tests, allSuites: () => [] },
  });
  process.env.JOURNEYBOOK_TEST_RESULTS = folder;
  new CountReporter().onTestRunEnd(
    [
      file('a.test.ts', 'failed', [
        test('one > of two', 'failed', [{ message: 'expected 1\nto be 2' }]),
        test('two', 'passed'),
      ]),
      file('b.test.ts', 'failed', [test('three', 'skipped')], [{ message: 'No database.' }]),
    ],
    [{ message: 'A socket hung up.' }],
  );
  delete process.env.JOURNEYBOOK_TEST_RESULTS;
  assert.deepEqual(await sumCounts(folder), {
    passed: 1,
    failures: [
      `${path.relative(root, process.cwd())} > outside any test: A socket hung up.`,
      'a.test.ts > one > of two: expected 1',
      'b.test.ts > as a whole: No database.',
    ],
  });
  await rm(folder, { recursive: true });
});
