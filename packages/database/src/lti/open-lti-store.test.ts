import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addressAs, createTestDatabase, type TestDatabase } from '../testing/test-database.js';
import type { SeenCourse } from './context.repository.js';
import type { IssuedState } from './oidc-state.repository.js';
import { openLtiStore, type LtiStore } from './open-lti-store.js';
import { readEveryLtiRow } from './read-everything.js';

let database: TestDatabase;
let store: LtiStore;

beforeAll(async () => {
  database = await createTestDatabase();
  store = await openLtiStore(addressAs(database.url, 'journeybook_lti'));
});
afterAll(async () => {
  await store.close();
  await database.drop();
});

const digest = (text: string) => createHash('sha256').update(text).digest();
const soon = () => new Date(Date.now() + 60_000);

async function register(deploymentId = '1') {
  const issuer = `https://${randomUUID()}.example`;
  await store.registrations.save({
    issuer,
    clientId: 'c',
    deploymentId,
    authUrl: `${issuer}/auth`,
    tokenUrl: `${issuer}/token`,
    jwksUrl: `${issuer}/jwks`,
    tokenAudience: null,
    profile: 'moodle',
    name: 'Lakeside',
    collegeId: randomUUID(),
  });
  const [registration] = await store.registrations.listForLogin(issuer, null);
  if (!registration) throw new Error('The registration was not saved.');
  return registration;
}

async function issue(
  registrationId: string,
  more: Partial<Pick<IssuedState, 'expiresAt' | 'storage'>> & { nonce?: string } = {},
) {
  const state = randomUUID();
  await store.states.issue({
    stateHash: digest(state),
    nonceHash: digest(more.nonce ?? randomUUID()),
    registrationId,
    target: 'https://lti.example/lti/launch',
    deploymentHint: null,
    resume: 'sealed',
    storage: more.storage ?? null,
    expiresAt: more.expiresAt ?? soon(),
  });
  return digest(state);
}

describe('a registration', () => {
  test('is saved once under its issuer and client id', async () => {
    const entry = {
      issuer: 'https://one.example',
      clientId: 'c',
      deploymentId: '1',
      authUrl: 'a',
      tokenUrl: 't',
      jwksUrl: 'j',
      tokenAudience: null,
      profile: 'canvas' as const,
      name: 'Before',
      collegeId: randomUUID(),
    };
    expect(await store.registrations.save(entry)).toEqual({ registration: 'created', deployment: 'created' });
    const renamed = { ...entry, name: 'After' };
    expect(await store.registrations.save(renamed)).toEqual({ registration: 'updated', deployment: 'updated' });
    expect(await store.registrations.save({ ...renamed, deploymentId: '2' })).toEqual({
      registration: 'updated',
      deployment: 'created',
    });
    expect(await store.registrations.listForLogin('https://one.example', 'c')).toMatchObject([{ name: 'After' }]);
    expect(await store.registrations.listForLogin('https://one.example', 'another')).toEqual([]);
  });
});

