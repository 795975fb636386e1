import type { Client } from '@journeybook/contracts';
import { endpoints } from '@journeybook/contracts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launch, registration } from './testing/launch.js';
import type { RunningApi } from './testing/start-api.js';
import { startApi } from './testing/start-api.js';
import { arrange } from './testing/two-sponsors/arrange.js';
import type { Foreign } from './testing/two-sponsors/foreign.js';
import { everyRow, foreignIn, foreignOf } from './testing/two-sponsors/foreign.js';
import type { Random } from './testing/two-sponsors/random.js';
import { random } from './testing/two-sponsors/random.js';
import type { EndpointName, Ids } from './testing/two-sponsors/random-request.js';
import { endpointNames, randomRequest } from './testing/two-sponsors/random-request.js';
import { makeShared, makeSide } from './testing/two-sponsors/side.js';
import type { Known } from './testing/world.js';

const shared = makeShared();
const [alder, birch] = [makeSide('Alder', false), makeSide('Birch', true)];
const requests = 1_000;

let api: RunningApi;
let foreign: Foreign;
let own: Foreign;
let ids: Ids;
beforeAll(async () => {
  api = await startApi();
  await arrange(api.database, shared, [alder, birch]);
  foreign = await foreignOf(api.database, birch);
  own = await foreignOf(api.database, alder);
  const rows = (await everyRow(api.database)).filter(({ id }) => id !== null);
  ids = new Map([...Map.groupBy(rows, ({ name }) => name)].map(([name, all]) => [name, all.map(({ id }) => id ?? '')]));
});
afterAll(() => api.stop());

/** Headers that identify somebody, made anew when they are told that they are nobody. */
type Identify = () => Promise<Record<string, string>>;

const asPerson =
  (person: Known): Identify =>
  async () => ({ cookie: await api.cookieOf(person), 'sec-fetch-site': 'same-origin' });

/** A page in a course of the college, opened by whoever has this account there. */
const asLaunch =
  (college: string, role: 'instructor' | 'learner', subject: string): Identify =>
  async () => {
    const person = { ...launch().person, subject, name: null };
    const { token } = await api.launched({ collegeId: college, registrationId: registration, role, person });
    return { authorization: `Bearer ${token}` };
  };

const subjectOf = async (person: Known): Promise<string> => {
  const rows = (await api.database.read.runSql(
    'select i.subject from lms_identities i join person_links l on l.identity_id = i.id where l.person_id = $1',
    [person.id],
  )) as { subject: string }[];
  return rows[0]?.subject ?? '';
};

/** What a role of Alder may be; the administrator last, as it may end the others' roles. */
const roles: readonly (readonly [string, () => Promise<Identify>])[] = [
  ['an apprentice at its own employer', async () => asPerson(alder.inside)],
  ['an apprentice at the employer that both share', async () => asPerson(alder.outside)],
  ['a mentor', async () => asPerson(alder.guide)],
  ['an employer’s administrator', async () => asPerson(alder.boss)],
  ['a college’s administrator', async () => asPerson(alder.dean)],
  ['an instructor in the portal', async () => asPerson(alder.teacher)],
  ['an auditor', async () => asPerson(alder.auditor)],
  ['an instructor in a course of its own college', async () => asLaunch(alder.school, 'instructor', 'teacher')],
  [
    'a learner in a course of the college that both share',
    async () => asLaunch(shared.campus, 'learner', await subjectOf(alder.outside)),
  ],
  ['the sponsor’s administrator', async () => asPerson(alder.admin)],
];

interface Asked {
  /** By what was answered, how often. */
  readonly answers: Readonly<Record<string, number>>;
  readonly leaks: readonly string[];
  /** How many answers told something of their own side. */
  readonly telling: number;
}

function weighted(numbers: Random, weights: ReadonlyMap<EndpointName, number>): EndpointName {
  const all = [...weights];
  let left = (numbers.below(1_000_000) / 1_000_000) * all.reduce((sum, [, weight]) => sum + weight, 0);
  return (all.find(([, weight]) => (left -= weight) < 0) ?? all[0])?.[0] ?? 'installation';
}

/** Asks at random, mostly what the role may try at all, and looks for the other side in every answer. */
async function askAtRandom(identify: Identify, seed: number): Promise<Asked> {
  const numbers = random(seed);
  const weights = new Map(endpointNames.map((name) => [name, 1]));
  const answers: Record<string, number> = {};
  const leaks: string[] = [];
  let telling = 0;
  let headers = await identify();
  const askOne = async () => {
    const name = weighted(numbers, weights);
    const { method, address, body } = randomRequest(name, numbers, ids);
    const response = await fetch(`${api.url}${address}`, {
      method,
      headers: { ...headers, ...(body ? { 'content-type': 'application/json' } : {}) },
      ...(body ? { body } : {}),
    });
    const text = await response.text();
    answers[response.status] = (answers[response.status] ?? 0) + 1;
    // What a role may not try, or what chance words badly, is asked less often.
    const factor = { 400: 0.7, 401: 0.5, 403: 0.3, 410: 0.7, 429: 0.3 }[response.status] ?? 1;
    weights.set(name, Math.max((weights.get(name) ?? 1) * factor, 0.02));
    if (response.status === 401) headers = await identify();
    if (foreignIn(text, own).length > 0) telling += 1;
    // An id that they named themselves tells them nothing when it is said back.
    const said = new Set(`${address} ${body}`.match(/[\da-f-]{36}/gi));
    const found = foreignIn(`${text} ${JSON.stringify([...response.headers])}`, foreign).filter(
      (one) => !said.has(one),
    );
    if (found.length > 0 || response.status >= 500)
      leaks.push(
        `${method} ${address} ${body ?? ''} -> ${response.status} ${[...new Set(found)].join(' ')} ${text.slice(0, 300)}`,
      );
  };
  for (let left = requests; left > 0; left -= 4) await Promise.all([askOne(), askOne(), askOne(), askOne()]);
  return { answers, leaks, telling };
}

/** Anybody may ask that a new password is sent to an address, so the links for that are left out. */
/** What strangers may add to: links they ask for, and that they were refused. */
const grows = ['public.password_resets', 'public.audit_events', 'public.audit_reach'];

const rowsOfBirch = async () =>
  (await everyRow(api.database))
    .filter(({ name, row }) => !grows.includes(name) && foreignIn(row, foreign).length > 0)
    .map(({ name, row }) => `${name} ${row}`)
    .toSorted();

describe('two sponsors with the same people, colleges and platforms', () => {
  test('each have a row of every kind, and the one who runs the other sees its own', async () => {
    expect(foreign.ids.size).toBeGreaterThan(60);
    const call: Client = await api.as(birch.admin);
    const { apprenticeships } = await call(endpoints.listApprenticeships, {});
    expect(apprenticeships.map(({ apprentice }) => apprentice.name).toSorted()).toEqual([
      'Birch Inside',
      'Birch Outside',
      'Rory Rover',
    ]);
    expect(foreignIn(JSON.stringify(apprenticeships), foreign).length).toBeGreaterThan(6);
  });

  test.each(roles.map(([role, identify], index) => ({ role, identify, seed: index + 1 })))(
    `$role of one asks ${requests} times at random and is told nothing of the other, whose rows stay as they are`,
    async ({ identify, seed }) => {
      const before = await rowsOfBirch();
      const { answers, leaks, telling } = await askAtRandom(await identify(), seed);
      expect(leaks, JSON.stringify(answers)).toEqual([]);
      expect(telling, JSON.stringify(answers)).toBeGreaterThan(0);
      expect(await rowsOfBirch()).toEqual(before);
    },
    120_000,
  );
});
