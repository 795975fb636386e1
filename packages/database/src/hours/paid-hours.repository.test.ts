import type { PaidHours } from '@journeybook/domain';
import { hours, minutes } from '@journeybook/domain';
import {
  approvedHours,
  council,
  day,
  draftHours,
  emma,
  foundry,
  grace,
  mill,
  now,
  returnedHours,
  submittedHours,
} from '@journeybook/domain/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '../new-id.js';
import type { World } from '../world/open-world.js';
import { openWorld } from '../world/open-world.js';

let world: World;
beforeAll(async () => {
  world = await openWorld();
  const { people } = world.database.read;
  await people.add([{ id: emma, name: 'Emma Foundry', email: null, passwordHash: null, studentNumber: null }]);
  await people.addOrganizations([{ id: mill, kind: 'employer', name: 'River Mill' }]);
});
afterAll(() => world.close());

const week = (overrides: Partial<PaidHours> = {}): PaidHours => ({
  from: day('2026-02-16'),
  until: day('2026-02-22'),
  minutes: hours(40),
  ...overrides,
});
const said = { by: emma, at: now };

test('paid hours are listed with what was logged in the period and not returned, the newest period first', async () => {
  const agreement = await world.addApprenticeship();
  const { paidHours, hours: entries } = world.database.read;
  const next = week({ from: day('2026-02-23'), until: day('2026-03-01'), minutes: hours(8) });
  for (const period of [week(), next]) await paidHours.save(agreement, { ...period, ...said });
  const own = (workedOn: string, index: number) => ({
    id: newId<ReturnType<typeof draftHours>['id']>(),
    apprenticeship: agreement.id,
    workedOn: day(workedOn),
    minutes: minutes(10 ** index),
  });
  await entries.add(council, [
    draftHours(own('2026-02-16', 0)),
    returnedHours(own('2026-02-16', 1)),
    submittedHours(own('2026-02-16', 2)),
    approvedHours(own('2026-02-22', 3)),
  ]);
  expect(await paidHours.listOf(agreement)).toEqual([
    { ...next, loggedMinutes: 0 },
    { ...week(), loggedMinutes: 1_100 },
  ]);
});

test('the same period again replaces what was said of it', async () => {
  const agreement = await world.addApprenticeship();
  const { paidHours } = world.database.read;
  await paidHours.save(agreement, { ...week(), ...said });
  await paidHours.save(agreement, { ...week({ minutes: hours(38) }), ...said });
  expect(await paidHours.listOf(agreement)).toEqual([{ ...week({ minutes: hours(38) }), loggedMinutes: 0 }]);
});

test('each employer has its own periods, held against the hours logged there', async () => {
  const agreement = await world.addApprenticeship();
  const { paidHours, hours: entries } = world.database.read;
  const own = () => ({ id: newId<ReturnType<typeof draftHours>['id']>(), apprenticeship: agreement.id });
  const at = (employer: typeof mill, worked: number) =>
    submittedHours({ ...own(), employer, workedOn: day('2026-02-18'), minutes: minutes(worked) });
  await entries.add(council, [at(foundry, 300), at(mill, 200)]);
  await paidHours.save(agreement, { ...week({ minutes: minutes(299) }), ...said });
  const moved = { ...agreement, employer: mill };
  expect(await paidHours.listOf(moved)).toEqual([]);
  const half = week({ from: day('2026-02-18'), minutes: minutes(200) });
  await paidHours.save(moved, { ...half, ...said });
  expect(await paidHours.listOf(moved)).toEqual([{ ...half, loggedMinutes: 200 }]);
  const waiting = (await entries.listWaiting(grace, [foundry])).filter(
    (entry) => entry.apprenticeship === agreement.id,
  );
  expect(Object.fromEntries(waiting.map(({ employer, payroll }) => [employer.name, payroll]))).toEqual({
    'Northfield Castings': { paidMinutes: 299, loggedMinutes: 300 },
    'River Mill': { paidMinutes: 200, loggedMinutes: 200 },
  });
});
