import assert from 'node:assert/strict';
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { readSignInKey } from './sign-in-key.mjs';

const inFolder = async (work) => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'journeybook-key-'));
  try {
    await work(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
};

test('a key is made once, for its owner only', () =>
  inFolder(async (folder) => {
    const keys = await Promise.all([readSignInKey(folder), readSignInKey(folder)]);
    assert.equal(keys[0], keys[1]);
    assert.match(keys[0], /^[0-9a-f]{64}$/);
    assert.equal((await stat(path.join(folder, 'sign-in-key'))).mode & 0o777, 0o600);
  }));

test('a file that holds no key is named, and not written over', () =>
  inFolder(async (folder) => {
    await writeFile(path.join(folder, 'sign-in-key'), 'short');
    await assert.rejects(readSignInKey(folder), /sign-in-key does not hold the key/);
  }));
