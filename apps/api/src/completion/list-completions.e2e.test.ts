import type { Client } from '@journeybook/contracts';
import { endpoints } from '@journeybook/contracts';
import { newId } from '@journeybook/database';
import { reverseEntry } from '@journeybook/domain';
import { council } from '@journeybook/domain/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ReadyApprentice } from '../testing/completion.js';
import { acceptAll, attest, award, giveBack, readyApprentice, review } from '../testing/completion.js';
import { countStatements } from '../testing/count-statements.js';
import { smallProgram } from '../testing/small-program.js';
import type { RunningApi } from '../testing/start-api.js';
import { startApi } from '../testing/start-api.js';
import { addMembership, buildWorld, people } from '../testing/world.js';

let api: RunningApi;
let employer: Client;
let sponsor: Client;
beforeAll(async () => {
  api = await startApi();
  await buildWorld(api.database);
  [employer, sponsor] = [await api.as(people.foundryAdmin), await api.as(people.councilAdmin)];
});
afterAll(() => api.stop());

async function attested(...given: Parameters<typeof readyApprentice> extends [unknown, ...infer Rest] ? Rest : never) {
  const apprentice = await readyApprentice(api.database, ...given);
  await attest(employer, apprentice.apprenticeship);
  return apprentice;
}
const list = async (call: Client) => (await call(endpoints.listCompletions, {})).waiting;
const among = async (call: Client, apprentices: readonly ReadyApprentice[]) => {
  const names = apprentices.map((one) => one.name);
  return (await list(call)).map((one) => one.apprentice.name).filter((name) => names.includes(name));
};

describe('the completions that wait for the sponsor', () => {
  test('are those attested, the longest first, with how far the review is', async () => {
    const hybrid = await attested({ program: smallProgram('hybrid') });
    api.clock.pass(1);
    const time = await attested();
    const notAttested = await readyApprentice(api.database);
    const item = { kind: 'course', code: 'RTI03' } as const;
    await review(
      sponsor,
      time.apprenticeship,
      [item, { ...item, code: 'RTI11', verdict: 'questioned', remark: 'Which?' }],
      0,
    );
    expect(await among(sponsor, [time, notAttested, hybrid])).toEqual([hybrid.name, time.name]);
    const waiting = await list(sponsor);
    expect(waiting.find((one) => one.apprenticeship === time.apprenticeship)).toEqual({
      apprenticeship: time.apprenticeship,
      apprentice: { id: time.id, name: time.name },
      employer: { id: expect.any(String), name: 'Northfield Castings' },
      occupation: 'Industrial Manufacturing Technician',
      attestedOn: '2026-03-04',
      reviewed: 2,
      requirements: 5,
    });
    expect(waiting.find((one) => one.apprenticeship === hybrid.apprenticeship)).toMatchObject({
      reviewed: 0,
      requirements: 7,
    });
  });
  test('count no word that lapsed', async () => {
    const { apprenticeship } = await attested();
    await acceptAll(sponsor, apprenticeship);
    const credit = (await api.database.read.record.list(apprenticeship)).find(
      (entry) => entry.kind === 'rti-hours-credited',
    );
    if (credit?.kind !== 'rti-hours-credited') throw new Error('no course was credited');
    const on = { by: people.councilAdmin.id, at: api.clock.now(), on: api.clock.today(), reason: 'Mistaken' };
    await api.database.transaction(({ record }) =>
      record.append(council, apprenticeship, [reverseEntry(credit, { id: newId(), ...on })]),
    );
    const waiting = await list(sponsor);
    expect(waiting.find((one) => one.apprenticeship === apprenticeship)).toMatchObject({
      reviewed: 4,
      requirements: 5,
    });
  });
  test('count no word on what was taken back and recorded anew', async () => {
    const { apprenticeship } = await attested();
    await acceptAll(sponsor, apprenticeship);
    const credit = (await api.database.read.record.list(apprenticeship)).find(
      (entry) => entry.kind === 'rti-hours-credited',
    );
    if (credit?.kind !== 'rti-hours-credited') throw new Error('no course was credited');
    const on = { by: people.councilAdmin.id, at: api.clock.now(), on: api.clock.today(), reason: 'Mistaken' };
    await api.database.transaction(({ record }) =>
      record.append(council, apprenticeship, [
        reverseEntry(credit, { id: newId(), ...on }),
        { ...credit, id: newId(), source: `${credit.source}/anew` },
      ]),
    );
    const waiting = await list(sponsor);
    expect(waiting.find((one) => one.apprenticeship === apprenticeship)).toMatchObject({
      reviewed: 4,
      requirements: 5,
    });
  });
  test('leave the list when they are returned or awarded', async () => {
    const [returned, awarded] = [await attested(), await attested()];
    expect(await among(sponsor, [returned, awarded])).toHaveLength(2);
    await giveBack(sponsor, returned.apprenticeship, ['Look again']);
    const { reviewVersion } = await acceptAll(sponsor, awarded.apprenticeship);
    await award(sponsor, awarded.apprenticeship, reviewVersion);
    expect(await among(sponsor, [returned, awarded])).toEqual([]);
  });
  test('are not shown to another sponsor, nor to the apprentice who holds the office', async () => {
    const apprentice = await attested();
    expect(await list(await api.as(people.elsewhereAdmin))).toEqual([]);
    await addMembership(api.database, apprentice, council, 'sponsor-admin');
    expect(await among(await api.as(apprentice), [apprentice])).toEqual([]);
  });
  test('take as many statements for many as for few', async () => {
    const program = smallProgram();
    await attested({ program });
    await list(sponsor);
    const few = await countStatements(api.services.database, () => list(sponsor));
    for (let nth = 0; nth < 5; nth += 1) await attested();
    await list(sponsor);
    expect(await countStatements(api.services.database, () => list(sponsor))).toBe(few);
  });
});
