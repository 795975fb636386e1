import { mkdtemp, readdir, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makePassword } from './server-password.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'journeybook-password-'));
});
afterEach(() => rm(folder, { recursive: true }));

test('starts that overlap in one process agree on one password, and leave no draft', async () => {
  const start = async (_: unknown, index: number) => {
    await pause(index % 8);
    return makePassword(path.join(folder, 'postgres'));
  };
  const made = await Promise.all(Array.from({ length: 200 }, start));
  expect(new Set(made).size).toBe(1);
  expect(made[0]).toMatch(/^[\da-f]{48}$/);
  expect(await readdir(folder)).toEqual(['postgres.password']);
});
