import { createClient, endpoints } from '@journeybook/contracts';
import { addDays } from '@journeybook/domain';
import { at, foundry, today } from '@journeybook/domain/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addApprentice } from '../testing/add-apprentice.js';
import { keepCookies } from '../testing/keep-cookies.js';
import { problemOf, refusalOf } from '../testing/refusal-of.js';
import type { RunningApi } from '../testing/start-api.js';
import { startApi } from '../testing/start-api.js';
import { agreements, buildWorld, password, people } from '../testing/world.js';

let api: RunningApi;
beforeAll(async () => {
  api = await startApi();
  await buildWorld(api.database);
});
afterAll(() => api.stop());

const signIn = (body: { email: string; password: string }, baseUrl = api.url) =>
  fetch(`${baseUrl}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

describe('signing in', () => {
  test('answers who somebody is, what they are to whom, and what waits', async () => {
    const call = createClient({ baseUrl: api.url, fetch: keepCookies() });
    const answer = await call(endpoints.signIn, { body: { email: ` ${people.ada.email.toUpperCase()} `, password } });
    expect(answer).toEqual({
      person: { id: people.ada.id, name: 'Ada Lopez', email: people.ada.email },
      roles: [{ role: 'apprentice', organization: { id: foundry, name: 'Northfield Castings' } }],
      ownApprenticeship: agreements.ada.id,
      waitingForApproval: 0,
      timeZone: expect.any(String),
      secondFactor: { has: false, needed: 'no', organization: null, requiredFrom: null },
    });
    expect(await call(endpoints.currentSession, {})).toEqual(answer);
  });

  test('sets a cookie that scripts cannot read, for the API only, for twelve hours', async () => {
    const response = await signIn({ email: people.hugo.email, password });
    const [cookie, device, ...more] = response.headers.getSetCookie();
    expect(more).toEqual([]);
    const flags = (line: string | undefined) => line?.split('; ').slice(1);
    expect(flags(cookie)).toEqual(['Path=/api', 'Expires=Thu, 05 Mar 2026 03:00:00 GMT', 'HttpOnly', 'SameSite=Lax']);
    expect(device).toMatch(/^journeybook_device=/);
    expect(flags(device)).toEqual(['Path=/api', 'Expires=Mon, 31 Aug 2026 15:00:00 GMT', 'HttpOnly', 'SameSite=Lax']);
  });

  test('keeps the cookie to https where Journeybook is served by it', async () => {
    const secure = await startApi({ PUBLIC_URL: 'https://journeybook.example' });
    await buildWorld(secure.database);
    const response = await signIn({ email: people.hugo.email, password }, secure.url);
    const cookies = response.headers.getSetCookie();
    for (const [index, name] of ['session', 'device'].entries())
      expect(cookies[index]).toMatch(
        new RegExp(`^__Host-journeybook_${name}=[\\w-]{43}; Path=/; Expires=[^;]+; HttpOnly; Secure; SameSite=Lax$`),
      );
    expect(response.headers.get('strict-transport-security')).toMatch(/max-age=\d+/);
    const ask = (cookie = '') => fetch(`${secure.url}/api/session`, { headers: { cookie } });
    const own = cookies[0]?.split(';')[0];
    expect((await ask(own)).status).toBe(200);
    expect((await ask(own?.replace('__Host-', ''))).status).toBe(401);
    await secure.stop();
  });

  test('keeps no token in the database that a cookie could be made of', async () => {
    const response = await signIn({ email: people.nora.email, password });
    const token = /journeybook_session=([^;]+)/.exec(response.headers.getSetCookie()[0] ?? '')?.[1] ?? '';
    expect(token.length).toBeGreaterThan(40);
    const rows = await api.database.transaction(({ runSql }) =>
      runSql("select encode(token_hash, 'escape') as kept from sessions"),
    );
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  test('answers the same for a wrong password and for an address that nobody has', async () => {
    const wrong = await problemOf(
      api.nobody(endpoints.signIn, { body: { email: people.bela.email, password: 'guess' } }),
    );
    const unknown = await problemOf(
      api.nobody(endpoints.signIn, { body: { email: 'no.one@people.example', password } }),
    );
    expect(wrong).toMatchObject({ status: 401, kind: 'wrong-credentials' });
    expect({ ...unknown, requestId: '' }).toEqual({ ...wrong, requestId: '' });
  });

  test.each([
    ['email', { email: '  ', password }, 'enter your e-mail address'],
    ['password', { email: 'a@b.example', password: '' }, 'enter your password'],
    ['password', { email: 'a@b.example', password: 'x'.repeat(513) }, 'is too long'],
    ['email', { email: 'a\u0000@b.example', password }, 'must not hold characters that cannot be kept'],
  ])('names a wrong %s', async (field, body, message) => {
    const problem = await problemOf(api.nobody(endpoints.signIn, { body }));
    expect(problem).toMatchObject({ status: 400, kind: 'invalid-request', errors: [{ field, message }] });
  });

  test('is stopped for a minute after ten attempts at one address, and only there', async () => {
    const guess = (email: string) => refusalOf(api.nobody(endpoints.signIn, { body: { email, password: 'guess' } }));
    for (let attempt = 0; attempt < 10; attempt += 1)
      expect(await guess(people.mona.email)).toBe('401 wrong-credentials');
    expect(await guess(people.mona.email)).toBe('429 too-many-attempts');
    expect(await guess(people.mona.email.toUpperCase())).toBe('429 too-many-attempts');
    expect(await guess(` ${people.mona.email}`)).toBe('429 too-many-attempts');
    expect((await signIn({ email: people.mona.email, password })).status).toBe(429);
    expect(await guess(people.felix.email)).toBe('401 wrong-credentials');
  });
});

describe('a session', () => {
  test('ends by signing out, in the browser and on the server', async () => {
    const response = await signIn({ email: people.grace.email, password });
    const cookie = response.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    const ask = (method: string) => fetch(`${api.url}/api/session`, { method, headers: { cookie } });
    expect((await ask('GET')).status).toBe(200);
    const ended = await ask('DELETE');
    expect(ended.status).toBe(204);
    expect(ended.headers.getSetCookie()[0]).toMatch(/^journeybook_session=; Path=\/api; Expires=Thu, 01 Jan 1970/);
    expect((await ask('GET')).status).toBe(401);
  });
  test('ends after twelve hours, however much it is used', async () => {
    const person = await addApprentice(api.database);
    const call = await api.as(person);
    for (const used of [
      '2026-03-04T18:30:00Z',
      '2026-03-04T22:00:00Z',
      '2026-03-05T01:30:00Z',
      '2026-03-05T02:59:59.999Z',
    ])
      await api.clock.during(at(used), () => call(endpoints.currentSession, {}));
    await api.clock.during(at('2026-03-05T03:00:00Z'), async () => {
      expect(await refusalOf(call(endpoints.currentSession, {}))).toBe('401 not-signed-in');
    });
  });
  test.each(['%', '%E0%A4%A', 'x'.repeat(4_000), '"; drop table sessions; --', '%00'])(
    'is not found by a cookie such as %s',
    async (value) => {
      const response = await fetch(`${api.url}/api/session`, { headers: { cookie: `journeybook_session=${value}` } });
      expect(response.status).toBe(401);
    },
  );
  test('shows the apprenticeship that is open before one that ended, though it began later', async () => {
    const ended = await addApprentice(api.database, { status: 'cancelled', beganOn: addDays(today, -10) });
    const agreement = { ...agreements.ada, id: (await addApprentice(api.database)).apprenticeship };
    await api.database.transaction(({ runSql }) =>
      runSql('update apprenticeships set apprentice_id = $1 where id = $2', [ended.id, agreement.id]),
    );
    const call = await api.as(ended);
    expect(await call(endpoints.currentSession, {})).toMatchObject({ ownApprenticeship: agreement.id });
  });
});

test('the installation shows demo sign-ins only where the demo is loaded', async () => {
  expect(await api.nobody(endpoints.installation, {})).toEqual({ demo: false, signIns: [], demoPlatformUrl: null });
  const demo = await startApi({ DEMO: 'true', LMS_PUBLIC_URL: 'http://lms.example' });
  expect(await demo.nobody(endpoints.installation, {})).toEqual({
    demo: true,
    signIns: [],
    demoPlatformUrl: 'http://lms.example',
  });
  await demo.stop();
});
