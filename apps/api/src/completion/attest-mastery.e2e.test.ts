import type { Client } from '@journeybook/contracts';
import { endpoints } from '@journeybook/contracts';
import { newId } from '@journeybook/database';
import type { Approach, RecordEntry } from '@journeybook/domain';
import { findAgencyPolicy, hours } from '@journeybook/domain';
import { day, foundry, terms } from '@journeybook/domain/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { worksFor } from '../testing/change-agreement.js';
import { acceptAll, attest, award, readCompletion, readyApprentice } from '../testing/completion.js';
import { problemOf, refusalOf } from '../testing/refusal-of.js';
import { smallProgram } from '../testing/small-program.js';
import type { RunningApi } from '../testing/start-api.js';
import { startApi } from '../testing/start-api.js';
import { addMembership, agreements, buildWorld, mill, people } from '../testing/world.js';

let api: RunningApi;
let employer: Client;
beforeAll(async () => {
  api = await startApi();
  await buildWorld(api.database);
  employer = await api.as(people.foundryAdmin);
});
afterAll(() => api.stop());

/** What is met and what not, as `WP01+` or `WP06-`. */
const signs = (requirements: readonly { code: string; met: boolean }[]) =>
  requirements.map(({ code, met }) => `${code}${met ? '+' : '-'}`);

describe('what completion asks for', () => {
  const leftOut = (entry: RecordEntry) => 'workProcess' in entry || entry.kind === 'competency-attested';

  test.each([
    ['time', ['WP01-', 'WP06-', 'RTI03+', 'RTI11+', 'OSHA-10+']],
    ['competency', ['WP01.01-', 'WP06.01-', 'RTI03+', 'RTI11+', 'OSHA-10+']],
    ['hybrid', ['WP01-', 'WP06-', 'WP01.01-', 'WP06.01-', 'RTI03+', 'RTI11+', 'OSHA-10+']],
  ] as const)('by %s is listed met and unmet, with what would meet it', async (approach, expected) => {
    const { apprenticeship, name } = await readyApprentice(api.database, { program: smallProgram(approach), leftOut });
    const view = await readCompletion(employer, apprenticeship);
    expect(view).toMatchObject({
      apprenticeship,
      apprentice: { name },
      employer: { name: 'Northfield Castings' },
      sponsor: { name: 'Northern Council' },
      occupation: 'Industrial Manufacturing Technician',
      approach,
      status: 'active',
      attestation: null,
      returned: null,
      award: null,
      reviewVersion: 0,
      may: { attest: false, review: false, award: false },
    });
    expect(signs(view.requirements)).toEqual(expected);
    const missing = Object.fromEntries(view.requirements.map((one) => [one.code, one.missing]));
    if (approach !== 'competency')
      expect(missing['WP01']).toEqual({ kind: 'minutes', minutes: hours(approach === 'time' ? 10 : 8) });
    if (approach !== 'time') expect(missing['WP01.01']).toEqual({ kind: 'sign-off', requiredLevel: 3, level: null });
    expect(view.requirements.every((one) => one.review === null)).toBe(true);
  });
  test('may be time: six months in California', async () => {
    const agency = findAgencyPolicy('US-CA');
    if (!agency) throw new Error('California ships with Journeybook');
    const program = smallProgram('competency', { terms: terms({ wages: null, agency }) });
    const { apprenticeship } = await readyApprentice(api.database, { program });
    const { requirements } = await readCompletion(employer, apprenticeship);
    expect(requirements.filter((one) => !one.met)).toMatchObject([
      { kind: 'ojt-months', missing: { kind: 'until', on: '2026-07-05' } },
    ]);
  });
  test.each([
    ['the apprentice', null],
    ['a mentor', people.grace],
    ['the sponsor', people.councilAdmin],
  ])('is read by %s', async (_, person) => {
    const apprentice = await readyApprentice(api.database);
    const call = await api.as(person ?? apprentice);
    expect(await readCompletion(call, apprentice.apprenticeship)).toMatchObject({
      may: { attest: false, award: false },
    });
  });
  test.each([
    ['another apprentice', people.bela],
    ['a mentor of somebody else', people.mona],
    ['another employer', people.millAdmin],
    ['another sponsor', people.elsewhereAdmin],
  ])('is not read by %s', async (_, person) => {
    expect(await refusalOf(readCompletion(await api.as(person), agreements.ada.id))).toBe('404 not-their-record');
  });
});

