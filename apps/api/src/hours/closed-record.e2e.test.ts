import type { Client } from '@journeybook/contracts';
import { endpoints } from '@journeybook/contracts';
import { day } from '@journeybook/domain/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addApprentice } from '../testing/add-apprentice.js';
import { becomes } from '../testing/change-agreement.js';
import { dayOf, line, log, logApproved } from '../testing/hours.js';
import { minutesOf } from '../testing/record.js';
import { problemOf, refusalOf } from '../testing/refusal-of.js';
import type { RunningApi } from '../testing/start-api.js';
import { startApi } from '../testing/start-api.js';
import { buildWorld, people } from '../testing/world.js';

let api: RunningApi;
let grace: Client;
beforeAll(async () => {
  api = await startApi();
  await buildWorld(api.database);
  grace = await api.as(people.grace);
});
afterAll(() => api.stop());

/** An apprentice with 7 h 30 min of Monday approved and as many of Tuesday waiting, whose agreement then gets this status. */
async function apprentice(status?: Parameters<typeof becomes>[2]) {
  const person = await addApprentice(api.database);
  const { apprenticeship } = person;
  const call = await api.as(person);
  const approved = await logApproved({ apprentice: call, mentor: grace }, apprenticeship);
  const waiting = await log(call, apprenticeship, dayOf([line()], { workedOn: day('2026-03-03') }));
  if (status) await becomes(api.database, apprenticeship, status);
  const entries = async () => (await call(endpoints.listHours, { params: { apprenticeship } })).entries;
  return { apprenticeship, approved, waiting, entries };
}

describe.each(['completed', 'cancelled', 'transferred'] as const)('in a record that is %s', (status) => {
  test('nothing is approved, returned or taken back', async () => {
    const { apprenticeship, approved, waiting, entries } = await apprentice(status);
    const before = await entries();
    const problems = await Promise.all([
      problemOf(grace(endpoints.approveHours, { body: { entries: waiting } })),
      problemOf(grace(endpoints.returnHours, { body: { entries: waiting, reason: 'Not that day' } })),
      problemOf(grace(endpoints.undoApproval, { body: { entries: approved } })),
    ]);
    for (const problem of problems)
      expect(problem).toMatchObject({ status: 409, kind: 'record-closed', facts: { status } });
    expect(await entries()).toEqual(before);
    expect(await minutesOf(api.database, apprenticeship, 'WP01')).toBe(450);
  });
  test('nothing is approved with others either: the batch is refused as a whole', async () => {
    const [closed, open] = [await apprentice(status), await apprentice()];
    const entries = [...open.waiting, ...closed.waiting];
    expect(await refusalOf(grace(endpoints.approveHours, { body: { entries } }))).toBe('409 record-closed');
    expect(await minutesOf(api.database, open.apprenticeship, 'WP01')).toBe(450);
  });
  test('nothing waits for a mentor any more, and nothing is counted', async () => {
    const { waitingForApproval } = await grace(endpoints.currentSession, {});
    const { apprenticeship } = await apprentice(status);
    const queue = (await grace(endpoints.approvalQueue, {})).entries;
    expect(queue.filter((entry) => entry.apprenticeship === apprenticeship)).toEqual([]);
    expect(await grace(endpoints.currentSession, {})).toMatchObject({ waitingForApproval });
  });
});

test('while an apprenticeship is suspended, what was worked before is still decided', async () => {
  const { apprenticeship, waiting } = await apprentice('suspended');
  await grace(endpoints.approveHours, { body: { entries: waiting } });
  expect(await minutesOf(api.database, apprenticeship, 'WP01')).toBe(900);
});

test('an approval and the end of the agreement at once leave no approval after the end', async () => {
  for (let round = 0; round < 10; round += 1) {
    const { apprenticeship, waiting } = await apprentice();
    const [approval] = await Promise.allSettled([
      grace(endpoints.approveHours, { body: { entries: waiting } }),
      becomes(api.database, apprenticeship, 'completed'),
    ]);
    const kinds = (await api.database.read.record.list(apprenticeship)).map((entry) => entry.kind);
    const [first, second] = ['ojt-hours-credited', 'status-changed'];
    expect(kinds).toEqual(approval.status === 'fulfilled' ? [first, first, second] : [first, second]);
  }
});
