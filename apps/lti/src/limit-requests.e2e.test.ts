import { watchStatements } from '@journeybook/database/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startWorld, type World } from './testing/start-world.js';

let world: World;
beforeAll(async () => {
  world = await startWorld('moodle', { limits: { launches: 5, registrations: 2 }, trustedProxies: 'loopback' });
});
afterAll(() => world.close());

let addresses = 0;
/** Somebody at an address of their own, as the proxy tells it. */
function somebody() {
  const from = `198.51.100.${(addresses += 1)}`;
  return (path: string, body?: Readonly<Record<string, string>>) =>
    fetch(`${world.config.publicUrl}${path}`, {
      headers: { 'x-forwarded-for': from },
      redirect: 'manual',
      ...(body ? { method: 'POST', body: new URLSearchParams(body) } : {}),
    });
}

const login = () => ({
  iss: world.simulator.registration.issuer,
  login_hint: '2',
  target_link_uri: `${world.config.publicUrl}/lti/launch`,
});

test('what comes too often from one address is refused with a page that says when to come again, and writes nothing', async () => {
  const ask = somebody();
  for (const path of ['/lti/login', '/lti/launch', '/lti/picked', '/lti/login', '/lti/login'])
    expect((await ask(path, login())).status, path).not.toBe(429);
  await ask('/lti/launch', login());
  const statements = watchStatements();
  const refused = await ask('/lti/login', login());
  statements.stop();

  expect(refused.status).toBe(429);
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(Number(refused.headers.get('retry-after'))).toBeLessThanOrEqual(60);
  expect(await refused.text()).toMatch(/Wait a minute.*\(too-many-requests\)/s);
  expect(refused.headers.get('content-security-policy')).toContain(`frame-ancestors ${world.simulator.url}`);
  expect(statements.sent).toEqual([]);
});

test('nobody else is refused for it', async () => {
  const [many, another] = [somebody(), somebody()];
  for (let times = 0; times < 6; times += 1) await many('/lti/login', login());
  expect((await many('/lti/LOGIN/', login())).status).toBe(429);
  expect((await another('/lti/login', login())).status).toBe(302);
});

test('connecting a platform is counted by itself', async () => {
  const ask = somebody();
  const answers = [];
  for (const path of ['/lti/register', '/lti/register/', '/lti/Register?invitation=x'])
    answers.push((await ask(path)).status);
  expect(answers).toEqual([403, 403, 429]);
  expect((await ask('/lti/login', login())).status).toBe(302);
});

test('notices are counted by themselves, and refused with a problem', async () => {
  const ask = somebody();
  for (let times = 0; times < 6; times += 1) await ask('/lti/login', login());
  for (let times = 0; times < 5; times += 1) expect((await ask('/lti/notices', {})).status).toBe(400);
  const refused = await ask('/lti/Notices/', {});
  expect(refused.status).toBe(429);
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(refused.headers.get('content-type')).toMatch(/^application\/problem\+json/);
  expect(await refused.json()).toMatchObject({ kind: 'too-many-requests', status: 429 });
});

test('a platform reads the tool’s keys however often it wants, and pages that are open go on', async () => {
  const ask = somebody();
  for (let times = 0; times < 6; times += 1) await ask('/lti/login', login());
  for (const path of ['/lti/jwks.json', '/lti/cookies', '/lti/check-browser.js', '/lti/opened', '/health'])
    for (let times = 0; times < 6; times += 1) expect((await ask(path)).status, path).toBe(200);
});