describe('attesting mastery', () => {
  test.each(['time', 'competency', 'hybrid'] satisfies Approach[])(
    'is the employer’s word, by %s',
    async (approach) => {
      const { apprenticeship } = await readyApprentice(api.database, { program: smallProgram(approach) });
      expect(await readCompletion(employer, apprenticeship)).toMatchObject({ may: { attest: true } });
      expect(await attest(employer, apprenticeship, ' Runs the line alone ')).toMatchObject({
        attestation: { by: { name: 'Fred Foundry' }, on: '2026-03-04', statement: 'Runs the line alone' },
        may: { attest: false },
      });
      expect((await api.database.read.record.list(apprenticeship)).at(-1)).toMatchObject({
        kind: 'mastery-attested',
        employer: foundry,
        answeredBy: people.foundryAdmin.id,
      });
    },
  );
  test('twice at once is one attestation', async () => {
    const { apprenticeship } = await readyApprentice(api.database);
    const outcomes = await Promise.allSettled([1, 2, 3].map(() => attest(employer, apprenticeship)));
    expect(outcomes.map((one) => one.status).toSorted()).toEqual(['fulfilled', 'rejected', 'rejected']);
    expect(await refusalOf(attest(employer, apprenticeship))).toBe('409 already-attested');
    const entries = await api.database.read.record.list(apprenticeship);
    expect(entries.filter((entry) => entry.kind === 'mastery-attested')).toHaveLength(1);
  });
  test('is refused while anything is unmet, which is listed', async () => {
    const { apprenticeship } = await readyApprentice(api.database, {
      program: smallProgram('hybrid'),
      leftOut: (entry) =>
        (entry.kind === 'ojt-hours-credited' && entry.workProcess === 'WP06') || entry.kind === 'credential-earned',
    });
    expect(await problemOf(attest(employer, apprenticeship))).toMatchObject({
      status: 409,
      kind: 'requirements-unmet',
      detail: 'Not everything is met yet: Local options, OSHA 10-hour general industry.',
      facts: {
        unmet: [
          { kind: 'process-hours', code: 'WP06', missing: { kind: 'minutes', minutes: hours(4) } },
          { kind: 'completion-credential', code: 'OSHA-10', missing: { kind: 'credential' } },
        ],
      },
    });
    expect(await readCompletion(employer, apprenticeship)).toMatchObject({ attestation: null, may: { attest: false } });
  });
  test.each(['registered', 'suspended', 'completed', 'cancelled'] as const)(
    'is refused for one who is %s',
    async (status) => {
      const { apprenticeship } = await readyApprentice(api.database, { status });
      expect(await refusalOf(attest(employer, apprenticeship))).toBe('409 not-active');
      expect(await readCompletion(employer, apprenticeship)).toMatchObject({ may: { attest: false } });
    },
  );
  test('is refused without a word', async () => {
    const { apprenticeship } = await readyApprentice(api.database);
    expect(await refusalOf(attest(employer, apprenticeship, ' '))).toBe('422 statement-missing');
  });
});

describe('who may not attest', () => {
  test.each([
    ['the sponsor', people.councilAdmin, '403 not-allowed'],
    ['a mentor', people.grace, '403 not-allowed'],
    ['another apprentice', people.bela, '403 not-allowed'],
    ['another employer', people.millAdmin, '404 not-their-record'],
  ])('%s', async (_, person, refusal) => {
    const { apprenticeship } = await readyApprentice(api.database);
    expect(await refusalOf(attest(await api.as(person), apprenticeship))).toBe(refusal);
  });
  test('the apprentice, also one who holds the office', async () => {
    const apprentice = await readyApprentice(api.database, { beganOn: day('2026-01-05') });
    await addMembership(api.database, apprentice, foundry, 'employer-admin');
    expect(await refusalOf(attest(await api.as(apprentice), apprentice.apprenticeship))).toBe('403 own-mastery');
  });
  test('a mentor who is an employer’s administrator elsewhere', async () => {
    const { apprenticeship } = await readyApprentice(api.database);
    await addMembership(api.database, people.hugo, agreements.bela.employer, 'employer-admin');
    expect(await refusalOf(attest(await api.as(people.hugo), apprenticeship))).toBe('403 not-their-apprentice');
  });
  test('anybody, in a record that does not exist', async () => {
    expect(await refusalOf(attest(employer, newId()))).toBe('404 not-their-record');
  });
});

test('after a change of employer the new one attests: the sponsor does not award on the word of the former', async () => {
  const [sponsor, millAdmin] = [await api.as(people.councilAdmin), await api.as(people.millAdmin)];
  const { apprenticeship } = await readyApprentice(api.database);
  await attest(employer, apprenticeship, 'The former');
  await worksFor(api.database, apprenticeship, { from: foundry, employer: mill, since: '2026-03-04' });
  const waiting = async () =>
    (await sponsor(endpoints.listCompletions, {})).waiting.filter((one) => one.apprenticeship === apprenticeship);
  expect(await waiting()).toEqual([]);
  const { reviewVersion, ...view } = await acceptAll(sponsor, apprenticeship);
  expect(view).toMatchObject({ attestation: null, may: { award: false } });
  expect(await refusalOf(award(sponsor, apprenticeship, reviewVersion))).toBe('409 not-attested');
  expect(await readCompletion(millAdmin, apprenticeship)).toMatchObject({ may: { attest: true } });
  await attest(millAdmin, apprenticeship, 'The new one');
  expect(await waiting()).toHaveLength(1);
  expect(await award(sponsor, apprenticeship, reviewVersion)).toMatchObject({
    status: 'completed',
    attestation: { statement: 'The new one' },
  });
});
