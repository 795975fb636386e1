import type { Client } from '@journeybook/contracts';
import { endpoints } from '@journeybook/contracts';
import { newId } from '@journeybook/database';
import type { ApprenticeshipId, RecordEntryId, StandardId } from '@journeybook/domain';
import {
  competency,
  competencyAttested,
  competencyCode,
  council,
  day,
  foundry,
  mentorship,
  now,
  ojtHoursCredited,
  standard,
} from '@journeybook/domain/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addApprentice } from '../testing/add-apprentice.js';
import { becomes, entryOf, movesTo } from '../testing/change-agreement.js';
import { totalsOf } from '../testing/record.js';
import { refusalOf } from '../testing/refusal-of.js';
import type { RunningApi } from '../testing/start-api.js';
import { startApi } from '../testing/start-api.js';
import { addMembership, agreements, buildWorld, mill, people } from '../testing/world.js';

let api: RunningApi;
let grace: Client;
let sponsor: Client;
beforeAll(async () => {
  api = await startApi();
  await buildWorld(api.database);
  [grace, sponsor] = [await api.as(people.grace), await api.as(people.councilAdmin)];
});
afterAll(() => api.stop());

const skill = competencyCode('WP01.01');
const signOff = async (call: Client, apprenticeship: ApprenticeshipId, level = 3) => {
  const body = { competency: skill, level, observedOn: day('2026-03-03') };
  const { attestation } = await call(endpoints.signOff, { params: { apprenticeship }, body });
  if (!attestation) throw new Error('nothing was signed');
  return attestation.entry;
};
/** A fresh apprentice whose WP01.01 Grace signed off. */
async function signed() {
  const person = await addApprentice(api.database);
  const { apprenticeship } = person;
  const record = () => api.database.read.record.list(apprenticeship);
  return { person, apprenticeship, entry: await signOff(grace, apprenticeship), record };
}
const takeBack = (
  call: Client,
  { apprenticeship, entry }: { apprenticeship: ApprenticeshipId; entry: RecordEntryId },
  reason = ' Signed for another apprentice ',
) => call(endpoints.voidSignOff, { params: { apprenticeship, entry }, body: { reason } });

