import type { Client } from '@journeybook/contracts';
import { endpoints } from '@journeybook/contracts';
import { newId } from '@journeybook/database';
import type { StandardId } from '@journeybook/domain';
import { day, foundry, processCode, standard, workProcess } from '@journeybook/domain/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addApprentice } from '../testing/add-apprentice.js';
import { movesTo, suspendBetween, worksFor } from '../testing/change-agreement.js';
import { correctShown, dayOf, line, log } from '../testing/hours.js';
import { totalsOf } from '../testing/record.js';
import { problemOf, refusalOf } from '../testing/refusal-of.js';
import type { RunningApi } from '../testing/start-api.js';
import { startApi } from '../testing/start-api.js';
import { addMembership, buildWorld, mill, people } from '../testing/world.js';

let api: RunningApi;
let grace: Client;
beforeAll(async () => {
  api = await startApi();
  await buildWorld(api.database);
  await addMembership(api.database, people.grace, mill, 'mentor');
  grace = await api.as(people.grace);
});
afterAll(() => api.stop());

/** A fresh apprentice, and a way to log 7 h 30 min for a day. */
async function apprentice() {
  const person = await addApprentice(api.database);
  const call = await api.as(person);
  const { apprenticeship } = person;
  const logOn = (workedOn: string) => log(call, apprenticeship, dayOf([line()], { workedOn: day(workedOn) }));
  const entries = async () => (await call(endpoints.listHours, { params: { apprenticeship } })).entries;
  return { call, apprenticeship, logOn, entries };
}

test('hours that wait when a suspension of their day is recorded say in the queue that they can only be returned', async () => {
  const { apprenticeship, logOn } = await apprentice();
  await logOn('2026-02-09');
  await logOn('2026-02-12');
  await suspendBetween(api.database, apprenticeship, ['2026-02-10', '2026-02-20']);
  const { entries } = await grace(endpoints.approvalQueue, {});
  const own = entries.filter((entry) => entry.apprenticeship === apprenticeship);
  expect(own.map(({ workedOn, blocked }) => [workedOn, blocked])).toEqual([
    ['2026-02-09', null],
    ['2026-02-12', expect.stringContaining('was suspended on that day')],
  ]);
});

describe('hours of a day within a suspension that is over', () => {
  test('are refused, those of the days before and after it are not', async () => {
    const { apprenticeship, logOn, entries } = await apprentice();
    await suspendBetween(api.database, apprenticeship, ['2026-02-10', '2026-02-20']);
    for (const within of ['2026-02-10', '2026-02-19']) {
      const problem = await problemOf(logOn(within));
      expect(problem).toMatchObject({ status: 409, kind: 'not-in-training', facts: { status: 'suspended' } });
    }
    await logOn('2026-02-09');
    await logOn('2026-02-20');
    expect((await entries()).map((entry) => entry.workedOn)).toEqual(['2026-02-20', '2026-02-09']);
  });
  test('that was recorded after they were submitted are not approved, nor is anything sent with them', async () => {
    const { apprenticeship, logOn, entries } = await apprentice();
    const before = await logOn('2026-02-09');
    const within = await logOn('2026-02-19');
    await suspendBetween(api.database, apprenticeship, ['2026-02-10', '2026-02-20']);
    const problem = await problemOf(grace(endpoints.approveHours, { body: { entries: [...before, ...within] } }));
    expect(problem).toMatchObject({ status: 409, kind: 'not-in-training', facts: { status: 'suspended' } });
    expect((await entries()).map((entry) => entry.status)).toEqual(['submitted', 'submitted']);
    expect(await totalsOf(api.database, apprenticeship)).toEqual([]);
    await grace(endpoints.approveHours, { body: { entries: before } });
    expect(await totalsOf(api.database, apprenticeship)).toMatchObject([{ code: 'WP01', minutes: 450 }]);
  });
  test('are not what returned hours can be corrected to', async () => {
    const { call, apprenticeship, logOn } = await apprentice();
    await suspendBetween(api.database, apprenticeship, ['2026-02-10', '2026-02-20']);
    const { entries } = await grace(endpoints.returnHours, {
      body: { entries: await logOn('2026-02-20'), reason: 'Not that day' },
    });
    const [shown] = entries;
    if (!shown) throw new Error('nothing was returned');
    const body = { version: shown.version, workedOn: day('2026-02-19'), workProcess: processCode('WP01'), minutes: 60 };
    expect(await refusalOf(correctShown(call, { params: { entry: shown.id }, body }))).toBe('409 not-in-training');
  });
});

