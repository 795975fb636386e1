import { randomUUID } from 'node:crypto';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { Database } from '@journeybook/database/testing';
import type { OrganizationId } from '@journeybook/domain';
import { browseAs, demoWorld, driveLaunch, type LmsSimulator, startLmsSimulator } from '@journeybook/lms-simulator';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { readCourse } from '../testing/read-course.js';
import { digest } from '../services/seal.js';
import { invite as inviteAs } from '../testing/invite.js';
import { places, type Profile, startWorld, type World } from '../testing/start-world.js';

let world: World;
let database: Database;
let collegeId: OrganizationId;
beforeAll(async () => {
  world = await startWorld('moodle');
  database = await Database.openAsOwner({ url: world.databaseUrl });
});
afterAll(async () => {
  await database.close();
  await world.close();
});
beforeEach(() => {
  collegeId = randomUUID() as OrganizationId;
});

const invite = (days?: number) => inviteAs(database, collegeId, days);

async function startPlatform(profile: Profile, issuer?: string): Promise<LmsSimulator> {
  const tool = `${world.config.publicUrl}/lti`;
  return startLmsSimulator({
    profile,
    world: structuredClone(demoWorld[profile]),
    toolLoginUrl: `${tool}/login`,
    toolLaunchUrl: `${tool}/launch`,
    toolJwksUrl: `${tool}/jwks.json`,
    ...(issuer ? { issuer } : {}),
  });
}

type Fields = Readonly<Record<string, string>>;
const address = () => `${world.config.publicUrl}/lti/register`;
const ask = (fields: Fields) => fetch(`${address()}?${new URLSearchParams(fields).toString()}`);
const register = (fields: Fields) => fetch(address(), { method: 'POST', body: new URLSearchParams(fields) });
const connections = () => database.read.platforms.list(collegeId);

async function openingOf(simulator: LmsSimulator, invitation: string): Promise<Fields> {
  const { openidConfiguration, registrationToken } = await simulator.control.inviteTool();
  return { invitation, openid_configuration: openidConfiguration, registration_token: registrationToken };
}

