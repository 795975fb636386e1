import type { Client } from '@journeybook/contracts';
import { endpoints } from '@journeybook/contracts';
import { newId } from '@journeybook/database';
import type { OrganizationId, PersonId, Role, StandardId } from '@journeybook/domain';
import { agencyPolicies } from '@journeybook/domain';
import { college, council, foundry, standardId } from '@journeybook/domain/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addApprentice } from '../testing/add-apprentice.js';
import { imtContents, publishVersion, writeDraft } from '../testing/program.js';
import { problemOf, refusalOf } from '../testing/refusal-of.js';
import type { RunningApi } from '../testing/start-api.js';
import { startApi } from '../testing/start-api.js';
import type { Known } from '../testing/world.js';
import {
  addMembership,
  addPeople,
  buildWorld,
  mill,
  outsideCollege,
  outsideEmployer,
  people,
} from '../testing/world.js';

let api: RunningApi;
let sponsor: Client;
let drafted: StandardId;
let published: StandardId;
const [imt, outside, large] = [standardId(1), standardId(2), standardId(3)];
beforeAll(async () => {
  api = await startApi();
  await buildWorld(api.database);
  sponsor = await api.as(people.councilAdmin);
  drafted = (await writeDraft(sponsor, imtContents({ version: '2027.1' }))).id;
  published = (await publishVersion(sponsor, imtContents({ version: '2026.9' }))).id;
});
afterAll(() => api.stop());

const list = (call: Client) => call(endpoints.listStandards, {});
const listed = async (call: Client) => (await list(call)).standards.map((one) => one.id);
const read = (call: Client, standard: StandardId) => call(endpoints.readStandard, { params: { standard } });

type Held = readonly [organization: OrganizationId, role: Exclude<Role, 'apprentice'>];

/** Somebody new with these roles. */
async function somebody(...roles: readonly Held[]): Promise<Known> {
  const id = newId<PersonId>();
  const person = { id, name: roles.map(([, role]) => role).join(' and '), email: `${id}@people.example` };
  await addPeople(api.database, [person]);
  for (const [organization, role] of roles) await addMembership(api.database, person, organization, role);
  return person;
}

describe('the list of programs', () => {
  test('shows a sponsor its drafts and its versions, and what each needs', async () => {
    const { standards, mayDraft } = await list(sponsor);
    expect(mayDraft).toBe(true);
    expect(standards.map((one) => [one.id, one.status, one.apprentices, one.errors])).toEqual([
      [drafted, 'draft', 0, 0],
      [published, 'published', 0, 0],
      [imt, 'published', 2, 0],
      [large, 'published', 1, 0],
    ]);
    expect(standards[0]).toEqual({
      id: drafted,
      status: 'draft',
      sponsor: { id: council, name: 'Northern Council' },
      occupation: { title: 'Industrial Manufacturing Technician', rapidsCode: '2031' },
      version: '2027.1',
      approach: 'time',
      ojtMinutes: 2_736 * 60,
      rtiMinutes: 264 * 60,
      termMonths: 18,
      at: api.clock.now(),
      apprentices: 0,
      errors: 0,
    });
  });
  test('counts the errors of a draft', async () => {
    const { id, edition } = await writeDraft(sponsor, imtContents({ version: '2027.2', ojtMinutes: 60 as never }));
    expect((await list(sponsor)).standards.find((one) => one.id === id)?.errors).toBe(2);
    await sponsor(endpoints.discardDraft, { params: { draft: id }, ifMatch: edition });
  });
  test('counts for each reader the agreements they may open', async () => {
    const count = async (person: Known) =>
      (await list(await api.as(person))).standards.find((one) => one.id === imt)?.apprentices;
    expect(await count(people.foundryAdmin)).toBe(1);
    expect(await count(people.millAdmin)).toBe(1);
    expect(await count(people.grace)).toBe(1);
    expect(await count(people.nora)).toBe(0);
    expect(await count(people.ada)).toBe(1);
    expect(await read(await api.as(people.millAdmin), imt)).toMatchObject({ apprentices: 1 });
    expect(await read(await api.as(people.nora), imt)).toMatchObject({ apprentices: 0 });
  });
  test('is for every reader exactly what opens', async () => {
    const readers: readonly (readonly [Known, number])[] = [
      ...Object.values(people).map((person) => [person, versionsOf[person.name] ?? 3] as const),
      [await addApprentice(api.database, { standard: large, employer: mill }), 1],
      [await somebody([foundry, 'mentor'], [outsideCollege, 'instructor']), 4],
      [await somebody([outsideEmployer, 'mentor'], [college, 'instructor']), 4],
      [await somebody([outsideEmployer, 'employer-admin'], [council, 'sponsor-admin']), 4],
      [await somebody([college, 'employer-admin'], [foundry, 'college-admin'], [foundry, 'sponsor-admin']), 0],
    ];
    for (const [person, expected] of readers) {
      const call = await api.as(person);
      const ids = await listed(call);
      const opened = [];
      for (const id of [imt, outside, large, published]) if (await read(call, id).catch(() => null)) opened.push(id);
      expect(ids.filter((id) => id !== drafted).toSorted(), person.name).toEqual(opened.toSorted());
      expect(opened, person.name).toHaveLength(expected);
    }
  });
});

