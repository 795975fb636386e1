import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { readDatabasePasswords, readSecrets } from './secrets.mjs';

let folder;
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'journeybook-secrets-'));
});
afterEach(() => rm(folder, { recursive: true }));

test('the secrets are made once, for their owner only', async () => {
  const first = await readSecrets(folder);
  const second = await readSecrets(folder);

  assert.deepEqual(second, first);
  assert.equal(new Set(Object.values(first)).size, 4);
  assert.equal((await stat(path.join(folder, 'secrets.json'))).mode & 0o777, 0o600);
  assert.deepEqual(await readdir(folder), ['secrets.json']);
});

test('a file of an earlier version gets what came later, and keeps what it has', async () => {
  const before = await readSecrets(folder);
  const { secretsKey: _, ...earlier } = before;
  await writeFile(path.join(folder, 'secrets.json'), JSON.stringify(earlier), { mode: 0o600 });
  const after = await readSecrets(folder);

  assert.deepEqual({ ...after, secretsKey: '' }, { ...before, secretsKey: '' });
  assert.equal(after.secretsKey.length, 64);
  assert.deepEqual(JSON.parse(await readFile(path.join(folder, 'secrets.json'), 'utf8')), after);
  assert.equal((await stat(path.join(folder, 'secrets.json'))).mode & 0o777, 0o600);
  assert.deepEqual(await readdir(folder), ['secrets.json']);
});

test('the passwords of the database are made once, each for one role', async () => {
  const first = await readDatabasePasswords(folder);
  assert.deepEqual(await readDatabasePasswords(folder), first);
  assert.equal(new Set(Object.values(first)).size, 5);
  assert.equal((await stat(path.join(folder, 'database-passwords.json'))).mode & 0o777, 0o600);
});

test('a damaged file is named and not replaced', async () => {
  await writeFile(path.join(folder, 'secrets.json'), '{"ltiMachineToken": "short"');
  await assert.rejects(readSecrets(folder), { message: /secrets\.json does not hold the secrets/ });
});
