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
  await writeFile(path.join(folder, 'index.html'), '<head><title>Journeybook</title></head>');
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
  const { status, headers } = response;
  const text = await response.text();
  return { status, headers, cache: headers.get('cache-control'), text };
};

describe('the portal', () => {
  test.each(['/', '/record', '/apprenticeships/1/hours', '/apiary', '/index.html'])(
    'is the page at %s',
    async (address) => {
      const { status, text, headers } = await get(address);
      const nonce = /nonce="([\w-]{24})"/.exec(text)?.[1] ?? 'none';
      expect(status).toBe(200);
      expect(text).toBe(`<head><title>Journeybook</title><meta name="style-nonce" nonce="${nonce}"></head>`);
      expect(headers.get('content-security-policy')).toContain(`style-src 'self' 'nonce-${nonce}';`);
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
  test('has another nonce in each answer, and scripts and styles of nobody else', async () => {
    const policies = [await get('/record'), await get('/record')].map(({ headers }) =>
      headers.get('content-security-policy'),
    );
    expect(policies[0]).not.toBe(policies[1]);
    expect(policies[0]?.replace(/nonce-[\w-]+/, 'nonce').split('; ')).toEqual([
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self' 'nonce'",
      "style-src-attr 'unsafe-inline'",
      "img-src 'self' data:",
      "font-src 'self'",
      "connect-src 'self'",
      "manifest-src 'self'",
      "worker-src 'self'",
      "base-uri 'none'",
      "form-action 'self'",
      "frame-ancestors 'none'",
    ]);
  });
  test.each([
    '/record',
    '/icon.svg',
    '/assets/main-1.js',
    '/assets/main-2.js',
    '/api/nothing',
    '/api/session',
    '/health',
  ])('and every other answer says that it is to be kept to itself: %s', async (address) => {
    const { headers } = await get(address);
    expect(headers.get('content-security-policy')).toMatch(/^default-src 'none';.*frame-ancestors 'none'$/);
    expect(headers.get('x-frame-options')).toBe('DENY');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
    expect(headers.get('cross-origin-resource-policy')).toBe(address === '/icon.svg' ? 'cross-origin' : 'same-origin');
    expect(headers.get('permissions-policy')).toContain('camera=()');
    expect(headers.get('x-powered-by')).toBeNull();
  });
  test('leaves health to the server', async () => {
    expect((await get('/health')).text).toBe('{"status":"ok"}');
  });
});
