import { readdirSync, readFileSync } from 'node:fs';
import { endpoints } from '@journeybook/contracts';
import { newId } from '@journeybook/database';
import { college, council, day, foundry } from '@journeybook/domain/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { mayLeaveNone } from '../testing/check-trail.js';
import { dayOf, line, log } from '../testing/hours.js';
import { manufacturing101, mapShown, matchShown, openSection } from '../testing/section.js';
import { addApprentice } from '../testing/add-apprentice.js';
import type { RunningApi } from '../testing/start-api.js';
import { startApi } from '../testing/start-api.js';
import type { Known } from '../testing/world.js';
import { agreements, buildWorld, password, people } from '../testing/world.js';

let api: RunningApi;
beforeAll(async () => {
  api = await startApi();
  await buildWorld(api.database);
});
afterAll(() => api.stop());

type Name = keyof typeof endpoints;
interface Call {
  readonly as?: Known;
  readonly params?: Record<string, string>;
  readonly body?: unknown;
  /** In which version an edit was shown. */
  readonly shown?: number;
}

/** Calls an operation and answers with what it left on file. */
async function call(name: Name, { as, params = {}, body, shown }: Call) {
  const { method, path } = endpoints[name];
  const address = path.replaceAll(/:([a-zA-Z]+)/g, (_, key: string) => params[key] ?? '');
  const response = await fetch(`${api.url}${address}`, {
    method,
    headers: {
      ...(as ? { cookie: await api.cookieOf(as) } : {}),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(shown === undefined ? {} : { 'if-match': `"${shown}"` }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  await response.text();
  return { status: response.status, events: await api.events.of(response.headers.get('x-request-id') ?? '') };
}

describe('a change', () => {
  test('is on file with who, as what, for whom, from where and about whom', async () => {
    const entries = await log(await api.as(people.ada), agreements.ada.id, dayOf([line(), line({ minutes: 15 })]));
    const { status, events } = await call('approveHours', { as: people.grace, body: { entries } });
    expect([status, events]).toEqual([
      200,
      [
        {
          kind: 'change',
          action: 'POST /api/approvals',
          caller: 'person',
          person: people.grace.id,
          role: 'mentor',
          organization: foundry,
          address: expect.stringMatching(/127\.0\.0\.1$/),
          sponsor: council,
          subjects: {},
          details: { entries: 2 },
          apprenticeships: [agreements.ada.id],
          organizations: expect.arrayContaining([foundry, council]),
        },
      ],
    ]);
  });
  test('that is refused leaves none, and is refused on file where it is a matter of permission', async () => {
    const entries = await log(await api.as(people.ada), agreements.ada.id);
    const { status, events } = await call('approveHours', { as: people.felix, body: { entries } });
    expect(status).toBe(403);
    expect(events).toMatchObject([
      {
        kind: 'refused',
        person: people.felix.id,
        details: { refusal: 'not-their-mentor' },
        apprenticeships: [agreements.ada.id],
      },
    ]);
    expect((await call('approveHours', { as: people.grace, body: { entries: [] } })).events).toEqual([]);
  });
  test('says nothing of what somebody wrote', async () => {
    const note = 'Told me about the illness of his mother';
    const body = { workedOn: '2026-03-03', lines: [line({ minutes: 30, note })], note };
    const { events } = await call('logHours', { as: people.ada, params: { apprenticeship: agreements.ada.id }, body });
    expect(events).toMatchObject([{ details: { lines: 1 }, subjects: { apprenticeship: agreements.ada.id } }]);
    expect(JSON.stringify(events)).not.toContain('illness');
  });
  test('is about an agreement also where the hours are gone afterwards', async () => {
    const [entry] = await log(
      await api.as(people.ada),
      agreements.ada.id,
      dayOf([line({ minutes: 5 })], { submit: false }),
    );
    const params = { entry: entry?.id ?? '' };
    const { events } = await call('discardHours', { as: people.ada, params, shown: entry?.version ?? 0 });
    expect(events).toMatchObject([
      { kind: 'change', role: 'apprentice', apprenticeships: [agreements.ada.id], sponsor: council },
    ]);
  });
  test('in a learning platform is on file with the launch role, the college and the person behind it', async () => {
    const learner = await addApprentice(api.database);
    const { call: irene, identityOf } = await openSection(api, [learner.name]);
    await mapShown(irene, { body: manufacturing101 });
    await matchShown(irene, {
      params: { identity: identityOf(learner.name) },
      body: { apprenticeship: learner.apprenticeship },
    });
    const rows = await api.database.aside(
      ({ runSql }) =>
        runSql(
          `select action, role, organization_id, person_id, caller from audit_events where caller = 'launch' order by id`,
        ) as Promise<object[]>,
    );
    expect(rows).toEqual(
      ['PUT /api/section/mapping', 'PUT /api/section/learners/:identity/match'].map((action) => ({
        action,
        role: 'instructor',
        organization_id: college,
        person_id: expect.any(String),
        caller: 'launch',
      })),
    );
  });
});

describe('signing in', () => {
  test('is on file, and so is signing out', async () => {
    const { events } = await call('signIn', { body: { email: people.hugo.email, password } });
    expect(events).toMatchObject([{ kind: 'change', person: people.hugo.id, organizations: [foundry], details: {} }]);
    expect((await call('signOut', { as: people.hugo })).events).toMatchObject([{ person: people.hugo.id }]);
  });
  test('that fails is on file with the account and never with what was typed', async () => {
    const wrong = { email: people.hugo.email, password: 'a wrong one' };
    expect((await call('signIn', { body: wrong })).events).toMatchObject([
      { kind: 'refused', caller: 'nobody', person: people.hugo.id, details: { refusal: 'wrong-credentials' } },
    ]);
    const { events } = await call('signIn', { body: { email: 'typo@people.example', password: 'a wrong one' } });
    expect(events).toMatchObject([{ kind: 'refused', person: null }]);
    expect(JSON.stringify(events)).not.toContain('typo');
  });
});

test('a look of an auditor is on file, one of anybody else is not', async () => {
  const params = { apprenticeship: agreements.ada.id };
  expect((await call('readRecord', { as: people.auditor, params })).events).toMatchObject([
    {
      kind: 'view',
      person: people.auditor.id,
      role: 'auditor',
      organization: council,
      apprenticeships: [agreements.ada.id],
    },
  ]);
  expect((await call('readRecord', { as: people.councilAdmin, params })).events).toEqual([]);
  expect(
    (await call('readRecord', { as: people.auditor, params: { apprenticeship: agreements.zoe.id } })).events,
  ).toMatchObject([{ kind: 'refused', details: { refusal: 'not-their-record' } }]);
});

/** Every call that a test makes is held against the trail (`testing/check-trail.ts`), so each operation has to be called by one. */
describe('each operation that changes something', () => {
  const tests = readdirSync(new URL('..', import.meta.url), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && (file.endsWith('.e2e.test.ts') || file.startsWith('testing/')))
    .map((file) => readFileSync(new URL(`../${file}`, import.meta.url), 'utf8'))
    .join('\n');
  const writes = (Object.keys(endpoints) as Name[]).filter((name) => endpoints[name].method !== 'GET');
  test.each(writes)('%s is called by a test, or may leave no event', (name) => {
    expect(new RegExp(`(endpoints\\.${name}\\b|(call|act)\\('${name}')`).test(tests) || name in mayLeaveNone).toBe(
      true,
    );
  });
});

test('a request that says more than the contract asks for says it to nobody', async () => {
  const entries = await log(
    await api.as(people.ada),
    agreements.ada.id,
    dayOf([line({ minutes: 20 })], { workedOn: day('2026-03-01') }),
  );
  const body = { entries, role: 'sponsor-admin', apprenticeship: agreements.zoe.id, minutes: newId() };
  const { events } = await call('approveHours', { as: people.grace, body });
  expect(events).toMatchObject([{ details: { entries: 1 }, subjects: {}, apprenticeships: [agreements.ada.id] }]);
});
