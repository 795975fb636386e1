import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PlatformError } from '../protocol/platform-error.js';
import { createPlatformHttp } from './platform-http.js';

let server: http.Server;
let base: string;
const seen: http.IncomingHttpHeaders[] = [];

beforeAll(async () => {
  server = http.createServer((request, response) => {
    seen.push(request.headers);
    if (request.url === '/hang') return;
    if (request.url === '/redirect') return void response.writeHead(302, { location: '/ok' }).end();
    if (request.url === '/half') {
      response.writeHead(200, { 'content-length': '100' }).write('half');
      return void response.destroy();
    }
    if (request.url === '/long') return void response.end(Buffer.alloc(21 * 1024 * 1024));
    response.writeHead(200, { link: ['<a>; rel="first"', '<b>; rel="next"'] }).end('fine');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.closeAllConnections());

const allowed = createPlatformHttp({ allowLoopback: true });
const get = (path: string, totalMilliseconds = 5_000) =>
  allowed({ method: 'GET', url: `${base}${path}`, totalMilliseconds });
const failure = (answer: Promise<unknown>) =>
  answer.then(
    () => null,
    (error: unknown) => error as PlatformError,
  );

describe('a call to a platform', () => {
  test('says who is calling and returns what came', async () => {
    const answer = await get('/ok');
    expect(answer).toMatchObject({ status: 200, body: 'fine', headers: { link: '<a>; rel="first", <b>; rel="next"' } });
    expect(seen.at(-1)?.['user-agent']).toMatch(/^Journeybook/);
  });

  test('follows no redirect', async () => {
    expect((await get('/redirect')).status).toBe(302);
  });

  test.each([
    ['does not answer', '/hang'],
    ['breaks off', '/half'],
  ])('is to be tried again when the platform %s', async (_what, path) => {
    const error = await failure(get(path, 300));
    expect(error).toBeInstanceOf(PlatformError);
    expect(error?.kind).toBe('retry');
  });

  test('gives up on an answer without end', async () => {
    expect((await failure(get('/long')))?.kind).toBe('configuration');
  });

  test('is not made to this machine unless that is allowed', async () => {
    const calls = seen.length;
    const guarded = createPlatformHttp({ allowLoopback: false });
    expect((await failure(guarded({ method: 'GET', url: `${base}/ok` })))?.kind).toBe('configuration');
    expect(seen).toHaveLength(calls);
  });
});