describe('a state', () => {
  test('is given to one of many who ask for it', async () => {
    const { id } = await register();
    const state = await issue(id);
    const taken = await Promise.all(Array.from({ length: 20 }, () => store.states.consume(state, '1', soon())));
    expect(taken.filter((one) => one !== null)).toHaveLength(1);
  });

  test('comes with its registration and the deployment that is asked for', async () => {
    const registration = await register('7');
    expect(await store.states.consume(await issue(registration.id), '7', soon())).toMatchObject({
      registration,
      freshNonce: true,
      deployment: { deploymentId: '7', status: 'active' },
    });
    expect(await store.states.consume(await issue(registration.id), '8', soon())).toMatchObject({ deployment: null });
    expect(await store.states.consume(await issue(registration.id), null, soon())).toMatchObject({ deployment: null });
  });

  test('is of no use when it has expired', async () => {
    const { id } = await register();
    const state = await issue(id, { expiresAt: new Date(Date.now() - 1) });
    expect(await store.states.consume(state, '1', soon())).toBeNull();
  });

  test('with a proof in the platform’s storage is looked at without being taken', async () => {
    const registration = await register();
    const storage = { target: '_parent', proofHash: digest('proof') };
    const state = await issue(registration.id, { storage });
    expect(await store.states.findWaiting(state)).toEqual({ resume: 'sealed', target: '_parent', registration });
    expect(await store.states.findWaiting(state)).not.toBeNull();
    expect(await store.states.consume(state, '1', soon())).toMatchObject({ proofHash: digest('proof') });
    expect(await store.states.findWaiting(state)).toBeNull();
  });

  test('without one, or too old, is not looked at', async () => {
    const { id } = await register();
    const storage = { target: '_parent', proofHash: digest('proof') };
    expect(await store.states.findWaiting(await issue(id))).toBeNull();
    const past = new Date(Date.now() - 1);
    expect(await store.states.findWaiting(await issue(id, { storage, expiresAt: past }))).toBeNull();
  });

  test('says when its nonce was seen before', async () => {
    const { id } = await register();
    await store.states.consume(await issue(id, { nonce: 'n' }), '1', soon());
    expect(await store.states.consume(await issue(id, { nonce: 'n' }), '1', soon())).toMatchObject({
      freshNonce: false,
    });
  });

  test('is cleared away with its nonce once expired, and not before', async () => {
    const { id } = await register();
    const past = new Date(Date.now() - 1);
    const [waiting, expired, used] = [await issue(id), await issue(id, { expiresAt: past }), await issue(id)];
    await store.states.consume(used, '1', past);
    await store.states.deleteExpired();

    const { oidc_states: states = [], seen_nonces: nonces = [] } = await readEveryLtiRow(database.url);
    const kept = (hash: Buffer) => states.some((row) => row.includes(hash.toString('hex')));
    expect([kept(waiting), kept(expired), kept(used)]).toEqual([true, false, false]);
    expect(nonces.filter((row) => row.includes(id))).toEqual([]);
  });
});