/** How many versions each of the world's people reads, where it is not the council's three. */
const versionsOf: Readonly<Record<string, number>> = {
  [people.ada.name]: 1,
  [people.bela.name]: 1,
  [people.carl.name]: 1,
  [people.zoe.name]: 1,
  [people.elsewhereAdmin.name]: 1,
  [people.outsideMentor.name]: 1,
};

describe('a draft is listed and read', () => {
  const draft = (call: Client, id: StandardId) => call(endpoints.readDraft, { params: { draft: id } });

  test('by the administrators of its sponsor alone', async () => {
    for (const person of Object.values(people)) {
      const call = await api.as(person);
      expect((await listed(call)).includes(drafted), person.name).toBe(person === people.councilAdmin);
      expect((await list(call)).mayDraft).toBe(person === people.councilAdmin || person === people.elsewhereAdmin);
    }
    expect(await draft(sponsor, drafted)).toMatchObject({
      id: drafted,
      edition: 2,
      findings: [],
      notes: [],
      from: null,
    });
    const other = await api.as(people.elsewhereAdmin);
    const there = await problemOf(draft(other, drafted));
    expect(there).toMatchObject({ status: 404, kind: 'not-found' });
    expect({ ...(await problemOf(draft(other, newId()))), requestId: '' }).toEqual({ ...there, requestId: '' });
  });
  test('and never as a published version, nor a published version as a draft', async () => {
    expect(await refusalOf(read(sponsor, drafted))).toBe('404 not-found');
    expect(await refusalOf(draft(sponsor, published))).toBe('404 not-found');
  });
});

describe('a published version', () => {
  test('is shown with its contents and what the reader may do', async () => {
    expect(await read(sponsor, published)).toEqual({
      id: published,
      sponsor: { id: council, name: 'Northern Council' },
      publishedAt: api.clock.now(),
      apprentices: 0,
      contents: imtContents({ version: '2026.9' }),
      customisations: [
        { employer: { id: foundry, name: 'Northfield Castings' }, changes: 0 },
        { employer: { id: mill, name: 'River Mill' }, changes: 0 },
      ],
      may: { draft: true, customise: [] },
    });
  });
  test('shows an employer, a mentor and an apprentice their own customisation and no other', async () => {
    const seen = async (person: Known) => {
      const { customisations, may } = await read(await api.as(person), imt);
      return { customised: customisations.map((one) => one.employer.id), may };
    };
    const at = { customised: [foundry], may: { draft: false, customise: [] } };
    expect(await seen(people.foundryAdmin)).toEqual({
      customised: [foundry],
      may: { draft: false, customise: [{ id: foundry, name: 'Northfield Castings' }] },
    });
    expect(await seen(people.grace)).toEqual(at);
    expect(await seen(people.ada)).toEqual(at);
    expect((await seen(people.mona)).customised).toEqual([mill]);
  });
  test('of another sponsor is not there, in the words for one that does not exist', async () => {
    for (const person of [people.councilAdmin, people.foundryAdmin, people.grace, people.ada]) {
      const call = await api.as(person);
      const there = await problemOf(read(call, outside));
      expect(there).toMatchObject({ status: 404, kind: 'not-found' });
      expect({ ...(await problemOf(read(call, newId()))), requestId: '' }).toEqual({ ...there, requestId: '' });
    }
  });
  test('is not asked for by what is no id', async () => {
    expect(await refusalOf(read(sponsor, 'imt' as StandardId))).toBe('400 invalid-request');
  });
});

test('the agency policies that ship are listed with all their numbers', async () => {
  const { policies } = await (await api.as(people.ada))(endpoints.listAgencyPolicies, {});
  expect(policies).toEqual(agencyPolicies);
});
