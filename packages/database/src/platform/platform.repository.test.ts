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

const works = { courses: 0, titles: [], said: null, since: null };

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
      rosterFailed: works,
      resultsFailed: works,
      columnsLost: works,
      gradesFailed: { forbidden: works, unanswered: works, refused: works },
      check: { askedAt: '2026-03-04T15:00:00.000Z', keysProblem: null, tokenProblem: 'refused' },
    });
  });
});

describe('the courses of an installation', () => {
  const own = async () => (await tables().list(lakeside)).find(({ status }) => status === 'active');
  const seen = async (lmsContextId: string, title = 'Blueprint Reading') => {
    const deploymentId = (await own())?.deploymentId;
    const [deployment] = (await world.sql('select id from lti.deployments where deployment_id = $1', [
      deploymentId,
    ])) as { id: string }[];
    const { contextId } = await store.contexts.saveSeen({
      deployment: deployment?.id ?? '',
      lmsContextId,
      label: null,
      title,
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
        title,
        label: null,
        sisId: null,
        services: { roster: true, grades: true },
      }),
    );
    return { contextId, section, sections };
  };
  const fail = async ({ section, sections }: Awaited<ReturnType<typeof seen>>) => {
    await sections.rosterFailed(section, 'No roster.', now);
    await sections.resultsFailed(section, 'No grades.', now);
  };
  const score = (section: string, identity: string, [state, kind, ago]: readonly [string, string | null, string]) =>
    world.sql(
      `insert into score_deliveries
         (id, section_id, identity_id, score_percent, graded, comment, decided_at, state, outcome_at, outcome_kind, message)
       values ($1, $2, $3, 80, true, '', now() - $6::interval, $4, now() - $6::interval, $5::text, 'Said: ' || $5::text)`,
      [randomUUID(), section, identity, state, kind, ago],
    );
  const learner = async (section: string) => {
    const identity = randomUUID();
    await world.sql(
      `insert into lms_identities (id, college_id, registration_id, subject, first_seen_at) values ($1, $2, $3, $4, now())`,
      [identity, lakeside, randomUUID(), identity],
    );
    await world.sql(
      `insert into section_members (section_id, identity_id, role, first_seen_at, last_seen_at) values ($1, $2, 'learner', now(), now())`,
      [section, identity],
    );
    return identity;
  };

  test('are counted and named where they cannot be read, and those that their platform has closed are not', async () => {
    await fail(await seen('open'));
    const closed = await seen('closed', 'Closed Course');
    await fail(closed);
    await store.contexts.close(closed.contextId);
    const named = { courses: 1, titles: ['Blueprint Reading'], since: '2026-03-04T15:00:00.000Z' };
    expect((await own())?.facts).toMatchObject({
      rosterFailed: { ...named, said: 'No roster.' },
      resultsFailed: { ...named, said: 'No grades.' },
      columnsLost: works,
    });
  });

  test('are told apart when their column was deleted: that is their instructors’ matter', async () => {
    const lost = await seen('lost', 'Welding');
    await lost.sections.resultsFailed(lost.section, 'No column.', now);
    await world.sql('update lti.contexts set column_lost_at = now() where id = $1', [lost.contextId]);
    expect((await own())?.facts).toMatchObject({
      resultsFailed: { courses: 1, titles: ['Blueprint Reading'] },
      columnsLost: { courses: 1, titles: ['Welding'], said: 'No column.' },
    });
  });

  test('are named by the scores that were not delivered, by whose matter that is, the newest of each learner alone', async () => {
    const { section } = await seen('graded', 'Safety');
    const [pushedAgain, locked, busy] = [await learner(section), await learner(section), await learner(section)];
    await score(section, pushedAgain, ['refused', 'locked', '2 hours']);
    await score(section, pushedAgain, ['delivered', 'delivered', '1 hour']);
    await score(section, locked, ['refused', 'configuration', '3 hours']);
    await score(section, locked, ['refused', 'locked', '2 hours']);
    await score(section, busy, ['waiting', 'retry', '1 hour']);
    const named = { courses: 1, titles: ['Safety'], since: expect.any(String) };
    expect((await own())?.facts.gradesFailed).toEqual({
      forbidden: works,
      unanswered: { ...named, said: 'Said: retry' },
      refused: { ...named, said: 'Said: locked' },
    });
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
