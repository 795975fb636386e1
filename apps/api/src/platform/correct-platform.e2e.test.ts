import { randomUUID } from 'node:crypto';
import type { Client, ConnectPlatformBody, PlatformConnectionView } from '@journeybook/contracts';
import { endpoints } from '@journeybook/contracts';
import { newId } from '@journeybook/database';
import type { OrganizationId } from '@journeybook/domain';
import { college, elsewhere, personId } from '@journeybook/domain/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { asOwner } from '../testing/as-owner.js';
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

type Addresses = Omit<ConnectPlatformBody, 'name' | 'deploymentIds'>;
const addressesOf = (issuer: string): Addresses => ({
  issuer,
  clientId: 'c-1',
  authUrl: `${issuer}/auth`,
  tokenUrl: `${issuer}/token`,
  jwksUrl: `${issuer}/keys`,
});
const freshIssuer = () => `https://${randomUUID()}.example.edu`;
const fresh = () => addressesOf(freshIssuer());

const connectionsOf = async (by = call, of: OrganizationId = college) =>
  (await by(endpoints.readPlatforms, { params: { college: of } })).connections;
const find = async (id: string, by = call, of: OrganizationId = college) =>
  (await connectionsOf(by, of)).find((one) => one.id === id);

/** What a college has entered by hand, as it is shown. */
async function entered(
  addresses = fresh(),
  { deploymentId = '1', by = call, of = college } = {},
): Promise<PlatformConnectionView> {
  const body = { ...addresses, name: 'Moodle of Lakeside', deploymentIds: [deploymentId] };
  const { connections } = await by(endpoints.connectPlatform, { params: { college: of }, body });
  const found = connections.find((one) => one.issuer === addresses.issuer && one.deploymentId === deploymentId);
  if (!found) throw new Error('it was not connected');
  return found;
}

/** Somebody opens a course from it, as the LTI tool writes that down. */
const open = (deployment: string) =>
  asOwner(
    api.database,
    `insert into lti.contexts (id, deployment_id, lms_context_id, title, services_seen_at) values ($1, $2, $3, 'Safety', now())`,
    [newId(), deployment, randomUUID()],
  );

const correct = (
  { id, edition }: Pick<PlatformConnectionView, 'id' | 'edition'>,
  body: Addresses,
  { by = call, of = college } = {},
) => by(endpoints.correctPlatform, { params: { college: of, platform: id }, body, ifMatch: edition });
const remove = ({ id, edition }: Pick<PlatformConnectionView, 'id' | 'edition'>, { by = call, of = college } = {}) =>
  by(endpoints.removePlatform, { params: { college: of, platform: id }, ifMatch: edition });

const changesOf = (deployment: string) =>
  asOwner<{ act: string; detail: string; changed_by: string }>(
    api.database,
    'select act, detail, changed_by from lti.connection_changes where deployment_id = $1 order by changed_at, id',
    [deployment],
  );
const trailOf = (action: string) =>
  asOwner<{ count: number }>(api.database, 'select count(*) from audit_events where action = $1', [action]);
const registrationsOf = (issuer: string) =>
  asOwner<{ id: string; college_id: string | null }>(
    api.database,
    'select id, college_id from lti.registrations where issuer = $1',
    [issuer],
  );

