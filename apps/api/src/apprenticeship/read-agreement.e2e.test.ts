import type { AgreementView, Client } from '@journeybook/contracts';
import { endpoints } from '@journeybook/contracts';
import { newId } from '@journeybook/database';
import type { ApprenticeshipId, RecordEntry, RecordEntryId } from '@journeybook/domain';
import { hours } from '@journeybook/domain';
import {
  at,
  council,
  day,
  entryReversed,
  ojtHoursCredited,
  standard,
  standardChanged,
  standardId,
} from '@journeybook/domain/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addApprentice } from '../testing/add-apprentice.js';
import { draftBy, readBy, registerBy, registration } from '../testing/agreement.js';
import { problemOf, refusalOf } from '../testing/refusal-of.js';
import type { RunningApi } from '../testing/start-api.js';
import { startApi } from '../testing/start-api.js';
import { addMembership, agreements, buildWorld, people } from '../testing/world.js';

let api: RunningApi;
let cora: Client;
beforeAll(async () => {
  api = await startApi();
  await buildWorld(api.database);
  cora = await api.as(people.councilAdmin);
});
afterAll(() => api.stop());

const nothing: AgreementView['may'] = {
  register: false,
  changeStatus: [],
  needsNotice: false,
  transfer: false,
  changeEmployer: false,
  assignMentor: false,
  report: false,
  move: false,
};
const append = (id: ApprenticeshipId, ...entries: readonly RecordEntry[]) =>
  api.database.transaction(({ record }) => record.append(council, id, entries));
const fresh = (apprenticeship: ApprenticeshipId) => {
  const id = newId<RecordEntryId>();
  return { id, source: `test/${id}`, apprenticeship };
};

/** Somebody with an address and mentors, registered over HTTP. */
async function registered() {
  const person = await addApprentice(api.database, { status: 'draft' });
  const params = { apprenticeship: person.apprenticeship };
  await cora(endpoints.registerApprentice, { params, body: registration() });
  return person;
}

describe('the agreement', () => {
  test('shows each reader what is theirs to see and to do', async () => {
    const person = await registered();
    const read = async (who: Parameters<typeof api.as>[0]) => readBy(await api.as(who), person.apprenticeship);
    const sponsor = await read(people.councilAdmin);
    const signatures = { minor: false, signedByApprenticeOn: '2026-03-01', guardian: null };
    expect(sponsor).toMatchObject({
      signatures,
      notices: [{ event: 'registered', dueOn: '2026-02-19', state: 'late', daysLate: 13 }],
      may: {
        ...nothing,
        changeStatus: ['active', 'suspended', 'cancelled'],
        transfer: true,
        changeEmployer: true,
        assignMentor: true,
        report: true,
      },
    });
    const shared = { ...sponsor, notices: [], may: nothing };
    expect(await read(person)).toEqual({ ...shared, may: { ...nothing, changeStatus: ['cancelled'] } });
    const others = { ...shared, signatures: null };
    expect(await read(people.grace)).toEqual(others);
    expect(await read(people.foundryAdmin)).toEqual({ ...others, may: { ...nothing, assignMentor: true } });
  });
  test('shows an apprentice with an office at the sponsor no more than any apprentice', async () => {
    const person = await registered();
    const before = await readBy(await api.as(person), person.apprenticeship);
    await addMembership(api.database, person, council, 'sponsor-admin');
    expect(await readBy(await api.as(person), person.apprenticeship)).toEqual(before);
  });
  test('shows a mentor who administers the sponsor what the sponsor sees', async () => {
    const person = await registered();
    await addMembership(api.database, people.hugo, council, 'sponsor-admin');
    const hugo = await api.as(people.hugo);
    expect(await readBy(hugo, person.apprenticeship)).toEqual(await readBy(cora, person.apprenticeship));
  });
  test('once closed offers reporting and nothing else', async () => {
    const { apprenticeship } = await addApprentice(api.database, { status: 'completed' });
    expect((await readBy(cora, apprenticeship)).may).toEqual({ ...nothing, report: true });
  });
});

