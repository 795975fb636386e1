import { createHash, randomUUID } from 'node:crypto';
import type { Client, ConnectPlatformBody, PlatformsView } from '@journeybook/contracts';
import { endpoints } from '@journeybook/contracts';
import { newId } from '@journeybook/database';
import type { OrganizationId } from '@journeybook/domain';
import { college, council, elsewhere, personId } from '@journeybook/domain/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { asOwner } from '../testing/as-owner.js';
import { launch } from '../testing/launch.js';
import { problemOf, refusalOf } from '../testing/refusal-of.js';
import type { RunningApi } from '../testing/start-api.js';
import { startApi } from '../testing/start-api.js';
import { addMembership, addPeople, buildWorld, outsideCollege, people } from '../testing/world.js';

const dean = { id: personId(40), name: 'Dina Dean', email: 'dina@lakeside.example' };
const outsideDean = { id: personId(41), name: 'Omar Outside', email: 'omar@elsewhere.example' };

let api: RunningApi;
let call: Client;
let outside: Client;
beforeAll(async () => {
  api = await startApi();
  await buildWorld(api.database);
  await addPeople(api.database, [dean, outsideDean]);
  await addMembership(api.database, dean, college, 'college-admin');
  await addMembership(api.database, outsideDean, outsideCollege, 'college-admin');
  [call, outside] = [await api.as(dean), await api.as(outsideDean)];
});
afterAll(() => api.stop());

const byHand = (part: Partial<ConnectPlatformBody> = {}): ConnectPlatformBody => {
  const site = `https://${randomUUID()}.example.edu`;
  return {
    name: 'Brightspace of Lakeside',
    issuer: site,
    clientId: 'c-1',
    authUrl: `${site}/auth`,
    tokenUrl: `${site}/token`,
    jwksUrl: `${site}/keys`,
    deploymentIds: ['d-1'],
    ...part,
  };
};
const connect = (body = byHand(), by = call, of: OrganizationId = college) =>
  by(endpoints.connectPlatform, { params: { college: of }, body });
const read = (by = call, of: OrganizationId = college) => by(endpoints.readPlatforms, { params: { college: of } });
const named = ({ connections }: PlatformsView, issuer: string) => connections.filter((one) => one.issuer === issuer);

/** An installation that a launch has left waiting for the college. */
async function waiting(of: OrganizationId = college): Promise<string> {
  const [registration, id] = [newId(), newId()];
  await asOwner(
    api.database,
    `insert into lti.registrations (id, issuer, client_id, auth_url, token_url, jwks_url, profile, name)
     values ($1, $2, 'c', 'a', 't', 'j', 'canvas', 'Canvas')`,
    [registration, randomUUID()],
  );
  await asOwner(
    api.database,
    `insert into lti.deployments (id, registration_id, deployment_id, college_id, status, course_title, platform_name, seen_at)
     values ($1, $2, '9', $3, 'pending', 'Blueprint Reading', 'Lakeside Canvas', now())`,
    [id, registration, of],
  );
  return id;
}
const stateOf = async (id: string) => (await read()).connections.find((one) => one.id === id)?.state;

