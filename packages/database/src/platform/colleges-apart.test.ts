import { randomUUID } from 'node:crypto';
import type { LmsIdentityId, OrganizationId } from '@journeybook/domain';
import { college, grace, now } from '@journeybook/domain/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Caller } from '../acting.js';
import { openLtiStore } from '../lti/open-lti-store.js';
import { newId } from '../new-id.js';
import { addressAs } from '../testing/test-database.js';
import type { World } from '../world/open-world.js';
import { openWorld } from '../world/open-world.js';

const lakeside = college;
const ridge = newId<OrganizationId>();
const addresses = {
  authUrl: 'https://lms.example/a',
  tokenUrl: 'https://lms.example/t',
  jwksUrl: 'https://lms.example/j',
};
const shared = { issuer: 'https://canvas.instructure.com', clientId: '1', ...addresses, profile: 'canvas' } as const;

let world: World;
beforeAll(async () => {
  world = await openWorld();
  await world.database.read.people.addOrganizations([{ id: ridge, kind: 'college', name: 'ridge college' }]);
  await addCollege(lakeside, 'lakeside');
  await addCollege(ridge, 'ridge');
});
afterAll(() => world.close());

/** A college's installation under the shared client id, with a row of everything that follows from it; each says whose it is. */
async function addCollege(id: OrganizationId, mark: string): Promise<void> {
  const store = await openLtiStore(addressAs(world.url, 'journeybook_lti'));
  await store.registrations.save({
    ...shared,
    tokenAudience: null,
    name: 'Canvas',
    deploymentId: `${mark} deployment`,
    collegeId: id,
  });
  await store.close();
  const { platforms } = world.database.read;
  const [installation] = await platforms.list(id);
  const deployment = installation?.id ?? '';
  await platforms.rename(deployment, `${mark} name`);
  await platforms.addCheck(deployment, grace, now);
  await platforms.note({ college: id, deployment, act: 'connected', by: grace, at: now, detail: `${mark} detail` });
  const expiresAt = '2026-04-01T00:00:00.000Z' as typeof now;
  const invited = { id, name: `${mark} college` };
  await platforms.addInvitation({
    tokenHash: Buffer.from(randomUUID()),
    college: invited,
    by: grace,
    at: now,
    expiresAt,
  });
  const [context, section, identity] = [newId(), newId(), newId()];
  await world.sql(
    `insert into lti.contexts (id, deployment_id, lms_context_id, title, services_seen_at) values ($1, $2, $3, $3, $4)`,
    [context, deployment, `${mark} course`, now],
  );
  await world.sql(
    `insert into sections (id, college_id, context_id, platform_name, title, has_roster, has_grades, roster_state)
     values ($1, $2, $3, 'Canvas', $4, true, true, 'never')`,
    [section, id, context, `${mark} section`],
  );
  await world.sql(
    `insert into lms_identities (id, college_id, registration_id, subject, name, first_seen_at) values ($1, $2, $3, $4, $4, $5)`,
    [identity, id, newId(), `${mark} learner`, now],
  );
  await world.sql(
    `insert into section_members (section_id, identity_id, role, first_seen_at, last_seen_at) values ($1, $2, 'learner', $3, $3)`,
    [section, identity, now],
  );
  await world.sql(
    `insert into course_results (id, section_id, identity_id, comment, observed_at) values ($1, $2, $3, $4, $5)`,
    [newId(), section, identity, `${mark} comment`, now],
  );
  await world.sql(
    `insert into score_deliveries (id, section_id, identity_id, score_percent, graded, comment, decided_at, state)
     values ($1, $2, $3, 80, true, $4, $5, 'waiting')`,
    [newId(), section, identity, `${mark} score`, now],
  );
}

const administrator = (organization: OrganizationId): Caller => ({
  kind: 'person',
  person: grace,
  roles: [{ role: 'college-admin', organization }],
});
const launch = (role: 'instructor' | 'assistant' | 'learner'): Caller => ({
  kind: 'launch',
  role,
  college: lakeside,
  identity: newId<LmsIdentityId>(),
  person: null,
});

