import { createHash } from 'node:crypto';
import { createClient, endpoints } from '@journeybook/contracts';
import { council, foundry, standardId } from '@journeybook/domain/testing';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { asOwner } from '../testing/as-owner.js';
import { newAddress } from '../testing/invite.js';
import type { RunningApi } from '../testing/start-api.js';
import { startApi } from '../testing/start-api.js';
import { agreements, buildWorld, people } from '../testing/world.js';

let api: RunningApi;
beforeAll(async () => {
  api = await startApi();
  await buildWorld(api.database);
});
afterAll(() => api.stop());

let keys = 0;
const newKey = () => `key-of-this-test-${(keys += 1)}`;

async function post(path: string, body: object | null, key: string, person = people.councilAdmin) {
  const response = await fetch(`${api.url}${path}`, {
    method: 'POST',
    headers: {
      cookie: await api.cookieOf(person),
      'idempotency-key': key,
      ...(body ? { 'content-type': 'application/json' } : {}),
    },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  const text = await response.text();
  return { status: response.status, body: JSON.parse(text || '{}') as Record<string, unknown> };
}
const draft = (version: string) => ({ from: standardId(1), version });
const drafts = async (version: string) =>
  (await (await api.as(people.councilAdmin))(endpoints.listStandards, {})).standards.filter(
    (one) => one.version === version,
  );

describe('a request with a key', () => {
  test('that comes again is carried out once, and answered the same', async () => {
    const key = newKey();
    const first = await post('/api/standard-drafts', draft('once'), key);
    expect(first.status).toBe(200);
    expect(await post('/api/standard-drafts', draft('once'), key)).toEqual(first);
    expect(await drafts('once')).toHaveLength(1);
  });
  test('many times at once is carried out once; the others are told that it runs, or what came of it', async () => {
    const key = newKey();
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => post('/api/standard-drafts', draft('at once'), key)),
    );
    for (const { status, body } of answers)
      expect([200, 'still-running']).toContain(status === 200 ? 200 : body['kind']);
    expect(await drafts('at once')).toHaveLength(1);
  });
  test('that asks for something else is refused', async () => {
    const key = newKey();
    await post('/api/standard-drafts', draft('mine'), key);
    expect(await post('/api/standard-drafts', draft('another'), key)).toMatchObject({
      status: 422,
      body: { kind: 'key-used-otherwise' },
    });
    expect(await drafts('another')).toEqual([]);
  });
  test('of somebody else is another one', async () => {
    const key = newKey();
    const invite = (organization: string, email: string) => ({ organization, role: 'mentor', name: 'Ivy', email });
    const [mine, theirs] = [invite(foundry, newAddress()), { ...invite(council, newAddress()), role: 'auditor' }];
    expect((await post('/api/invitations', mine, key, people.foundryAdmin)).status).toBe(200);
    expect((await post('/api/invitations', theirs, key)).body['email']).toBe(theirs.email);
  });
  test('that was refused did nothing, and may come again', async () => {
    const key = newKey();
    const address = `/api/apprenticeships/${agreements.ada.id}/attestation`;
    const attest = () => post(address, { statement: 'Runs the line' }, key, people.foundryAdmin);
    expect([(await attest()).body['kind'], (await attest()).body['kind']]).toEqual([
      'requirements-unmet',
      'requirements-unmet',
    ]);
    expect(await kept()).toEqual(expect.not.arrayContaining([expect.objectContaining({ state: 'running' })]));
  });
  test.each(['short', 'with a space in the key', 'x'.repeat(256)])(
    'that nobody could trust is refused: %s',
    async (key) => {
      expect((await post('/api/standard-drafts', draft('bad key'), key)).body).toMatchObject({
        kind: 'invalid-request',
        errors: [{ field: 'Idempotency-Key' }],
      });
    },
  );
  test('is new again after a day', async () => {
    const key = newKey();
    const invite = () => post(`/api/apprenticeships/${agreements.ada.id}/claim-codes`, null, key);
    const first = await invite();
    expect((await invite()).body['code']).toBe(first.body['code']);
    api.clock.pass(24 * 60);
    expect((await invite()).body['code']).not.toBe(first.body['code']);
    api.clock.pass(-24 * 60);
  });
  test('keeps no answer that who reads the table could read', async () => {
    const key = newKey();
    const { body } = await post(`/api/apprenticeships/${agreements.ada.id}/claim-codes`, null, key);
    const text = JSON.stringify(await kept());
    expect(text).not.toContain(String(body['code']));
    expect(text).not.toContain(key);
  });
});

const kept = () => asOwner<{ state: string }>(api.database, 'select key, state, answer from idempotency_keys');

describe('a request whose process died', () => {
  const dieAfter = async (state: 'running' | 'committed') => {
    const key = newKey();
    const version = `died ${state}`;
    await post('/api/standard-drafts', draft(version), key);
    const hash = createHash('sha256').update(key).digest('hex');
    const sql = 'update idempotency_keys set state = $1, status = null, answer = null where key = $2';
    await asOwner(api.database, sql, [state, hash]);
    return () => post('/api/standard-drafts', draft(version), key);
  };
  test('after it was carried out is not carried out again', async () => {
    const again = await dieAfter('committed');
    expect((await again()).body['kind']).toBe('still-running');
    api.clock.pass(2);
    expect(await again()).toMatchObject({ status: 409, body: { kind: 'carried-out-already' } });
  });
  test('before that is carried out when it comes again after two minutes', async () => {
    const again = await dieAfter('running');
    expect(await again()).toMatchObject({ status: 409, body: { kind: 'still-running' } });
    api.clock.pass(2);
    expect((await again()).status).toBe(200);
  });
  test('is known to be carried out by the transaction of its work itself', async () => {
    const answered = vi
      .spyOn(
        Object.getPrototypeOf(api.database.access.read.idempotencyKeys) as { answered(): Promise<void> },
        'answered',
      )
      .mockRejectedValueOnce(new Error('the process died'));
    const key = newKey();
    expect((await post('/api/standard-drafts', draft('lost answer'), key)).status).toBe(500);
    answered.mockRestore();
    api.clock.pass(2);
    expect(await post('/api/standard-drafts', draft('lost answer'), key)).toMatchObject({
      status: 409,
      body: { kind: 'carried-out-already' },
    });
    expect(await drafts('lost answer')).toHaveLength(1);
  });
});

test('the portal’s client sends what got no answer again under the same key', async () => {
  const cookie = await api.cookieOf(people.councilAdmin);
  let lose = true;
  const call = createClient({
    baseUrl: api.url,
    repeatsOnce: true,
    fetch: async (url, init) => {
      const headers = new Headers(init?.headers);
      headers.set('cookie', cookie);
      const response = await fetch(url, { ...init, headers });
      if (!lose) return response;
      lose = false;
      throw new TypeError('the signal is gone');
    },
  });
  const create = () => call(endpoints.createDraft, { body: draft('weak signal') });
  await expect(create()).rejects.toThrow('Journeybook cannot be reached');
  expect((await create()).contents.version).toBe('weak signal');
  expect(await drafts('weak signal')).toHaveLength(1);
  // Once answered, the same again is another act.
  await create();
  expect(await drafts('weak signal')).toHaveLength(2);
});
