import type { Client } from '@journeybook/contracts';
import { endpoints } from '@journeybook/contracts';
import { newId } from '@journeybook/database';
import type { ApprenticeshipId, PersonId, RecordEntry, RecordEntryId } from '@journeybook/domain';
import { hours } from '@journeybook/domain';
import {
  advancedStandingGranted,
  competencyAttested,
  competencyDemonstrated,
  competencyObserved,
  council,
  credentialEarned,
  masteryAttested,
  ojtHoursCredited,
  processCode,
  rtiHoursCredited,
  statusChanged,
  varianceApproved,
  wageStepGiven,
} from '@journeybook/domain/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addApprentice } from '../testing/add-apprentice.js';
import { becomes, entryOf } from '../testing/change-agreement.js';
import { totalsOf } from '../testing/record.js';
import { problemOf, refusalOf } from '../testing/refusal-of.js';
import type { RunningApi } from '../testing/start-api.js';
import { startApi } from '../testing/start-api.js';
import { addMembership, agreements, buildWorld, people } from '../testing/world.js';

let api: RunningApi;
let sponsor: Client;
beforeAll(async () => {
  api = await startApi();
  await buildWorld(api.database);
  sponsor = await api.as(people.councilAdmin);
});
afterAll(() => api.stop());

type Build = (origin: ReturnType<typeof entryOf> & { readonly answeredBy: PersonId }) => RecordEntry;

/** A fresh apprentice with one entry on the record. */
async function recorded(build: Build = rtiHoursCredited) {
  const person = await addApprentice(api.database);
  const { apprenticeship } = person;
  const origin = { ...entryOf(apprenticeship), answeredBy: people.grace.id };
  await api.database.transaction(({ record }) => record.append(council, apprenticeship, [build(origin)]));
  const record = () => api.database.read.record.list(apprenticeship);
  return { person, apprenticeship, entry: origin.id, record };
}
const takeBack = (
  call: Client,
  { apprenticeship, entry }: { apprenticeship: ApprenticeshipId; entry: RecordEntryId },
  reason = ' Entered for somebody else ',
) => call(endpoints.voidEntry, { params: { apprenticeship, entry }, body: { reason } });

