import type { Client } from '@journeybook/contracts';
import { endpoints } from '@journeybook/contracts';
import type { Apprenticeship, RecordEntry, Standard } from '@journeybook/domain';
import { hours } from '@journeybook/domain';
import { day, foundry, mill, ojtHoursCredited, terms, wageSchedule, wageStepGiven } from '@journeybook/domain/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addApprentice } from '../testing/add-apprentice.js';
import { countStatements } from '../testing/count-statements.js';
import { addEntries, publish, smallProgram } from '../testing/small-program.js';
import type { RunningApi } from '../testing/start-api.js';
import { startApi } from '../testing/start-api.js';
import { addMembership, buildWorld, people } from '../testing/world.js';

let api: RunningApi;
let program: Standard;
beforeAll(async () => {
  api = await startApi();
  await buildWorld(api.database);
  const steps = [
    { step: 1, title: 'Entry', after: {}, percent: 60 },
    { step: 2, title: 'Second', after: { ojtMinutes: hours(8) }, percent: 75 },
    { step: 3, title: 'Third', after: { months: 3 }, percent: 90 },
  ];
  program = await publish(api.database, smallProgram('time', { terms: terms({ wages: wageSchedule({ steps }) }) }));
});
afterAll(() => api.stop());

async function apprenticeWith(entries: readonly RecordEntry[], overrides: Partial<Apprenticeship> = {}) {
  const apprentice = { ...(await addApprentice(api.database, { standard: program.id, ...overrides })), program };
  await addEntries(api.database, apprentice, entries);
  return apprentice;
}
const list = async (call: Client) => (await call(endpoints.listWagesDue, {})).due;
const worked = (on: string) => ojtHoursCredited({ minutes: hours(8), occurredOn: day(on) });
const entry = wageStepGiven();

describe('the wage steps that are due', () => {
  test('are listed overdue first, then the longest due, with names', async () => {
    const due = await apprenticeWith([entry, worked('2026-02-27')]);
    const longer = await apprenticeWith([entry, worked('2026-02-20')]);
    const overdue = await apprenticeWith([entry, worked('2026-02-10')]);
    const never = await apprenticeWith([]);
    const nothing = await apprenticeWith([entry]);
    const done = await apprenticeWith([worked('2026-02-10'), wageStepGiven({ step: 2, centsPerHour: 2_250 })]);
    const own = [due, longer, overdue, never, nothing, done].map((one) => one.apprenticeship as string);
    const listed = (await list(await api.as(people.foundryAdmin))).filter((one) => own.includes(one.apprenticeship));
    expect(listed.map((one) => [one.apprentice.name, one.step.step.step, one.step.state, one.step.reachedOn])).toEqual([
      [never.name, 1, 'overdue', '2026-01-05'],
      [overdue.name, 2, 'overdue', '2026-02-10'],
      [longer.name, 2, 'due', '2026-02-20'],
      [due.name, 2, 'due', '2026-02-27'],
    ]);
    expect(listed[1]).toMatchObject({
      employer: { id: foundry, name: 'Northfield Castings' },
      step: { leastCentsPerHour: 2_250, given: null },
    });
  });
  test('leave the list when they are given', async () => {
    const { apprenticeship } = await apprenticeWith([entry, worked('2026-02-27')]);
    const call = await api.as(people.foundryAdmin);
    const isListed = async () => (await list(call)).some((one) => one.apprenticeship === apprenticeship);
    expect(await isListed()).toBe(true);
    const body = { step: 2, centsPerHour: 2_250, from: day('2026-02-27') };
    await call(endpoints.giveWageStep, { params: { apprenticeship }, body });
    expect(await isListed()).toBe(false);
  });
  test('are those of the apprentices whom the caller answers for and can record it for', async () => {
    const due = [worked('2026-02-27')];
    const ours = await apprenticeWith(due);
    const theirs = await apprenticeWith(due, { employer: mill });
    const paused = await apprenticeWith(due, { status: 'suspended' });
    const left = [];
    for (const status of ['draft', 'cancelled', 'completed', 'transferred'] as const)
      left.push(await apprenticeWith(due, { status }));
    const office = await apprenticeWith(due);
    await addMembership(api.database, office, foundry, 'employer-admin');
    const all = [ours, theirs, paused, office, ...left];
    const seenBy = async (person: Parameters<typeof api.as>[0]) => {
      const ids = new Set((await list(await api.as(person))).map((one) => one.apprenticeship));
      return all.filter((one) => ids.has(one.apprenticeship)).map((one) => one.name);
    };
    expect(await seenBy(people.foundryAdmin)).toEqual([ours.name, paused.name, office.name]);
    expect(await seenBy(people.millAdmin)).toEqual([theirs.name]);
    expect(await seenBy(people.councilAdmin)).toEqual([ours.name, theirs.name, paused.name, office.name]);
    expect(await seenBy(people.elsewhereAdmin)).toEqual([]);
    expect(await seenBy(office)).toEqual([ours.name, paused.name]);
  });
  test('take as many statements for many apprentices as for few', async () => {
    const call = await api.as(people.foundryAdmin);
    await list(call);
    const few = await countStatements(api.services.database, () => list(call));
    for (let nth = 0; nth < 15; nth += 1)
      await apprenticeWith(nth % 2 === 0 ? [entry] : [entry, worked('2026-02-27'), ojtHoursCredited()]);
    const many = await countStatements(api.services.database, () => list(call));
    expect(few).toBeGreaterThan(3);
    expect(many).toBe(few);
  });
});