describe('connecting a platform by hand', () => {
  test('keeps what was entered, once however often it is sent, and offers our own addresses', async () => {
    const body = byHand({ deploymentIds: ['d-1', 'd-2', 'd-1'] });
    const answer = await connect(body);
    expect(answer.college).toEqual({ id: college, name: 'Lakeside Community College' });
    expect(named(answer, body.issuer)).toMatchObject([
      { deploymentId: 'd-1', name: body.name, state: 'unused', profile: 'generic', seen: null, troubles: [] },
      { deploymentId: 'd-2' },
    ]);
    expect(named(await connect(body), body.issuer)).toHaveLength(2);
    expect(answer.tool).toEqual({
      login: 'http://lti.example/lti/login',
      launch: 'http://lti.example/lti/launch',
      deepLinking: 'http://lti.example/lti/launch',
      keys: 'http://lti.example/lti/jwks.json',
      icon: 'http://journeybook.example/icon.svg',
    });
  });

  test('knows Canvas and Moodle by their addresses', async () => {
    const moodle = byHand();
    const canvas = byHand({ issuer: 'https://canvas.instructure.com', clientId: '241560001' });
    const authUrl = `${moodle.issuer}/mod/lti/auth.php`;
    expect(named(await connect({ ...moodle, authUrl }), moodle.issuer)).toMatchObject([{ profile: 'moodle' }]);
    expect(named(await connect(canvas), canvas.issuer)).toMatchObject([{ profile: 'canvas' }]);
  });

  test.each([
    ['issuer', 'http://lms.example.edu', 'must begin with https://'],
    ['authUrl', 'https://10.1.2.3/auth', 'must have a public name'],
    ['tokenUrl', 'http://127.0.0.1:4402/token', 'must not be an address of this machine'],
    ['jwksUrl', 'keys', 'must be an address such as https://lms.example.edu'],
  ] as const)('refuses %s %s', async (field, value, message) => {
    const problem = await problemOf(connect(byHand({ [field]: value })));
    expect(problem).toMatchObject({ status: 400, kind: 'invalid-request', errors: [{ field, message }] });
  });

  test.each([
    [
      'Moodle’s Platform ID',
      { issuer: 'https://moodle.example.edu/', authUrl: 'https://moodle.example.edu/mod/lti/auth.php' },
    ],
    ['Canvas’s issuer', { issuer: 'https://canvas.instructure.com/' }],
  ])('refuses a slash at the end of %s, with which every launch would fail', async (whose, part) => {
    const message = `must have no slash at the end: ${whose} has none`;
    expect(await problemOf(connect(byHand(part)))).toMatchObject({
      status: 400,
      kind: 'invalid-request',
      errors: [{ field: 'issuer', message }],
    });
  });

  test('keeps a slash at the end of what another platform calls itself', async () => {
    const body = byHand();
    const issuer = `${body.issuer}/`;
    expect(named(await connect({ ...body, issuer }), issuer)).toMatchObject([{ profile: 'generic' }]);
  });

  test.each([
    ['clientId', { clientId: 'two words' }],
    ['deploymentIds', { deploymentIds: [] }],
    ['name', { name: ' ' }],
  ])('refuses a faulty %s', async (_, part) => {
    expect(await refusalOf(connect(byHand(part)))).toBe('400 invalid-request');
  });

  test('never changes the addresses that another college connected, nor takes its installation', async () => {
    const body = byHand();
    await connect(body, outside, outsideCollege);
    expect(await refusalOf(connect({ ...body, jwksUrl: 'https://evil.example/keys' }))).toBe(
      '409 platform-known-otherwise',
    );
    expect(await refusalOf(connect({ ...body, deploymentIds: ['d-9', 'd-1'] }))).toBe('409 deployment-taken');
    expect(named(await read(), body.issuer)).toEqual([]);
  });

  test('at once by two colleges gives an installation to one of them', async () => {
    const body = byHand();
    const outcomes = await Promise.allSettled([connect(body), connect(body, outside, outsideCollege)]);
    expect(outcomes.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
  });
});

test('acceptance 8: two colleges under one issuer and client id never see each other’s installations', async () => {
  const body = byHand({ issuer: 'https://canvas.instructure.com', clientId: '24156000000000042' });
  const ours = named(await connect({ ...body, deploymentIds: ['1:a'] }), body.issuer);
  const theirs = named(await connect({ ...body, deploymentIds: ['2:b'] }, outside, outsideCollege), body.issuer);
  expect(ours.map((one) => one.deploymentId)).toContain('1:a');
  expect(theirs.map((one) => one.deploymentId)).toEqual(['2:b']);
  expect(JSON.stringify(await read())).not.toContain('2:b');
  const params = { college, platform: theirs[0]?.id ?? '' };
  for (const endpoint of [endpoints.approvePlatform, endpoints.blockPlatform, endpoints.unblockPlatform] as const)
    expect(await refusalOf(call(endpoint, { params }))).toBe('404 not-found');
  expect(await refusalOf(call(endpoints.checkPlatform, { params }))).toBe('404 not-found');
  const mine = { params, body: { name: 'Mine' }, ifMatch: theirs[0]?.edition ?? '' };
  expect(await refusalOf(call(endpoints.renamePlatform, mine))).toBe('404 not-found');
  expect(await refusalOf(call(endpoints.correctPlatform, { ...mine, body }))).toBe('404 not-found');
  expect(await refusalOf(call(endpoints.removePlatform, { params, ifMatch: mine.ifMatch }))).toBe('404 not-found');
});

describe('an installation that waits', () => {
  test('says where it was seen, and opens once when it is approved', async () => {
    const platform = await waiting();
    expect((await read()).connections).toContainEqual(
      expect.objectContaining({
        id: platform,
        state: 'pending',
        seen: { courseTitle: 'Blueprint Reading', platformName: 'Lakeside Canvas', at: expect.any(String) },
      }),
    );
    const params = { college, platform };
    const outcomes = await Promise.allSettled([1, 2, 3].map(() => call(endpoints.approvePlatform, { params })));
    expect(outcomes.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
    expect(await stateOf(platform)).toBe('unused');
    expect(await refusalOf(call(endpoints.approvePlatform, { params }))).toBe('409 not-pending');
  });

  test('is blocked, opened again and renamed, and who did so stays written down', async () => {
    const platform = await waiting();
    const params = { college, platform };
    await call(endpoints.blockPlatform, { params });
    expect(await stateOf(platform)).toBe('blocked');
    expect(await refusalOf(call(endpoints.blockPlatform, { params }))).toBe('409 already-blocked');
    await call(endpoints.unblockPlatform, { params });
    expect(await refusalOf(call(endpoints.unblockPlatform, { params }))).toBe('409 not-blocked');
    const ifMatch = (await read()).connections.find((one) => one.id === platform)?.edition ?? '';
    const { connections } = await call(endpoints.renamePlatform, {
      params,
      body: { name: ' North campus ' },
      ifMatch,
    });
    expect(connections.find((one) => one.id === platform)?.name).toBe('North campus');
    const written = await asOwner<{ act: string; detail: string; by: string }>(
      api.database,
      'select act, detail, changed_by as by from lti.connection_changes where deployment_id = $1 order by changed_at, id',
      [platform],
    );
    expect(written.map((one) => `${one.act} ${one.detail}`.trim()).toSorted()).toEqual([
      'blocked',
      'renamed North campus',
      'unblocked',
    ]);
    expect(new Set(written.map((one) => one.by))).toEqual(new Set([dean.id]));
  });
});

test('a page that is open when its installation is blocked stops at once, and so does one about to open', async () => {
  const platform = await waiting();
  const params = { college, platform };
  await call(endpoints.approvePlatform, { params });
  const context = { id: randomUUID(), label: null, title: 'Blueprint Reading', sisId: null };
  await asOwner(
    api.database,
    `insert into lti.contexts (id, deployment_id, lms_context_id, services_seen_at) values ($1, $2, '7', now())`,
    [context.id, platform],
  );
  const page = await api.launched({ context });
  const another = await api.launched();
  const { code } = await api.machine(endpoints.reportLaunch, { body: launch({ context }) });
  await page.call(endpoints.readSection, {});
  await call(endpoints.blockPlatform, { params });
  expect(await refusalOf(page.call(endpoints.readSection, {}))).toBe('401 launch-ended');
  expect(await refusalOf(page.call(endpoints.renewLaunch, {}))).toBe('401 launch-ended');
  expect(await refusalOf(api.nobody(endpoints.openLaunch, { body: { code } }))).toBe('401 launch-ended');
  await another.call(endpoints.readSection, {});
});

test('a check waits for the tool that asks the platform', async () => {
  const platform = await waiting();
  const { connections } = await call(endpoints.checkPlatform, { params: { college, platform } });
  const check = connections.find((one) => one.id === platform)?.check;
  expect(check).toEqual({ askedAt: expect.any(String), doneAt: null, keysProblem: null, tokenProblem: null });
  const jobs = await asOwner(api.database, `select data from pgboss.job where name = 'check-platform'`);
  expect(jobs).toEqual([{ data: { checkId: expect.any(String) } }]);
});

describe('an invitation', () => {
  test('is a link of the tool’s whose secret is kept as a hash, for seven days', async () => {
    const { link, expiresAt } = await call(endpoints.invitePlatform, { params: { college } });
    const url = new URL(link);
    const token = url.searchParams.get('invitation') ?? '';
    expect(`${url.origin}${url.pathname}`).toBe('http://lti.example/lti/register');
    expect(token).toMatch(/^[\w-]{43}$/);
    const rows = await asOwner<Record<string, unknown>>(api.database, 'select * from lti.invitations');
    expect(rows).toMatchObject([
      {
        college_id: college,
        college_name: 'Lakeside Community College',
        created_by: dean.id,
        token_hash: createHash('sha256').update(token).digest(),
        used_at: null,
      },
    ]);
    expect(JSON.stringify(rows)).not.toContain(token);
    expect(Date.parse(expiresAt) - Date.parse(String(rows[0]?.['created_at']))).toBe(7 * 24 * 3_600_000);
  });
});

describe('who may not', () => {
  test.each([
    ['an administrator of another college', outsideDean],
    ['an administrator of its sponsor, since it has administrators of its own', people.councilAdmin],
    ['an administrator of a sponsor that does not work with it', people.elsewhereAdmin],
  ])('%s', async (_, person) => {
    const other = await api.as(person);
    const params = { college };
    expect(await refusalOf(read(other))).toBe('404 not-found');
    expect(await refusalOf(connect(byHand(), other))).toBe('404 not-found');
    expect(await refusalOf(other(endpoints.invitePlatform, { params }))).toBe('404 not-found');
  });
  test.each([
    ['an apprentice', people.ada],
    ['a mentor', people.grace],
    ['an employer', people.foundryAdmin],
  ])('%s, at all', async (_, person) => {
    expect(await refusalOf(read(await api.as(person)))).toBe('403 not-allowed');
  });
  test('anybody, of what is no college', async () => {
    expect(await refusalOf(read(await api.as(people.councilAdmin), council))).toBe('404 not-found');
    expect(await refusalOf(read(call, newId()))).toBe('404 not-found');
  });
});

describe('the colleges of an administrator', () => {
  test('are their own; a sponsor has none that has administrators of its own', async () => {
    const lakeside = { id: college, name: 'Lakeside Community College' };
    expect(await call(endpoints.listPlatformColleges, {})).toEqual({ colleges: [lakeside], sponsors: [] });
    expect(await (await api.as(people.councilAdmin))(endpoints.listPlatformColleges, {})).toEqual({
      colleges: [],
      sponsors: [{ id: council, name: 'Northern Council' }],
    });
  });

  test('grow by a name, once, for a sponsor who then connects its platforms', async () => {
    const sponsor = await api.as(people.elsewhereAdmin);
    const add = () => sponsor(endpoints.addCollege, { body: { sponsor: elsewhere, name: 'Ridge College' } });
    const [one, again] = await Promise.all([add(), add()]);
    expect(again).toEqual(one);
    expect((await read(sponsor, one.id as OrganizationId)).college).toEqual(one);
    const council = await api.as(people.councilAdmin);
    expect(await refusalOf(read(council, one.id as OrganizationId))).toBe('404 not-found');
  });

  test('are a sponsor’s no more once another sponsor works with it, or it has administrators', async () => {
    const [sponsor, other] = [await api.as(people.elsewhereAdmin), await api.as(people.councilAdmin)];
    const add = async (name: string) => {
      const { id } = await sponsor(endpoints.addCollege, { body: { sponsor: elsewhere, name } });
      expect((await read(sponsor, id as OrganizationId)).college.id).toBe(id);
      return id as OrganizationId;
    };
    const [shared, run] = [await add('Shared College'), await add('Run College')];
    await api.database.read.people.addPartnerships([{ sponsorId: council, organizationId: shared }]);
    const head = { id: personId(42), name: 'Hal Head', email: 'hal@run.example' };
    await addPeople(api.database, [head]);
    await addMembership(api.database, head, run, 'college-admin');
    for (const id of [shared, run])
      for (const by of [sponsor, other]) expect(await refusalOf(connect(byHand(), by, id))).toBe('404 not-found');
    const { colleges } = await sponsor(endpoints.listPlatformColleges, {});
    expect(colleges.map(({ id }) => id)).not.toContain(shared);
    expect(colleges.map(({ id }) => id)).not.toContain(run);
    expect((await read(await api.as(head), run)).college.id).toBe(run);
  });

  test('are added by nobody for a sponsor that is not theirs', async () => {
    const body = { sponsor: council, name: 'Ridge College' };
    expect(await refusalOf(outside(endpoints.addCollege, { body }))).toBe('404 not-found');
    expect(await refusalOf((await api.as(people.elsewhereAdmin))(endpoints.addCollege, { body }))).toBe(
      '404 not-found',
    );
  });
});
