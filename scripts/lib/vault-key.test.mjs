import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { addVaultKey, ensureVaultKey } from './vault-key.mjs';

const keysIn = async (file) => (await readFile(file, 'utf8')).trim().split('\n');

test('the key of the vault is made once, for its owner only, and a new one goes in front of it', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'journeybook-key-'));
  const [file] = await Promise.all([ensureVaultKey(folder), ensureVaultKey(folder)]);
  const [first, ...others] = await keysIn(file);
  assert.equal(Buffer.from(first, 'base64').length, 32);
  assert.deepEqual(others, []);
  assert.equal((await stat(file)).mode & 0o777, 0o600);

  await addVaultKey(await ensureVaultKey(folder));
  const keys = await keysIn(file);
  assert.equal(keys.length, 2);
  assert.equal(keys[1], first);
  assert.notEqual(keys[0], first);
  assert.equal((await stat(file)).mode & 0o777, 0o600);
  assert.deepEqual(await readdir(folder), ['vault.key']);
  await rm(folder, { recursive: true });
});
