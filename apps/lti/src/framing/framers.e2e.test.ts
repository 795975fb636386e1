import { Database } from '@journeybook/database/testing';
import type { OrganizationId } from '@journeybook/domain';
import { driveLaunch } from '@journeybook/lms-simulator';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { digest } from '../services/seal.js';
import { drivePicker } from '../testing/drive-picker.js';
import { driveStoredLaunch } from '../testing/drive-stored-launch.js';
import { everyRoute } from '../testing/every-route.js';
import { invite } from '../testing/invite.js';
import { readAddress } from '../testing/read-address.js';
import { places, startWorld, type World } from '../testing/start-world.js';

let world: World;
let canvas: World;
let database: Database;
beforeAll(async () => {
  [world, canvas] = await Promise.all([startWorld('moodle'), startWorld('canvas')]);
  database = await Database.openAsOwner({ url: world.databaseUrl });
  // Two more platforms, which have no part in what is opened here; two colleges share the issuer of the second.
  for (const [issuer, clientId] of [
    ['https://another.example', 'c'],
    [shared, '1'],
    [shared, '2'],
  ] as const)
    await world.lti.parts.store.registrations.save({ ...place(issuer), issuer, clientId });
});
afterAll(async () => {
  await database.close();
  await Promise.all([world.close(), canvas.close()]);
});

const shared = 'https://shared.example';
const place = (issuer: string) => ({
  deploymentId: '1',
  authUrl: `${issuer}/auth`,
  tokenUrl: `${issuer}/token`,
  jwksUrl: `${issuer}/keys`,
  tokenAudience: null,
  profile: 'moodle' as const,
  name: 'Another',
  collegeId: world.collegeId,
});

/** Whose pages may frame an answer. */
const framersOf = (response: Response): string[] => {
  const policy = response.headers.get('content-security-policy') ?? '';
  return (/(?:^|;) ?frame-ancestors ([^;]+)(?:;|$)/.exec(policy)?.[1] ?? 'missing').split(' ');
};
const isPage = (response: Response) => response.headers.get('content-type')?.startsWith('text/html') ?? false;

const call = (line: string, fields: Readonly<Record<string, string>> = {}, headers: Record<string, string> = {}) => {
  const [method = '', path = ''] = line.split(' ');
  const sent = new URLSearchParams(fields);
  const query = method === 'GET' && sent.size > 0 ? `?${sent.toString()}` : '';
  return fetch(`${world.config.publicUrl}${path}${query}`, {
    method,
    headers,
    redirect: 'manual',
    ...(method === 'POST' ? { body: sent } : {}),
  });
};

const login = (more: Readonly<Record<string, string>> = {}) => ({
  iss: world.simulator.registration.issuer,
  login_hint: '2',
  target_link_uri: `${world.config.publicUrl}/lti/launch`,
  ...more,
});
const inFrame = { 'sec-fetch-dest': 'iframe' };
const drive = () => driveLaunch({ simulator: world.simulator, ...places.moodle, personId: 'rosa-silva' });
const openPicker = async () => (await drivePicker(world, 'moodle').request()).post();

async function opening(more: Readonly<Record<string, string>> = {}) {
  const { openidConfiguration, registrationToken } = await world.simulator.control.inviteTool();
  return {
    invitation: await invite(database, world.collegeId as OrganizationId),
    openid_configuration: openidConfiguration,
    registration_token: registrationToken,
    ...more,
  };
}

async function used() {
  const fields = await opening();
  await world.lti.parts.store.invitations.take(digest(fields.invitation));
  return fields;
}

async function answerPicker() {
  const driver = drivePicker(world, 'moodle');
  return (await driver.answer(await driver.read(await (await driver.request()).post()), [])).response;
}

/** What is framed by the platform that it is for, by those that are connected here, and by nobody. */
const platform = () => [world.simulator.url];
const connected = () => [shared, 'https://another.example', world.simulator.url];
const nobody = () => ["'none'"];

type Case = readonly [what: string, framers: () => string[], ask: () => Promise<Response>];
const register = (method: 'GET' | 'POST'): readonly Case[] => {
  const line = `${method} /lti/register`;
  const foreign = { openid_configuration: 'https://10.0.0.1/configuration' };
  return [
    ['by an invitation', platform, async () => call(line, await opening())],
    ['by an invitation that was used', platform, async () => call(line, await used())],
    ['by none', nobody, async () => call(line, await opening({ invitation: '' }))],
    ['by one that was made up', nobody, async () => call(line, await opening({ invitation: 'made-up' }))],
    ['by a person', nobody, async () => call(line, await opening({ openid_configuration: '' }))],
    ['with an address that may not be called', nobody, async () => call(line, await opening(foreign))],
  ];
};

