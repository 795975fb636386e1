import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, test } from 'node:test';
import { makeOnce, replaceWhole } from './make-once.mjs';

let folder;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'journeybook-once-'));
});
afterEach(() => rm(folder, { recursive: true }));

test('of many that overlap in one process one makes the file, for its owner only, and no draft is left', async () => {
  const file = path.join(folder, 'key');
  const make = async (_, index) => {
    await pause(index % 8);
    return makeOnce(file, `text ${index}`);
  };
  const made = await Promise.all(Array.from({ length: 200 }, make));
  const winner = made.indexOf(true);
  assert.equal(made.filter(Boolean).length, 1);
  assert.equal(await readFile(file, 'utf8'), `text ${winner}`);
  assert.equal((await stat(file)).mode & 0o777, 0o600);
  assert.deepEqual(await readdir(folder), ['key']);
});

test('a file is replaced as a whole', async () => {
  const file = path.join(folder, 'key');
  await makeOnce(file, 'old');
  await Promise.all(['one', 'two', 'three'].map((text) => replaceWhole(file, text)));
  assert.ok(['one', 'two', 'three'].includes(await readFile(file, 'utf8')));
  assert.deepEqual(await readdir(folder), ['key']);
});
