import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { takeLock } from './start-lock.mjs';

let folder;
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'journeybook-lock-'));
});
afterEach(() => rm(folder, { recursive: true }));

test('a second start is told who runs', async () => {
  const lock = await takeLock(folder);
  await assert.rejects(takeLock(folder), {
    message: new RegExp(`^Journeybook already runs on this data folder \\(process ${process.pid}\\)`),
  });

  await lock.release();
  await (await takeLock(folder)).release();
  assert.deepEqual(await readdir(folder), []);
});

test('the second process of one start keeps its lock', async () => {
  const first = await takeLock(folder);
  const again = await takeLock(folder, first.token);
  assert.equal(again.token, first.token);
});

test('what a killed start left is no obstacle', async () => {
  await writeFile(path.join(folder, 'start.lock'), JSON.stringify({ pid: 4_194_303, token: 'gone' }));
  const lock = await takeLock(folder);
  await lock.release();
});

test('a file that is no lock is no obstacle', async () => {
  await writeFile(path.join(folder, 'start.lock'), '');
  await (await takeLock(folder)).release();
});

test('a folder that cannot be made is named', async () => {
  await writeFile(path.join(folder, 'file'), '');
  await assert.rejects(takeLock(path.join(folder, 'file', 'data')), {
    message: /cannot be written \(ENOTDIR\): set DATA_DIR/,
  });
});

test('a folder where nothing can be made is named at once', {
  skip: !existsSync('/proc/self'),
  timeout: 5_000,
}, async () => {
  await assert.rejects(takeLock('/proc/journeybook/data'), { message: /cannot be written \(ENOENT\): set DATA_DIR/ });
});

test('a folder several levels down is made', async () => {
  await (await takeLock(path.join(folder, 'a', 'b'))).release();
  assert.deepEqual(await readdir(path.join(folder, 'a', 'b')), []);
});
