import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { readEveryLtiRow } from '@journeybook/database/lti';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createParts } from './parts.js';
import { startWorld, type World } from './testing/start-world.js';

let world: World;
beforeAll(async () => {
  world = await startWorld('moodle');
});
afterAll(() => world.close());

const get = (address: string) => fetch(`${world.config.publicUrl}${address}`);

describe('the server', () => {
  test('says that it is well', async () => {
    const response = await get('/health');
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ status: 'ok' });
  });

  test('publishes the public half of its key, to be kept ten minutes', async () => {
    const response = await get('/lti/jwks.json');
    expect(response.headers.get('cache-control')).toBe('public, max-age=600');
    const key = { kty: 'RSA', alg: 'RS256', use: 'sig', e: 'AQAB', kid: expect.any(String), n: expect.any(String) };
    expect(await response.json()).toEqual({ keys: [key] });
  });

  test('keeps the private half sealed', async () => {
    const { tool_keys: keys = [] } = await readEveryLtiRow(world.databaseUrl);
    expect(keys).toHaveLength(1);
    expect(keys[0]).not.toContain('"d"');
    expect(keys[0]).toContain('"private_sealed":"v1.');
  });

  test('signs with the same key after a restart, also when several start at once', async () => {
    const parts = await Promise.all([1, 2, 3].map(() => createParts(world.config)));
    const published = parts.map(({ toolKeys }) => JSON.stringify(toolKeys.publicKeys()));
    expect(new Set(published)).toEqual(new Set([await (await get('/lti/jwks.json')).text()]));
    await Promise.all(parts.map((one) => one.close()));
  });

  test('warns of a database on another machine whose address does not say how it is protected', async () => {
    const logFile = path.join(world.config.frameDir, 'log');
    const lines = async (databaseUrl: string) => {
      await rm(logFile, { force: true });
      const starting = createParts({ ...world.config, databaseUrl, logLevel: 'warn', logFile });
      await starting.then((parts) => parts.close()).catch(() => undefined);
      return readFile(logFile, 'utf8');
    };
    expect(await lines('postgres://journeybook_lti:x@database.invalid/x')).toContain('add sslmode=verify-full');
    expect(await lines('postgres://journeybook_lti:x@database.invalid/x?sslmode=disable')).toBe('');
    expect(await lines(world.config.databaseUrl)).toBe('');
  });

  test('does not start with another secret than its keys were sealed with', async () => {
    await expect(createParts({ ...world.config, encryptionKey: 'another secret of some length' })).rejects.toThrow(
      'sealed with another LTI_ENCRYPTION_KEY',
    );
  });

  test('serves the frame’s files, those with a hash in their name for a year', async () => {
    const assets = path.join(world.config.frameDir, 'assets');
    await mkdir(assets);
    await writeFile(path.join(assets, 'index-abc123.js'), 'export {};');
    await writeFile(path.join(world.config.frameDir, 'icon.svg'), '<svg/>');

    const hashed = await get('/lti/frame/assets/index-abc123.js');
    expect(hashed.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(hashed.headers.get('content-type')).toContain('text/javascript');
    expect((await get('/lti/frame/icon.svg')).headers.get('cache-control')).toBe('no-cache');
  });

  test('lets nobody frame the page without a launch', async () => {
    expect((await get('/lti/frame/index.html')).headers.get('content-security-policy')).toBe(
      "default-src 'none';frame-ancestors 'none'",
    );
  });

  test.each(['/', '/lti', '/lti/', '/lti/keys', '/lti/ltijs-keys', '/lti/launch/', '/lti/login/x', '/lti/frame/'])(
    'has nothing at %s',
    async (address) => {
      expect((await get(address)).status).toBe(404);
    },
  );
});
