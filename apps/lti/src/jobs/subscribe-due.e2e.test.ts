import { Database } from '@journeybook/database/testing';
import { agsScope, driveLaunch, noticeScope, nrpsScope } from '@journeybook/lms-simulator';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { subscribeToNotices } from '../notices/subscribe-to-notices.js';
import { places, type Profile, startWorld, type World } from '../testing/start-world.js';
import { subscribeDue } from './subscribe-due.js';

let world: World;
afterEach(() => world.close());

const begin = async (profile: Profile = 'canvas', scopes = [...Object.values(agsScope), nrpsScope, noticeScope]) => {
  world = await startWorld(profile, { pace: { firstPauseMilliseconds: 20 } });
  world.simulator.control.setScopes(scopes);
};
const launch = async (profile: Profile = 'canvas', personId = 'tomas-rivera') => {
  const driven = await driveLaunch({ simulator: world.simulator, ...places[profile], personId });
  expect((await driven.post()).status).toBe(200);
};

/** What the platform was asked at the address of its notices. */
const asked = () =>
  world.simulator.control.requests
    .filter(({ path }) => path.includes('notice-handlers'))
    .map(({ method, status }) => `${method} ${status}`);
/** Lets the jobs be done that are due now; answers what the platform was asked. */
async function subscribe(calls: number): Promise<string[]> {
  await subscribeDue(world.lti.parts, new Date());
  await vi.waitFor(() => expect(asked().length).toBeGreaterThanOrEqual(calls), { timeout: 10_000 });
  return asked();
}
async function asOwner<Row>(statement: string): Promise<Row[]> {
  const database = await Database.openAsOwner({ url: world.databaseUrl });
  const rows = await database.read.runSql(statement);
  await database.close();
  return rows as Row[];
}
const aWeekLater = () =>
  asOwner(
    `update lti.notice_services set seen_at = seen_at - interval '8 days', asked_at = asked_at - interval '8 days'`,
  );
const deployment = async () => {
  const [row] = await asOwner<{ id: string }>('select deployment_id as id from lti.notice_services');
  return row?.id ?? '';
};

