import { createHash, randomUUID } from 'node:crypto';
import type { OrganizationId, SectionId } from '@journeybook/domain';
import { at, college, grace, now } from '@journeybook/domain/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type LtiStore, openLtiStore } from '../lti/open-lti-store.js';
import { addressAs } from '../testing/test-database.js';
import type { World } from '../world/open-world.js';
import { openWorld } from '../world/open-world.js';

const lakeside = college;
const ridge = randomUUID() as OrganizationId;
const canvas = {
  issuer: 'https://canvas.instructure.com',
  clientId: '24156000000000001',
  authUrl: 'https://sso.canvaslms.com/api/lti/authorize_redirect',
  tokenUrl: 'https://sso.canvaslms.com/login/oauth2/token',
  jwksUrl: 'https://sso.canvaslms.com/api/lti/security/jwks',
  tokenAudience: null,
  profile: 'canvas' as const,
  name: 'Canvas',
};

let world: World;
let store: LtiStore;
beforeAll(async () => {
  world = await openWorld();
  store = await openLtiStore(addressAs(world.url, 'journeybook_lti'));
});
afterAll(async () => {
  await store.close();
  await world.close();
});

const tables = () => world.database.read.platforms;
const hash = (text: string) => createHash('sha256').update(text).digest();
const invite = async (of = lakeside) => {
  const tokenHash = hash(randomUUID());
  const expiresAt = at(new Date(Date.now() + 60_000).toISOString());
  await tables().addInvitation({ tokenHash, college: { id: of, name: 'Lakeside' }, by: grace, at: now, expiresAt });
  return tokenHash;
};
const invited = (deploymentId: string | null, part = {}) => ({
  ...canvas,
  clientId: randomUUID(),
  registrationClientUri: 'https://canvas.example/registration',
  deploymentId,
  ...part,
});

describe('two colleges under one issuer and client id', () => {
  test('acceptance 8: never see each other’s installations, launches or waiting ones', async () => {
    await store.registrations.save({ ...canvas, deploymentId: '1:lakeside', collegeId: lakeside });
    await store.registrations.save({ ...canvas, deploymentId: '2:ridge', collegeId: ridge });
    const [registration] = await store.registrations.listForLogin(canvas.issuer, canvas.clientId);
    const registrationId = registration?.id ?? '';
    await store.deployments.keepPending({
      registrationId,
      deploymentId: '3:somebody',
      courseTitle: 'Blueprint Reading',
      platformName: 'Ridge',
      at: new Date(),
    });
    const names = async (of: OrganizationId) => (await tables().list(of)).map((one) => one.deploymentId);

    expect(await names(lakeside)).toEqual(['1:lakeside']);
    expect(await names(ridge)).toEqual(['2:ridge']);
    const [theirs] = await tables().list(ridge);
    expect(await tables().lock(lakeside, theirs?.id ?? '')).toBeNull();
    const rows = await world.sql<{ college_id: string | null }>(
      'select college_id from lti.deployments where registration_id = $1 order by deployment_id',
      [registrationId],
    );
    expect(rows.map((row) => row.college_id)).toEqual([lakeside, ridge, null]);
  });

  test('claim a waiting one by its name, after which it is theirs', async () => {
    const known = await tables().lockRegistration(canvas.issuer, canvas.clientId);
    const id = known?.id ?? '';
    expect(await tables().findDeployments(id, ['3:somebody', '9'])).toMatchObject([
      { status: 'pending', college: null },
    ]);
    await tables().activate(id, { college: ridge, deploymentId: '3:somebody', name: 'Ridge North' });
    expect(await tables().list(ridge)).toMatchObject([
      { deploymentId: '2:ridge', name: 'Canvas' },
      { deploymentId: '3:somebody', name: 'Ridge North', status: 'active' },
    ]);
  });
});

