import { mkdtemp, readdir, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makePassword } from './server-password.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'journeybook-password-'));
});
afterEach(() => rm(folder, { recursive: true }));

test('two starts at once in one process agree on one password, and leave no draft, a hundred times over', async () => {
  for (let round = 0; round < 100; round += 1) {
    const dataDir = path.join(folder, `postgres-${round}`);
    const [one, other] = await Promise.all([makePassword(dataDir), makePassword(dataDir)]);
    expect(one).toMatch(/^[\da-f]{48}$/);
    expect(other).toBe(one);
  }
  expect((await readdir(folder)).filter((name) => !name.endsWith('.password'))).toEqual([]);
});