describe('probation', () => {
  test('ends with its part of the hours when that comes before the months', async () => {
    const { apprenticeship } = await registered();
    expect((await readBy(cora, apprenticeship)).probation).toEqual({
      endsOn: '2026-05-20',
      because: 'months',
      latestOn: '2026-05-20',
    });
    const most = ojtHoursCredited({ ...fresh(apprenticeship), minutes: hours(290), occurredOn: day('2026-02-20') });
    const rest = ojtHoursCredited({ ...fresh(apprenticeship), minutes: hours(3), occurredOn: day('2026-03-02') });
    await append(apprenticeship, most, rest);
    expect((await readBy(cora, apprenticeship)).probation).toEqual({
      endsOn: '2026-03-02',
      because: 'hours',
      latestOn: '2026-05-20',
    });
    await append(apprenticeship, entryReversed({ ...fresh(apprenticeship), reverses: rest.id }));
    expect((await readBy(cora, apprenticeship)).probation).toMatchObject({ endsOn: '2026-05-20' });
  });
  test('is none for a draft, nor when it is over, nor when the agreement ended', async () => {
    const probationOf = async (apprenticeship: string) => (await readBy(cora, apprenticeship)).probation;
    for (const status of ['draft', 'active', 'suspended', 'completed', 'cancelled'] as const)
      expect(await probationOf((await addApprentice(api.database, { status })).apprenticeship), status).toBeNull();
  });
});

describe('other versions', () => {
  test('are the published ones of the occupation that the apprentice was never bound to, newest first', async () => {
    const versions = [
      [31, '2026.3', '2026-02-01T00:00:00Z'],
      [32, '2026.5', '2026-03-01T00:00:00Z'],
      [33, '2026.4', '2026-02-15T00:00:00Z'],
    ] as const;
    await api.database.transaction(async ({ standards }) => {
      for (const [number, version, publishedAt] of versions)
        await standards.publish(council, standard({ id: standardId(number), version }), at(publishedAt));
    });
    const { apprenticeship } = await addApprentice(api.database);
    const named = async () => (await readBy(cora, apprenticeship)).otherVersions.map((one) => one.version);
    expect(await named()).toEqual(['2026.5', '2026.4', '2026.3']);
    expect((await readBy(cora, apprenticeship)).may.move).toBe(true);
    await append(apprenticeship, standardChanged({ ...fresh(apprenticeship), to: standardId(33), mapping: [] }));
    await api.database.transaction(async ({ apprenticeships }) => {
      const moved = await apprenticeships.lock(apprenticeship);
      if (moved) await apprenticeships.save({ ...moved, standard: standardId(33) });
    });
    expect(await named()).toEqual(['2026.5', '2026.3']);
    expect((await readBy(cora, apprenticeship)).standard).toEqual({ id: standardId(33), version: '2026.4' });
  });
});

describe('who may not read an agreement', () => {
  test.each([
    ['another apprentice', people.bela],
    ['a mentor of somebody else', people.mona],
    ['a mentor whose assignment ended', people.felix],
    ['a mentor whose assignment is to come', people.nora],
    ['another employer', people.millAdmin],
    ['another sponsor', people.elsewhereAdmin],
  ])('%s', async (_, person) => {
    expect(await refusalOf(readBy(await api.as(person), agreements.ada.id))).toBe('404 not-their-record');
  });
  test('anybody, when there is none, in the same words', async () => {
    const bela = await api.as(people.bela);
    const [there, none] = [await problemOf(readBy(bela, agreements.ada.id)), await problemOf(readBy(bela, newId()))];
    expect({ ...none, requestId: '' }).toEqual({ ...there, requestId: '' });
  });
  test('an employer of a draft that is with another one', async () => {
    const { apprenticeship } = await draftBy(cora);
    expect(await refusalOf(readBy(await api.as(people.millAdmin), apprenticeship))).toBe('404 not-their-record');
    expect(await readBy(await api.as(people.foundryAdmin), (await registerBy(cora)).apprenticeship)).toMatchObject({
      signatures: null,
    });
  });
});
