import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { isInstalled, markInstalled } from './installed-packages.mjs';

let folder;
const lockOf = (version) =>
  JSON.stringify({
    packages: {
      '': {},
      'apps/api': { version: '0.1.0' },
      'node_modules/zod': { version },
      'node_modules/only-on-mac': { version: '1.0.0', optional: true },
      'node_modules/@journeybook/api': { link: true },
    },
  });
const listOf = (version) => JSON.stringify({ packages: { 'node_modules/zod': { version } } });

beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'journeybook-installed-'));
  await mkdir(path.join(folder, 'node_modules'));
  await writeFile(path.join(folder, 'package-lock.json'), lockOf('4.6.7'));
});
afterEach(() => rm(folder, { recursive: true }));

const list = (text) => writeFile(path.join(folder, 'node_modules', '.package-lock.json'), text);

test('nothing is installed in an empty or half filled folder', async () => {
  assert.equal(await isInstalled(folder), false);
});

test('an installation by hand counts', async () => {
  await list(listOf('4.6.7'));
  assert.equal(await isInstalled(folder), true);
});

test('another version of a package does not', async () => {
  await list(listOf('4.6.6'));
  assert.equal(await isInstalled(folder), false);
});

test('the marker speaks for one lock file only', async () => {
  await list('{}');
  await markInstalled(folder);
  assert.equal(await isInstalled(folder), true);

  await writeFile(path.join(folder, 'package-lock.json'), lockOf('4.6.8'));
  assert.equal(await isInstalled(folder), false);
});
