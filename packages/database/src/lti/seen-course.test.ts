import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addressAs, createTestDatabase, type TestDatabase } from '../testing/test-database.js';
import { openLtiStore, type LtiStore } from './open-lti-store.js';

let database: TestDatabase;
let store: LtiStore;
let owner: pg.Client;
beforeAll(async () => {
  database = await createTestDatabase();
  store = await openLtiStore(addressAs(database.url, 'journeybook_lti'));
  owner = new pg.Client({ connectionString: database.url });
  await owner.connect();
});
afterAll(async () => {
  await store.close();
  await owner.end();
  await database.drop();
});

const link = { id: '1', title: 'RTI', lineItemUrl: 'https://lms.example/lineitems/2', pick: null };

/** A launch of a course whose platform is known. */
async function course() {
  const issuer = `https://${randomUUID()}.example`;
  await store.registrations.save({
    issuer,
    clientId: 'c',
    deploymentId: '1',
    authUrl: `${issuer}/auth`,
    tokenUrl: `${issuer}/token`,
    jwksUrl: `${issuer}/jwks`,
    tokenAudience: null,
    profile: 'moodle',
    name: 'Lakeside',
    collegeId: randomUUID(),
  });
  const { rows } = await owner.query<{ id: string }>(
    'select d.id from lti.deployments d join lti.registrations r on r.id = d.registration_id where r.issuer = $1',
    [issuer],
  );
  return {
    deployment: rows[0]?.id ?? '',
    lmsContextId: '2',
    label: 'IMT-BP',
    title: 'Blueprint Reading',
    sisId: 'S-1',
    lineItemsUrl: 'https://lms.example/lineitems',
    rosterUrl: 'https://lms.example/members',
    scopes: ['a'],
    link,
    at: new Date('2026-11-23T12:00:00.500Z'),
    endsAt: new Date('2027-01-01'),
  };
}

test('a course is written by a launch that tells something new of it or of its link, and else once a minute', async () => {
  const seen = await course();
  const { contextId } = await store.contexts.saveSeen(seen);
  const written = async () => {
    const { rows } = await owner.query(
      `select c.ctid::text as course, c.services_seen_at as at, l.ctid::text as link from lti.contexts c
       join lti.resource_links l on l.context_id = c.id where c.id = $1`,
      [contextId],
    );
    return rows;
  };
  const later = (seconds: number) => ({ at: new Date(seen.at.getTime() + seconds * 1_000) });
  const before = await written();
  const less = { lineItemsUrl: null, rosterUrl: null, scopes: [], sisId: null, endsAt: null };
  for (const same of [later(59), less, { link: { ...link, lineItemUrl: null } }, { link: null }]) {
    expect((await store.contexts.saveSeen({ ...seen, ...same })).contextId).toBe(contextId);
    expect(await written()).toEqual(before);
  }
  const told = [
    { label: 'new' },
    { title: null },
    { sisId: 'S-2' },
    { lineItemsUrl: 'https://lms.example/other' },
    { rosterUrl: 'https://lms.example/other' },
    { scopes: ['a', 'b'] },
    { endsAt: new Date('2027-02-01') },
    { link: { ...link, title: 'new' } },
    { link: { ...link, lineItemUrl: 'https://lms.example/other' } },
    later(60),
  ];
  for (const news of told) {
    await store.contexts.saveSeen(seen);
    const last = await written();
    await store.contexts.saveSeen({ ...seen, ...news });
    expect([news, await written()]).not.toEqual([news, last]);
  }
  expect(await written()).toMatchObject([later(60)]);
});
