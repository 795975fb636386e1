import type { Client, SectionView } from '@journeybook/contracts';
import { endpoints } from '@journeybook/contracts';
import { newId } from '@journeybook/database';
import type { ApprenticeshipId, LmsIdentityId } from '@journeybook/domain';
import { hours } from '@journeybook/domain';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AddedApprentice } from '../testing/add-apprentice.js';
import { addApprentice } from '../testing/add-apprentice.js';
import { countStatements } from '../testing/count-statements.js';
import { member, registration } from '../testing/launch.js';
import { minutesOf } from '../testing/record.js';
import { refusalOf } from '../testing/refusal-of.js';
import {
  confirmShown,
  manufacturing101,
  mapShown,
  matchedSection,
  matchShown,
  openSection,
  reportRoster,
  unmatchShown,
} from '../testing/section.js';
import type { RunningApi } from '../testing/start-api.js';
import { startApi } from '../testing/start-api.js';
import { agreements, buildWorld, outsideCollege } from '../testing/world.js';

let api: RunningApi;
beforeAll(async () => {
  api = await startApi();
  await buildWorld(api.database);
});
afterAll(() => api.stop());

const read = (call: Client) => call(endpoints.readSection, {});

interface Suggested {
  readonly identity: LmsIdentityId;
  readonly apprenticeship: ApprenticeshipId;
  readonly edition: string;
}

const suggestedIn = ({ learners }: SectionView): Suggested[] =>
  learners.flatMap(({ identity, edition, match }) =>
    match.state === 'suggested' ? [{ identity, apprenticeship: match.apprentice.apprenticeship, edition }] : [],
  );

/** A mapped section whose learners are suggested as apprentices, each by the name. */
async function section(count: number) {
  const added: AddedApprentice[] = [];
  for (let index = 0; index < count; index += 1) added.push(await addApprentice(api.database));
  const opened = await openSection(api, []);
  const members = added.map(({ id, name }) => member(id, { name, sisId: null, email: null }));
  const body = { contextId: opened.contextId, registrationId: registration, readAt: api.clock.now(), members };
  await api.machine(endpoints.reportRoster, {
    body: { ...body, members: [member('irene', { role: 'instructor' }), ...members] },
  });
  await mapShown(opened.call, { body: manufacturing101 });
  const suggested = suggestedIn(await read(opened.call));
  expect(suggested).toHaveLength(count);
  const colleague = () => opened.page('instructor', newId());
  return { ...opened, added, suggested, colleague };
}

const matchAll = async (call: Client, learners: readonly Suggested[]) =>
  (await call(endpoints.matchLearners, { body: { learners: [...learners] } })).learners;

const undoAll = async (call: Client, learners: readonly Suggested[]) =>
  (
    await call(endpoints.undoMatches, {
      body: { learners: learners.map(({ identity, apprenticeship }) => ({ identity, apprenticeship })) },
    })
  ).learners;

const statesIn = async (call: Client) => (await read(call)).learners.map(({ match }) => match.state);

/** How often each learner was said to be somebody. */
const linksOf = (identities: readonly LmsIdentityId[]) =>
  api.database.transaction(
    async ({ runSql }) =>
      (await runSql(
        `select identity_id as identity, count(*)::int as links from person_links where identity_id = any($1)
         group by identity_id`,
        [identities],
      )) as { identity: LmsIdentityId; links: number }[],
  );

const all = <Value>(length: number, value: Value): Value[] => Array.from({ length }, () => value);
const first = <Value>([one]: readonly Value[]): Value => {
  if (one === undefined) throw new Error('there is none');
  return one;
};