describe('a course', () => {
  const course = async (): Promise<SeenCourse> => {
    const registration = await register();
    const consumed = await store.states.consume(await issue(registration.id), '1', soon());
    return {
      deployment: consumed?.deployment?.id ?? '',
      lmsContextId: '2',
      label: 'IMT-BP',
      title: 'Blueprint Reading',
      sisId: null,
      lineItemsUrl: 'https://lms.example/lineitems',
      rosterUrl: 'https://lms.example/members',
      scopes: ['a'],
      link: { id: '1', title: 'RTI', lineItemUrl: 'https://lms.example/lineitems/2', pick: null },
      at: new Date('2026-11-23T12:00:00.500Z'),
    };
  };

  test('keeps its id and its service addresses when a later launch leaves them out', async () => {
    const seen = await course();
    const { contextId } = await store.contexts.saveSeen(seen);
    const again = await store.contexts.saveSeen({
      ...seen,
      lineItemsUrl: null,
      rosterUrl: null,
      scopes: [],
    });
    expect(again).toEqual({ contextId, part: '', pick: null });
    expect(await store.contexts.find(contextId)).toMatchObject({
      deploymentId: '1',
      lineItemsUrl: 'https://lms.example/lineitems',
      rosterUrl: 'https://lms.example/members',
      scopes: ['a'],
      registration: { profile: 'moodle' },
    });
    expect(await store.lineItems.findOfLinks(contextId)).toBe('https://lms.example/lineitems/2');
  });

  test('has one column, and score times that only go forward', async () => {
    const { contextId } = await store.contexts.saveSeen(await course());
    const column = await store.lineItems.choose(contextId, 'https://lms.example/lineitems/3', 'created');
    expect(await store.lineItems.choose(contextId, 'https://lms.example/lineitems/4', 'found')).toEqual({
      ...column,
      url: 'https://lms.example/lineitems/4',
      source: 'found',
    });

    const [one, two] = [randomUUID(), randomUUID()];
    const reserve = (deliveryId: string, notBefore: string) =>
      store.lineItems.reserveScoreTime({
        lineItemId: column.id,
        subject: '5',
        deliveryId,
        notBefore: new Date(notBefore),
        stepMilliseconds: 1000,
        percent: 80,
      });
    expect(await reserve(one, '2026-11-23T12:00:00.250Z')).toEqual(new Date('2026-11-23T12:00:00.250Z'));
    expect(await reserve(one, '2026-11-23T12:00:09Z')).toEqual(new Date('2026-11-23T12:00:00.250Z'));
    expect(await reserve(two, '2026-11-23T12:00:00.300Z')).toEqual(new Date('2026-11-23T12:00:01.250Z'));
    expect(await reserve(randomUUID(), '2026-11-23T13:00:00Z')).toEqual(new Date('2026-11-23T13:00:00Z'));
  });

  test('knows which scores of a person may be in it from us', async () => {
    const { contextId } = await store.contexts.saveSeen(await course());
    const { id: lineItemId } = await store.lineItems.choose(contextId, 'https://lms.example/lineitems/3', 'created');
    const send = (percent: number | null) =>
      store.lineItems.reserveScoreTime({
        lineItemId,
        subject: '5',
        deliveryId: randomUUID(),
        notBefore: new Date(),
        stepMilliseconds: 1,
        percent,
      });
    expect(await store.lineItems.sentScores(lineItemId, '5')).toEqual([]);
    for (const percent of [60, 70.5, null, 60]) await send(percent);
    expect(await store.lineItems.sentScores(lineItemId, '5')).toEqual([70.5, 60]);
    await store.lineItems.scoreArrived(lineItemId, '5', 70.5);
    await send(80);
    expect(await store.lineItems.sentScores(lineItemId, '5')).toEqual([70.5, 80]);
    await store.lineItems.scoreArrived(lineItemId, '5', null);
    expect(await store.lineItems.sentScores(lineItemId, '5')).toEqual([]);
  });

  test('notes once whose rows are to be made', async () => {
    const { contextId } = await store.contexts.saveSeen(await course());
    const { id } = await store.lineItems.choose(contextId, 'https://lms.example/lineitems/3', 'created');
    expect(await store.lineItems.wantSeeds(id, ['a', 'b', 'c'])).toBe(3);
    expect(await store.lineItems.listSeeds(id, 2)).toEqual(['a', 'b']);
    await store.lineItems.settleSeeds(id, ['a', 'b']);
    expect(await store.lineItems.wantSeeds(id, ['b', 'c', 'd'])).toBe(2);
    expect(await store.lineItems.listSeeds(id, 9)).toEqual(['c', 'd']);
  });

  test('is left alone once closed, until somebody launches it again', async () => {
    const seen = await course();
    const { contextId } = await store.contexts.saveSeen(seen);
    await store.contexts.close(contextId);
    expect(await store.contexts.find(contextId)).toMatchObject({ closed: true });
    await store.contexts.saveSeen(seen);
    expect(await store.contexts.find(contextId)).toMatchObject({ closed: false });
  });

  describe('is read', () => {
    const claim = (now: Date) => store.contexts.claimDue(now, 1_000);
    const days = (count: number) => new Date(Date.now() + count * 86_400_000);

    test('once a night, by one of two servers that ask at once', async () => {
      const { contextId } = await store.contexts.saveSeen({ ...(await course()), at: new Date() });
      await store.contexts.rosterRead(contextId, { size: 3, mapped: true });
      expect(await claim(days(0.5))).not.toContain(contextId);
      const claimed = await Promise.all([claim(days(1.1)), claim(days(1.1))]);
      expect(claimed.flat().filter((id) => id === contextId)).toHaveLength(1);
      expect(await claim(days(1.1))).not.toContain(contextId);
      expect(await claim(days(3))).toContain(contextId);
    });

    test('7, 3 and 1 days before its end, and for a month after it', async () => {
      const { contextId } = await store.contexts.saveSeen({ ...(await course()), at: new Date(), endsAt: days(3.2) });
      await store.contexts.rosterRead(contextId, { size: 3, mapped: true });
      expect(await claim(days(1.5))).toContain(contextId);
      // A day before the end, or the night before that: in either case before the platform may refuse it.
      expect(await claim(days(2.3))).toContain(contextId);
      expect(await claim(days(33))).toContain(contextId);
      expect(await claim(days(40))).not.toContain(contextId);
    });

    test('no more once it is closed, or was never mapped and not launched for a week', async () => {
      const { contextId: closed } = await store.contexts.saveSeen({ ...(await course()), at: new Date() });
      await store.contexts.rosterRead(closed, { size: 3, mapped: true });
      await store.contexts.close(closed);
      const { contextId: stranger } = await store.contexts.saveSeen({ ...(await course()), at: new Date() });
      await store.contexts.rosterRead(stranger, { size: 3, mapped: false });
      expect(await claim(days(2))).toContain(stranger);
      const later = await claim(days(9));
      expect(later).not.toContain(closed);
      expect(later).not.toContain(stranger);
    });
  });
});

