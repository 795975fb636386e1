import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createClient, endpoints } from '@journeybook/contracts';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { asOwner } from '../testing/as-owner.js';
import { dayOf, line } from '../testing/hours.js';
import { goodPassword, inviteBy } from '../testing/invite.js';
import { keepCookies } from '../testing/keep-cookies.js';
import { lettersTo, tokenIn } from '../testing/letters.js';
import { give } from '../testing/privacy.js';
import { problemOf, refusalOf } from '../testing/refusal-of.js';
import type { BuiltApi } from '../testing/run-built-api.js';
import { runBuiltApi } from '../testing/run-built-api.js';
import type { RunningApi } from '../testing/start-api.js';
import { startApi } from '../testing/start-api.js';
import { agreements, buildWorld, password, people } from '../testing/world.js';

let database: RunningApi;
let api: BuiltApi;
let folder: string;
beforeAll(async () => {
  database = await startApi();
  await buildWorld(database.database);
  folder = await mkdtemp(path.join(tmpdir(), 'journeybook-log-'));
  api = await runBuiltApi(database.databaseUrl, { LOG_LEVEL: 'trace', DATA_DIR: folder });
});
afterAll(async () => {
  await api.kill();
  await database.stop();
  await rm(folder, { recursive: true });
});

const letterTo = async (address: string): Promise<string> => {
  await vi.waitUntil(async () => (await lettersTo(path.join(folder, 'mail'), address)).length > 0);
  return tokenIn((await lettersTo(path.join(folder, 'mail'), address))[0]);
};

test('the log has a line of every request, and no password, link, cookie or address of a person', async () => {
  const jar: string[] = [];
  const keeping: typeof fetch = async (...given) => {
    const response = await fetch(...given);
    jar.push(...response.headers.getSetCookie());
    return response;
  };
  const nobody = createClient({ baseUrl: api.url, fetch: keeping });
  await nobody(endpoints.signIn, { body: { email: people.foundryAdmin.email, password } });
  const cookie = /journeybook_session=([\w-]+)/.exec(jar[0] ?? '')?.[1] ?? '';
  const fred = createClient({ baseUrl: api.url, fetch: keepCookies({ journeybook_session: cookie }) });
  const { email } = await inviteBy(fred);
  const token = await letterTo(email);
  await nobody(endpoints.openInvitation, { body: { token } });
  const body = { token, name: 'Nina', password: 'no-more-luck' };
  await nobody(endpoints.acceptInvitation, { body }).catch(() => undefined);
  await nobody(endpoints.forgotPassword, { body: { email: people.hugo.email } });
  const forgotten = await letterTo(people.hugo.email);
  await nobody(endpoints.resetPassword, { body: { token: forgotten, password: goodPassword } });
  expect(await refusalOf(nobody(endpoints.resetPassword, { body: { token: forgotten, password: goodPassword } }))).toBe(
    '410 link-over',
  );

  const paths = ['/api/session', '/api/invitations', '/api/welcome/account', '/api/forgotten/password'];
  await vi.waitUntil(() => paths.every((one) => api.log().includes(`"${one}"`)));
  const secrets = {
    password,
    goodPassword,
    token,
    forgotten,
    cookie,
    email,
    hugo: people.hugo.email,
    tried: body.password,
  };
  expect(cookie.length).toBeGreaterThan(40);
  for (const [name, secret] of Object.entries(secrets)) expect(api.log(), name).not.toContain(secret);
});

test('the log says of a call which it was, and nothing of what was asked, sent or answered', async () => {
  const ada = createClient({ baseUrl: api.url, fetch: keepCookies() });
  await ada(endpoints.signIn, { body: { email: people.ada.email, password } });
  await give(ada, 'ssn', '512-34-6789');
  await give(ada, 'disability', 'yes');
  await ada(endpoints.readOwnData, {});
  await fetch(`${api.url}/api/session?name=Wanda&token=told-in-an-address`, {
    headers: {
      referer: 'http://somewhere.example/?of=Wanda',
      'user-agent': 'Wanda/1.0',
      'x-forwarded-for': '192.0.2.7',
    },
  });
  await vi.waitUntil(() =>
    ['/api/account/data', '/api/own-answers/ssn'].every((one) => api.log().includes(`"${one}"`)),
  );
  await vi.waitUntil(() => api.log().includes('"statusCode":401'));
  // Four digits alone stand in times and ids as well.
  expect(api.log()).not.toMatch(/Wanda|told-in-an-address|\*-6789|34-?6789|192\.0\.2\.7|"yes"|Ada Lopez|ada\.lopez/);
});

test('a fault of the database is told by its code, its constraint and its place: no value leaves, not even in the answer', async () => {
  await asOwner(database.database, `alter table hours_entries add constraint no_wanda check (note not like '%Wanda%')`);
  const ada = createClient({ baseUrl: api.url, fetch: keepCookies() });
  await ada(endpoints.signIn, { body: { email: people.ada.email, password } });
  const hours = dayOf([line({ note: 'Wanda was here' })]);
  const problem = await problemOf(
    ada(endpoints.logHours, { params: { apprenticeship: agreements.ada.id }, body: hours }),
  );
  expect(problem).toMatchObject({ status: 500, kind: 'internal' });
  await vi.waitUntil(() => api.log().includes('no_wanda'));
  expect(api.log()).toContain('"code":"23514"');
  expect(api.log()).toMatch(/"at":\["[^"]+/);
  expect(api.log()).not.toContain('Wanda');
  expect(JSON.stringify(problem)).not.toMatch(/wanda|\b23514\b|hours_entries/i);
});

test('a refusal that may be an attack is a line with who and from where, and nothing of what was sent', async () => {
  const hugo = createClient({ baseUrl: api.url, fetch: keepCookies() });
  await hugo(endpoints.signIn, { body: { email: people.hugo.email, password: goodPassword } });
  expect(await refusalOf(hugo(endpoints.listPeople, {}))).toBe('403 not-allowed');
  const guess = createClient({ baseUrl: api.url })(endpoints.signIn, {
    body: { email: 'guessed@people.example', password: 'guess' },
  });
  expect(await refusalOf(guess)).toBe('401 wrong-credentials');
  const lines = () =>
    api
      .log()
      .split('\n')
      .filter((one) => one.includes('"refused"'))
      .map((one) => JSON.parse(one) as { refused: string; person: string | null; from: string; req: { path: string } });
  await vi.waitUntil(() => lines().some(({ refused }) => refused === 'wrong-credentials'));
  expect(lines()).toContainEqual(
    expect.objectContaining({ refused: 'not-allowed', person: people.hugo.id, from: '127.0.0.1' }),
  );
  expect(lines()).toContainEqual(
    expect.objectContaining({ refused: 'wrong-credentials', person: null, from: '127.0.0.1' }),
  );
  expect(api.log()).not.toMatch(/guessed@|hugo\.|Hugo/);
});
