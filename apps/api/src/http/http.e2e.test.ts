import type { Server } from 'node:http';
import { endpoints, problem } from '@journeybook/contracts';
import { newId } from '@journeybook/database';
import { foundry } from '@journeybook/domain/testing';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { asOwner } from '../testing/as-owner.js';
import { refusalOf } from '../testing/refusal-of.js';
import type { RunningApi } from '../testing/start-api.js';
import { startApi } from '../testing/start-api.js';
import { agreements, buildWorld, people } from '../testing/world.js';

let api: RunningApi;
let cookie: string;
beforeAll(async () => {
  api = await startApi();
  await buildWorld(api.database);
  cookie = await api.cookieOf(people.grace);
});
afterAll(() => api.stop());

interface Sent extends Omit<RequestInit, 'headers'> {
  readonly headers?: Record<string, string>;
}
const send = (path: string, { headers, ...init }: Sent = {}) =>
  fetch(`${api.url}${path}`, { ...init, headers: { cookie, 'content-type': 'application/json', ...headers } });
const approvals = (headers: Record<string, string>, method = 'POST') =>
  send('/api/approvals', { method, headers, ...(method === 'POST' ? { body: '{"entries":[]}' } : {}) });

const ofBytes = (count: number): string => JSON.stringify({ pad: 'x'.repeat(count) });

async function answer(response: Response) {
  const { status, kind, type: _, ...rest } = problem.parse(await response.json());
  expect(status).toBe(response.status);
  return { line: `${status} ${kind}`, type: response.headers.get('content-type'), ...rest };
}

describe('a request with a cookie that another site started', () => {
  test.each([
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { origin: 'https://evil.example' },
    { origin: 'http://lti.example' },
    { origin: 'null' },
    { 'sec-fetch-site': 'cross-site', origin: 'http://journeybook.example' },
  ])('is refused: %o', async (headers) => {
    expect((await answer(await approvals(headers as unknown as Record<string, string>))).line).toBe(
      '403 foreign-origin',
    );
  });
  test.each([
    { 'sec-fetch-site': 'same-origin' },
    { 'sec-fetch-site': 'none' },
    { origin: 'http://journeybook.example' },
    {},
  ])('is none when it comes from the portal itself: %o', async (headers) => {
    expect((await answer(await approvals(headers as unknown as Record<string, string>))).line).toBe(
      '400 invalid-request',
    );
  });
  test('may read, since no other site is shown the answer', async () => {
    const response = await approvals({ 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }, 'GET');
    expect(response.status).toBe(200);
    expect(response.headers.get('access-control-allow-origin')).not.toBe('https://evil.example');
    expect(response.headers.get('access-control-allow-credentials')).toBeNull();
  });
  test('cannot sign anybody in by a form', async () => {
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x']) {
      const headers = { 'content-type': type, cookie: '' };
      const body = JSON.stringify({ email: people.ada.email, password: 'x' });
      const response = await send('/api/session', { method: 'POST', headers, body });
      expect((await answer(response)).line).toBe('400 invalid-request');
    }
  });
  test('is let through for the frame of the LTI tool alone, without cookies', async () => {
    const ask = (origin: string) =>
      fetch(`${api.url}/api/section`, {
        method: 'OPTIONS',
        headers: { origin, 'access-control-request-method': 'GET', 'access-control-request-headers': 'authorization' },
      });
    const [frame, other] = [await ask('http://lti.example'), await ask('https://evil.example')];
    expect(frame.headers.get('access-control-allow-origin')).toBe('http://lti.example');
    expect(frame.headers.get('access-control-allow-credentials')).toBeNull();
    expect(other.headers.get('access-control-allow-origin')).not.toBe('https://evil.example');
  });
});