describe('being told of copied courses by Canvas', () => {
  test('is asked for once, by a job, however many launches there are, and then they come', async () => {
    await begin();
    await Promise.all(['tomas-rivera', 'priya-nair', 'elena-petrov', 'mei-tanaka'].map((who) => launch('canvas', who)));
    expect(asked()).toEqual([]);
    expect(await subscribe(2)).toEqual(['GET 200', 'PUT 200']);
    await launch();
    expect(await subscribeDue(world.lti.parts, new Date())).toBe(0);
    const copy = { type: 'LtiContextCopyNotice', courseId: '565', originCourseIds: ['566'] } as const;
    expect((await world.simulator.control.sendNotice(copy)).status).toBe(204);
    await launch();
    expect(world.api.reported.reportLaunch.at(-1)?.context.history).toHaveLength(1);
  });

  test('is looked after by a launch of the next week, and asked for again when Canvas has forgotten it', async () => {
    await begin();
    await launch();
    await subscribe(2);
    await aWeekLater();
    expect(await subscribeDue(world.lti.parts, new Date())).toBe(0);
    await launch();
    expect(await subscribe(3)).toEqual(['GET 200', 'PUT 200', 'GET 200']);
    world.simulator.control.forgetNoticeHandlers();
    await aWeekLater();
    await launch();
    expect((await subscribe(5)).slice(3)).toEqual(['GET 200', 'PUT 200']);
  });

  test('is asked for again when our address is another one', async () => {
    await begin();
    await launch();
    await subscribe(2);
    const moved = { ...world.lti.parts, config: { publicUrl: 'http://127.0.0.1:1' } };
    expect(await subscribeDue(moved, new Date())).toBe(1);
    await subscribeToNotices(moved, { deployment: await deployment() });
    expect(await subscribeDue(moved, new Date())).toBe(0);
    await expect(world.simulator.control.sendNotice({ type: 'LtiContextCopyNotice' })).rejects.toThrow('fetch failed');
  });

  test('is asked for again when Canvas names another address for it', async () => {
    await begin();
    await launch();
    await subscribe(2);
    await asOwner(`update lti.notice_services set url = 'https://elsewhere.example/'`);
    await launch();
    expect((await subscribe(3)).slice(2)).toEqual(['GET 200']);
  });

  test('waits for its turn, and is given up for the week when Canvas does not answer three times', async () => {
    await begin();
    await launch();
    const [id, { store }] = [await deployment(), world.lti.parts];
    world.simulator.control.failNext({ kind: 'status', status: 500, match: 'notice-handlers', times: 3 });
    const first = await subscribeToNotices(world.lti.parts, { deployment: id });
    expect(first).toMatchObject({ data: { deployment: id, attempt: 1 }, key: id });
    const second = await subscribeToNotices(world.lti.parts, { deployment: id, attempt: 1 });
    expect(second).toMatchObject({ data: { attempt: 2 } });
    expect(await subscribeToNotices(world.lti.parts, { deployment: id, attempt: 2 })).toBeNull();
    const [registration] = await store.registrations.listForLogin(world.simulator.registration.issuer, null);
    expect(await store.health.find(registration?.id ?? '')).toMatchObject({
      state: 'open',
      lastProblem: { words: expect.stringContaining('could not be asked to tell of copied courses') },
    });
  });

  test.each([
    ['Canvas has switched it off', { kind: 'status', status: 404 } as const, 'notice-handlers'],
    ['Canvas does not take our address', { kind: 'status', status: 400 } as const, 'notice-handlers'],
    ['Canvas answers with a page', { kind: 'html' } as const, 'notice-handlers'],
    ['Canvas gives no token for it', { kind: 'status', status: 400 } as const, 'token'],
  ])('is left alone for the week when %s; grades and launches go on', async (_, fault, match) => {
    await begin();
    await launch();
    world.simulator.control.failNext({ ...fault, match });
    expect(await subscribeToNotices(world.lti.parts, { deployment: await deployment() })).toBeNull();
    const [registration] = await world.lti.parts.store.registrations.listForLogin(
      world.simulator.registration.issuer,
      null,
    );
    expect(await world.lti.parts.store.health.find(registration?.id ?? '')).toMatchObject({
      state: 'ok',
      lastProblem: null,
    });
    await launch();
  });

  test('goes to no private address, whatever a launch names', async () => {
    await begin();
    await launch();
    for (const url of ['http://10.0.0.1/notices', 'https://169.254.169.254/latest', 'ftp://lms.example/']) {
      await asOwner(`update lti.notice_services set url = '${url}'`);
      expect(await subscribeToNotices(world.lti.parts, { deployment: await deployment() })).toBeNull();
    }
    expect(asked()).toEqual([]);
  });

  test('is asked for a deployment that is approved, and for no other', async () => {
    await begin();
    await launch();
    await asOwner(`update lti.deployments set status = 'blocked'`);
    expect(await subscribeDue(world.lti.parts, new Date())).toBe(0);
    expect(await subscribeToNotices(world.lti.parts, { deployment: await deployment() })).toBeNull();
    expect(asked()).toEqual([]);
  });
});

test.each<[string, Profile, string[] | undefined]>([
  ['Canvas without the scope', 'canvas', [...Object.values(agsScope), nrpsScope]],
  ['Moodle, which has no notices,', 'moodle', undefined],
])('%s is asked for none', async (_, profile, scopes) => {
  await begin(profile, scopes);
  await launch(profile, 'rosa-silva');
  expect(await asOwner('select from lti.notice_services')).toEqual([]);
  expect(await subscribeDue(world.lti.parts, new Date())).toBe(0);
});