describe('an invitation', () => {
  test('is given to one of many who come with it, and is open again when nothing came of it', async () => {
    const token = await invite();
    expect(await store.invitations.find(token)).toMatchObject({ state: 'open', invitation: { collegeId: lakeside } });
    const taken = await Promise.all(Array.from({ length: 12 }, () => store.invitations.take(token)));
    const [one] = taken.filter((invitation) => invitation !== null);
    expect(taken.filter((invitation) => invitation !== null)).toHaveLength(1);
    expect(await store.invitations.find(token)).toEqual({ state: 'used', invitation: null });
    await store.invitations.giveBack(one?.id ?? '');
    expect((await store.invitations.find(token)).state).toBe('open');
  });

  test('is of no use when its time is over, or when nobody made it', async () => {
    const tokenHash = hash('expired');
    const college = { id: lakeside, name: 'Lakeside' };
    const [madeAt, expiresAt] = [at('2026-03-01T00:00:00Z'), at('2026-03-08T00:00:00Z')];
    await tables().addInvitation({ tokenHash, college, by: grace, at: madeAt, expiresAt });
    expect(await store.invitations.find(tokenHash)).toEqual({ state: 'expired', invitation: null });
    expect(await store.invitations.take(tokenHash)).toBeNull();
    expect((await store.invitations.find(hash('nobody'))).state).toBe('unknown');
  });

  test('connects the platform to its college, with the deployment when there is one, and is over', async () => {
    const token = await invite();
    const invitation = await store.invitations.take(token);
    const entry = invited('7');
    expect(await store.registrations.addInvited(entry, invitation?.id ?? '')).not.toBeNull();
    expect(await tables().list(lakeside)).toContainEqual(
      expect.objectContaining({ clientId: entry.clientId, deploymentId: '7', status: 'active' }),
    );
    await store.invitations.giveBack(invitation?.id ?? '');
    expect((await store.invitations.find(token)).state).toBe('used');
    expect(
      await world.sql('select act, changed_by from lti.connection_changes where college_id = $1', [lakeside]),
    ).toEqual([{ act: 'connected', changed_by: grace }]);
  });

  test('without a deployment leaves a registration whose first launch waits for the college', async () => {
    const invitation = await store.invitations.take(await invite());
    const entry = invited(null);
    const id = await store.registrations.addInvited(entry, invitation?.id ?? '');
    expect((await tables().listRegistered(lakeside)).map((one) => one.id)).toEqual([id]);
    const seen = { registrationId: id ?? '', deploymentId: '9', at: new Date(), platformName: null };
    await store.deployments.keepPending({ ...seen, courseTitle: 'Safety' });
    await store.deployments.keepPending({ ...seen, courseTitle: null });
    expect(await tables().list(lakeside)).toContainEqual(
      expect.objectContaining({ deploymentId: '9', status: 'pending', courseTitle: 'Safety' }),
    );
    expect(await tables().listRegistered(lakeside)).toEqual([]);
  });

  test('never overwrites what is known under the client id it was answered with', async () => {
    const invitation = await store.invitations.take(await invite(ridge));
    const hostile = invited('1:lakeside', { clientId: canvas.clientId, jwksUrl: 'https://evil.example/keys' });
    expect(await store.registrations.addInvited(hostile, invitation?.id ?? '')).toBeNull();
    const [kept] = await store.registrations.listForLogin(canvas.issuer, canvas.clientId);
    expect(kept?.jwksUrl).toBe(canvas.jwksUrl);
  });
});

describe('an installation', () => {
  test('that is active or blocked is left as it is by a launch that finds it so', async () => {
    const [one] = await tables().list(lakeside);
    await tables().setStatus(one?.id ?? '', 'blocked');
    await store.deployments.keepPending({
      registrationId: one?.registrationId ?? '',
      deploymentId: one?.deploymentId ?? '',
      courseTitle: 'Another',
      platformName: null,
      at: new Date(),
    });
    expect(await tables().list(lakeside)).toContainEqual(
      expect.objectContaining({ id: one?.id, status: 'blocked', courseTitle: null }),
    );
  });

  test('tells its last launch and what a check found', async () => {
    const [one] = await tables().list(ridge);
    const check = await tables().addCheck(one?.id ?? '', grace, now);
    expect(await store.platformChecks.find(check)).toMatchObject({ deploymentId: one?.deploymentId });
    await store.platformChecks.finish(check, { keys: null, token: 'refused' });
    expect(await store.platformChecks.find(check)).toBeNull();
    const [checked] = await tables().list(ridge);
    expect(checked?.facts).toMatchObject({
      lastLaunchAt: null,
      rosterFailed: { courses: 0, said: null, since: null },
      resultsFailed: { courses: 0, said: null, since: null },
      gradesFailed: { scores: 0, said: null, since: null },
      check: { askedAt: '2026-03-04T15:00:00.000Z', keysProblem: null, tokenProblem: 'refused' },
    });
  });
});

test('counts the courses that cannot be read, and not those that their platform has closed', async () => {
  const own = async () => (await tables().list(lakeside)).find(({ status }) => status === 'active');
  const deploymentId = (await own())?.deploymentId;
  const seen = async (lmsContextId: string) => {
    const [deployment] = (await world.sql('select id from lti.deployments where deployment_id = $1', [
      deploymentId,
    ])) as { id: string }[];
    const { contextId } = await store.contexts.saveSeen({
      deployment: deployment?.id ?? '',
      lmsContextId,
      label: null,
      title: 'Blueprint Reading',
      sisId: null,
      lineItemsUrl: null,
      rosterUrl: null,
      scopes: [],
      link: null,
      at: new Date(now),
    });
    const { sections } = world.database.read;
    const section = await world.database.transaction((all) =>
      all.sections.upsert({
        id: randomUUID() as SectionId,
        college: lakeside,
        contextId,
        platformName: 'Ridge',
        title: 'Blueprint Reading',
        label: null,
        sisId: null,
        services: { roster: true, grades: true },
      }),
    );
    await sections.rosterFailed(section, 'No roster.', now);
    await sections.resultsFailed(section, 'No grades.', now);
    return contextId;
  };
  await seen('open');
  await store.contexts.close(await seen('closed'));
  expect((await own())?.facts).toMatchObject({
    rosterFailed: { courses: 1, said: 'No roster.', since: '2026-03-04T15:00:00.000Z' },
    resultsFailed: { courses: 1, said: 'No grades.', since: '2026-03-04T15:00:00.000Z' },
  });
});

test.each([
  ['update lti.registrations set auth_url = $1', 'journeybook_api'],
  ['delete from lti.connection_changes where act = $1', 'journeybook_api'],
  ['update lti.connection_changes set detail = $1', 'journeybook_lti'],
  ['select from lti.oidc_states where target = $1', 'journeybook_api'],
  ['select lms_context_id from lti.contexts where title = $1', 'journeybook_api'],
  ['delete from lti.invitations where college_name = $1', 'journeybook_lti'],
] as const)('%s is nothing that %s may do', async (statement, role) => {
  await expect(world.sql(statement, ['x'], role)).rejects.toMatchObject({ code: '42501' });
});
