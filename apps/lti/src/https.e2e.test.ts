import { driveLaunch } from '@journeybook/lms-simulator';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { places, startWorld, type World } from './testing/start-world.js';

const tool = 'https://lti.example';
let world: World;
beforeAll(async () => {
  world = await startWorld('moodle', { publicUrl: tool });
  // As through a proxy that ends TLS.
  const straight = globalThis.fetch;
  vi.stubGlobal('fetch', (address: string | URL, options?: RequestInit) =>
    straight(String(address).replace(tool, `http://127.0.0.1:${world.config.port}`), options),
  );
});
afterAll(async () => {
  vi.unstubAllGlobals();
  await world.close();
});

const login = (headers: Record<string, string> = {}) => {
  const { issuer: iss } = world.simulator.registration;
  const fields = { iss, login_hint: '2', target_link_uri: `${tool}/lti/launch` };
  return fetch(`${tool}/lti/login`, {
    method: 'POST',
    body: new URLSearchParams(fields),
    redirect: 'manual',
    headers: { 'sec-fetch-dest': 'iframe', ...headers },
  });
};

describe('cookies of a tool with https', () => {
  test('are kept by browsers for this very host alone, and still in a platform’s frame', async () => {
    const cookies = (await login()).headers.getSetCookie();
    expect(cookies.map((cookie) => (cookie.split('=')[0] ?? '').slice(0, 12)).toSorted()).toEqual([
      '__Host-journ',
      '__Host-state',
    ]);
    for (const cookie of cookies) {
      for (const attribute of ['Path=/;', 'Secure', 'HttpOnly', 'SameSite=None', 'Partitioned'])
        expect(cookie).toContain(attribute);
      expect(cookie).not.toContain('Domain');
    }
  });

  test('count by that name alone', async () => {
    const asked = async (cookie: string) =>
      (await (await fetch(`${tool}/lti/cookies`, { headers: { cookie } })).json()) as { kept: boolean };
    expect(await asked('journeybook-cookies=kept')).toEqual({ kept: false });
    expect(await asked('__Host-journeybook-cookies=kept')).toEqual({ kept: true });
    expect((await login({ cookie: '__Host-journeybook-cookies=kept' })).status).toBe(302);
  });

  test('open a launch, once, and not under the name that a neighbouring site could plant', async () => {
    const driven = await driveLaunch({ simulator: world.simulator, ...places.moodle, personId: 'rosa-silva' });
    const planted = driven.cookies.header(driven.action).replaceAll('__Host-', '');
    const body = new URLSearchParams(driven.form);
    const refused = await fetch(driven.action, { method: 'POST', body, headers: { cookie: planted } });
    expect(await refused.text()).toContain('(cookie-missing)');

    const again = await driveLaunch({ simulator: world.simulator, ...places.moodle, personId: 'rosa-silva' });
    expect((await again.post()).status).toBe(200);
    expect(Object.keys(again.cookies.all(again.action)).filter((name) => name.includes('state'))).toEqual([]);
  });
});

test('every answer of a tool with https tells browsers to stay with https', async () => {
  const launch = await driveLaunch({ simulator: world.simulator, ...places.moodle, personId: 'rosa-silva' });
  const answers = [
    await login(),
    await login({ cookie: '__Host-journeybook-cookies=kept' }),
    await launch.post(),
    await launch.post(),
    ...(await Promise.all(
      ['/health', '/lti/jwks.json', '/lti/frame/index.html', '/lti/register', '/none'].map((path) =>
        fetch(`${tool}${path}`),
      ),
    )),
  ];
  for (const answer of answers)
    expect([answer.url, answer.headers.get('strict-transport-security')]).toEqual([
      answer.url,
      'max-age=31536000; includeSubDomains',
    ]);
});
