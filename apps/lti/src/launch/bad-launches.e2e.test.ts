import { readEveryLtiRow } from '@journeybook/database/lti';
import { badForgeCases, createCookieJar, driveLaunch } from '@journeybook/lms-simulator';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { places, type Profile, startWorld, type World } from '../testing/start-world.js';

const person = { id: 'priya-nair', traces: /priya|nair/i };
/** Tables that hold something about a course or a person once a launch was taken. */
const aboutLaunches = ['contexts', 'resource_links', 'line_items', 'score_times', 'oidc_states'];

describe.each<Profile>(['moodle', 'canvas'])('a bad launch from %s', (profile) => {
  let world: World;

  beforeAll(async () => {
    world = await startWorld(profile);
  });
  afterAll(() => world.close());

  const drive = (more: Partial<Parameters<typeof driveLaunch>[0]> = {}) =>
    driveLaunch({ simulator: world.simulator, ...places[profile], personId: person.id, ...more });

  const expectRefused = async (response: Response) => {
    const page = await response.text();
    expect(response.status, page).toBe(401);
    expect(page).toMatch(/Incident [0-9a-f-]{36}/);
    expect(page).not.toMatch(person.traces);
    return page;
  };

  const expectNoTrace = async () => {
    const rows = await readEveryLtiRow(world.config.databaseUrl);
    expect(Object.fromEntries(aboutLaunches.map((table) => [table, rows[table]]))).toEqual(
      Object.fromEntries(aboutLaunches.map((table) => [table, []])),
    );
    expect(JSON.stringify(rows)).not.toMatch(person.traces);
    expect(world.api.requests).toEqual([]);
  };

  test.each(badForgeCases.filter((forge) => forge !== 'replayed'))(
    'is refused and leaves no trace: %s',
    async (forge) => {
      const driven = await drive({ forge });
      await expectRefused(await driven.post());
      await expectNoTrace();
    },
  );

  test('is refused when another browser sends it, with a way to open a new window', async () => {
    const driven = await drive();
    const response = await fetch(driven.action, { method: 'POST', body: new URLSearchParams(driven.form) });

    const page = await expectRefused(response);
    expect(page).toContain(`action="${world.config.publicUrl}/lti/login" target="_blank"`);
    await expectNoTrace();
    await expectRefused(await driven.post());
  });

  test('is refused with a cookie that somebody made up', async () => {
    const driven = await drive();
    const jar = createCookieJar();
    const name = `state${driven.form['state']}`;
    jar.set(driven.action, name, encodeURIComponent(`s:${world.simulator.issuer}.forged`));
    const headers = { cookie: jar.header(driven.action) };
    await expectRefused(
      await fetch(driven.action, { method: 'POST', headers, body: new URLSearchParams(driven.form) }),
    );
    await expectNoTrace();
  });

  test('is refused with the state of another login of the same browser', async () => {
    const cookieJar = createCookieJar();
    const first = await drive({ cookieJar });
    const second = await drive({ cookieJar });
    await expectRefused(await second.post({ state: first.form['state'] ?? '' }));
    await expectRefused(await first.post());
    await expectNoTrace2(world);
  });

  test.each([
    ['no state', { state: '' }],
    ['an unknown state', { state: 'f'.repeat(50) }],
    ['no token', { id_token: '' }],
    ['a session token of ltijs', { ltik: 'eyJhbGciOiJub25lIn0.e30.', id_token: '' }],
  ])('is refused with %s', async (_what, changes) => {
    const driven = await drive();
    await expectRefused(await driven.post(changes));
    expect(world.api.requests).toEqual([]);
  });

  test('is refused when a parameter comes twice', async () => {
    const driven = await drive();
    const body = new URLSearchParams([...Object.entries(driven.form), ['id_token', 'another']]);
    const headers = { cookie: driven.cookies.header(driven.action) };
    await expectRefused(await fetch(driven.action, { method: 'POST', headers, body }));
    expect(world.api.requests).toEqual([]);
  });

  test('is refused when it is a megabyte long', async () => {
    const driven = await drive();
    await expectRefused(await driven.post({ id_token: 'x'.repeat(1024 * 1024) }));
    expect(world.api.requests).toEqual([]);
  });

  test('shows a friendly page, and nothing posted, when the platform itself declines', async () => {
    const driven = await drive();
    const page = await expectRefused(
      await fetch(driven.action, {
        method: 'POST',
        body: new URLSearchParams({
          error: 'login_required',
          error_description: '<script>alert(1)</script>',
          state: 'x',
        }),
      }),
    );
    expect(page).toContain('did not let you through');
    expect(page).not.toMatch(/<script|alert|login_required/);
  });

  test('is refused when an address is typed in by hand', async () => {
    await expectRefused(await fetch(`${world.config.publicUrl}/lti/launch?ltik=abc`));
  });
});