describe('matching several learners at once', () => {
  test('makes each the apprentice that was proposed, on the word of the instructor', async () => {
    const { call, suggested } = await section(3);
    const answers = await matchAll(call, suggested);
    expect(answers).toEqual(
      suggested.map(({ identity }) => ({ identity, outcome: 'matched', reason: null, kind: null })),
    );
    expect((await read(call)).learners.map(({ match }) => match)).toMatchObject(
      suggested.map(({ apprenticeship }) => ({
        state: 'matched',
        apprentice: { apprenticeship },
        by: 'Irene Novak',
        at: api.clock.now(),
      })),
    );
  });
  test('matches nobody who was left out', async () => {
    const { call, suggested } = await section(3);
    await matchAll(call, suggested.slice(1));
    expect((await statesIn(call)).toSorted()).toEqual(['matched', 'matched', 'suggested']);
  });
  test('makes a learner who stands in it twice who was given last', async () => {
    const { call, suggested } = await section(1);
    const other = await addApprentice(api.database);
    const one = first(suggested);
    const answers = await matchAll(call, [one, { ...one, apprenticeship: other.apprenticeship }]);
    expect(answers).toMatchObject([{ outcome: 'matched' }]);
    expect((await read(call)).learners).toMatchObject([{ match: { apprentice: { name: other.name } } }]);
  });
  test('takes a learner who comes back under another account for back, as a single match does', async () => {
    const { apprenticeship, name } = await addApprentice(api.database);
    const { call, contextId, identityOf } = await matchedSection(api, { [`old-${name}`]: apprenticeship });
    await confirmShown(call, [{ identity: identityOf(`old-${name}`), scorePercent: 88 }]);
    api.clock.pass(1);
    const members = [member('irene', { role: 'instructor' }), member(`new-${name}`, { name, sisId: `old-${name}` })];
    await api.machine(endpoints.reportRoster, {
      body: { contextId, registrationId: registration, readAt: api.clock.now(), members },
    });
    const moved = await read(call);
    expect(moved.reviews).toMatchObject([{ cause: 'learner-left' }]);
    expect(await matchAll(call, suggestedIn(moved))).toMatchObject([{ outcome: 'matched' }]);
    expect((await read(call)).reviews).toEqual([]);
  });
  test('of somebody who was another apprentice, as shown, puts what was credited to that one in question', async () => {
    const { call, suggested } = await section(1);
    const other = await addApprentice(api.database);
    const { identity } = first(suggested);
    await matchAll(call, suggested);
    await confirmShown(call, [{ identity, scorePercent: 88 }]);
    const { edition } = first((await read(call)).learners);
    expect(await matchAll(call, [{ identity, edition, apprenticeship: other.apprenticeship }])).toMatchObject([
      { outcome: 'matched' },
    ]);
    expect((await read(call)).reviews).toMatchObject([{ identity, cause: 'match-taken-back' }]);
  });
  test('is on file as one act, with the role, the college, the person and how many', async () => {
    const { call, suggested, added } = await section(2);
    await matchAll(call, suggested);
    const [event] = (await api.database.aside(({ runSql }) =>
      runSql(
        `select action, role, caller, person_id is not null as known, details,
           (select array_agg(distinct r.apprenticeship_id::text) from audit_reach r
            where r.event_id = e.id and r.apprenticeship_id is not null) as about
         from audit_events e where action = 'POST /api/section/matches' order by id desc limit 1`,
      ),
    )) as [object];
    expect(event).toMatchObject({ role: 'instructor', caller: 'launch', known: true, details: { learners: 2 } });
    expect(event).toMatchObject({ about: added.map(({ apprenticeship }) => apprenticeship).toSorted() });
  });
});

describe('of several learners', () => {
  const refusals: readonly [
    string,
    string,
    (opened: Awaited<ReturnType<typeof section>>, one: Suggested) => Promise<Partial<Suggested>>,
  ][] = [
    [
      'whom a colleague matched to somebody else meanwhile',
      'changed-since-shown',
      async ({ colleague }, { identity }) => {
        const { apprenticeship } = await addApprentice(api.database);
        await matchShown(await colleague(), { params: { identity }, body: { apprenticeship } });
        return {};
      },
    ],
    [
      'whom a colleague said meanwhile not to be that apprentice',
      'changed-since-shown',
      async ({ colleague }, { identity, apprenticeship }) => {
        const call = await colleague();
        await call(endpoints.declineSuggestion, { params: { identity }, body: { apprenticeship } });
        return {};
      },
    ],
    [
      'whose match a colleague made and took back meanwhile',
      'changed-since-shown',
      async ({ colleague }, { identity, apprenticeship }) => {
        const call = await colleague();
        await matchShown(call, { params: { identity }, body: { apprenticeship } });
        await unmatchShown(call, { params: { identity } });
        return {};
      },
    ],
    [
      'who left the course meanwhile',
      'not-a-learner-here',
      async ({ contextId, added }) => {
        const stay = added.slice(1).map(({ id }) => id);
        api.clock.pass(0.1);
        await reportRoster(api, contextId, stay);
        return {};
      },
    ],
    [
      'with an apprentice of a sponsor that does not work with the college',
      'not-an-apprentice-here',
      async () => ({ apprenticeship: agreements.zoe.id }),
    ],
    ['with an apprentice whom there is not', 'not-an-apprentice-here', async () => ({ apprenticeship: newId() })],
  ];
  test.each(refusals)('one %s is refused by name, and the others are matched', async (_, kind, change) => {
    const opened = await section(3);
    // By the name the first that was added comes first.
    const own = opened.suggested.toSorted((one, two) => place(opened.added, one) - place(opened.added, two));
    const changed = { ...first(own), ...(await change(opened, first(own))) };
    const answers = await matchAll(opened.call, [changed, ...own.slice(1)]);
    expect(answers).toMatchObject([
      { identity: changed.identity, outcome: 'refused', kind, reason: expect.stringMatching(/\w/) },
      { outcome: 'matched' },
      { outcome: 'matched' },
    ]);
  });
  test.each([
    ['of another course', async () => first((await section(1)).suggested).identity],
    ['whom there is not', () => Promise.resolve(newId<LmsIdentityId>())],
  ])('one %s is in no list that a page shows: the whole of it is refused', async (_, stranger) => {
    const { call, suggested } = await section(2);
    const wrong = [...suggested, { ...first(suggested), identity: await stranger() }];
    expect(await refusalOf(matchAll(call, wrong))).toBe('404 not-a-learner-here');
    expect(await statesIn(call)).toEqual(['suggested', 'suggested']);
    await matchAll(call, suggested);
    expect(await refusalOf(undoAll(call, wrong))).toBe('404 not-a-learner-here');
    expect(await statesIn(call)).toEqual(['matched', 'matched']);
  });
  test('those who are that apprentice already are left so, also where the page showed it otherwise', async () => {
    const { call, suggested, colleague } = await section(2);
    const other = await colleague();
    await matchAll(other, suggested.slice(0, 1));
    expect(await matchAll(call, suggested)).toMatchObject([{ outcome: 'already-matched' }, { outcome: 'matched' }]);
    const links = await linksOf(suggested.map(({ identity }) => identity));
    expect(links.map((one) => one.links)).toEqual([1, 1]);
  });
  test('a request whose answer was lost, sent again, matches nobody a second time', async () => {
    const { call, suggested } = await section(2);
    await matchAll(call, suggested);
    expect(await matchAll(call, suggested)).toMatchObject(all(2, { outcome: 'already-matched' }));
    expect((await linksOf(suggested.map(({ identity }) => identity))).map((one) => one.links)).toEqual([1, 1]);
  });
  test.each([
    ['none', 0],
    ['more than a thousand', 1_001],
  ])('%s is no request', async (_, count) => {
    const { call, suggested } = await section(1);
    const learners = all(count, first(suggested));
    expect(await refusalOf(matchAll(call, learners))).toBe('400 invalid-request');
    expect(await refusalOf(undoAll(call, learners))).toBe('400 invalid-request');
    expect(await statesIn(call)).toEqual(['suggested']);
  });
  test('a thousand are one request', async () => {
    const { call, suggested } = await section(1);
    expect(await matchAll(call, all(1_000, first(suggested)))).toMatchObject([{ outcome: 'matched' }]);
  });
});

