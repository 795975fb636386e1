import type { Apprenticeship, RecordEntry, RecordEntryId } from '@journeybook/domain';
import {
  competencyAttested,
  council,
  credentialEarned,
  entryReversed,
  ojtHoursCredited,
  statusChanged,
  wageStepGiven,
} from '@journeybook/domain/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '../new-id.js';
import type { World } from '../world/open-world.js';
import { openWorld } from '../world/open-world.js';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const on = ({ id: apprenticeship }: Apprenticeship) => {
  const id = newId<RecordEntryId>();
  return { id, source: `test/${id}`, apprenticeship };
};
const append = (agreement: Apprenticeship, entries: readonly RecordEntry[]) =>
  world.database.transaction(({ record }) => record.append(council, agreement.id, entries));

test('several records are read as each is by itself, and only those asked for', async () => {
  const [one, other, empty, third] = [
    await world.addApprenticeship(),
    await world.addApprenticeship(),
    await world.addApprenticeship(),
    await world.addApprenticeship(),
  ];
  for (const agreement of [one, other, third]) {
    const entries = [statusChanged(on(agreement)), ojtHoursCredited(on(agreement)), competencyAttested(on(agreement))];
    await append(agreement, entries);
  }
  const { record, records } = world.database.read;
  const asked = [one.id, other.id, empty.id];
  const [entries, totals] = [await records.list(asked), await records.totals(asked)];
  expect(entries.size).toBe(2);
  expect(totals.size).toBe(2);
  for (const id of [one.id, other.id]) {
    expect(entries.get(id)).toEqual(await record.list(id));
    expect(totals.get(id)).toEqual(await record.totals(id));
  }
  expect([...(await records.list([])), ...(await records.totals([]))]).toEqual([]);
});

test('what was taken back does not stand among the entries of several agreements', async () => {
  const [one, other] = [await world.addApprenticeship(), await world.addApprenticeship()];
  const [kept, taken] = [wageStepGiven(on(one)), wageStepGiven(on(one))];
  const earned = credentialEarned(on(other));
  await append(one, [kept, taken, ojtHoursCredited(on(one)), entryReversed({ ...on(one), reverses: taken.id })]);
  await append(other, [statusChanged(on(other)), earned]);
  const standing = await world.database.read.records.listStanding(
    [one.id, other.id],
    ['wage-step-given', 'credential-earned'],
  );
  expect(standing).toEqual(
    new Map<string, readonly RecordEntry[]>([
      [one.id, [kept]],
      [other.id, [earned]],
    ]),
  );
});
