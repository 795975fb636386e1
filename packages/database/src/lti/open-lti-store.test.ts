import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../testing/test-database.js';
import type { SeenCourse } from './context.repository.js';
import { openLtiStore, type LtiStore } from './open-lti-store.js';
import { readEveryLtiRow } from './read-everything.js';

let database: TestDatabase;
let store: LtiStore;

beforeAll(async () => {
  database = await createTestDatabase();
  store = await openLtiStore(database.url);
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

async function issue(registrationId: string, more: { expiresAt?: Date; nonce?: string } = {}) {
  const state = randomUUID();
  await store.states.issue({
    stateHash: digest(state),
    nonceHash: digest(more.nonce ?? randomUUID()),
    registrationId,
    target: 'https://lti.example/lti/launch',
    deploymentHint: null,
    resume: 'sealed',
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
      link: { id: '1', title: 'RTI', lineItemUrl: 'https://lms.example/lineitems/2' },
      at: new Date('2026-11-23T12:00:00.500Z'),
    };
  };

  test('keeps its id and its service addresses when a later launch leaves them out', async () => {
    const seen = await course();
    const contextId = await store.contexts.saveSeen(seen);
    const again = await store.contexts.saveSeen({
      ...seen,
      lineItemsUrl: null,
      rosterUrl: null,
      scopes: [],
    });
    expect(again).toBe(contextId);
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
    const contextId = await store.contexts.saveSeen(await course());
    const column = await store.lineItems.choose(contextId, 'https://lms.example/lineitems/3', 'created');
    expect(await store.lineItems.choose(contextId, 'https://lms.example/lineitems/4', 'found')).toEqual({
      ...column,
      url: 'https://lms.example/lineitems/4',
    });

    const [one, two] = [randomUUID(), randomUUID()];
    const reserve = (deliveryId: string, notBefore: string) =>
      store.lineItems.reserveScoreTime({
        lineItemId: column.id,
        subject: '5',
        deliveryId,
        notBefore: new Date(notBefore),
        stepMilliseconds: 1000,
      });
    expect(await reserve(one, '2026-11-23T12:00:00.250Z')).toEqual(new Date('2026-11-23T12:00:00.250Z'));
    expect(await reserve(one, '2026-11-23T12:00:09Z')).toEqual(new Date('2026-11-23T12:00:00.250Z'));
    expect(await reserve(two, '2026-11-23T12:00:00.300Z')).toEqual(new Date('2026-11-23T12:00:01.250Z'));
    expect(await reserve(randomUUID(), '2026-11-23T13:00:00Z')).toEqual(new Date('2026-11-23T13:00:00Z'));
  });
});

describe('the LTI tool’s role', () => {
  test('cannot see the record', async () => {
    const { openDataSource } = await import('../data-source.js');
    const source = await openDataSource({ url: database.url, role: 'journeybook_lti' });
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