describe('who may not', () => {
  test.each(['assistant', 'learner', 'visitor'] as const)('the %s matches nobody', async (role) => {
    const { page, call, suggested } = await section(1);
    const other = await page(role, newId());
    expect(await refusalOf(matchAll(other, suggested))).toBe('403 not-allowed');
    expect(await refusalOf(undoAll(other, suggested))).toBe('403 not-allowed');
    expect(await statesIn(call)).not.toContain('matched');
  });
  test('another college matches nobody and takes nothing back', async () => {
    const { call, suggested } = await section(1);
    const outside = await openSection(api, [], { collegeId: outsideCollege });
    expect(await refusalOf(matchAll(outside.call, suggested))).toBe('404 not-a-learner-here');
    await matchAll(call, suggested);
    expect(await refusalOf(undoAll(outside.call, suggested))).toBe('404 not-a-learner-here');
    expect(await statesIn(call)).toEqual(['matched']);
  });
});

describe('two instructors at the same time', () => {
  test('match each learner once, and each is told so', async () => {
    const { call, suggested, colleague } = await section(6);
    const other = await colleague();
    const answers = await Promise.all([
      matchAll(call, suggested),
      matchAll(other, suggested.toReversed()),
      matchAll(call, suggested),
      matchAll(other, suggested.toReversed()),
    ]);
    const outcomes = answers.flat().map(({ outcome }) => outcome);
    expect(outcomes.filter((outcome) => outcome === 'matched')).toHaveLength(6);
    expect(outcomes.filter((outcome) => outcome === 'already-matched')).toHaveLength(18);
    const links = await linksOf(suggested.map(({ identity }) => identity));
    expect(links.map((one) => one.links)).toEqual(all(6, 1));
  });
  test('who say otherwise are not both right: one of them is told, learner by learner', async () => {
    const { call, suggested, colleague } = await section(4);
    const other = await colleague();
    const others: Suggested[] = [];
    for (const one of suggested)
      others.push({ ...one, apprenticeship: (await addApprentice(api.database)).apprenticeship });
    const [mine, theirs] = await Promise.all([matchAll(call, suggested), matchAll(other, others.toReversed())]);
    const kinds = [mine, theirs].map((answers) => new Set(answers.map(({ kind }) => kind)));
    expect(kinds).toContainEqual(new Set([null]));
    expect(kinds).toContainEqual(new Set(['changed-since-shown']));
  });
  test('from two courses with the same learners wait for each other', async () => {
    const { call, suggested, added } = await section(5);
    const second = await openSection(api, []);
    const members = [member('irene', { role: 'instructor' }), ...added.map(({ id, name }) => member(id, { name }))];
    await api.machine(endpoints.reportRoster, {
      body: { contextId: second.contextId, registrationId: registration, readAt: api.clock.now(), members },
    });
    const there = suggestedIn(await read(second.call));
    expect(there).toHaveLength(5);
    const answers = await Promise.all([matchAll(call, suggested), matchAll(second.call, there.toReversed())]);
    const outcomes = answers.flat().map(({ outcome }) => outcome);
    expect(outcomes.filter((outcome) => outcome === 'matched')).toHaveLength(5);
    expect(outcomes.filter((outcome) => outcome === 'already-matched')).toHaveLength(5);
  });
});

