import { endpoints } from '@journeybook/contracts';
import { newId } from '@journeybook/database';
import type { Apprenticeship } from '@journeybook/domain';
import { college, council, elsewhere, foundry, organizationId } from '@journeybook/domain/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addApprentice } from '../testing/add-apprentice.js';
import { asOwner } from '../testing/as-owner.js';
import { exportBy, give, ownAnswersOf } from '../testing/privacy.js';
import { refusalOf } from '../testing/refusal-of.js';
import type { RunningApi } from '../testing/start-api.js';
import { startApi } from '../testing/start-api.js';
import type { Known } from '../testing/world.js';
import { addMembership, addPeople, buildWorld, people } from '../testing/world.js';

let api: RunningApi;
beforeAll(async () => {
  api = await startApi();
  await buildWorld(api.database);
});
afterAll(() => api.stop());

async function answered(overrides: Partial<Apprenticeship> = {}) {
  const person = await addApprentice(api.database, overrides);
  const call = await api.as(person);
  await give(call, 'sex', 'female');
  await give(call, 'race', 'asian', 'white');
  // Words that stand nowhere else, so that the scan of the test run can look for them.
  await give(call, 'veteran', 'veteran-eligible');
  await give(call, 'education', 'ninth-to-twelfth');
  await give(call, 'ssn', '512-34-6789');
  await give(call, 'birth-date', '2001-02-03');
  return { ...person, call };
}

const rolesOf = async (
  ...roles: Parameters<typeof addMembership> extends [unknown, unknown, ...infer R] ? R[] : never
) => {
  const id = newId<Known['id']>();
  const who = { id, name: 'Nobody Known', email: `${id}@people.example` };
  await addPeople(api.database, [who]);
  for (const [organization, role] of roles) await addMembership(api.database, who, organization, role);
  return api.as(who);
};
const accessesTo = (person: string) =>
  asOwner(api.database, 'select from vault.accesses where person_id = $1', [person]);

describe('the file for the agency', () => {
  test('has one registration with the number whole, and the apprentice sees who took it and why', async () => {
    const ada = await answered();
    const cora = await api.as(people.councilAdmin);
    const file = await exportBy(cora, ada.apprenticeship, ' Registration of 4 March ');
    expect(file).toMatchObject({
      apprentice: { name: ada.name },
      ssn: '512-34-6789',
      bornOn: '2001-02-03',
      reason: 'Registration of 4 March',
    });
    expect(Object.fromEntries(file.answers.map(({ field, code }) => [field, code]))).toMatchObject({
      sex: '2',
      'race:asian': '1',
      'race:black': '0',
      disability: '3',
    });
    expect((await ownAnswersOf(ada.call)).accesses).toEqual([
      {
        kind: 'agency-export',
        at: file.madeAt,
        by: { id: people.councilAdmin.id, name: 'Cora Council' },
        organization: { id: council, name: 'Northern Council' },
        role: 'sponsor-admin',
        reason: 'Registration of 4 March',
        requestId: expect.stringMatching(/^[\da-f-]{36}$/),
      },
    ]);
  });
  test('says of whoever was silent that they did not answer', async () => {
    const person = await addApprentice(api.database);
    const file = await exportBy(await api.as(people.councilAdmin), person.apprenticeship);
    expect(file).toMatchObject({ ssn: null, bornOn: null });
    expect(new Set(file.answers.map(({ answer }) => answer))).toEqual(new Set(['Not answered']));
  });
  test('is not made without a reason', async () => {
    const ada = await answered();
    expect(await refusalOf(exportBy(await api.as(people.councilAdmin), ada.apprenticeship, ' '))).toBe(
      '422 reason-missing',
    );
    expect(await accessesTo(ada.id)).toEqual([]);
  });
  test('is not made when it cannot be written down who takes it', async () => {
    const ada = await answered();
    await asOwner(api.database, 'revoke insert on vault.accesses from journeybook_vault');
    expect(await refusalOf(exportBy(await api.as(people.councilAdmin), ada.apprenticeship))).toBe('500 internal');
    await asOwner(api.database, 'grant insert on vault.accesses to journeybook_vault');
  });
});

