import type { Client } from '@journeybook/contracts';
import { endpoints } from '@journeybook/contracts';
import { newId } from '@journeybook/database';
import type { PersonId, StandardId } from '@journeybook/domain';
import {
  apprenticeship,
  college,
  council,
  day,
  elsewhere,
  foundry,
  imt,
  now,
  standardId,
  standardVersion,
} from '@journeybook/domain/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addApprentice } from '../testing/add-apprentice.js';
import { draftBy, draftOf, readBy } from '../testing/agreement.js';
import { asOwner } from '../testing/as-owner.js';
import { problemOf, refusalOf } from '../testing/refusal-of.js';
import type { RunningApi } from '../testing/start-api.js';
import { startApi } from '../testing/start-api.js';
import { buildWorld, mill, outsideEmployer, people } from '../testing/world.js';

let api: RunningApi;
let cora: Client;
const ownDraft = newId<StandardId>();
beforeAll(async () => {
  api = await startApi();
  await buildWorld(api.database);
  cora = await api.as(people.councilAdmin);
  const version = standardVersion({ standard: imt('time', { id: ownDraft }) });
  await api.database.read.drafts.add({ version, from: null, notes: [], by: people.councilAdmin.id, at: now });
});
afterAll(() => api.stop());

const countPeople = async (name: string) =>
  (await asOwner(api.database, 'select from people where name = $1', [name])).length;

describe('drafting an agreement', () => {
  test('prepares it, with the person, and nothing counts yet', async () => {
    const body = draftOf({
      apprentice: { name: ' Nina Newcomer ', email: 'nina@people.example', studentNumber: 'S-77' },
    });
    const view = await cora(endpoints.draftAgreement, { body });
    expect(view).toEqual({
      apprenticeship: body.id,
      apprentice: { id: expect.any(String), name: 'Nina Newcomer' },
      employer: { id: foundry, name: 'Northfield Castings' },
      sponsor: { id: council, name: 'Northern Council' },
      occupation: { title: 'Industrial Manufacturing Technician', rapidsCode: '2031' },
      approach: 'time',
      standard: { id: standardId(1), version: '2026.1' },
      otherVersions: [],
      status: 'draft',
      beganOn: '2026-03-02',
      plannedOn: '2027-09-02',
      history: [],
      employers: [{ employer: { id: foundry, name: 'Northfield Castings' }, from: '2026-03-02' }],
      probation: null,
      mentorships: [],
      notices: [],
      invitationLeft: null,
      signatures: null,
      agency: { code: 'US', name: 'Office of Apprenticeship', minimumAge: 16, adultAge: 18, correctiveActionDays: 0 },
      ratio: null,
      may: {
        register: true,
        changeStatus: ['cancelled'],
        needsNotice: false,
        transfer: false,
        changeEmployer: true,
        assignMentor: true,
        report: true,
        move: false,
      },
    });
    const person = view.apprentice.id as PersonId;
    expect(await api.database.read.people.findDetails(person)).toEqual({
      name: 'Nina Newcomer',
      email: 'nina@people.example',
      studentNumber: 'S-77',
    });
    expect(await api.database.read.record.list(body.id)).toEqual([]);
  });
  test('sent again is the same agreement, also after the employer changed', async () => {
    const body = draftOf({ apprentice: { name: 'Twice Told' } });
    const first = await cora(endpoints.draftAgreement, { body });
    expect(await cora(endpoints.draftAgreement, { body })).toEqual(first);
    const { apprenticeship } = first;
    const moved = await cora(endpoints.changeEmployer, {
      params: { apprenticeship },
      body: { employer: mill, from: day('2026-03-03') },
    });
    expect(await cora(endpoints.draftAgreement, { body })).toEqual(moved);
    expect(await countPeople('Twice Told')).toBe(1);
  });
  test('sent many times at once is one agreement of one person', async () => {
    const body = draftOf({ apprentice: { name: 'All At Once' } });
    const answers = await Promise.all(Array.from({ length: 8 }, () => cora(endpoints.draftAgreement, { body })));
    expect(new Set(answers.map((one) => one.apprentice.id)).size).toBe(1);
    expect(await countPeople('All At Once')).toBe(1);
  });
  test('with an address that somebody has is an agreement of that person, as they are known', async () => {
    const person = await addApprentice(api.database);
    const apprentice = { name: 'Another Name', email: person.email.toUpperCase(), studentNumber: 'S-99' };
    const body = draftOf({ apprentice });
    const view = await cora(endpoints.draftAgreement, { body });
    expect(view.apprentice).toEqual({ id: person.id, name: person.name });
    expect(await cora(endpoints.draftAgreement, { body })).toEqual(view);
    expect(await readBy(await api.as(person), view.apprenticeship)).toMatchObject({ status: 'draft' });
    const details = { name: person.name, email: person.email, studentNumber: `S-${person.name}` };
    expect(await api.database.read.people.findDetails(person.id)).toEqual(details);
  });
  test('two at once with one new address make one person', async () => {
    const evan = await api.as(people.elsewhereAdmin);
    const apprentice = { name: 'Shared Address', email: 'shared@people.example' };
    const answers = await Promise.all([
      ...Array.from({ length: 4 }, () => draftBy(cora, { apprentice })),
      draftBy(evan, { apprentice, sponsor: elsewhere, standard: standardId(2), employer: outsideEmployer }),
    ]);
    expect(new Set(answers.map((one) => one.apprenticeship)).size).toBe(5);
    expect(new Set(answers.map((one) => one.apprentice.id)).size).toBe(1);
    expect(await countPeople('Shared Address')).toBe(1);
  });
  test('may be with the sponsor itself', async () => {
    expect(await draftBy(cora, { employer: council })).toMatchObject({ employer: { name: 'Northern Council' } });
  });
  test('lets somebody come back who was with this sponsor', async () => {
    const former = await addApprentice(api.database, { status: 'cancelled' });
    const view = await draftBy(cora, { apprentice: { person: former.id } });
    expect(view).toMatchObject({ apprentice: { id: former.id, name: former.name }, status: 'draft' });
  });
});