describe('hours of an apprentice who changed employers', () => {
  test('are stamped with the employer of their day, in the list, in the queue and on the record', async () => {
    const { apprenticeship, logOn, entries } = await apprentice();
    await worksFor(api.database, apprenticeship, { from: foundry, employer: mill, since: '2026-03-01' });
    const shown = [...(await logOn('2026-02-28')), ...(await logOn('2026-03-01'))];
    const named = (list: readonly { workedOn: string; employer: { name: string } }[]) =>
      Object.fromEntries(list.map((entry) => [entry.workedOn, entry.employer.name]));
    const expected = { '2026-02-28': 'Northfield Castings', '2026-03-01': 'River Mill' };
    expect(named(await entries())).toEqual(expected);
    const queue = (await grace(endpoints.approvalQueue, {})).entries;
    expect(named(queue.filter((entry) => entry.apprenticeship === apprenticeship))).toEqual(expected);
    await grace(endpoints.approveHours, { body: { entries: shown } });
    const record = await grace(endpoints.listEntries, {
      params: { apprenticeship },
      query: { subject: 'work-process' },
    });
    expect(Object.fromEntries(record.entries.map((entry) => [entry.occurredOn, entry.origin]))).toEqual(expected);
  });
  test('are stamped anew when they are corrected to another day', async () => {
    const { call, apprenticeship, logOn } = await apprentice();
    await worksFor(api.database, apprenticeship, { from: foundry, employer: mill, since: '2026-03-01' });
    const { entries } = await grace(endpoints.returnHours, {
      body: { entries: await logOn('2026-03-01'), reason: 'The day before' },
    });
    const [shown] = entries;
    if (!shown) throw new Error('nothing was returned');
    const body = { version: shown.version, workedOn: day('2026-02-28'), workProcess: processCode('WP01'), minutes: 60 };
    const corrected = await correctShown(call, { params: { entry: shown.id }, body });
    expect(corrected.employer).toEqual({ id: foundry, name: 'Northfield Castings' });
  });
});

describe('hours that wait while the apprentice goes over to another version', () => {
  test('are credited to what their work process is called there', async () => {
    const { apprenticeship, logOn, call } = await apprentice();
    const entries = await logOn('2026-03-02');
    const to = standard({
      id: newId<StandardId>(),
      version: '2027.1',
      workProcesses: [workProcess({ code: processCode('WP51') })],
      competencies: [],
    });
    const mapping = [{ subject: 'work-process' as const, from: 'WP01', to: 'WP51' }];
    await movesTo(api.database, apprenticeship, { from: standard(), to, mapping });
    await grace(endpoints.approveHours, { body: { entries } });
    expect(await totalsOf(api.database, apprenticeship)).toMatchObject([{ code: 'WP51', minutes: 450 }]);
    const listed = await call(endpoints.listHours, { params: { apprenticeship } });
    expect(listed.entries).toMatchObject([
      { workProcess: { code: 'WP01' }, today: { workProcess: 'WP51', practised: [] } },
    ]);
    const refused = log(call, apprenticeship, dayOf([line()], { workedOn: day('2026-03-03') }));
    expect(await refusalOf(refused)).toBe('422 unknown-work-process');
  });
});