describe('who may not take the answers of an apprentice out', () => {
  test.each([
    ['their mentor', () => api.as(people.grace), '403 not-allowed'],
    ["their employer's administrator", () => api.as(people.foundryAdmin), '403 not-allowed'],
    ["another employer's administrator", () => api.as(people.millAdmin), '403 not-allowed'],
    ["another sponsor's administrator", () => api.as(people.elsewhereAdmin), '404 not-their-answers'],
    ['another apprentice', () => api.as(people.bela), '403 not-allowed'],
    ['an instructor', () => rolesOf([college, 'instructor']), '403 not-allowed'],
    ["a college's administrator", () => rolesOf([college, 'college-admin']), '403 not-allowed'],
    ['an auditor', () => rolesOf([council, 'auditor']), '403 not-allowed'],
    ['a sponsor role held at the employer', () => rolesOf([foundry, 'sponsor-admin']), '404 not-their-answers'],
    [
      'an administrator of the sponsor who runs the employer too',
      () => rolesOf([council, 'sponsor-admin'], [foundry, 'employer-admin']),
      '403 acts-for-employer',
    ],
  ] as const)('%s', async (_, caller, refusal) => {
    const ada = await answered();
    const call = await caller();
    expect(await refusalOf(exportBy(call, ada.apprenticeship))).toBe(refusal);
    expect(await accessesTo(ada.id)).toEqual([]);
  });
  test('an administrator of the sponsor who mentors the apprentice', async () => {
    const ada = await answered();
    await addMembership(api.database, people.hugo, council, 'sponsor-admin');
    expect(await refusalOf(exportBy(await api.as(people.hugo), ada.apprenticeship))).toBe('403 acts-for-employer');
  });
  test('the apprentice, who may be an administrator of the sponsor', async () => {
    const ada = await answered();
    await addMembership(api.database, ada, council, 'sponsor-admin');
    expect(await refusalOf(exportBy(ada.call, ada.apprenticeship))).toBe('404 not-their-answers');
  });
  test('anybody, of an agreement that is not there: in the same words', async () => {
    expect(await refusalOf(exportBy(await api.as(people.councilAdmin), newId()))).toBe('404 not-their-answers');
  });
});

test('the sponsor that is the employer too may take them out, and its managers may not', async () => {
  const ada = await answered({ employer: council });
  expect((await exportBy(await api.as(people.councilAdmin), ada.apprenticeship)).ssn).toBe('512-34-6789');
  const manager = await rolesOf([council, 'employer-admin']);
  expect(await refusalOf(exportBy(manager, ada.apprenticeship))).toBe('403 not-allowed');
});

describe('counts without names', () => {
  const sponsor = organizationId(77);
  const count = (call: Awaited<ReturnType<typeof api.as>>, of = sponsor) =>
    call(endpoints.countAnswers, { body: { sponsor: of } });

  test('hide what fewer than five answered, leave out whoever is gone, and are seen by the apprentices', async () => {
    await api.database.read.people.addOrganizations([{ id: sponsor, kind: 'sponsor', name: 'Lake Council' }]);
    const admin = await rolesOf([sponsor, 'sponsor-admin']);
    const apprentices = await Promise.all(
      Array.from({ length: 13 }, (_, index) =>
        addApprentice(api.database, { sponsor, status: index === 12 ? 'cancelled' : 'active' }),
      ),
    );
    const calls = await Promise.all(apprentices.map((one) => api.as(one)));
    const sexes = [...Array(6).fill('female'), ...Array(4).fill('male'), 'declined', 'declined', 'male'];
    await Promise.all(calls.map((call, index) => give(call, 'sex', sexes[index])));
    await Promise.all(calls.slice(0, 12).map((call) => give(call, 'disability', 'no')));

    const counts = await count(admin);
    expect(counts).toMatchObject({ people: 12, sponsor: { name: 'Lake Council' } });
    const of = (field: string) =>
      Object.fromEntries(
        (counts.questions.find((one) => one.field === field)?.counts ?? []).map(({ value, people: n }) => [value, n]),
      );
    expect(of('sex')).toEqual({ female: 6, male: null, declined: null, unanswered: null });
    expect(new Set(Object.values(of('disability')))).toEqual(new Set([null]));
    expect(counts.questions.map(({ field }) => field)).not.toContain('ssn');
    const seen = (await ownAnswersOf(calls[0] ?? admin)).accesses;
    expect(seen).toMatchObject([{ kind: 'counts', organization: { name: 'Lake Council' } }]);
  });
  test.each([
    ['another sponsor', () => api.as(people.elsewhereAdmin), '404 not-their-program'],
    ['an employer', () => api.as(people.foundryAdmin), '403 not-allowed'],
    ['a mentor', () => api.as(people.grace), '403 not-allowed'],
    ['an apprentice', () => api.as(people.ada), '403 not-allowed'],
    ['a college', () => rolesOf([college, 'college-admin']), '403 not-allowed'],
    ['an auditor', () => rolesOf([council, 'auditor']), '403 not-allowed'],
  ] as const)('are not shown to %s', async (_, caller, refusal) => {
    const before = await asOwner(api.database, 'select from vault.accesses where organization_id = $1', [council]);
    expect((await refusalOf(count(await caller(), council))).slice(4)).toBe(refusal.slice(4));
    const after = await asOwner(api.database, 'select from vault.accesses where organization_id = $1', [council]);
    expect(after.length).toBe(before.length);
  });
  test('of another sponsor are not shown, whoever asks', async () => {
    expect((await refusalOf(count(await api.as(people.councilAdmin), elsewhere))).slice(4)).toBe('not-their-program');
  });
});