describe('the turn to ask a platform', () => {
  const [one, two] = [randomUUID(), randomUUID()];
  const problem = { kind: 'retry', words: 'It does not answer.' };

  test('is one of many who want it at once, and the next one’s when it is given back', async () => {
    const { id } = await register();
    const holders = Array.from({ length: 20 }, () => randomUUID());
    const turns = await Promise.all(holders.map((holder) => store.health.takeTurn(id, holder, 10_000)));
    expect(turns.filter(({ kind }) => kind === 'taken')).toHaveLength(1);
    expect(turns.filter(({ kind }) => kind === 'busy')).toHaveLength(19);
    const holder = holders[turns.findIndex(({ kind }) => kind === 'taken')] ?? '';
    await store.health.endTurn(id, two, 0);
    expect(await store.health.takeTurn(id, one, 10_000)).toEqual({ kind: 'busy' });
    await store.health.endTurn(id, holder, 0);
    expect(await store.health.takeTurn(id, one, 10_000)).toEqual({ kind: 'taken', failures: 0 });
  });

  test('comes back by the clock from a process that died, which cannot keep it then', async () => {
    const { id } = await register();
    await store.health.takeTurn(id, one, 30);
    expect(await store.health.keepTurn(id, one, 60)).toBe(true);
    await new Promise((resolve) => setTimeout(resolve, 90));
    expect(await store.health.keepTurn(id, one, 60)).toBe(false);
    expect(await store.health.takeTurn(id, two, 10_000)).toMatchObject({ kind: 'taken' });
    expect(await store.health.keepTurn(id, one, 60)).toBe(false);
  });

  test('is nobody’s while the platform wants a pause', async () => {
    const { id } = await register();
    await store.health.takeTurn(id, one, 10_000);
    await store.health.endTurn(id, one, 50);
    expect(await store.health.takeTurn(id, two, 10_000)).toEqual({ kind: 'busy' });
    await new Promise((resolve) => setTimeout(resolve, 70));
    expect(await store.health.takeTurn(id, two, 10_000)).toMatchObject({ kind: 'taken' });
  });

  test('is nobody’s while the platform is left alone; one answer ends that', async () => {
    const { id } = await register();
    await store.health.takeTurn(id, one, 10_000);
    await store.health.failTurn(id, one, { problem, pauseMilliseconds: null });
    expect(await store.health.find(id)).toMatchObject({ state: 'failing', failures: 1, openUntil: null });
    await store.health.takeTurn(id, one, 10_000);
    await store.health.failTurn(id, one, { problem, pauseMilliseconds: 80 });
    const turn = await store.health.takeTurn(id, two, 10_000);
    expect(turn.kind).toBe('open');
    expect(turn.kind === 'open' && turn.milliseconds).toBeLessThanOrEqual(80);
    expect(await store.health.find(id)).toMatchObject({
      state: 'open',
      failures: 2,
      lastOkAt: null,
      lastProblem: { kind: 'retry', words: 'It does not answer.' },
    });
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(await store.health.takeTurn(id, two, 10_000)).toEqual({ kind: 'taken', failures: 2 });
    await store.health.endTurn(id, two, 0);
    expect(await store.health.find(id)).toMatchObject({
      state: 'ok',
      failures: 0,
      failingSince: null,
      openUntil: null,
    });
  });

  test('leaves a word about what is wrong although the platform answers', async () => {
    const { id } = await register();
    await store.health.noteProblem(id, { kind: 'configuration', words: 'A scope is missing.' });
    expect(await store.health.find(id)).toMatchObject({ state: 'ok', lastProblem: { kind: 'configuration' } });
  });
});

