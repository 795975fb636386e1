import type { Apprenticeship, HoursEntry, HoursEntryId } from '@journeybook/domain';
import { addDays, mentoredOn, minutes } from '@journeybook/domain';
import {
  approvedHours,
  council,
  day,
  draftHours,
  foundry,
  grace,
  mentorship,
  mill,
  processCode,
  returnedHours,
  stranger,
  submittedHours,
} from '@journeybook/domain/testing';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { newId } from '../new-id.js';
import type { World } from '../world/open-world.js';
import { openWorld } from '../world/open-world.js';

let world: World;
let agreement: Apprenticeship;
beforeAll(async () => {
  world = await openWorld();
  agreement = await world.addApprenticeship();
});
afterAll(() => world.close());

const own = () => ({ id: newId<HoursEntryId>(), apprenticeship: agreement.id });
const add = (...entries: readonly HoursEntry[]) => world.database.read.hours.add(council, entries);
const find = async (...ids: readonly HoursEntryId[]) => world.database.read.hours.findAll(ids);

const waiting = `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;

describe('hours', () => {
  test.each([
    ['draft', draftHours],
    ['submitted', submittedHours],
    ['approved', approvedHours],
    ['returned', returnedHours],
  ] as const)('that are %s come back as they were', async (_, build) => {
    const entry = build({ ...own(), note: 'Ärger mit “Linie 3” \u{1F6E0}' });
    await add(entry);
    expect(await find(entry.id)).toEqual([entry]);
  });

  test('go through every status and are each time what was saved', async () => {
    const key = own();
    await add(draftHours(key));
    for (const build of [submittedHours, returnedHours, draftHours, submittedHours, approvedHours, submittedHours]) {
      const entry = build({ ...key, minutes: minutes(30), workProcess: processCode('WP06') });
      await world.database.transaction(({ hours }) => hours.saveAll([entry]));
      expect(await find(key.id)).toEqual([entry]);
    }
  });

  test('are all added, or it is said that an id was taken', async () => {
    const [first, second] = [draftHours(own()), draftHours(own())];
    expect(await add(first)).toBe(true);
    expect(await add(second, submittedHours({ ...own(), id: first.id }))).toBe(false);
    expect(await find(first.id)).toEqual([first]);
  });

  test('are held for whoever locked them, until that transaction ends', async () => {
    const key = own();
    const entry = submittedHours(key);
    await add(entry);
    const order: string[] = [];
    let second: Promise<unknown> = Promise.resolve();
    await world.database.transaction(async ({ hours }) => {
      await hours.lockAll([entry.id]);
      second = world.database.transaction(async (other) => {
        const [seen] = await other.hours.lockAll([entry.id]);
        order.push(`second sees ${seen?.status}`);
      });
      await vi.waitUntil(async () => (await world.sql(waiting)).length > 0, { timeout: 10_000, interval: 5 });
      order.push('first saves');
      await hours.saveAll([approvedHours(key)]);
    });
    await second;
    expect(order).toEqual(['first saves', 'second sees approved']);
  });

  test('add up by date, all statuses, all but those named', async () => {
    const { id } = await world.addApprenticeship();
    const date = day('2026-02-10');
    const entries = [draftHours, submittedHours, approvedHours, returnedHours].map((build, index) =>
      build({ id: newId(), apprenticeship: id, workedOn: date, minutes: minutes(10 ** index) }),
    );
    await add(...entries, draftHours({ id: newId(), apprenticeship: id, workedOn: addDays(date, 1) }));
    const { hours } = world.database.read;
    expect(await hours.minutesOn(id, date, [])).toBe(1_111);
    expect(await hours.minutesOn(id, date, [entries[3]?.id as HoursEntryId])).toBe(111);
    expect(await hours.minutesOn(id, addDays(date, 2), [])).toBe(0);
  });

  test('wait for exactly the mentors whom the rule lets decide', async () => {
    const { id } = await world.addApprenticeship();
    const periods = [
      { mentor: stranger, from: day('2026-02-03'), until: day('2026-02-04') },
      { mentor: stranger, from: day('2026-02-07'), until: null },
    ].map((period) => mentorship({ ...period, apprenticeship: id }));
    for (const period of periods) await world.database.read.apprenticeships.assignMentor(newId(), council, period);
    const entries = Array.from({ length: 10 }, (_, index) =>
      submittedHours({ id: newId(), apprenticeship: id, workedOn: addDays(day('2026-02-01'), index) }),
    );
    await add(...entries);
    const allowed = entries.filter((entry) =>
      mentoredOn(periods, { mentor: stranger, apprenticeship: id, date: entry.workedOn }),
    );
    const waiting = await world.database.read.hours.listWaiting(stranger, [foundry]);
    expect(waiting.map((entry) => entry.id)).toEqual(allowed.map((entry) => entry.id));
    expect(await world.database.read.hours.countWaiting(stranger, [foundry])).toBe(allowed.length);
    expect(allowed).toHaveLength(6);
    expect(await world.database.read.hours.listWaiting(stranger, [mill])).toEqual([]);
    expect(await world.database.read.hours.countWaiting(stranger, [])).toBe(0);
  });
});

test.each(['completed', 'cancelled', 'transferred'] as const)(
  'hours of a record that is %s wait for nobody: they could not be decided',
  async (status) => {
    const { id } = await world.addApprenticeship({ status });
    const before = await world.database.read.hours.countWaiting(grace, [foundry]);
    await add(submittedHours({ id: newId(), apprenticeship: id }));
    const waiting = await world.database.read.hours.listWaiting(grace, [foundry]);
    expect(waiting.filter((entry) => entry.apprenticeship === id)).toEqual([]);
    expect(await world.database.read.hours.countWaiting(grace, [foundry])).toBe(before);
  },
);

describe('a row of hours that no rule would make', () => {
  const columns = (overrides: Record<string, unknown>) => ({
    id: newId(),
    sponsor_id: council,
    apprenticeship_id: agreement.id,
    employer_id: agreement.employer,
    standard_id: agreement.standard,
    work_process_code: 'WP01',
    worked_on: '2026-03-02',
    minutes: 60,
    note: '',
    status: 'submitted',
    version: 2,
    logged_at: '2026-03-02T21:00:00Z',
    submitted_at: '2026-03-02T21:00:00Z',
    decided_by: null,
    decided_at: null,
    reason: null,
    ...overrides,
  });
  const insert = (overrides: Record<string, unknown>) => {
    const row = columns(overrides);
    const names = Object.keys(row);
    const places = names.map((_, index) => `$${index + 1}`);
    return world.sql(
      `insert into hours_entries (${names.join(', ')}) values (${places.join(', ')})`,
      Object.values(row),
    );
  };
  const decided = { decided_by: grace, decided_at: '2026-03-03T00:00:00Z' };

  test('is one of these; the row they begin with is accepted', async () => {
    await expect(insert({})).resolves.toEqual([]);
  });
  test.each([
    ['without minutes', { minutes: 0 }],
    ['of negative minutes', { minutes: -1 }],
    ['of more than a day', { minutes: 1_441 }],
    ['with a note too long', { note: 'x'.repeat(2_001) }],
    ['in a status nobody knows', { status: 'lost' }],
    ['of no version', { version: 0 }],
    ['a draft that was submitted', { status: 'draft' }],
    ['submitted at no time', { submitted_at: null }],
    ['submitted and decided', decided],
    ['approved by nobody', { status: 'approved', decided_at: decided.decided_at }],
    ['approved at no time', { status: 'approved', decided_by: grace }],
    ['approved with a reason', { status: 'approved', ...decided, reason: 'why' }],
    ['returned without a reason', { status: 'returned', ...decided }],
    ['returned with an empty reason', { status: 'returned', ...decided, reason: '' }],
    ['returned by nobody', { status: 'returned', reason: 'why' }],
    ['in a work process of no standard', { work_process_code: 'WP99' }],
    ['of an apprenticeship that does not exist', { apprenticeship_id: newId() }],
    ['of an employer that does not exist', { employer_id: newId() }],
  ])('is refused: %s', async (_, overrides) => {
    await expect(insert(overrides)).rejects.toMatchObject({ code: expect.stringMatching(/^235(03|14)$/) });
  });
  test('has no sponsor of its own choosing', async () => {
    await expect(insert({ sponsor_id: newId() })).rejects.toMatchObject({ code: '23503' });
  });
});
