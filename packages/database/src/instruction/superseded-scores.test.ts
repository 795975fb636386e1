import type { LmsIdentityId } from '@journeybook/domain';
import { college, now } from '@journeybook/domain/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newId } from '../new-id.js';
import type { World } from '../world/open-world.js';
import { openWorld } from '../world/open-world.js';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const teacher = {
  kind: 'launch',
  role: 'instructor',
  college,
  identity: newId<LmsIdentityId>(),
  person: null,
} as const;

/** A section with two learners, whose scores a launch writes that teaches there. */
async function openOutbox() {
  const [section, one, two] = [newId(), newId(), newId()];
  await world.sql(
    `insert into sections (id, college_id, context_id, platform_name, title, has_roster, has_grades, roster_state)
     values ($1, $2, $3, 'Lakeside Moodle', 'Blueprint Reading', true, true, 'never')`,
    [section, college, newId()],
  );
  for (const identity of [one, two])
    await world.sql(
      `insert into lms_identities (id, college_id, registration_id, subject, first_seen_at) values ($1, $2, $3, $5, $4)`,
      [identity, college, newId(), now, identity],
    );
  const add = async (identity: string, decidedAt: string, state = 'waiting') => {
    const id = newId();
    await world.within(
      teacher,
      `insert into score_deliveries (id, section_id, identity_id, score_percent, graded, comment, decided_at, state)
       values ($1, $2, $3, 80, true, '', $4, $5)`,
      [id, section, identity, decidedAt, state],
    );
    return id;
  };
  const states = async () => {
    const rows = await world.sql<{ id: string; state: string }>(
      'select id, state from score_deliveries where section_id = $1',
      [section],
    );
    return new Map(rows.map(({ id, state }) => [id, state]));
  };
  return { one, two, add, states };
}

describe('a score that waits', () => {
  test('gives way to a newer one of the same learner, and to no other', async () => {
    const { one, two, add, states } = await openOutbox();
    const first = await add(one, '2026-11-26T10:00:00Z');
    const other = await add(two, '2026-11-26T10:00:00Z');
    const second = await add(one, '2026-11-26T10:05:00Z');
    expect(await states()).toEqual(
      new Map([
        [first, 'superseded'],
        [other, 'waiting'],
        [second, 'waiting'],
      ]),
    );
  });

  test('stays when it ended already, or when what comes in is older', async () => {
    const { one, add, states } = await openOutbox();
    const delivered = await add(one, '2026-11-26T10:00:00Z', 'delivered');
    const refused = await add(one, '2026-11-26T10:01:00Z', 'refused');
    const newest = await add(one, '2026-11-26T10:05:00Z');
    const late = await add(one, '2026-11-26T10:04:00Z', 'delivered');
    expect(await states()).toEqual(
      new Map([
        [delivered, 'delivered'],
        [refused, 'refused'],
        [newest, 'waiting'],
        [late, 'delivered'],
      ]),
    );
  });

  test('leaves one waiting, however many come in one after the other', async () => {
    const { one, add, states } = await openOutbox();
    const minutes = [1, 2, 3, 4, 5, 6];
    for (const minute of minutes) await add(one, `2026-11-26T10:0${minute}:00Z`);
    expect([...(await states()).values()].toSorted()).toEqual([
      'superseded',
      'superseded',
      'superseded',
      'superseded',
      'superseded',
      'waiting',
    ]);
  });
});