const cases: Readonly<Record<string, readonly Case[]>> = {
  'GET /lti/login': [
    ['in a frame', platform, () => call('GET /lti/login', login(), inFrame)],
    ['of nobody', connected, () => call('GET /lti/login')],
  ],
  'POST /lti/login': [
    ['in a frame', platform, () => call('POST /lti/login', login(), inFrame)],
    ['with nothing in it', connected, () => call('POST /lti/login')],
    ['for a page that is not ours', connected, () => call('POST /lti/login', login({ target_link_uri: shared }))],
    ['of a platform that is not known', connected, () => call('POST /lti/login', login({ iss: 'https://x.example' }))],
    ['of one of two colleges', () => [shared], () => call('POST /lti/login', login({ iss: shared }))],
    ['that cannot be read', connected, () => call('POST /lti/login', { login_hint: 'x'.repeat(300_000) })],
  ],
  'GET /lti/launch': [['typed in', connected, () => call('GET /lti/launch')]],
  'POST /lti/launch': [
    ['that is good', platform, async () => (await drive()).post()],
    ['that the platform declined', connected, () => call('POST /lti/launch', { error: 'access_denied' })],
    ['of another browser', platform, async () => call('POST /lti/launch', (await drive()).form)],
    ['with a token that nobody can read', platform, async () => (await drive()).post({ id_token: 'no.jwt.here' })],
    ['with the state of nobody', platform, async () => (await drive()).post({ state: 'x' })],
    ['with the state and a signature of nobody', connected, async () => spoilt(await drive(), { state: 'x' })],
    ['with a signature of nobody', platform, async () => spoilt(await drive())],
    ['of one who adds content', platform, openPicker],
    ['while the platform gives no keys', platform, withoutKeys],
  ],
  'POST /lti/picked': [
    ['with the ticket of a picker', platform, answerPicker],
    ['with none', connected, () => call('POST /lti/picked')],
  ],
  'GET /lti/opened': [
    ['as the launch said', platform, async () => fetch(await readAddress(await (await drive()).post()))],
    ['without a launch', connected, () => call('GET /lti/opened')],
    ['with a query that was made up', connected, () => call('GET /lti/opened', { framers: 'v1.a.b.c' })],
  ],
  'GET /lti/register': register('GET'),
  'POST /lti/register': register('POST'),
  'GET /lti/frame/index.html': [['without a launch', nobody, () => call('GET /lti/frame/index.html')]],
};

async function spoilt(driven: Awaited<ReturnType<typeof drive>>, changes: Readonly<Record<string, string>> = {}) {
  const [head = '', payload = '', signature = ''] = driven.form['id_token']?.split('.') ?? [];
  return driven.post({ id_token: [head, payload, signature.slice(8) + signature.slice(0, 8)].join('.'), ...changes });
}

async function withoutKeys() {
  await world.restartTool();
  world.simulator.control.failNext({ kind: 'status', status: 502, match: 'certs' });
  return (await drive()).post();
}

describe.each(Object.entries(cases))('%s', (_line, ofLine) => {
  test.each(ofLine)('%s is framed by those whom it is for', async (_what, framers, ask) => {
    const response = await ask();
    expect(isPage(response)).toBe(true);
    expect(framersOf(response).toSorted()).toEqual(framers().toSorted());
  });
});

test('every page of the tool is among these, and none may be framed by anybody', async () => {
  const pages: string[] = [];
  for (const line of everyRoute(world.lti.parts)) {
    const response = await call(line);
    if (!isPage(response)) continue;
    pages.push(line);
    const framers = framersOf(response);
    expect(framers, line).not.toContain('missing');
    for (const framer of framers) expect(framer, line).toMatch(/^'none'$|^https?:\/\/(?:\*\.)?[\w-]+[\w.:-]*$/);
  }
  expect(pages.toSorted()).toEqual(Object.keys(cases).toSorted());
});

test('a launch that is proved by the platform’s storage is framed by that platform, before and after', async () => {
  const { form, stored, post } = await driveStoredLaunch(canvas);
  for (const fields of [form, { ...form, storage_proof: stored.secret }]) {
    const response = await post(fields);
    expect(response.status).toBe(200);
    expect(framersOf(response)).toEqual([canvas.simulator.url]);
  }
});
