import { readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Database } from '@journeybook/database/testing';
import { driveLaunch, type Fault, type GoodForgeCase } from '@journeybook/lms-simulator';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { readTask } from '../testing/drive-stored-launch.js';
import { places, type Profile, startWorld, type World } from '../testing/start-world.js';

describe.each<Profile>(['moodle', 'canvas'])('a launch from %s', (profile) => {
  let world: World;

  beforeAll(async () => {
    world = await startWorld(profile);
  });
  afterAll(() => world.close());
  beforeEach(() => {
    world.api.reported.reportLaunch.length = 0;
  });

  const launch = async (personId: string, forge?: GoodForgeCase) => {
    const driven = await driveLaunch({
      simulator: world.simulator,
      ...places[profile],
      personId,
      ...(forge ? { forge } : {}),
    });
    return driven.post();
  };

  test('opens the page with a one-time code and reports who came from where', async () => {
    const response = await launch('rosa-silva');
    const page = await response.text();

    expect(response.status, page).toBe(200);
    const [, json = ''] =
      /<script type="application\/json" id="journeybook-launch">(.*)<\/script><\/head>/.exec(page) ?? [];
    const course = profile === 'moodle' ? /return\.php\?course=2&launch_container=4/ : /\/courses\/565$/;
    expect(JSON.parse(json)).toEqual({
      code: expect.stringMatching(/^code-/),
      apiUrl: world.config.apiUrl,
      address: expect.stringContaining(`${world.config.publicUrl}/lti/opened?framers=v1.`),
      back: { address: expect.stringMatching(course), name: places[profile].title },
    });
    expect(world.api.reported.reportLaunch).toEqual([
      {
        collegeId: world.collegeId,
        registrationId: expect.any(String),
        platformName: `Lakeside ${profile}`,
        role: 'instructor',
        context: expect.objectContaining({ label: profile === 'moodle' ? 'IMT-BP' : 'IMT-QA' }),
        person: expect.objectContaining({ name: 'Rosa Silva', email: 'rosa.silva@lakeside.example', sisId: 'E2001' }),
        services: { roster: true, grades: true },
        pick: null,
      },
    ]);
  });

  test('sends a page that only the platform may frame and that may call only the API', async () => {
    const { headers } = await launch('rosa-silva');
    const policy = headers.get('content-security-policy');

    expect(policy).toContain(`frame-ancestors ${new URL(world.simulator.url).origin}`);
    expect(policy).toContain(`connect-src ${world.config.apiUrl};`);
    expect(policy).toContain("script-src 'self';");
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('x-frame-options')).toBeNull();
  });

  test('leaves the browser no cookie and no token in an address', async () => {
    const driven = await driveLaunch({ simulator: world.simulator, ...places[profile], personId: 'priya-nair' });
    const before = driven.cookies.all(world.config.publicUrl);
    const response = await driven.post();

    expect(Object.keys(before).some((name) => name.startsWith('state'))).toBe(true);
    expect(Object.keys(driven.cookies.all(world.config.publicUrl)).some((name) => name.startsWith('state'))).toBe(
      false,
    );
    expect(response.status).toBe(200);
    expect(response.headers.get('location')).toBeNull();
  });

  test('binds the login to the browser with a cookie that works in another site’s frame', async () => {
    const login = new URL(`${world.config.publicUrl}/lti/login`);
    const { issuer: iss, clientId } = world.simulator.registration;
    const target = `${world.config.publicUrl}/lti/launch`;
    login.search = new URLSearchParams({
      iss,
      client_id: clientId,
      login_hint: '3',
      target_link_uri: target,
    }).toString();
    const response = await fetch(login, { redirect: 'manual' });

    expect(response.status).toBe(302);
    const cookie = response.headers.getSetCookie().join();
    for (const attribute of ['Secure', 'HttpOnly', 'SameSite=None', 'Partitioned', 'Max-Age=600'])
      expect(cookie).toContain(attribute);
  });

  test('gives one course one id, however many people open it', async () => {
    await launch('rosa-silva');
    await launch('priya-nair');
    const ids = world.api.reported.reportLaunch.map(({ context }) => context.id);
    expect(new Set(ids).size).toBe(1);
  });

  test('opens although the platform’s keys were changed after they were read', async () => {
    await launch('rosa-silva');
    await world.simulator.control.rotateKeys();
    expect((await launch('rosa-silva')).status).toBe(200);
  });

  test('is opened while the portal is built anew and its folder is empty', async () => {
    const page = path.join(world.config.frameDir, 'index.html');
    const markup = await readFile(page, 'utf8');
    await rm(page);
    expect((await launch('rosa-silva')).status).toBe(200);
    await writeFile(page, markup);
  });

  test('tells a page without a course what its platform is called, for the way back', async () => {
    const page = await (await launch('priya-nair', 'email-without-context')).text();
    expect(page).toContain(`"name":"Lakeside ${profile}"`);
  });

  test.each<[GoodForgeCase, string]>([
    ['short-role', 'learner'],
    ['unknown-role', 'learner'],
    ['empty-roles', 'visitor'],
    ['several-roles', 'assistant'],
    ['no-names', 'learner'],
    ['email-only', 'learner'],
    ['names-only', 'learner'],
    ['email-without-context', 'learner'],
  ])('is opened with %s, as a %s', async (forge, role) => {
    const response = await launch('priya-nair', forge);

    expect(response.status, await response.text()).toBe(200);
    expect(world.api.reported.reportLaunch).toMatchObject([{ role }]);
  });
});