/** A server that answers every path with what it is told, for platforms that no product is like. */
async function startStub(answer: (path: string, url: string) => object) {
  const server = http.createServer((request, response) => {
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    response.setHeader('content-type', 'application/json').end(JSON.stringify(answer(request.url ?? '', url)));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { url, close: () => new Promise((resolve) => server.close(resolve)) };
}

const stubConfiguration = (url: string, part: object = {}) => ({
  issuer: url,
  authorization_endpoint: `${url}/auth`,
  registration_endpoint: `${url}/register`,
  token_endpoint: `${url}/token`,
  jwks_uri: `${url}/keys`,
  'https://purl.imsglobal.org/spec/lti-platform-configuration': { product_family_code: 'sakai' },
  ...part,
});

describe.each<[Profile, string | undefined]>([
  ['moodle', undefined],
  ['canvas', 'https://canvas.instructure.com'],
])('dynamic registration with %s', (profile, issuer) => {
  let simulator: LmsSimulator;
  beforeAll(async () => {
    simulator = await startPlatform(profile, issuer);
  });
  afterAll(() => simulator.close());

  test('acceptance 25: connects the college of the invitation, and its courses open once it is activated', async () => {
    const fields = await openingOf(simulator, await invite());
    const asked = await ask(fields);
    const question = await asked.text();
    expect([asked.status, question]).toEqual([200, expect.stringContaining('Lakeside Community College')]);
    expect(question).toContain(`Connect ${new URL(simulator.url).host} to Journeybook?`);
    expect(await connections()).toEqual([]);

    const done = await register(fields);
    const page = await done.text();
    expect(done.status, page).toBe(200);
    expect(page).toContain(
      profile === 'moodle' ? 'Choose &quot;Activate&quot;' : 'then choose &quot;Install App&quot;',
    );
    expect(page).toContain('<script src="/lti/register/close.js" defer></script>');
    expect(done.headers.get('content-security-policy')).toContain("script-src 'self'");
    expect(await connections()).toMatchObject([
      {
        profile,
        issuer: simulator.issuer,
        clientId: simulator.registration.clientId,
        deploymentId: simulator.registration.deploymentId,
        status: 'active',
      },
    ]);

    simulator.control.activateTool();
    const launch = await driveLaunch({ simulator, ...places[profile], personId: 'rosa-silva' });
    expect((await launch.post()).status).toBe(200);
    expect(world.api.reported.reportLaunch.at(-1)).toMatchObject({
      collegeId,
      person: { name: 'Rosa Silva' },
      services: { roster: true, grades: true },
    });
  });

  test('is offered where an instructor adds content, and gives us access to grades and names', async () => {
    await register(await openingOf(simulator, await invite()));
    simulator.control.activateTool();
    const { courseId } = places[profile];
    const instructor = await browseAs(simulator, 'rosa-silva');
    expect(await (await instructor.get(`/courses/${courseId}`)).text()).toContain('Add content from');

    const launch = await driveLaunch({ simulator, ...places[profile], personId: 'rosa-silva' });
    expect((await launch.post()).status).toBe(200);
    const contextId = world.api.reported.reportLaunch.at(-1)?.context.id ?? '';
    await readCourse(world.lti.parts, { contextId });
    expect(world.api.reported.reportRoster.at(-1)).toMatchObject({ contextId });
  });

  test('acceptance 25: uses an invitation once, however often it is sent', async () => {
    const fields = await openingOf(simulator, await invite());
    const statuses = (await Promise.all(Array.from({ length: 6 }, () => register(fields)))).map((one) => one.status);
    expect(statuses.toSorted((one, other) => one - other)).toEqual([200, 403, 403, 403, 403, 403]);
    const again = await register(await openingOf(simulator, fields['invitation'] ?? ''));
    expect([again.status, await again.text()]).toEqual([403, expect.stringContaining('used already')]);
    expect(await connections()).toHaveLength(1);
  });

  test('leaves the invitation open when the platform declines', async () => {
    const fields: Fields = { ...(await openingOf(simulator, await invite())), registration_token: 'forged' };
    const declined = await register(fields);
    expect([declined.status, await declined.text()]).toEqual([502, expect.stringContaining('(platform-declined)')]);
    expect((await register(await openingOf(simulator, fields['invitation'] ?? ''))).status).toBe(200);
  });
});

test('a platform is asked twice: what it is, and to register us', async () => {
  const simulator = await startPlatform('canvas');
  simulator.control.clearRequests();
  await register(await openingOf(simulator, await invite()));
  expect(simulator.control.requests.map((one) => one.method)).toEqual(['GET', 'POST']);
  await simulator.close();
});

describe('acceptance 25: a registration is refused', () => {
  let stub: Awaited<ReturnType<typeof startStub>>;
  let configuration: (url: string) => object;
  let answer: object;
  beforeAll(async () => {
    stub = await startStub((path, url) => (path === '/config' ? configuration(url) : answer));
  });
  afterAll(() => stub.close());
  beforeEach(() => {
    configuration = (url) => stubConfiguration(url);
    answer = { client_id: randomUUID() };
  });
  const attempt = async (part: Fields = {}) => {
    const invitation = await invite();
    const response = await register({ invitation, openid_configuration: `${stub.url}/config`, ...part });
    const kind = /\(([a-z-]+)\)/.exec(await response.text())?.[1] ?? 'connected';
    const { state } = await world.lti.parts.store.invitations.find(digest(part['invitation'] ?? invitation));
    return [response.status, kind, state];
  };

  test('not when all is well, which is what the others differ from by one thing', async () => {
    expect(await attempt()).toEqual([200, 'connected', 'used']);
    expect(await database.read.platforms.listRegistered(collegeId)).toMatchObject([{ profile: 'generic' }]);
  });
  test.each([
    ['without an invitation', {}, 'invitation-missing'],
    ['with one that nobody made', { invitation: 'made-up' }, 'invitation-unknown'],
  ])('%s', async (_, fields: Fields, kind) => {
    for (const send of [ask, register]) {
      const response = await send({ ...fields, openid_configuration: `${stub.url}/config` });
      expect([response.status, await response.text()]).toEqual([403, expect.stringContaining(`(${kind})`)]);
    }
  });
  test('with one that is older than seven days', async () => {
    expect(await attempt({ invitation: await invite(-1) })).toEqual([403, 'invitation-expired', 'expired']);
  });
  test('in a browser that no platform sent', async () => {
    const response = await ask({ invitation: await invite() });
    expect([response.status, await response.text()]).toEqual([400, expect.stringContaining('Add LTI Advantage')]);
  });
  test.each([
    'https://10.0.0.1/config',
    'https://169.254.169.254/latest/meta-data',
    'https://[fd00::1]/config',
    'http://lms.example.edu/config',
    'file:///etc/passwd',
  ])('with the private or plain address %s', async (address) => {
    expect(await attempt({ openid_configuration: address })).toEqual([400, 'address-refused', 'open']);
  });
  test('of this machine, when that is not allowed', async () => {
    const { registerPlatform } = await import('./register-platform.js');
    const invitation = await invite();
    const opening = { invitation, configurationUrl: `${stub.url}/config`, token: null };
    const tools = { ...world.lti.parts.registerTools, allowLoopback: false };
    await expect(registerPlatform(tools, opening)).rejects.toMatchObject({ kind: 'address-refused' });
  });
  test.each(['issuer', 'authorization_endpoint', 'registration_endpoint', 'token_endpoint', 'jwks_uri'])(
    'with another host’s %s',
    async (name) => {
      configuration = (url) => stubConfiguration(url, { [name]: 'https://evil.example/x' });
      expect(await attempt()).toEqual([400, 'foreign-host', 'open']);
    },
  );
  test('with a configuration that is none', async () => {
    configuration = () => ({ hello: 'world' });
    expect(await attempt()).toEqual([400, 'configuration-unreadable', 'open']);
  });
  test('without a client id in the answer', async () => {
    answer = { error: 'invalid_client_metadata' };
    expect(await attempt()).toEqual([400, 'configuration-unreadable', 'open']);
  });
  test('with a client id that is connected already', async () => {
    await attempt();
    expect(await attempt()).toEqual([409, 'already-registered', 'open']);
  });
  test('by a platform that does not answer', async () => {
    const gone = await startStub(() => ({}));
    await gone.close();
    expect(await attempt({ openid_configuration: `${gone.url}/config` })).toEqual([
      502,
      'platform-unreachable',
      'open',
    ]);
  });
});

test('the last page’s button tells the platform that its window can go', async () => {
  const response = await fetch(`${address()}/close.js`);
  expect(response.headers.get('content-type')).toContain('text/javascript');
  expect(await response.text()).toContain("{ subject: 'org.imsglobal.lti.close' }");
});