describe('a problem', () => {
  test('says so by its content type, and holds what a person and a program need', async () => {
    const { line, type, detail, title } = await answer(await approvals({}));
    expect({ line, type }).toEqual({ line: '400 invalid-request', type: 'application/problem+json; charset=utf-8' });
    expect(detail).toMatch(/\.$/);
    expect(title).toBe('Invalid request');
  });
  test.each([
    ['JSON cut short', '/api/approvals', '{"entries":[', '400 invalid-request'],
    ['no object', '/api/approvals', '"entries"', '400 invalid-request'],
    ['no body', '/api/approvals', undefined, '400 invalid-request'],
    ['more than 100 kB', '/api/approvals', ofBytes(100 * 1024), '413 too-large'],
    ['more than 4 MB of a program', `/api/standard-drafts/${newId()}`, ofBytes(4 * 1024 * 1024), '413 too-large'],
    [
      'more than 1 MB of a section',
      `/api/taught-sections/${newId()}/completions`,
      ofBytes(1024 * 1024),
      '413 too-large',
    ],
    ['more than 4 MB of a file', '/api/standard-drafts/import', ofBytes(4 * 1024 * 1024), '413 too-large'],
    ['an address of nothing', '/api/nothing', '{}', '404 not-found'],
    ['an address that cannot be read', '/api/hours/%E0%A4%A', '{}', '400 invalid-request'],
  ])('is the answer to %s', async (_, path, body, line) => {
    const response = await send(path, { method: 'POST', ...(body === undefined ? {} : { body }) });
    expect((await answer(response)).line).toBe(line);
  });
  test.each([
    ['before=0', 'before'],
    ['before=x', 'before'],
    ['before=99999999999', 'before'],
    ['code=%00', 'code'],
    [`code=${'x'.repeat(41)}`, 'code'],
    ['subject=everything', 'subject'],
  ])('names the part of the query that is wrong: %s', async (query, field) => {
    const ada = await api.cookieOf(people.ada);
    const response = await send(`/api/apprenticeships/${agreements.ada.id}/entries?${query}`, {
      headers: { cookie: ada },
    });
    expect(await answer(response)).toMatchObject({ line: '400 invalid-request', errors: [{ field }] });
  });
});

