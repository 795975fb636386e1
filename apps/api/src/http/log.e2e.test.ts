import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createClient, endpoints } from '@journeybook/contracts';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { goodPassword, inviteBy } from '../testing/invite.js';
import { keepCookies } from '../testing/keep-cookies.js';
import { lettersTo, tokenIn } from '../testing/letters.js';
import { refusalOf } from '../testing/refusal-of.js';
import type { BuiltApi } from '../testing/run-built-api.js';
import { runBuiltApi } from '../testing/run-built-api.js';
import type { RunningApi } from '../testing/start-api.js';
import { startApi } from '../testing/start-api.js';
import { buildWorld, password, people } from '../testing/world.js';

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
