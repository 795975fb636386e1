import type { Client } from '@journeybook/contracts';
import { endpoints } from '@journeybook/contracts';
import type { OrganizationId } from '@journeybook/domain';
import { college, council, elsewhere, foundry } from '@journeybook/domain/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dayOf, line, logApproved } from '../testing/hours.js';
import { refusalOf } from '../testing/refusal-of.js';
import type { RunningApi } from '../testing/start-api.js';
import { startApi } from '../testing/start-api.js';
import { agreements, buildWorld, mill, people } from '../testing/world.js';
import { writeCsv } from './write-csv.js';

let api: RunningApi;
let cora: Client;
beforeAll(async () => {
  api = await startApi();
  await buildWorld(api.database);
  cora = await api.as(people.councilAdmin);
  const [ada, bela] = [await api.as(people.ada), await api.as(people.bela)];
  await logApproved({ apprentice: ada, mentor: await api.as(people.grace) }, agreements.ada.id);
  await logApproved({ apprentice: bela, mentor: await api.as(people.mona) }, agreements.bela.id);
});
afterAll(() => api.stop());

const list = (call: Client, organization: OrganizationId, query: object = {}) =>
  call(endpoints.listActivity, { params: { organization }, query });
const said = async (call: Client, organization: OrganizationId, query: object = {}) =>
  (await list(call, organization, query)).events.map(({ person, what }) => `${person?.name} ${what}`);

describe('the activity of an organisation', () => {
  test('tells its sponsor who did what with its agreements, the newest first', async () => {
    expect(await said(cora, council)).toEqual([
      'Mona Other approved hours',
      'Bela Kovacs logged hours',
      'Grace Kim approved hours',
      'Ada Lopez logged hours',
    ]);
    const { events, timeZone } = await list(cora, council);
    expect(timeZone).toBe('America/Chicago');
    expect(events[2]).toMatchObject({
      role: 'mentor',
      organization: { name: 'Northfield Castings' },
      address: expect.stringMatching(/127\.0\.0\.1$/),
      about: [{ id: agreements.ada.id, name: 'Ada Lopez' }],
    });
  });
  test('tells an employer its own, without addresses', async () => {
    const fred = await api.as(people.foundryAdmin);
    expect(await said(fred, foundry)).toEqual(['Grace Kim approved hours', 'Ada Lopez logged hours']);
    expect((await list(fred, foundry)).events.every(({ address }) => address === null)).toBe(true);
  });
  test('is narrowed by person, apprentice, act and day of the site', async () => {
    expect(await said(cora, council, { person: people.grace.id })).toEqual(['Grace Kim approved hours']);
    expect(await said(cora, council, { apprenticeship: agreements.bela.id })).toHaveLength(2);
    expect(await said(cora, council, { action: 'logHours' })).toHaveLength(2);
    const { events } = await list(cora, council);
    const day = new Intl.DateTimeFormat('en-CA', { timeZone: 'America/Chicago' }).format(new Date(events[0]?.at ?? 0));
    expect(await said(cora, council, { from: day, until: day })).toHaveLength(4);
    expect(await said(cora, council, { until: '2020-01-01' })).toEqual([]);
  });
  test('goes on page by page, without a gap and without twice', async () => {
    const ada = await api.as(people.ada);
    for (const minute of Array.from({ length: 60 }, (_, nth) => nth + 1))
      await ada(endpoints.logHours, {
        params: { apprenticeship: agreements.ada.id },
        body: dayOf([line({ minutes: minute % 5 === 0 ? 2 : 1 })], { submit: false }),
      });
    const first = await list(cora, council);
    const second = await list(cora, council, { before: first.next });
    const ids = [...first.events, ...second.events].map(({ id }) => id);
    expect([first.events.length, second.events.length, second.next]).toEqual([50, 14, null]);
    expect(new Set(ids).size).toBe(64);
    expect(ids).toEqual(ids.toSorted().toReversed());
  });
  test('is a file of comma-separated values, which is on file itself', async () => {
    const { csv, complete, fileName } = await cora(endpoints.exportActivity, {
      params: { organization: council },
      query: {},
    });
    expect([complete, fileName]).toEqual([true, 'activity-2026-03-04.csv']);
    expect(csv.split('\r\n')[0]).toBe('when,who,role,organization,address,what,apprentices,whom,request');
    expect(csv).toContain('Grace Kim,mentor,Northfield Castings,');
    expect((await said(cora, council))[0]).toBe('Cora Council exported the activity');
  });
  test('starts no formula in a spreadsheet', () => {
    const event = { at: '2026-03-04T15:00:00.000Z', person: { id: '1', name: '=1+1' }, caller: 'person', about: [] };
    const shown = {
      ...event,
      role: null,
      organization: null,
      address: null,
      what: 'said "a, b"',
      whom: null,
      requestId: '',
    };
    expect(writeCsv([shown as never]).split('\r\n')[1]).toBe(`2026-03-04T15:00:00.000Z,'=1+1,,,,"said ""a, b""",,,`);
  });
});

describe('who may not read it', () => {
  test.each([
    ['another sponsor', 'elsewhereAdmin', council],
    ['another employer', 'millAdmin', foundry],
    ['an employer, of its sponsor', 'foundryAdmin', council],
    ['a sponsor, of its employer', 'councilAdmin', mill],
    ['the auditor, of an employer', 'auditor', foundry],
    ['the auditor, of another sponsor', 'auditor', elsewhere],
    ['the sponsor, of its college', 'councilAdmin', college],
  ] as const)('%s', async (_, who, organization) => {
    const call = await api.as(people[who]);
    expect(await refusalOf(list(call, organization))).toBe('404 not-their-organization');
    const asked = { params: { organization }, query: {} };
    expect(await refusalOf(call(endpoints.exportActivity, asked))).toBe('404 not-their-organization');
  });
});

describe('an apprentice', () => {
  test('sees who did what on their own record, and nobody’s address', async () => {
    const ada = await api.as(people.ada);
    const { events } = await ada(endpoints.ownActivity, { params: { apprenticeship: agreements.ada.id }, query: {} });
    expect(
      events.every(({ address, about }) => address === null && about.every(({ id }) => id === agreements.ada.id)),
    ).toBe(true);
    expect(events.length).toBe(50);
  });
  test('and only on their own', async () => {
    const ada = await api.as(people.ada);
    const asked = { params: { apprenticeship: agreements.bela.id }, query: {} };
    expect(await refusalOf(ada(endpoints.ownActivity, asked))).toBe('404 not-their-record');
  });
});