describe('an id that is taken', () => {
  test.each([
    ['another employer', { employer: mill }],
    ['another standard', { standard: standardId(3) }],
    ['another first day', { beganOn: day('2026-03-03') }],
    ['another name', { apprentice: { name: 'Somebody Else' } }],
    ['another student number', { apprentice: { name: 'Nina Newcomer', studentNumber: 'S-1' } }],
    ['a new address', { apprentice: { name: 'Nina Newcomer', email: 'other.nina@people.example' } }],
    ["somebody else's address", { apprentice: { name: 'Nina Newcomer', email: people.ada.email } }],
    ['somebody else who comes back', { apprentice: { person: people.ada.id } }],
  ])('is refused with %s', async (_, other) => {
    const body = draftOf();
    const first = await cora(endpoints.draftAgreement, { body });
    expect(await refusalOf(cora(endpoints.draftAgreement, { body: { ...body, ...other } }))).toBe('409 id-taken');
    expect(await readBy(cora, first.apprenticeship)).toEqual(first);
    expect(await api.database.read.people.findByEmail('other.nina@people.example')).toBeNull();
  });
  test('by the agreement of another sponsor shows nothing of it', async () => {
    const evan = await api.as(people.elsewhereAdmin);
    const theirs = await draftBy(cora);
    const body = draftOf({
      id: theirs.apprenticeship,
      sponsor: elsewhere,
      standard: standardId(2),
      employer: outsideEmployer,
    });
    expect(await refusalOf(evan(endpoints.draftAgreement, { body }))).toBe('409 id-taken');
  });
});

