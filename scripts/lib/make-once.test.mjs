import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { makeOnce, replaceWhole } from './make-once.mjs';

let folder;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'journeybook-once-'));
});
afterEach(() => rm(folder, { recursive: true }));

test('of two at once in one process one makes the file, for its owner only, a hundred times over', async () => {
  for (let round = 0; round < 100; round += 1) {
    const file = path.join(folder, `key-${round}`);
    const made = await Promise.all([makeOnce(file, 'one'), makeOnce(file, 'other')]);
    assert.deepEqual(made.toSorted(), [false, true]);
    assert.equal(await readFile(file, 'utf8'), made[0] ? 'one' : 'other');
    assert.equal((await stat(file)).mode & 0o777, 0o600);
  }
  assert.deepEqual(
    (await readdir(folder)).filter((name) => !name.startsWith('key-')),
    [],
  );
  assert.equal((await readdir(folder)).length, 100);
});

test('a file is replaced as a whole', async () => {
  const file = path.join(folder, 'key');
  await makeOnce(file, 'old');
  await Promise.all(['one', 'two', 'three'].map((text) => replaceWhole(file, text)));
  assert.ok(['one', 'two', 'three'].includes(await readFile(file, 'utf8')));
  assert.deepEqual(await readdir(folder), ['key']);
});