describe('voiding a sign-off', () => {
  test('leaves the skill unsigned and both entries readable', async () => {
    const { apprenticeship, entry } = await signed();
    expect(await takeBack(grace, { apprenticeship, entry })).toMatchObject({ signedOff: false, attestation: null });
    const { entries } = await grace(endpoints.listEntries, { params: { apprenticeship }, query: {} });
    expect(entries).toMatchObject([
      { kind: 'entry-reversed', reverses: entry, text: 'Signed for another apprentice', reversed: false },
      { id: entry, kind: 'competency-attested', level: 3, reversed: true },
    ]);
    expect(await totalsOf(api.database, apprenticeship)).toEqual([]);
  });
  test('lets the sign-off below count again', async () => {
    const { apprenticeship, entry } = await signed();
    const higher = await signOff(await api.as(people.hugo), apprenticeship, 4);
    const answer = await takeBack(grace, { apprenticeship, entry: higher });
    expect(answer).toMatchObject({ signedOff: true, attestation: { entry, level: 3 } });
  });
  test('lets it be signed again, and that voided again', async () => {
    const { apprenticeship, entry, record } = await signed();
    let last = entry;
    for (let round = 0; round < 3; round += 1) {
      await takeBack(grace, { apprenticeship, entry: last });
      last = await signOff(grace, apprenticeship);
    }
    expect(await record()).toHaveLength(1 + 3 * 2);
    expect(await totalsOf(api.database, apprenticeship)).toMatchObject([{ code: skill, level: 3, entries: 1 }]);
  });
  test('is open to the sponsor, to another mentor of today, and while the apprenticeship is suspended', async () => {
    for (const call of [sponsor, await api.as(people.hugo)]) {
      const { apprenticeship, entry } = await signed();
      await becomes(api.database, apprenticeship, 'suspended');
      expect(await takeBack(call, { apprenticeship, entry })).toMatchObject({ signedOff: false });
    }
  });
  test('is open to whoever signed, though they mentor no longer', async () => {
    const { apprenticeship } = await addApprentice(api.database);
    const key = entryOf(apprenticeship);
    const by = competencyAttested({ ...key, answeredBy: people.mona.id });
    await api.database.transaction(async ({ apprenticeships, record }) => {
      const over = mentorship({ apprenticeship, mentor: people.mona.id, until: day('2026-03-03') });
      await apprenticeships.assignMentor(newId(), council, over);
      await record.append(council, apprenticeship, [by]);
    });
    expect(await takeBack(await api.as(people.mona), { apprenticeship, entry: key.id })).toMatchObject({
      code: skill,
      signedOff: false,
    });
    const params = { apprenticeship };
    expect(await refusalOf((await api.as(people.mona))(endpoints.readRecord, { params }))).toBe('404 not-their-record');
  });
  test('answers the skill as it is called after a move', async () => {
    const { apprenticeship, entry } = await signed();
    const renamed = competencyCode('WP01.09');
    const to = standard({
      id: newId<StandardId>(),
      version: '2027.1',
      competencies: [competency({ code: renamed })],
    });
    const mapping = [{ subject: 'competency' as const, from: skill, to: renamed }];
    await movesTo(api.database, apprenticeship, { from: standard(), to, mapping });
    expect(await takeBack(sponsor, { apprenticeship, entry })).toMatchObject({ code: renamed, attestation: null });
  });
  test('answers a skill that is set aside, which leaves the Job Book with it', async () => {
    const program = standard({ id: newId<StandardId>(), version: '2026.4' });
    await api.database.read.standards.publish(council, program, now);
    const { apprenticeship } = await addApprentice(api.database, { standard: program.id });
    const entry = await signOff(grace, apprenticeship);
    const change = { kind: 'competency-set-aside' as const, competency: skill, reason: 'No such line here' };
    const customisation = { standard: program.id, employer: foundry, edition: 1, changes: [change] };
    await api.database.read.customisations.add(council, customisation, { by: people.foundryAdmin.id, at: now });
    expect(await takeBack(grace, { apprenticeship, entry })).toMatchObject({ code: skill, signedOff: false });
    const { competencies } = await grace(endpoints.readRecord, { params: { apprenticeship } });
    expect(competencies).toEqual({ required: 1, signedOff: 0 });
  });
  test('many times at once is one void', async () => {
    const { apprenticeship, entry, record } = await signed();
    const outcomes = await Promise.allSettled(
      Array.from({ length: 8 }, (_, index) => takeBack(index % 2 ? grace : sponsor, { apprenticeship, entry })),
    );
    expect(outcomes.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
    for (const one of outcomes)
      if (one.status === 'rejected') expect(one.reason.problem).toMatchObject({ status: 409, kind: 'already-voided' });
    expect(await record()).toHaveLength(2);
  });
});

describe('a void that is refused changes nothing', () => {
  test('422 reason-missing', async () => {
    const { apprenticeship, entry, record } = await signed();
    expect(await refusalOf(takeBack(grace, { apprenticeship, entry }, ' '))).toBe('422 reason-missing');
    expect(await record()).toHaveLength(1);
  });
  test.each(['completed', 'cancelled', 'transferred'] as const)('409 record-closed, once it is %s', async (status) => {
    const { apprenticeship, entry } = await signed();
    await becomes(api.database, apprenticeship, status);
    expect(await refusalOf(takeBack(sponsor, { apprenticeship, entry }))).toBe('409 record-closed');
    expect(await totalsOf(api.database, apprenticeship)).toMatchObject([{ level: 3 }]);
  });
  test('404 not-found, for an entry that is no sign-off, of another record, or not there', async () => {
    const [one, other] = [await signed(), await signed()];
    const worked = ojtHoursCredited(entryOf(one.apprenticeship));
    await api.database.transaction(({ record }) => record.append(council, one.apprenticeship, [worked]));
    for (const entry of [worked.id, other.entry, newId<RecordEntryId>()])
      expect(await refusalOf(takeBack(grace, { apprenticeship: one.apprenticeship, entry }))).toBe('404 not-found');
    expect(await other.record()).toHaveLength(1);
  });
});

describe('who may not void a sign-off', () => {
  test.each([
    ['a mentor of somebody else', people.mona, '404 not-their-record'],
    ['a mentor of another sponsor', people.outsideMentor, '404 not-their-record'],
    ['another sponsor', people.elsewhereAdmin, '404 not-their-record'],
    ['another apprentice', people.bela, '403 not-allowed'],
    ['the employer', people.foundryAdmin, '403 not-allowed'],
  ])('%s', async (_, person, refusal) => {
    const { apprenticeship, entry } = await signed();
    expect(await refusalOf(takeBack(await api.as(person), { apprenticeship, entry }))).toBe(refusal);
  });
  test('the apprentice, though they mentor others and hold the sponsor’s office', async () => {
    const { person, apprenticeship, entry } = await signed();
    await addMembership(api.database, person, mill, 'mentor');
    await addMembership(api.database, person, agreements.ada.sponsor, 'sponsor-admin');
    expect(await refusalOf(takeBack(await api.as(person), { apprenticeship, entry }))).toBe('403 own-competency');
  });
  test('an employer’s administrator who mentors somebody else', async () => {
    const { apprenticeship, entry } = await signed();
    await addMembership(api.database, people.foundryAdmin, mill, 'mentor');
    const call = await api.as(people.foundryAdmin);
    expect(await refusalOf(takeBack(call, { apprenticeship, entry }))).toBe('403 not-their-mentor');
  });
  test('anybody, in a record that does not exist', async () => {
    const { entry } = await signed();
    expect(await refusalOf(takeBack(grace, { apprenticeship: newId(), entry }))).toBe('404 not-their-record');
  });
});
