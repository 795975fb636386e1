import type { Client } from '@journeybook/contracts';
import { endpoints } from '@journeybook/contracts';
import type { SignOffRequestId } from '@journeybook/domain';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { asOwner } from './testing/as-owner.js';
import { launch, registration } from './testing/launch.js';
import { linkCookieOf } from './testing/mentor-link.js';
import type { RunningApi } from './testing/start-api.js';
import { startApi } from './testing/start-api.js';
import { act, agreementOf } from './testing/two-sponsors/act.js';
import { arrange } from './testing/two-sponsors/arrange.js';
import type { Foreign } from './testing/two-sponsors/foreign.js';
import { everyRow, foreignIn, foreignOf } from './testing/two-sponsors/foreign.js';
import { listed, listing } from './testing/two-sponsors/listings.js';
import type { Random } from './testing/two-sponsors/random.js';
import { random } from './testing/two-sponsors/random.js';
import type { EndpointName, Ids, RandomRequest } from './testing/two-sponsors/random-request.js';
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
let ownIds: Ids;
beforeAll(async () => {
  api = await startApi();
  await arrange(api.database, shared, [alder, birch]);
  await act(api, [alder, birch]);
  foreign = await foreignOf(api.database, birch);
  own = await foreignOf(api.database, alder);
  const rows = (await everyRow(api.database)).filter(({ id }) => id !== null);
  ids = new Map([...Map.groupBy(rows, ({ name }) => name)].map(([name, all]) => [name, all.map(({ id }) => id ?? '')]));
  ownIds = new Map([...ids].map(([name, all]) => [name, all.filter((id) => own.ids.has(id))]));
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

/** A page on which an instructor picks what a new link is for. */
const asPicker: Identify = async () => ({
  authorization: `Bearer ${(await api.picking({ collegeId: alder.school })).token}`,
});

/** A link by which a mentor without an account decides what waits of somebody who was with the other sponsor too. */
const asLink: Identify = async () => {
  const apprenticeship = await agreementOf(api, shared.rover, alder);
  const [waiting] = await asOwner<{ id: SignOffRequestId }>(
    api.database,
    'select id from sign_off_requests where apprenticeship_id = $1',
    [apprenticeship],
  );
  const asked = { sponsor: alder.sponsor, apprenticeship, mentor: alder.guide, askedBy: alder.boss };
  return { cookie: await linkCookieOf(api, { ...asked, signOffRequest: waiting?.id ?? null }) };
};

const subjectOf = async (person: Known): Promise<string> => {
  const rows = (await api.database.read.runSql(
    'select i.subject from lms_identities i join person_links l on l.identity_id = i.id where l.person_id = $1',
    [person.id],
  )) as { subject: string }[];
  return rows[0]?.subject ?? '';
};

/** What a role of Alder may be; those who may end the others' roles after them, and the administrator last. */
const roles: readonly (readonly [string, () => Promise<Identify>])[] = [
  ['an apprentice at its own employer', async () => asPerson(alder.inside)],
  ['an apprentice at the employer that both share', async () => asPerson(alder.outside)],
  ['a mentor', async () => asPerson(alder.guide)],
  ['a mentor by a link', async () => asLink],
  ['an instructor who picks content for a course', async () => asPicker],
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

interface Answer {
  readonly status: number;
  readonly text: string;
  /** What it told of the other side, in words for whoever reads of the failure; null when it told nothing. */
  readonly leak: string | null;
}

/** Asks one thing, and looks for the other side in the answer. */
async function ask({ method, address, body, tag }: RandomRequest, headers: Record<string, string>): Promise<Answer> {
  const response = await fetch(`${api.url}${address}`, {
    method,
    headers: {
      ...headers,
      ...(body ? { 'content-type': 'application/json' } : {}),
      ...(tag ? { 'if-match': tag } : {}),
    },
    ...(body ? { body } : {}),
  });
  const { status } = response;
  const text = await response.text();
  // An id that they named themselves tells them nothing when it is said back.
  const said = new Set(`${address} ${body}`.match(/[\da-f-]{36}/gi));
  const found = foreignIn(`${text} ${JSON.stringify([...response.headers])}`, foreign).filter((one) => !said.has(one));
  const told = `${method} ${address} ${body ?? ''} -> ${status} ${[...new Set(found)].join(' ')} ${text.slice(0, 300)}`;
  return { status, text, leak: found.length > 0 || status >= 500 ? told : null };
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
    const { status, text, leak } = await ask(randomRequest(name, numbers, ids), headers);
    answers[status] = (answers[status] ?? 0) + 1;
    // What a role may not try, or what chance words badly, is asked less often.
    const factor = { 400: 0.7, 401: 0.5, 403: 0.3, 410: 0.7, 429: 0.3 }[status] ?? 1;
    weights.set(name, Math.max((weights.get(name) ?? 1) * factor, 0.02));
    if (status === 401) headers = await identify();
    if (foreignIn(text, own).length > 0) telling += 1;
    if (leak) leaks.push(leak);
  };
  for (let left = requests; left > 0; left -= 4) await Promise.all([askOne(), askOne(), askOne(), askOne()]);
  return { answers, leaks, telling };
}

/** Lists that hold no row of any sponsor’s, or that no role of a sponsor’s asks for. */
const nobodys: Partial<Record<EndpointName, string>> = {
  installation: 'what the installation offers to everybody, before anybody signed in',
  listActions: 'the words for what can be done, the same for all',
  listAgencyPolicies: 'what agencies lay down, the same for all',
  readPicks: 'asked by the LTI tool, which works for every college',
};

/** Asks for a list as one role after the other, about its own side, until one of them is answered with a row of its own. */
async function listsOwn(name: EndpointName, leaks: string[]): Promise<boolean> {
  const numbers = random(1);
  for (const [, identify] of roles) {
    const headers = await (await identify())();
    for (let left = 12; left > 0; left -= 1) {
      const { status, text, leak } = await ask(randomRequest(name, numbers, ownIds, true), headers);
      if (leak) leaks.push(leak);
      if (status === 200 && foreignIn(listed(text), own).length > 0) return true;
      if ([401, 403].includes(status)) break;
    }
  }
  return false;
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
      'Birch Gone',
      'Birch Inside',
      'Birch Outside',
      'Rory Rover',
    ]);
    expect(foreignIn(JSON.stringify(apprenticeships), foreign).length).toBeGreaterThan(6);
  });

  test('are asked by somebody for every list there is, and each holds rows of their own side', async () => {
    const leaks: string[] = [];
    const without: string[] = [];
    for (const name of listing) if (!(await listsOwn(name, leaks))) without.push(name);
    expect(leaks).toEqual([]);
    expect(without.toSorted()).toEqual(Object.keys(nobodys).toSorted());
    expect(listing.length).toBeGreaterThan(40);
  }, 120_000);

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