describe('correcting what was entered by hand', () => {
  test('changes every part while nobody came in, and writes down what was there and who changed it', async () => {
    const wrong = fresh();
    const was = await entered(wrong);
    expect(was).toMatchObject({ ...wrong, correction: 'everything', removable: true, profile: 'generic' });
    const site = freshIssuer();
    const right = { ...addressesOf(site), clientId: 'c-2', authUrl: `${site}/mod/lti/auth.php` };
    const { connections } = await correct(was, right);
    const now = connections.find((one) => one.id === was.id);
    expect(now).toMatchObject({ ...right, profile: 'moodle', state: 'unused', name: was.name });
    expect(now?.edition).not.toBe(was.edition);
    const [, change] = await changesOf(was.id);
    expect(change).toEqual({
      act: 'corrected',
      changed_by: dean.id,
      detail: [
        `issuer: ${wrong.issuer} → ${site}`,
        'clientId: c-1 → c-2',
        `authUrl: ${wrong.authUrl} → ${right.authUrl}`,
        `tokenUrl: ${wrong.tokenUrl} → ${right.tokenUrl}`,
        `jwksUrl: ${wrong.jwksUrl} → ${right.jwksUrl}`,
      ].join('\n'),
    });
    expect(await trailOf('PUT /api/colleges/:college/platforms/:platform/addresses')).toEqual([{ count: 1 }]);
  });

  test('forgets what was found out under the old addresses, and asks the platform anew', async () => {
    const was = await entered();
    const [registration] = await registrationsOf(was.issuer);
    await asOwner(
      api.database,
      `insert into lti.platform_checks (id, deployment_id, asked_by, asked_at, done_at, keys_problem)
       values ($1, $2, $3, now() - interval '1 hour', now(), 'refused')`,
      [newId(), was.id, dean.id],
    );
    await asOwner(
      api.database,
      `insert into lti.platform_health (registration_id, state, failures, failing_since, open_until)
       values ($1, 'open', 9, now() - interval '2 days', now() + interval '1 hour')`,
      [registration?.id],
    );
    expect(await find(was.id)).toMatchObject({ state: 'troubled', leftAloneUntil: expect.any(String) });
    await correct(was, { ...fresh(), issuer: was.issuer });
    expect(await find(was.id)).toMatchObject({
      state: 'unused',
      troubles: [],
      leftAloneUntil: null,
      check: { doneAt: null, keysProblem: null },
    });
  });

  test('changes every installation that the college has of the platform', async () => {
    const addresses = fresh();
    const [one, two] = [await entered(addresses), await entered(addresses, { deploymentId: '2' })];
    await correct(one, { ...addresses, jwksUrl: `${addresses.issuer}/certs` });
    expect(await find(two.id)).toMatchObject({ jwksUrl: `${addresses.issuer}/certs` });
    expect(await refusalOf(correct(two, addresses))).toBe('412 changed-since-shown');
  });

  test('leaves issuer and client id once somebody came in by them; the other addresses are still open', async () => {
    const was = await entered();
    await open(was.id);
    expect(await find(was.id)).toMatchObject({ correction: 'addresses', removable: false });
    const { issuer, clientId, authUrl, tokenUrl, jwksUrl } = was;
    const held = { issuer, clientId, authUrl, tokenUrl, jwksUrl };
    expect(await refusalOf(correct(was, { ...held, clientId: 'c-2' }))).toBe('409 platform-launched');
    expect(await refusalOf(correct(was, { ...held, issuer: freshIssuer() }))).toBe('409 platform-launched');
    await correct(was, { ...held, tokenUrl: `${issuer}/oauth2` });
    expect(await find(was.id)).toMatchObject({ issuer, clientId, tokenUrl: `${issuer}/oauth2` });
  });

  test('is nothing that one of two colleges does alone, and the words say who can', async () => {
    const canvas = { ...addressesOf('https://canvas.instructure.com'), clientId: randomUUID() };
    const ours = await entered(canvas);
    const theirs = await entered(canvas, { deploymentId: '2', by: outside, of: outsideCollege });
    expect([(await find(ours.id))?.correction, theirs.correction]).toEqual(['shared', 'shared']);
    const evil = { ...canvas, jwksUrl: 'https://evil.example/keys' };
    const problem = await problemOf(correct(ours, evil));
    expect(problem).toMatchObject({ status: 409, kind: 'platform-shared' });
    expect(problem.detail).toContain('The people who run Journeybook can');
    expect(await refusalOf(correct(theirs, evil, { by: outside, of: outsideCollege }))).toBe('409 platform-shared');
    expect(await find(ours.id)).toMatchObject(canvas);
  });

  test('at the moment at which another college joins, one of them is told', async () => {
    const addresses = fresh();
    const ours = await entered(addresses);
    const moved = { ...addresses, jwksUrl: `${addresses.issuer}/certs` };
    const outcomes = await Promise.allSettled([
      correct(ours, moved),
      entered(addresses, { deploymentId: '2', by: outside, of: outsideCollege }),
    ]);
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  });

  test.each([
    ['an invitation', 'by-invitation', 'new invitation'],
    ['a command', 'by-command', 'The people who run Journeybook'],
  ] as const)('is not for what came by %s', async (_, correction, words) => {
    const was = await entered();
    const [registration] = await registrationsOf(was.issuer);
    if (correction === 'by-command')
      await asOwner(api.database, 'update lti.registrations set college_id = null where id = $1', [registration?.id]);
    else
      await asOwner(
        api.database,
        `insert into lti.invitations
           (id, token_hash, college_id, college_name, created_by, created_at, expires_at, used_at, registration_id)
         values ($1, $2, $3, 'Lakeside', $4, now(), now() + interval '1 day', now(), $5)`,
        [newId(), Buffer.from(randomUUID()), college, dean.id, registration?.id],
      );
    expect(await find(was.id)).toMatchObject({ correction });
    const problem = await problemOf(correct(was, fresh()));
    expect(problem).toMatchObject({ status: 409, kind: 'platform-not-by-hand' });
    expect(problem.detail).toContain(words);
  });

  test('never takes the name of another registration, of whichever college', async () => {
    const [ours, theirs] = [await entered(), await entered(fresh(), { by: outside, of: outsideCollege })];
    expect(await refusalOf(correct(ours, addressesOf(theirs.issuer)))).toBe('409 platform-name-taken');
  });

  test.each([
    ['issuer', 'http://lms.example.edu', 'must begin with https://'],
    ['authUrl', 'https://10.1.2.3/auth', 'must have a public name'],
    ['tokenUrl', 'http://127.0.0.1:4402/token', 'must not be an address of this machine'],
    ['jwksUrl', 'https://me:secret@lms.example.edu/keys', 'must not hold a user name or password'],
  ] as const)('refuses %s %s as it would at its entry', async (field, value, message) => {
    const was = await entered();
    const problem = await problemOf(correct(was, { ...addressesOf(was.issuer), [field]: value }));
    expect(problem).toMatchObject({ status: 400, kind: 'invalid-request', errors: [{ field, message }] });
  });

  test('refuses the slash at the end of Moodle’s Platform ID', async () => {
    const was = await entered();
    const moodle = { ...addressesOf(was.issuer), authUrl: `${was.issuer}/mod/lti/auth.php` };
    const problem = await problemOf(correct(was, { ...moodle, issuer: `${was.issuer}/` }));
    expect(problem).toMatchObject({ status: 400, errors: [{ field: 'issuer' }] });
    await correct(was, moodle);
  });
});

