import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RunningApi } from '../testing/start-api.js';
import { startApi } from '../testing/start-api.js';

let api: RunningApi;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'portal-'));
  await mkdir(path.join(folder, 'assets'));
  await writeFile(path.join(folder, 'index.html'), '<title>Journeybook</title>');
  await writeFile(path.join(folder, 'assets', 'main-1.js'), 'start()');
  await writeFile(path.join(folder, 'icon.svg'), '<svg/>');
  api = await startApi({ PORTAL_DIR: folder });
});
afterAll(async () => {
  await api.stop();
  await rm(folder, { recursive: true });
});

const get = async (address: string, method = 'GET') => {
  const response = await fetch(`${api.url}${address}`, { method });
  return { status: response.status, cache: response.headers.get('cache-control'), text: await response.text() };
};

describe('the portal', () => {
  test.each(['/', '/record', '/apprenticeships/1/hours', '/apiary', '/index.html'])(
    'is the page at %s',
    async (address) => {
      expect(await get(address)).toMatchObject({ status: 200, text: '<title>Journeybook</title>' });
    },
  );
  test('has its page asked for anew each time, and its named files kept', async () => {
    expect((await get('/record')).cache).toBe('no-cache');
    expect(await get('/assets/main-1.js')).toMatchObject({
      status: 200,
      text: 'start()',
      cache: 'public, max-age=31536000, immutable',
    });
    expect((await get('/icon.svg')).status).toBe(200);
  });
  test.each([
    ['/api/nothing', 'GET', 404],
    ['/assets/main-2.js', 'GET', 404],
    ['/assets/..%2f..%2fetc%2fpasswd', 'GET', 403],
    ['/record', 'POST', 404],
  ])('is not the answer to %s by %s', async (address, method, status) => {
    const answer = await get(address, method);
    expect(answer.status).toBe(status);
    expect(answer.text).not.toContain('<title>');
  });
  test('leaves health to the server', async () => {
    expect((await get('/health')).text).toBe('{"status":"ok"}');
  });
});
