import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { readEveryLtiRow } from '@journeybook/database/lti';
import { Database } from '@journeybook/database/testing';
import { agsScope, driveLaunch, noticeScope, nrpsScope, startLmsSimulator } from '@journeybook/lms-simulator';
import { demoWorld } from '@journeybook/lms-simulator';
import { type JWTPayload, SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { claim } from '../protocol/claim-names.js';
import { places, startWorld, type World } from '../testing/start-world.js';

const copied = places.canvas;
const original = { courseId: '566', resourceLinkId: '2f0d9c3e-6a41-4b58-8d7a-91c5e0b7a264' };
const ofCopy = {
  type: 'LtiContextCopyNotice',
  courseId: copied.courseId,
  originCourseIds: [original.courseId],
} as const;

let world: World;
const begin = async (custom: Record<string, string> = {}) => {
  world = await startWorld('canvas', { custom });
  world.simulator.control.setScopes([...Object.values(agsScope), nrpsScope, noticeScope]);
};

const post = (body: string, type = 'application/json') =>
  fetch(`${world.config.publicUrl}/lti/notices`, { method: 'POST', headers: { 'content-type': type }, body });
const deliver = (...tokens: string[]) => post(JSON.stringify({ notices: tokens.map((jwt) => ({ jwt })) }));
const said = (change: object = {}, notice: object = {}): JWTPayload => ({
  ...world.simulator.control.noticeClaims({ ...ofCopy, ...notice }),
  ...change,
});
const signed = (change?: object, notice?: object) => world.simulator.control.signIdToken(said(change, notice));

/** The history that is reported of a launch, and the platform's own id of the course. */
async function launch(place: typeof original = copied) {
  const driven = await driveLaunch({ simulator: world.simulator, ...place, personId: 'tomas-rivera' });
  expect((await driven.post()).status).toBe(200);
  const { context } = world.api.reported.reportLaunch.at(-1) ?? {};
  return { id: context?.lmsId ?? '', history: context?.history };
}

const rows = async () => (await readEveryLtiRow(world.databaseUrl))['course_copies'] ?? [];

async function asOwner(statement: string): Promise<void> {
  const database = await Database.openAsOwner({ url: world.databaseUrl });
  await database.read.runSql(statement);
  await database.close();
}

describe('a course that was copied in Canvas', () => {
  beforeAll(() => begin());
  afterAll(() => world.close());

  test('acceptance 14: says at its first launch which one it was copied from, by a notice that came before', async () => {
    expect(await launch()).toMatchObject({ history: [] });
    const { id } = await launch(original);
    expect((await deliver(await signed())).status).toBe(204);
    expect(await launch()).toMatchObject({ history: [id] });
    expect(await launch(original)).toMatchObject({ history: [] });
  });

  test('is kept once by the id of its notice, however often and however fast that comes', async () => {
    const before = (await rows()).length;
    const one = { id: randomUUID() };
    const tokens = await Promise.all(Array.from({ length: 10 }, () => signed({}, one)));
    const answers = await Promise.all(tokens.map((token) => deliver(token)));
    expect(answers.map(({ status }) => status)).toEqual(tokens.map(() => 204));
    expect((await deliver(...tokens)).status).toBe(204);
    expect(await rows()).toHaveLength(before + 1);
  });

  test('has the courses of all its notices, the last one first, and each once', async () => {
    const told = (origin: string, timestamp: string) =>
      signed({
        [claim.originContexts]: [origin],
        [claim.notice]: { id: randomUUID(), type: ofCopy.type, timestamp },
      });
    await asOwner('delete from lti.course_copies');
    await deliver(await told('first', '2026-01-01T00:00:00Z'), await told('third', '2026-03-01T00:00:00Z'));
    await deliver(await told('second', '2026-02-01T00:00:00Z'), await told('first', '2026-01-02T00:00:00Z'));
    expect((await launch()).history).toEqual(['third', 'second', 'first']);
  });

  test('is forgotten a year after its notice', async () => {
    await asOwner('delete from lti.course_copies');
    await deliver(await signed());
    const { notices } = world.lti.parts.store;
    const days = (count: number) => new Date(Date.now() + count * 86_400_000);
    await notices.deleteOldCopies(days(364));
    expect(await rows()).toHaveLength(1);
    await notices.deleteOldCopies(days(366));
    expect(await rows()).toEqual([]);
    expect((await launch()).history).toEqual([]);
  });

  test('is told to no other college under the same issuer and client id', async () => {
    await world.lti.parts.store.registrations.save({
      ...world.simulator.registration,
      deploymentId: '9:other',
      tokenAudience: null,
      profile: 'canvas',
      name: 'Ridge',
      collegeId: randomUUID(),
    });
    const theirs = await signed({ [claim.deploymentId]: '9:other', [claim.originContexts]: ['of the other'] });
    expect((await deliver(theirs)).status).toBe(204);
    expect(await rows()).toHaveLength(1);
    expect((await launch()).history).toEqual([]);
  });

  test('leaves nothing of people, nor of the course but its ids', async () => {
    await asOwner('delete from lti.course_copies');
    const person = { sub: 'somebody', email: 'somebody@example.org', name: 'Some Body' };
    expect((await deliver(await signed(person, { id: 'n-77' }))).status).toBe(204);
    const [row = '{}'] = await rows();
    expect(Object.keys(JSON.parse(row) as object)).toEqual([
      'deployment_id',
      'notice_id',
      'lms_context_id',
      'origins',
      'copied_at',
      'received_at',
    ]);
    expect(row).toContain('n-77');
    expect(row).not.toMatch(/some|IMT-QA|Quality/i);
  });

  test('may have been made of nothing, as Canvas says it: then nothing is kept', async () => {
    await asOwner('delete from lti.course_copies');
    expect((await deliver(await signed({ [claim.originContexts]: undefined }))).status).toBe(204);
    expect(await rows()).toEqual([]);
  });

  test('is found among other kinds of notices, which are taken and forgotten', async () => {
    await asOwner('delete from lti.course_copies');
    const unknown = { [claim.notice]: { id: 'n-1', type: 'LtiSomethingNotice' }, [claim.context]: undefined };
    expect((await deliver(await signed(unknown))).status).toBe(204);
    expect(await rows()).toEqual([]);
    expect((await deliver(await signed(unknown), await signed(), await signed(unknown))).status).toBe(204);
    expect(await rows()).toHaveLength(1);
  });

  test('is kept though another notice of the same delivery is refused: Canvas does not send again', async () => {
    await asOwner('delete from lti.course_copies');
    expect((await deliver('no.jwt.here', await signed())).status).toBe(400);
    expect(await rows()).toHaveLength(1);
  });
});

test('what a launch itself tells comes before what notices told, and each course once', async () => {
  await begin({ context_history: 'near, far' });
  const told = { [claim.originContexts]: ['told', 'far'] };
  await launch();
  expect((await deliver(await signed(told))).status).toBe(204);
  expect((await launch()).history).toEqual(['near', 'far', 'told']);
  await world.close();
});

describe('a notice is refused, and nothing is kept', () => {
  beforeAll(async () => {
    await begin();
    const registration = { ...world.simulator.registration, tokenAudience: null, profile: 'canvas' } as const;
    await world.lti.parts.store.registrations.save({
      ...registration,
      deploymentId: '10:blocked',
      name: 'Blocked',
      collegeId: randomUUID(),
    });
    await asOwner(`update lti.deployments set status = 'blocked' where deployment_id = '10:blocked'`);
    await world.lti.parts.store.deployments.keepPending({
      registrationId: (await theRegistration()).id,
      deploymentId: '11:pending',
      courseTitle: null,
      platformName: null,
      at: new Date(),
    });
  });
  afterAll(() => world.close());

  const theRegistration = async () => {
    const { issuer, clientId } = world.simulator.registration;
    const [registration] = await world.lti.parts.store.registrations.listForLogin(issuer, clientId);
    if (!registration) throw new Error('the platform is not registered');
    return registration;
  };
  const seconds = () => Math.floor(Date.now() / 1000);
  const refusalOf = async (answer: Response) => {
    expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    const problem = (await answer.json()) as Record<string, unknown>;
    expect(problem).toEqual({
      type: 'about:blank',
      status: answer.status,
      kind: expect.any(String),
      title: expect.stringMatching(/\w+ \w+/),
      detail: expect.stringMatching(/\.$/),
    });
    expect(await rows()).toEqual([]);
    return `${answer.status} ${String(problem['kind'])}`;
  };

  test.each<[string, string, () => object]>([
    ['of another platform', '401 platform-unknown', () => ({ iss: 'https://elsewhere.example' })],
    ['of no platform', '401 wrong-issuer', () => ({ iss: undefined })],
    ['for another tool', '401 platform-unknown', () => ({ aud: 'another', azp: 'another' })],
    ['for another tool by its audience alone', '401 wrong-audience', () => ({ aud: ['another'] })],
    [
      'for several tools, and does not say for which',
      '401 wrong-audience',
      () => ({ aud: ['a', 'b'], azp: undefined }),
    ],
    ['for nobody', '401 wrong-audience', () => ({ aud: undefined, azp: undefined })],
    ['expired', '401 expired', () => ({ exp: seconds() - 1 })],
    ['two days old', '401 expired', () => ({ iat: seconds() - 2 * 86_400 })],
    ['from the future', '401 clock-ahead', () => ({ iat: seconds() + 600 })],
    ['without an end', '401 time-missing', () => ({ exp: undefined })],
    ['without a deployment', '403 deployment-unknown', () => ({ [claim.deploymentId]: undefined })],
    ['of an unknown deployment', '403 deployment-unknown', () => ({ [claim.deploymentId]: '8:unknown' })],
    ['of a deployment that waits', '403 deployment-not-active', () => ({ [claim.deploymentId]: '11:pending' })],
    ['of a blocked deployment', '403 deployment-not-active', () => ({ [claim.deploymentId]: '10:blocked' })],
    ['without what it is about', '400 notice-incomplete', () => ({ [claim.notice]: undefined })],
    ['without its course', '400 notice-incomplete', () => ({ [claim.context]: undefined })],
    ['of another version', '400 notice-incomplete', () => ({ [claim.version]: '2.0' })],
  ])('%s', async (_, kind, change) => {
    expect(await refusalOf(await deliver(await signed(change())))).toBe(kind);
  });

  test('with a forged signature, with none, and with a key that travels along', async () => {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const good = await signed();
    const kid = (JSON.parse(Buffer.from(good.split('.')[0] ?? '', 'base64url').toString()) as { kid: string }).kid;
    const forged = (header: object = {}) =>
      new SignJWT(said()).setProtectedHeader({ alg: 'RS256', kid, ...header }).sign(privateKey);
    expect(await refusalOf(await deliver(await forged()))).toBe('401 signature-wrong');
    expect(await refusalOf(await deliver(await forged({ kid: 'another' })))).toBe('401 key-unknown');
    expect(await refusalOf(await deliver(await forged({ jku: 'https://elsewhere.example/keys' })))).toBe(
      '401 key-unknown',
    );
    const [, payload = '', signature = ''] = good.split('.');
    const header = (alg: string) => Buffer.from(JSON.stringify({ alg, kid, typ: 'JWT' })).toString('base64url');
    expect(await refusalOf(await deliver(`${header('none')}.${payload}.`))).toBe('401 wrong-algorithm');
    expect(await refusalOf(await deliver(`${header('HS256')}.${payload}.${signature}`))).toBe('401 wrong-algorithm');
    const other = Buffer.from(JSON.stringify(said({ [claim.originContexts]: ['x'] }))).toString('base64url');
    expect(await refusalOf(await deliver(`${good.split('.')[0]}.${other}.${signature}`))).toBe('401 signature-wrong');
  });

  test('signed by another platform that is connected too', async () => {
    const other = await startLmsSimulator({
      profile: 'canvas',
      world: structuredClone(demoWorld.canvas),
      toolLoginUrl: `${world.config.publicUrl}/lti/login`,
      toolLaunchUrl: `${world.config.publicUrl}/lti/launch`,
      toolJwksUrl: `${world.config.publicUrl}/lti/jwks.json`,
    });
    const own = { ...other.registration, clientId: 'theirs', tokenAudience: null, profile: 'canvas' } as const;
    await world.lti.parts.store.registrations.save({ ...own, name: 'Ridge', collegeId: randomUUID() });
    expect(await refusalOf(await deliver(await other.control.signIdToken(said())))).toBe('401 key-unknown');
    const kid = world.simulator.control.publicKeys()[0]?.kid ?? '';
    expect(await refusalOf(await deliver(await other.control.signIdToken(said(), { kid })))).toBe(
      '401 signature-wrong',
    );
    await other.close();
  });

  test.each([
    ['is no JSON', 'notices', '400 notices-unreadable'],
    ['is a list', '[]', '400 notices-unreadable'],
    ['has no notices', '{"notices":[]}', '400 notices-unreadable'],
    ['has something else for a token', '{"notices":[{"jwt":7}]}', '400 notices-unreadable'],
    ['has no token', '{"notices":[{"jwt":"no.jwt.here"}]}', '400 token-unreadable'],
    [
      'has more than fifty',
      JSON.stringify({ notices: Array.from({ length: 51 }, () => ({ jwt: 'x' })) }),
      '400 notices-unreadable',
    ],
    ['is too large', JSON.stringify({ notices: [{ jwt: 'x'.repeat(300_000) }] }), '413 notices-too-large'],
  ])('in a body that %s', async (_, body, kind) => {
    expect(await refusalOf(await post(body))).toBe(kind);
  });

  test('in a form, and without a body', async () => {
    const form = await post('notices=x', 'application/x-www-form-urlencoded');
    expect(await refusalOf(form)).toBe('400 notices-unreadable');
    const empty = await fetch(`${world.config.publicUrl}/lti/notices`, { method: 'POST' });
    expect(await refusalOf(empty)).toBe('400 notices-unreadable');
  });
});

test('a notice cannot be verified while the platform does not answer for its keys', async () => {
  await begin();
  world.simulator.control.failNext({ kind: 'status', status: 503, match: 'jwks' });
  const answer = await deliver(await signed());
  expect([answer.status, await answer.json()]).toMatchObject([503, { kind: 'platform-keys-unreachable' }]);
  expect(await rows()).toEqual([]);
  await world.close();
});