describe('drafting an agreement is refused', () => {
  test.each([
    ['403 not-their-program', 'with another sponsor', { sponsor: elsewhere }],
    ['403 not-their-program', "under another sponsor's standard", { standard: standardId(2) }],
    ['403 not-their-program', 'under a standard that is none', { standard: newId<StandardId>() }],
    ['409 standard-not-published', 'under a draft', { standard: ownDraft }],
    ['409 employer-not-in-program', 'with an employer of another program', { employer: outsideEmployer }],
    ['409 employer-not-in-program', 'with a college', { employer: college }],
    ['403 own-agreement', 'for oneself by address', { apprentice: { name: 'C', email: people.councilAdmin.email } }],
    ['403 own-agreement', 'for oneself', { apprentice: { person: people.councilAdmin.id } }],
    ['403 not-their-apprentice', 'for somebody of another sponsor', { apprentice: { person: people.zoe.id } }],
    ['403 not-their-apprentice', 'for a mentor', { apprentice: { person: people.grace.id } }],
    ['403 not-their-apprentice', 'for nobody', { apprentice: { person: newId<PersonId>() } }],
    ['400 invalid-request', 'without a name', { apprentice: { name: ' ' } }],
    ['400 invalid-request', 'with what is no address', { apprentice: { name: 'N', email: 'nina' } }],
    ['400 invalid-request', 'from a day too far off', { beganOn: day('9999-12-31') }],
    ['400 invalid-request', 'from a day that is none', { beganOn: '2026-02-30' as ReturnType<typeof day> }],
  ])('with %s %s', async (refusal, _, overrides) => {
    const body = draftOf(overrides);
    expect(await refusalOf(cora(endpoints.draftAgreement, { body }))).toBe(refusal);
    expect(await api.database.read.apprenticeships.find(body.id)).toBeNull();
  });
  test('and leaves no person behind', async () => {
    const apprentice = { name: 'Nobody', email: 'nobody@people.example' };
    expect(await refusalOf(draftBy(cora, { apprentice, employer: outsideEmployer }))).toBe(
      '409 employer-not-in-program',
    );
    expect(await api.database.read.people.findByEmail(apprentice.email)).toBeNull();
  });
  test('in the same words, whether or not there is such a standard or such a person', async () => {
    const wordsOf = async (overrides: Parameters<typeof draftBy>[1]) => {
      const problem = await problemOf(draftBy(cora, overrides));
      return { ...problem, requestId: '' };
    };
    expect(await wordsOf({ standard: newId() })).toEqual(await wordsOf({ standard: standardId(2) }));
    const [nobody, theirs] = [{ person: newId<PersonId>() }, { person: people.zoe.id }];
    expect(await wordsOf({ apprentice: nobody })).toEqual(await wordsOf({ apprentice: theirs }));
  });
  test.each([
    ['the employer', people.foundryAdmin, '403 not-allowed'],
    ['a mentor', people.grace, '403 not-allowed'],
    ['an apprentice', people.ada, '403 not-allowed'],
    ['the administrator of another sponsor', people.elsewhereAdmin, '403 not-their-program'],
  ])('to %s', async (_, person, refusal) => {
    expect(await refusalOf(draftBy(await api.as(person)))).toBe(refusal);
  });
});

describe('the options of a sponsor', () => {
  test('are its own employers, colleges, standards and people who may come back', async () => {
    const back = await addApprentice(api.database, { status: 'completed' });
    const training = await addApprentice(api.database, { status: 'completed' });
    await api.database.transaction(({ apprenticeships }) =>
      apprenticeships.add(apprenticeship({ id: newId(), apprentice: training.id, status: 'active' })),
    );
    const { sponsors } = await cora(endpoints.programOptions, {});
    expect(sponsors).toHaveLength(1);
    expect(sponsors[0]).toMatchObject({
      sponsor: { id: council, name: 'Northern Council' },
      employers: [{ name: 'Northfield Castings' }, { name: 'River Mill' }, { name: 'Northern Council' }],
      colleges: [{ name: 'Lakeside Community College' }],
      standards: [
        { id: standardId(1), title: 'Industrial Manufacturing Technician', rapidsCode: '2031', version: '2026.1' },
        { id: standardId(3), title: 'Large Program', approach: 'time', termMonths: 18 },
      ],
    });
    const former = sponsors[0]?.former.map((one) => one.id);
    expect(former).toContain(back.id);
    expect(former).not.toContain(training.id);
    expect(former).not.toContain(people.zoe.id);
  });
  test('are for sponsors only', async () => {
    expect(await refusalOf((await api.as(people.foundryAdmin))(endpoints.programOptions, {}))).toBe('403 not-allowed');
  });
});