describe('a failure on our side', () => {
  const broken = async (work: () => Promise<void>) => {
    await asOwner(api.database, 'alter table partnerships rename to partnerships_gone');
    await asOwner(api.database, 'alter table mentorships rename to mentorships_gone');
    try {
      await work();
    } finally {
      await asOwner(api.database, 'alter table partnerships_gone rename to partnerships');
      await asOwner(api.database, 'alter table mentorships_gone rename to mentorships');
    }
  };
  test('tells nothing of what is inside, and how to ask about it', async () => {
    await broken(async () => {
      const response = await send(`/api/apprenticeships/${agreements.ada.id}/record`);
      const text = await response.clone().text();
      expect(text).not.toMatch(/mentorships|relation|select|QueryFailed|at .*\.ts|postgres/i);
      const found = await answer(response);
      expect(found).toMatchObject({ line: '500 internal', type: 'application/problem+json; charset=utf-8' });
      expect(found.requestId).toMatch(/^[0-9a-f-]{36}$/);
    });
    expect((await send(`/api/apprenticeships/${agreements.ada.id}/record`)).status).toBe(200);
  });
  test('that took the database too long is told as such', async () => {
    await api.database.transaction(async ({ runSql }) => {
      await runSql('lock table partnerships, mentorships in access exclusive mode');
      const asked = send(`/api/apprenticeships/${agreements.ada.id}/record`);
      // As the database does by itself after its time: time-limits.test.ts.
      await vi.waitFor(
        async () => {
          const ended = await api.database.read.runSql(
            `select pg_cancel_backend(pid) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
          );
          expect(ended).not.toEqual([]);
        },
        { timeout: 10_000 },
      );
      expect((await answer(await asked)).line).toBe('503 too-slow');
    });
    expect((await send(`/api/apprenticeships/${agreements.ada.id}/record`)).status).toBe(200);
  });
  test('has another id for each request, whatever the caller calls it', async () => {
    await broken(async () => {
      const ids = [];
      for (let index = 0; index < 3; index += 1) {
        const headers = { 'x-request-id': 'mine' };
        ids.push((await answer(await send(`/api/apprenticeships/${agreements.ada.id}/record`, { headers }))).requestId);
      }
      expect(new Set(ids).size).toBe(3);
      expect(ids).not.toContain('mine');
    });
  });
});

describe('the health of the server', () => {
  test('is ok while the database answers, for anybody', async () => {
    const response = await fetch(`${api.url}/health`);
    expect([response.status, await response.json()]).toEqual([200, { status: 'ok' }]);
  });
  test('is 503 when the database does not', async () => {
    const other = await startApi();
    await other.services.database.close();
    const response = await fetch(`${other.url}/health`);
    expect((await answer(response)).line).toBe('503 unavailable');
    await other.stop().catch(() => undefined);
  });
});

describe('more requests than one may send', () => {
  let strict: RunningApi;
  beforeAll(async () => {
    strict = await startApi({ RATE_LIMIT_READS: '10', RATE_LIMIT_WRITES: '10', TRUSTED_PROXIES: 'loopback' });
    await buildWorld(strict.database);
  });
  afterAll(() => strict.stop());
  const ask = async (headers: Record<string, string>, method = 'GET') => {
    const response = await fetch(`${strict.url}/api/session`, { method, headers });
    return response.status === 429 ? response : response.status;
  };
  const times = async (count: number, headers: (index: number) => Record<string, string>, method?: string) => {
    const answers = await Promise.all(Array.from({ length: count }, (_, index) => ask(headers(index), method)));
    return answers.filter((one) => typeof one !== 'number');
  };

  test('of one person are refused for the rest of the minute, wherever they come from; others go on', async () => {
    const [grace, hugo] = [await strict.cookieOf(people.grace), await strict.cookieOf(people.hugo)];
    const over = await times(13, (index) => ({ cookie: grace, 'x-forwarded-for': `192.0.2.${index}` }));
    expect(over).toHaveLength(3);
    const refused = over[0] as Response;
    expect((await answer(refused)).line).toBe('429 too-many-requests');
    const wait = Number(refused.headers.get('retry-after'));
    expect(wait).toBeGreaterThan(0);
    expect(wait).toBeLessThanOrEqual(60);
    expect(await ask({ cookie: hugo })).toBe(200);
  });
  test('are counted apart where they write', async () => {
    const mona = await strict.cookieOf(people.mona);
    await times(12, () => ({ cookie: mona }));
    expect(await ask({ cookie: mona, origin: 'https://evil.example' }, 'DELETE')).toBe(403);
    expect(await times(12, () => ({ cookie: mona, origin: 'https://evil.example' }), 'DELETE')).toHaveLength(3);
  });
  test('of one address are refused whatever credential is made up', async () => {
    const over = await times(105, (index) => ({ authorization: `Bearer ${index}`, 'x-forwarded-for': '198.51.100.1' }));
    expect(over).toHaveLength(5);
  });
  test('of the LTI tool are none', async () => {
    const headers = { authorization: `Bearer ${strict.services.config.LTI_MACHINE_TOKEN}` };
    expect(await times(30, () => headers)).toEqual([]);
  });
});

test('a request that is sent slowly is not waited for', () => {
  const { headersTimeout, requestTimeout, maxHeadersCount } = api.app.getHttpServer() as Server;
  expect({ headersTimeout, requestTimeout, maxHeadersCount }).toEqual({
    headersTimeout: 15_000,
    requestTimeout: 60_000,
    maxHeadersCount: 100,
  });
});

test('an address longer than any of ours is not read', async () => {
  expect((await fetch(`${api.url}/api/${'x'.repeat(20_000)}`)).status).toBe(431);
});

test('every answer carries the headers that keep a page to itself', async () => {
  const { headers } = await fetch(`${api.url}/api/installation`);
  expect(headers.get('x-powered-by')).toBeNull();
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
  expect(headers.get('strict-transport-security')).toBeNull();
});

test('an answer is not kept by anybody on the way, nor by the browser for the next person', async () => {
  const { headers } = await send('/api/approvals');
  expect(headers.get('cache-control')).toBe('no-store');
});

test('the organisation of somebody else is not in what a person without a role there may list', async () => {
  const millAdmin = await api.as(people.millAdmin);
  const { apprenticeships } = await millAdmin(endpoints.listApprenticeships, {});
  expect(apprenticeships.map(({ employer }) => employer.id)).not.toContain(foundry);
  expect(await refusalOf(millAdmin(endpoints.readRecord, { params: { apprenticeship: agreements.ada.id } }))).toBe(
    '404 not-their-record',
  );
});