describe('removing a connection', () => {
  test('takes it and its registration away, lets both be entered again, and stays written down', async () => {
    const was = await entered();
    const params = { college, platform: was.id };
    await call(endpoints.checkPlatform, { params });
    const { connections } = await remove(was);
    expect(connections.map(({ id }) => id)).not.toContain(was.id);
    expect(await registrationsOf(was.issuer)).toEqual([]);
    const changes = await changesOf(was.id);
    expect(changes.map(({ act }) => act)).toEqual(['connected', 'removed']);
    expect(changes[1]).toMatchObject({
      changed_by: dean.id,
      detail: ['Moodle of Lakeside', was.issuer, 'c-1', '1'].join('\n'),
    });
    expect(await trailOf('DELETE /api/colleges/:college/platforms/:platform')).toEqual([{ count: 1 }]);
    expect(await refusalOf(remove(was))).toBe('404 not-found');
    expect((await entered(addressesOf(was.issuer))).id).not.toBe(was.id);
  });

  test('keeps the registration while the college has another installation of it', async () => {
    const addresses = fresh();
    const [one, two] = [await entered(addresses), await entered(addresses, { deploymentId: '2' })];
    await remove(one);
    expect(await registrationsOf(addresses.issuer)).toMatchObject([{ college_id: college }]);
    await remove(two);
    expect(await registrationsOf(addresses.issuer)).toEqual([]);
  });

  test('leaves the registration to another college that uses it, which may correct it then', async () => {
    const addresses = fresh();
    const ours = await entered(addresses);
    const theirs = await entered(addresses, { deploymentId: '2', by: outside, of: outsideCollege });
    const { registered } = await remove(ours);
    expect(registered.map(({ name }) => name)).not.toContain('Moodle of Lakeside');
    expect(await registrationsOf(addresses.issuer)).toMatchObject([{ college_id: outsideCollege }]);
    expect(await find(theirs.id, outside, outsideCollege)).toMatchObject({ ...addresses, correction: 'everything' });
  });

  test.each([
    ['courses were opened from it', (id: string) => open(id)],
    [
      'courses were picked there',
      (id: string) =>
        asOwner(
          api.database,
          `insert into lti.course_picks (id, deployment_id, lms_context_id, part, answered_at) values ($1, $2, '7', '', now())`,
          [newId(), id],
        ),
    ],
  ])('is refused when %s', async (_, opened) => {
    const was = await entered();
    await opened(was.id);
    const problem = await problemOf(remove(was));
    expect(problem).toMatchObject({ status: 409, kind: 'connection-opened' });
    expect(problem.detail).toContain('Block it');
    expect(await find(was.id)).toMatchObject({ removable: false });
  });

  test.each(['blocked', 'pending'] as const)('goes for one that is %s too', async (status) => {
    const was = await entered();
    await asOwner(api.database, 'update lti.deployments set status = $2 where id = $1', [was.id, status]);
    await remove(was);
    expect(await find(was.id)).toBeUndefined();
  });

  test('at once by two takes it away once', async () => {
    const was = await entered();
    const outcomes = await Promise.allSettled([remove(was), remove(was), remove(was)]);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  test('at the moment of the first opening either refuses, or the opening finds nothing; no course is left without its platform', async () => {
    for (let round = 0; round < 5; round += 1) {
      const was = await entered();
      const [removed, opened] = await Promise.allSettled([remove(was), open(was.id)]);
      expect(removed.status).not.toBe(opened.status);
      expect((await find(was.id)) !== undefined).toBe(opened.status === 'fulfilled');
    }
  });

  test('at the moment at which another college joins leaves that one its registration', async () => {
    const addresses = fresh();
    const ours = await entered(addresses);
    const place = { deploymentId: '2', by: outside, of: outsideCollege };
    const [, joined] = await Promise.all([remove(ours), entered(addresses, place)]);
    expect(await find(joined.id, outside, outsideCollege)).toMatchObject({ deploymentId: '2' });
    expect(await registrationsOf(addresses.issuer)).toMatchObject([{ college_id: outsideCollege }]);
  });
});

test('a sponsor corrects and removes what it entered for a college without administrators', async () => {
  const by = await api.as(people.elsewhereAdmin);
  const body = { sponsor: elsewhere, name: 'Ridge College' };
  const { id } = await by(endpoints.addCollege, { body });
  const place = { by, of: id as OrganizationId };
  const was = await entered(fresh(), place);
  await correct(was, { ...addressesOf(was.issuer), tokenUrl: `${was.issuer}/oauth2` }, place);
  const now = await find(was.id, by, place.of);
  expect(now).toMatchObject({ tokenUrl: `${was.issuer}/oauth2` });
  if (now) await remove(now, place);
  expect(await connectionsOf(by, place.of)).toEqual([]);
});

describe('who may neither correct nor remove', () => {
  test.each([
    ['an administrator of another college', outsideDean, '404 not-found'],
    ['an administrator of its sponsor, since it has administrators of its own', people.councilAdmin, '404 not-found'],
    ['an administrator of a sponsor that does not work with it', people.elsewhereAdmin, '404 not-found'],
    ['an apprentice', people.ada, '403 not-allowed'],
    ['a mentor', people.grace, '403 not-allowed'],
    ['an employer', people.foundryAdmin, '403 not-allowed'],
  ] as const)('%s', async (_, person, refusal) => {
    const was = await entered();
    const by = await api.as(person);
    expect(await refusalOf(correct(was, fresh(), { by }))).toBe(refusal);
    expect(await refusalOf(remove(was, { by }))).toBe(refusal);
  });
  test('another college, by its own address', async () => {
    const was = await entered();
    const theirs = { by: outside, of: outsideCollege };
    expect(await refusalOf(correct(was, fresh(), theirs))).toBe('404 not-found');
    expect(await refusalOf(remove(was, theirs))).toBe('404 not-found');
    expect(await find(was.id)).toMatchObject({ issuer: was.issuer });
  });
});