async function expectNoTrace2(world: World): Promise<void> {
  const rows = await readEveryLtiRow(world.config.databaseUrl);
  expect(rows['contexts']).toEqual([]);
  expect(world.api.requests).toEqual([]);
}

describe('a replayed launch', () => {
  test('is accepted once, however often and however fast it is sent', async () => {
    const world = await startWorld('canvas');
    const driven = await driveLaunch({ simulator: world.simulator, ...places.canvas, personId: person.id });
    const headers = { cookie: driven.cookies.header(driven.action) };
    const send = () => fetch(driven.action, { method: 'POST', headers, body: new URLSearchParams(driven.form) });
    const statuses = (await Promise.all(Array.from({ length: 50 }, send))).map(({ status }) => status);

    expect(statuses.filter((status) => status === 200)).toHaveLength(1);
    expect(statuses.filter((status) => status === 401)).toHaveLength(49);
    expect(world.api.reported.reportLaunch).toHaveLength(1);
    expect((await send()).status).toBe(401);
    await world.close();
  });
});

describe('a bad login', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld('canvas');
  });
  afterAll(() => world.close());

  const login = (parameters: Record<string, string> | [string, string][]) =>
    fetch(`${world.config.publicUrl}/lti/login`, {
      method: 'POST',
      body: new URLSearchParams(parameters),
      redirect: 'manual',
    });
  const good = () => ({
    iss: world.simulator.registration.issuer,
    client_id: world.simulator.registration.clientId,
    login_hint: 'somebody',
    target_link_uri: `${world.config.publicUrl}/lti/launch`,
  });

  test.each<[string, (parameters: ReturnType<typeof good>) => Record<string, string> | [string, string][]]>([
    ['an unknown platform', (sent) => ({ ...sent, iss: 'https://unknown.example' })],
    ['an unknown client', (sent) => ({ ...sent, client_id: 'unknown' })],
    ['no login hint', ({ login_hint: _, ...sent }) => sent],
    ['a target on another host', (sent) => ({ ...sent, target_link_uri: 'https://evil.example/lti/launch' })],
    ['a target that only begins like ours', (sent) => ({ ...sent, target_link_uri: `${sent.target_link_uri}-not` })],
    ['an issuer sent twice', (sent) => [...Object.entries(sent), ['iss', 'https://other.example']]],
    ['a control character', (sent) => ({ ...sent, login_hint: 'a\0b' })],
  ])('is refused with %s', async (_what, change) => {
    expect((await login(good())).status).toBe(302);
    const response = await login(change(good()));
    expect(response.status).toBe(401);
    expect(response.headers.getSetCookie()).toEqual([]);
  });

  test('needs a client id once two registrations share the issuer', async () => {
    const { client_id: _, ...withoutClient } = good();
    const before = await login(withoutClient);
    expect(before.status).toBe(302);
    expect(new URL(before.headers.get('location') ?? '').searchParams.get('client_id')).toBe(good().client_id);

    await world.lti.parts.store.registrations.save({
      ...world.simulator.registration,
      clientId: 'another-college',
      tokenAudience: null,
      profile: 'canvas',
      name: 'Another college',
      collegeId: world.collegeId,
    });
    expect((await login(withoutClient)).status).toBe(401);
    expect((await login(good())).status).toBe(302);
  });
});