describe('taking several matches back', () => {
  test('suggests the same apprentices again', async () => {
    const { call, suggested } = await section(3);
    await matchAll(call, suggested);
    expect(await undoAll(call, suggested)).toEqual(
      suggested.map(({ identity }) => ({ identity, outcome: 'unmatched', reason: null, kind: null })),
    );
    expect(suggestedIn(await read(call))).toEqual(suggested);
    expect(await undoAll(call, suggested)).toMatchObject(all(3, { outcome: 'unmatched' }));
    expect(await matchAll(call, suggested)).toMatchObject(all(3, { outcome: 'matched' }));
  });
  test('leaves whoever became somebody else or left meanwhile, and names them', async () => {
    const { call, suggested, added, colleague, contextId } = await section(3);
    await matchAll(call, suggested);
    const [one, two, three] = [first(suggested), first(suggested.slice(1)), first(suggested.slice(2))];
    const { apprenticeship, name } = await addApprentice(api.database);
    await matchShown(await colleague(), { params: { identity: one.identity }, body: { apprenticeship } });
    const stay = added.filter((own) => own.apprenticeship !== three.apprenticeship).map(({ id }) => id);
    api.clock.pass(0.1);
    await reportRoster(api, contextId, stay);
    const answers = await undoAll(call, [one, two, three]);
    expect(answers).toMatchObject([
      { outcome: 'refused', kind: 'changed-since-shown', reason: expect.stringMatching(/\w/) },
      { outcome: 'unmatched' },
      { outcome: 'refused', kind: 'not-a-learner-here' },
    ]);
    const { learners } = await read(call);
    expect(learners.find(({ identity }) => identity === one.identity)?.match).toMatchObject({ apprentice: { name } });
  });
  test('of an apprentice who is none here is refused', async () => {
    const { call, suggested } = await section(1);
    await matchAll(call, suggested);
    const wrong = [{ ...first(suggested), apprenticeship: agreements.zoe.id }];
    expect(await undoAll(call, wrong)).toMatchObject([{ kind: 'not-an-apprentice-here' }]);
    expect(await statesIn(call)).toEqual(['matched']);
  });
  test('leaves the hours that were credited meanwhile, and asks whether they are kept', async () => {
    const { call, suggested, added } = await section(2);
    await matchAll(call, suggested);
    await confirmShown(
      call,
      suggested.map(({ identity }) => ({ identity, scorePercent: 90 })),
    );
    await undoAll(call, suggested);
    expect((await read(call)).reviews).toMatchObject(all(2, { cause: 'match-taken-back' }));
    for (const { apprenticeship } of added)
      expect(await minutesOf(api.database, apprenticeship, 'RTI03')).toBe(hours(24));
  });
  test('asks once where two accounts of one apprentice led to the hours', async () => {
    const { call, suggested } = await section(2);
    const { apprenticeship } = first(suggested);
    const both = suggested.map((one) => ({ ...one, apprenticeship }));
    await matchAll(call, both);
    await confirmShown(call, [{ identity: first(suggested).identity, scorePercent: 90 }]);
    expect(await undoAll(call, both)).toMatchObject(all(2, { outcome: 'unmatched' }));
    expect((await read(call)).reviews).toHaveLength(1);
  });
});

test('matching and taking back cost as many statements for many learners as for few', async () => {
  const costs = async ({ call, suggested }: Awaited<ReturnType<typeof section>>) => {
    const matching = await countStatements(api.services.database, () => matchAll(call, suggested));
    const learners = suggested.map(({ identity }) => ({ identity, scorePercent: 90 }));
    await confirmShown(call, learners);
    const undoing = await countStatements(api.services.database, () => undoAll(call, suggested));
    expect((await read(call)).reviews).toHaveLength(suggested.length);
    return { matching, undoing };
  };
  const [few, many] = [await section(2), await section(40)];
  expect(await costs(many)).toEqual(await costs(few));
});

const place = (added: readonly AddedApprentice[], { apprenticeship }: Suggested): number =>
  added.findIndex((one) => one.apprenticeship === apprenticeship);