describe('a launch that nobody at the platform is to blame for', () => {
  test('says so with 503 when the record cannot be reached', async () => {
    const world = await startWorld('moodle');
    const driven = await driveLaunch({ simulator: world.simulator, ...places.moodle, personId: 'rosa-silva' });
    await world.api.close();
    const response = await driven.post();

    expect(response.status).toBe(503);
    expect(await response.text()).toContain('Nothing was lost');
    await world.close();
  });

  test('says so with 503 when the database gave it up for taking too long', async () => {
    const world = await startWorld('moodle');
    const driven = await driveLaunch({ simulator: world.simulator, ...places.moodle, personId: 'rosa-silva' });
    const owner = await Database.openAsOwner({ url: world.databaseUrl });
    const response = await owner.transaction(async ({ runSql }) => {
      await runSql('lock table lti.oidc_states in access exclusive mode');
      const asked = driven.post();
      await vi.waitFor(
        async () => {
          const ended = await owner.read.runSql(
            `select pg_cancel_backend(pid) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
          );
          expect(ended).not.toEqual([]);
        },
        { timeout: 10_000 },
      );
      return asked;
    });

    expect([response.status, await response.text()]).toEqual([503, expect.stringContaining('(too-slow)')]);
    await owner.close();
    await world.close();
  });

  test.each<[string, Fault, string]>([
    ['does not give its keys', { kind: 'status', status: 502 }, 'platform-keys-unreachable'],
    ['has nothing where its keys should be', { kind: 'status', status: 404 }, 'platform-keys-unusable'],
    ['has a web page where its keys should be', { kind: 'html' }, 'platform-keys-unusable'],
  ])('says so with 503 when the platform %s', async (_what, fault, reason) => {
    const world = await startWorld('moodle');
    world.simulator.control.failNext({ ...fault, match: 'certs' });
    const driven = await driveLaunch({ simulator: world.simulator, ...places.moodle, personId: 'rosa-silva' });
    const answer = await driven.post();

    expect([answer.status, await answer.text()]).toEqual([503, expect.stringContaining(`(${reason})`)]);
    await world.close();
  });
});

describe('a login in a frame', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld('canvas');
  });
  afterAll(() => world.close());

  const login = (headers: Record<string, string>) => {
    const { issuer, clientId } = world.simulator.registration;
    const fields = {
      iss: issuer,
      client_id: clientId,
      login_hint: '"><b>',
      target_link_uri: `${world.config.publicUrl}/lti/launch`,
    };
    return fetch(`${world.config.publicUrl}/lti/login`, {
      method: 'POST',
      body: new URLSearchParams(fields),
      redirect: 'manual',
      headers,
    });
  };

  test('first sees whether the browser keeps cookies there, and has a new window ready', async () => {
    const response = await login({ 'sec-fetch-dest': 'iframe' });
    const page = await response.text();

    expect(response.status).toBe(200);
    expect(page).toContain(`action="${world.config.publicUrl}/lti/login" target="_blank"`);
    expect(page).toContain('name="login_hint" value="&quot;&gt;&lt;b&gt;"');
    expect(readTask(page)).toEqual({
      address: expect.stringMatching(new RegExp(`^${world.simulator.registration.authUrl}\\?.*nonce=`)),
      storage: null,
    });
    expect(response.headers.get('content-security-policy')).toContain("script-src 'self'");
    expect(response.headers.getSetCookie().join()).toMatch(/journeybook-cookies=kept;.*Partitioned/);
  });

  test('goes straight to the platform once that is known, and always in a window of its own', async () => {
    expect((await login({ 'sec-fetch-dest': 'iframe', cookie: 'a=b; journeybook-cookies=kept' })).status).toBe(302);
    expect((await login({ 'sec-fetch-dest': 'document' })).status).toBe(302);
  });

  test('is told by the page’s own question whether cookies are kept', async () => {
    const ask = async (headers: Record<string, string>) =>
      (await fetch(`${world.config.publicUrl}/lti/cookies`, { headers })).json();
    expect(await ask({})).toEqual({ kept: false });
    expect(await ask({ cookie: 'journeybook-cookies=kept' })).toEqual({ kept: true });
    const script = await fetch(`${world.config.publicUrl}/lti/check-browser.js`);
    expect(script.headers.get('content-type')).toContain('text/javascript');
  });
});