describe('voiding an entry', () => {
  test.each<[string, Build]>([
    ['advanced standing', advancedStandingGranted],
    ['a variance', varianceApproved],
    ['instruction', rtiHoursCredited],
    ['a wage step', wageStepGiven],
    ['a credential', credentialEarned],
    ['a demonstration', competencyDemonstrated],
    ['an observation', competencyObserved],
  ])('takes %s out of every total; both entries stay readable', async (_, build) => {
    const { apprenticeship, entry } = await recorded(build);
    await takeBack(sponsor, { apprenticeship, entry });
    const { entries } = await sponsor(endpoints.listEntries, { params: { apprenticeship }, query: {} });
    expect(entries).toMatchObject([
      {
        kind: 'entry-reversed',
        reverses: entry,
        text: 'Entered for somebody else',
        answeredBy: { name: 'Cora Council' },
        reversed: false,
      },
      { id: entry, reversed: true },
    ]);
    expect(await totalsOf(api.database, apprenticeship)).toEqual([]);
  });
  test('of a variance lets as much less count', async () => {
    const { apprenticeship, entry } = await recorded((origin) =>
      varianceApproved({ ...origin, workProcess: processCode('WP06') }),
    );
    const worked = ojtHoursCredited({
      ...entryOf(apprenticeship),
      workProcess: processCode('WP06'),
      minutes: hours(180),
    });
    await api.database.transaction(({ record }) => record.append(council, apprenticeship, [worked]));
    const credited = async () =>
      (await sponsor(endpoints.readRecord, { params: { apprenticeship } })).processes[1]?.creditedMinutes;
    expect(await credited()).toBe(hours(180));
    await takeBack(sponsor, { apprenticeship, entry });
    expect(await credited()).toBe(hours(136));
  });
  test('of an observation shows the skill without it', async () => {
    const { apprenticeship, entry } = await recorded(competencyObserved);
    const skill = async () =>
      (await sponsor(endpoints.readRecord, { params: { apprenticeship } })).processes[0]?.competencies[0];
    expect(await skill()).toMatchObject({ observed: { level: 2 } });
    await takeBack(sponsor, { apprenticeship, entry });
    expect(await skill()).toMatchObject({ observed: null });
  });
  test('many times at once is done once', async () => {
    const { apprenticeship, entry, record } = await recorded();
    const outcomes = await Promise.allSettled(
      Array.from({ length: 8 }, () => takeBack(sponsor, { apprenticeship, entry })),
    );
    expect(outcomes.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
    for (const one of outcomes)
      if (one.status === 'rejected') expect(one.reason.problem).toMatchObject({ status: 409, kind: 'already-voided' });
    expect(await record()).toHaveLength(2);
  });
});

describe('a void that is refused changes nothing', () => {
  test.each<[RecordEntry['kind'], Build]>([
    ['ojt-hours-credited', ojtHoursCredited],
    ['competency-attested', competencyAttested],
    ['status-changed', statusChanged],
    ['mastery-attested', masteryAttested],
  ])('409 not-voidable, of %s', async (kind, build) => {
    const { apprenticeship, entry, record } = await recorded(build);
    const problem = await problemOf(takeBack(sponsor, { apprenticeship, entry }));
    expect(problem).toMatchObject({ status: 409, kind: 'not-voidable', facts: { entry: kind } });
    expect(await record()).toHaveLength(1);
  });
  test('409 not-voidable, of a reversal', async () => {
    const { apprenticeship, entry, record } = await recorded();
    await takeBack(sponsor, { apprenticeship, entry });
    const reversal = (await record()).at(-1)?.id ?? entry;
    expect(await refusalOf(takeBack(sponsor, { apprenticeship, entry: reversal }))).toBe('409 not-voidable');
  });
  test('422 reason-missing', async () => {
    const { apprenticeship, entry, record } = await recorded();
    expect(await refusalOf(takeBack(sponsor, { apprenticeship, entry }, '  '))).toBe('422 reason-missing');
    expect(await record()).toHaveLength(1);
  });
  test.each(['completed', 'cancelled', 'transferred'] as const)('409 record-closed, once it is %s', async (status) => {
    const { apprenticeship, entry } = await recorded();
    await becomes(api.database, apprenticeship, status);
    expect(await refusalOf(takeBack(sponsor, { apprenticeship, entry }))).toBe('409 record-closed');
  });
  test('404 not-found, of an entry of another record or of none', async () => {
    const [one, other] = [await recorded(), await recorded()];
    for (const entry of [other.entry, newId<RecordEntryId>()])
      expect(await refusalOf(takeBack(sponsor, { apprenticeship: one.apprenticeship, entry }))).toBe('404 not-found');
    expect(await other.record()).toHaveLength(1);
  });
});

describe('who may not void an entry', () => {
  test.each([
    ['the apprentice', people.ada, '403 not-allowed'],
    ['a mentor', people.grace, '403 not-allowed'],
    ['the employer', people.foundryAdmin, '403 not-allowed'],
    ['another sponsor', people.elsewhereAdmin, '404 not-their-record'],
  ])('%s', async (_, person, refusal) => {
    const { apprenticeship, entry } = await recorded();
    expect(await refusalOf(takeBack(await api.as(person), { apprenticeship, entry }))).toBe(refusal);
  });
  test('another sponsor who mentors this apprentice', async () => {
    const { apprenticeship, entry } = await recorded();
    await addMembership(api.database, people.hugo, agreements.zoe.sponsor, 'sponsor-admin');
    expect(await refusalOf(takeBack(await api.as(people.hugo), { apprenticeship, entry }))).toBe(
      '403 not-their-program',
    );
  });
  test('the apprentice, though an administrator of the sponsor', async () => {
    const { person, apprenticeship, entry } = await recorded();
    await addMembership(api.database, person, agreements.ada.sponsor, 'sponsor-admin');
    expect(await refusalOf(takeBack(await api.as(person), { apprenticeship, entry }))).toBe('403 own-record');
  });
  test('anybody, in a record that does not exist', async () => {
    const { entry } = await recorded();
    expect(await refusalOf(takeBack(sponsor, { apprenticeship: newId(), entry }))).toBe('404 not-their-record');
  });
});
