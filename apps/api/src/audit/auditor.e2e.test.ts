import type { Client } from '@journeybook/contracts';
import { endpoints } from '@journeybook/contracts';
import { roleScopes } from '@journeybook/domain';
import { council, day } from '@journeybook/domain/testing';
import { newId } from '@journeybook/database';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { logApproved } from '../testing/hours.js';
import { listRoutes } from '../testing/list-routes.js';
import { refusalOf } from '../testing/refusal-of.js';
import type { RunningApi } from '../testing/start-api.js';
import { startApi } from '../testing/start-api.js';
import { addMembership, addPeople, agreements, buildWorld, people } from '../testing/world.js';

let api: RunningApi;
let aude: Client;
beforeAll(async () => {
  api = await startApi();
  await buildWorld(api.database);
  aude = await api.as(people.auditor);
  const [ada, grace] = [await api.as(people.ada), await api.as(people.grace)];
  await logApproved({ apprentice: ada, mentor: grace }, agreements.ada.id);
});
afterAll(() => api.stop());

const of = (apprenticeship: string) => ({ params: { apprenticeship } }) as { params: { apprenticeship: never } };

describe('an auditor of a sponsor', () => {
  test('lists its apprenticeships and no other', async () => {
    const { apprenticeships } = await aude(endpoints.listApprenticeships, {});
    expect(apprenticeships.map(({ sponsor }) => sponsor.name)).toEqual([
      'Northern Council',
      'Northern Council',
      'Northern Council',
    ]);
  });
  test('opens a record, with the entries behind a number and who answered for each, and may do nothing there', async () => {
    const record = await aude(endpoints.readRecord, of(agreements.ada.id));
    expect(record.readAs).toBe('auditor');
    expect(Object.values(record.may).some(Boolean)).toBe(false);
    const { entries } = await aude(endpoints.listEntries, {
      ...of(agreements.ada.id),
      query: { subject: 'work-process', code: 'WP01' },
    });
    expect(entries).toMatchObject([{ kind: 'ojt-hours-credited', minutes: 450, answeredBy: { name: 'Grace Kim' } }]);
  });
  test('opens the agreement, without the day of birth, the notices and anything to do', async () => {
    const { signatures, notices, may } = await aude(endpoints.readAgreement, of(agreements.ada.id));
    expect([signatures, notices]).toEqual([null, []]);
    expect(
      Object.values(may)
        .flat()
        .some((one) => one === true || typeof one === 'string'),
    ).toBe(false);
  });
  test('reads the standards of the sponsor, and the trail', async () => {
    const { standards, mayDraft } = await aude(endpoints.listStandards, {});
    expect([standards.length, mayDraft]).toEqual([2, false]);
    await aude(endpoints.readStandard, { params: { standard: agreements.ada.standard } });
    const { events } = await aude(endpoints.listActivity, { params: { organization: council }, query: {} });
    expect(events.map(({ what, kind }) => `${kind}: ${what}`)).toEqual(
      expect.arrayContaining([
        'view: opened the record',
        'view: opened entries of the record',
        'view: opened a program',
        'change: approved hours',
      ]),
    );
  });
});

describe('an auditor may not', () => {
  test('change anything: no operation that writes is open to the role', () => {
    const open = listRoutes(api.app).filter(
      ({ line, admission }) =>
        !line.startsWith('GET ') && (roleScopes.auditor as readonly string[]).includes(admission ?? ''),
    );
    expect(open).toEqual([]);
  });
  test('open another sponsor’s records, agreements and standards', async () => {
    const asked = of(agreements.zoe.id);
    expect(await refusalOf(aude(endpoints.readRecord, asked))).toBe('404 not-their-record');
    expect(await refusalOf(aude(endpoints.listEntries, { ...asked, query: {} }))).toBe('404 not-their-record');
    expect(await refusalOf(aude(endpoints.readAgreement, asked))).toBe('404 not-their-record');
    expect(await refusalOf(aude(endpoints.readStandard, { params: { standard: agreements.zoe.standard } }))).toBe(
      '404 not-found',
    );
  });
  test('read wages, requests for standing, completion, hours, people or platforms', async () => {
    const asked = of(agreements.ada.id);
    expect(await refusalOf(aude(endpoints.readWages, asked))).toBe('403 not-allowed');
    expect(await refusalOf(aude(endpoints.readStanding, asked))).toBe('403 not-allowed');
    expect(await refusalOf(aude(endpoints.readCompletion, asked))).toBe('403 not-allowed');
    expect(await refusalOf(aude(endpoints.listPeople, {}))).toBe('403 not-allowed');
    expect(await refusalOf(aude(endpoints.listPlatformColleges, {}))).toBe('403 not-allowed');
  });
  test('take part here by a role held elsewhere', async () => {
    const both = { id: newId<never>(), name: 'Both Sides', email: 'both@people.example' };
    await addPeople(api.database, [both]);
    await addMembership(api.database, both, council, 'auditor');
    await addMembership(api.database, both, agreements.zoe.employer, 'employer-admin');
    const call = await api.as(both);
    const asked = of(agreements.ada.id);
    expect((await call(endpoints.readRecord, asked)).readAs).toBe('auditor');
    const body = { mentor: people.hugo.id, from: day('2026-03-04') };
    const tried = [
      () => call(endpoints.listPossibleMentors, asked),
      () => call(endpoints.giveClaimCode, asked),
      () => call(endpoints.readCompletion, asked),
      () => call(endpoints.readStanding, asked),
      () => call(endpoints.assignMentor, { ...asked, body }),
    ];
    for (const one of tried) expect(await refusalOf(one())).toBe('404 not-their-record');
  });
  test('read after the role has ended', async () => {
    const past = { id: newId<never>(), name: 'Past Auditor', email: 'past@people.example' };
    await addPeople(api.database, [past]);
    await api.database.read.people.addMemberships([
      {
        id: newId(),
        personId: past.id,
        organizationId: council,
        role: 'auditor',
        fromOn: day('2026-01-01'),
        untilOn: day('2026-03-03'),
      },
    ]);
    expect(await refusalOf((await api.as(past))(endpoints.readRecord, of(agreements.ada.id)))).toBe('403 not-allowed');
  });
});