const readable = [
  'select d::text as row from lti.deployments d',
  'select r::text as row from lti.registrations r',
  'select id::text || deployment_id as row from lti.contexts',
  'select i::text as row from lti.invitations i',
  'select c::text as row from lti.platform_checks c',
  ...['sections', 'lms_identities', 'section_members', 'course_results', 'score_deliveries', 'organizations'].map(
    (table) => `select t::text as row from ${table} t`,
  ),
];
const rowsFor = async (caller: Caller): Promise<string> => {
  const lists = await Promise.all(readable.map((statement) => world.within<{ row: string }>(caller, statement)));
  return lists
    .flat()
    .map(({ row }) => row)
    .join('\n');
};

describe('two colleges under one issuer and client id, in the database itself', () => {
  test.each([
    ['the administrator', administrator(lakeside)],
    ['an instructor', launch('instructor')],
    ['an assistant', launch('assistant')],
    ['a learner', launch('learner')],
  ] as const)('acceptance 8: %s of one never reads a row of the other', async (_, caller) => {
    const rows = await rowsFor(caller);
    expect(rows).not.toMatch(/ridge/i);
    expect(rows).not.toContain(ridge);
  });
  test('acceptance 8: each administrator reads the own installation, and the registration that both share', async () => {
    const [ours, theirs] = [await rowsFor(administrator(lakeside)), await rowsFor(administrator(ridge))];
    expect(ours).toContain('lakeside name');
    expect(theirs).toContain('ridge name');
    for (const rows of [ours, theirs]) expect(rows).toContain('https://canvas.instructure.com');
  });
  test('acceptance 8: nobody changes or adds an installation of another college', async () => {
    const ours = administrator(lakeside);
    expect(
      await world.within(ours, `update lti.deployments set status = 'blocked' where college_id = $1 returning 1`, [
        ridge,
      ]),
    ).toEqual([]);
    const adding = `insert into lti.deployments (id, registration_id, deployment_id, college_id, status)
      select $1, id, 'x', $2, 'active' from lti.registrations limit 1`;
    await expect(world.within(ours, adding, [newId(), ridge])).rejects.toMatchObject({ code: '42501' });
    expect(
      await world.within(ours, `select lti.claim_waiting(id, 'ridge deployment', $1) from lti.registrations`, [
        lakeside,
      ]),
    ).toHaveLength(1);
    const [kept] = await world.sql<{ college: string }>(
      `select college_id as college from lti.deployments where deployment_id = 'ridge deployment'`,
    );
    expect(kept?.college).toBe(ridge);
  });
  test('acceptance 8: nobody corrects a registration that another college uses too, whoever entered it', async () => {
    const [{ id } = { id: '' }] = await world.sql<{ id: string }>('select id from lti.registrations');
    const evil = `select lti.correct_registration($1, $2, 'https://evil.example', '1', 'a', 't', 'j', 'generic')`;
    for (const owner of [null, lakeside, ridge]) {
      await world.sql('update lti.registrations set college_id = $1', [owner]);
      for (const named of [lakeside, ridge])
        await expect(world.within(administrator(lakeside), evil, [id, named])).rejects.toMatchObject({ code: '42501' });
    }
  });
  test('acceptance 8: nobody removes an installation of another college, nor one whose courses were opened', async () => {
    const ids = await world.sql<{ id: string; college: string }>(
      'select id, college_id as college from lti.deployments order by deployment_id',
    );
    expect(ids).toHaveLength(2);
    for (const { id, college: of } of ids)
      for (const named of [lakeside, of])
        await expect(
          world.within(administrator(lakeside), 'select lti.remove_deployment($1, $2)', [id, named]),
        ).rejects.toMatchObject({ code: '42501' });
    expect(await world.sql('select from lti.deployments')).toHaveLength(2);
  });
});