describe('a link that was picked', () => {
  const picked = async (part = '') => {
    const registration = await register();
    const consumed = await store.states.consume(await issue(registration.id), '1', soon());
    const place = { deployment: consumed?.deployment?.id ?? '', lmsContextId: '2', at: new Date() };
    const id = randomUUID();
    await store.picks.add(place, [{ id, part }]);
    const launch = (link: { id?: string; pick?: string | null }, lmsContextId = '2') =>
      store.contexts.saveSeen({
        deployment: place.deployment,
        lmsContextId,
        label: null,
        title: null,
        sisId: null,
        lineItemsUrl: null,
        rosterUrl: null,
        scopes: [],
        link: { id: '7', title: null, lineItemUrl: null, pick: null, ...link },
        at: new Date(),
      });
    return { id, place, launch };
  };

  test('is bound at its first launch, and stays bound when the platform forgets', async () => {
    const { id, launch } = await picked();
    const bound = { part: '', pick: { id, copied: false } };
    expect(await launch({ pick: id })).toMatchObject(bound);
    expect(await launch({})).toMatchObject(bound);
    expect(await launch({ id: '8' })).toMatchObject({ pick: null });
    expect(await launch({ pick: randomUUID() })).toMatchObject(bound);
  });

  test('leads to a part of its own where the course holds several', async () => {
    const { id, place, launch } = await picked();
    const other = randomUUID();
    await store.picks.add(place, [{ id: other, part: '2031/RTI04' }]);
    const whole = await launch({ pick: id });
    const part = await launch({ id: '8', pick: other });
    expect(part).toMatchObject({ part: '2031/RTI04', pick: { id: other } });
    expect(part.contextId).not.toBe(whole.contextId);
    expect((await launch({ id: '8' })).contextId).toBe(part.contextId);
    expect((await launch({ id: '9' })).contextId).toBe(whole.contextId);
    expect(await launch({ pick: other })).toMatchObject({ contextId: part.contextId, pick: { id: other } });
  });

  test('is known as a copy in another course of the platform', async () => {
    const { id, launch } = await picked();
    expect(await launch({ pick: id }, '3')).toMatchObject({ pick: { id, copied: true } });
  });

  test('is nothing to another deployment', async () => {
    const [{ id }, { launch }] = [await picked(), await picked()];
    expect(await launch({ pick: id })).toMatchObject({ part: '', pick: null });
  });

  test('is remembered once, however often it is answered', async () => {
    const { id, place, launch } = await picked();
    await store.picks.add(place, [{ id, part: 'other' }]);
    expect(await launch({ pick: id })).toMatchObject({ part: '' });
    await store.picks.add(place, []);
  });

  test('needs no link while content is chosen', async () => {
    const { place } = await picked();
    const course = {
      label: null,
      title: null,
      sisId: null,
      lineItemsUrl: null,
      rosterUrl: null,
      scopes: [],
      link: null,
    };
    expect(await store.contexts.saveSeen({ ...place, ...course })).toMatchObject({ part: '', pick: null });
  });
});

describe('the LTI tool’s keys', () => {
  const key = (notBefore: Date) => ({ kid: randomUUID(), publicJwk: {}, privateSealed: 'sealed', notBefore });
  const kids = async (at: Date) => (await store.toolKeys.list(at)).map(({ kid }) => kid);
  const day = (count: number) => new Date(Date.UTC(2026, 0, 1 + count));

  test('follow one another: the older stay published until they retire, and are then gone', async () => {
    const [one, two] = [key(day(0)), key(day(90))];
    await store.toolKeys.succeed(one, day(0));
    await store.toolKeys.succeed(two, day(92));
    expect(await kids(day(91))).toEqual([one.kid, two.kid]);
    expect(await kids(day(92))).toEqual([two.kid]);
    await store.toolKeys.deleteRetired(day(92));
    expect(await kids(day(0))).toEqual([two.kid]);
  });
});

describe('the LTI tool’s role', () => {
  test('cannot see the record', async () => {
    const { openDataSource } = await import('../data-source.js');
    const source = await openDataSource({ url: addressAs(database.url, 'journeybook_lti') });
    await expect(source.query('select * from record_entries')).rejects.toThrow('permission denied');
    await source.destroy();
  });

  test('runs work of one name one at a time', async () => {
    let running = 0;
    let most = 0;
    const work = async () => {
      running += 1;
      most = Math.max(most, running);
      await store.ping();
      running -= 1;
    };
    await Promise.all(Array.from({ length: 5 }, () => store.exclusively('one', work)));
    expect(most).toBe(1);
  });
});
