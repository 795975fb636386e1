import type { Client, CustomChangeView, CustomisationView } from '@journeybook/contracts';
import { endpoints } from '@journeybook/contracts';
import { newId } from '@journeybook/database';
import type { OrganizationId, StandardId } from '@journeybook/domain';
import { hours } from '@journeybook/domain';
import {
  at,
  college,
  competency,
  competencyCode,
  courseCode,
  elsewhere,
  foundry,
  processCode,
  standardId,
} from '@journeybook/domain/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addApprentice } from '../testing/add-apprentice.js';
import { imtContents, publishVersion } from '../testing/program.js';
import { problemOf, refusalOf } from '../testing/refusal-of.js';
import type { RunningApi } from '../testing/start-api.js';
import { startApi } from '../testing/start-api.js';
import type { Known } from '../testing/world.js';
import { addMembership, buildWorld, mill, outsideEmployer, people } from '../testing/world.js';

let api: RunningApi;
let sponsor: Client;
let fred: Client;
let versions = 0;
/** One version for every change that is refused: none of them leaves anything behind. */
let untouched: StandardId;
beforeAll(async () => {
  api = await startApi();
  await buildWorld(api.database);
  sponsor = await api.as(people.councilAdmin);
  fred = await api.as(people.foundryAdmin);
  untouched = await publish();
});
afterAll(() => api.stop());

/** A version of its own, by competencies and hours. */
const publish = async (overrides: Parameters<typeof imtContents>[0] = {}) => {
  versions += 1;
  return (await publishVersion(sponsor, imtContents({ version: `v${versions}`, approach: 'hybrid', ...overrides }))).id;
};
const read = (call: Client, standard: StandardId, employer: OrganizationId = foundry) =>
  call(endpoints.readCustomisation, { params: { standard, employer } });
const change = (
  standard: StandardId,
  one: CustomChangeView,
  { call = fred, edition = 0, employer = foundry }: { call?: Client; edition?: number; employer?: OrganizationId } = {},
) => call(endpoints.customise, { params: { standard, employer }, body: { edition, change: one } });

const named: CustomChangeView = {
  kind: 'local-process-named',
  workProcess: processCode('WP06'),
  title: 'Foundry work',
};
const added: CustomChangeView = {
  kind: 'competency-added',
  competency: competency({
    code: competencyCode('WP06.91'),
    workProcess: processCode('WP06'),
    title: 'Pour aluminium',
  }),
};
const reworded: CustomChangeView = {
  kind: 'competency-reworded',
  competency: competencyCode('WP01.01'),
  title: 'Start line 3',
};
const setAside: CustomChangeView = {
  kind: 'competency-set-aside',
  competency: competencyCode('WP06.91'),
  reason: 'No furnace here',
};
const sector: CustomChangeView = {
  kind: 'sector-courses-named',
  course: courseCode('RTI01'),
  parts: [
    { code: courseCode('RTI01.1'), title: 'Casting', requiredMinutes: hours(18) },
    { code: courseCode('RTI01.2'), title: 'Sand', requiredMinutes: hours(12) },
  ],
};

describe('customising', () => {
  test('is shown change by change, with who made it and when, and applied', async () => {
    const standard = await publish();
    expect(await read(fred, standard)).toMatchObject({
      edition: 0,
      changes: [],
      earlier: [],
      may: { customise: true },
    });
    await change(standard, named);
    await change(standard, added, { edition: 1 });
    await change(standard, reworded, { edition: 2 });
    const shown = await change(standard, sector, { edition: 3 });
    const by = { id: people.foundryAdmin.id, name: 'Fred Foundry' };
    expect(shown).toMatchObject({
      standard: { id: standard, title: 'Industrial Manufacturing Technician' },
      employer: { id: foundry, name: 'Northfield Castings' },
      edition: 4,
      changes: [named, added, reworded, sector].map((one) => ({ change: one, by, at: api.clock.now() })),
      earlier: [],
      may: { customise: true },
    });
    const { workProcesses, competencies, courses, ojtMinutes, rtiMinutes } = shown.contents;
    expect(workProcesses[5]).toMatchObject({ code: 'WP06', title: 'Foundry work', requiredMinutes: hours(136) });
    expect(competencies[0]?.title).toBe('Start line 3');
    expect(competencies.at(-1)?.title).toBe('Pour aluminium');
    expect(courses.slice(0, 2).map((one) => one.code)).toEqual(['RTI01.1', 'RTI01.2']);
    expect([ojtMinutes, rtiMinutes]).toEqual([hours(2_736), hours(264)]);
    expect(await read(fred, standard)).toEqual(shown);
  });
  test('leaves the program and the other employers as they are', async () => {
    const standard = await publish();
    await change(standard, named);
    const mia = await api.as(people.millAdmin);
    expect(await read(mia, standard, mill)).toMatchObject({ edition: 0, changes: [] });
    const { contents, customisations } = await sponsor(endpoints.readStandard, { params: { standard } });
    expect(contents.workProcesses[5]?.title).toBe('Operate production equipment');
    expect(customisations.map((one) => [one.employer.id, one.changes])).toEqual([
      [foundry, 1],
      [mill, 0],
    ]);
  });
  test('of what was changed meanwhile is refused, and changes nothing', async () => {
    const standard = await publish();
    await change(standard, named);
    expect(await refusalOf(change(standard, added))).toBe('409 changed-since-shown');
    expect(await refusalOf(change(standard, added, { edition: 2 }))).toBe('409 changed-since-shown');
    expect((await read(fred, standard)).changes).toHaveLength(1);
  });
  test('several times at once is one change', async () => {
    const standard = await publish();
    const outcomes = await Promise.allSettled([named, added, reworded, sector].map((one) => change(standard, one)));
    expect(outcomes.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
    for (const one of outcomes)
      if (one.status === 'rejected')
        expect(one.reason.problem).toMatchObject({ status: 409, kind: 'changed-since-shown' });
    expect(await read(fred, standard)).toMatchObject({ edition: 1 });
  });
  test.each<[string, CustomChangeView]>([
    ['422 not-local', { ...named, workProcess: processCode('WP01') }],
    ['422 title-missing', { ...named, title: ' ' }],
    ['409 code-taken', { ...added, competency: competency() }],
    ['422 unknown-work-process', { ...added, competency: { ...added.competency, workProcess: processCode('X') } }],
    ['422 level-not-on-scale', { ...added, competency: { ...added.competency, requiredLevel: 9 } }],
    ['422 unknown-competency', { ...reworded, competency: competencyCode('X') }],
    ['422 unknown-competency', setAside],
    ['409 last-competency', { ...setAside, competency: competencyCode('WP01.01') }],
    ['422 sector-hours-differ', { ...sector, parts: sector.parts.slice(1) }],
    ['422 minutes-not-positive', { ...sector, parts: [{ ...sector.parts[0]!, requiredMinutes: hours(-1) }] }],
    ['400 invalid-request', { ...sector, parts: [] }],
    ['400 invalid-request', { ...named, title: 'x'.repeat(301) }],
    ['400 invalid-request', { ...named, title: 'a\u0000' }],
    ['400 invalid-request', { kind: 'hours-lowered' } as unknown as CustomChangeView],
  ])('is refused with %s', async (refusal, one) => {
    expect(await refusalOf(change(untouched, one))).toBe(refusal);
    expect(await read(fred, untouched)).toMatchObject({ edition: 0 });
  });
});
describe('the changes of the version before', () => {
  test('are offered to the employer that made them until they are made here', async () => {
    const occupation = { title: 'Caster', rapidsCode: 'C1', onetSoc: '51-4052' };
    const first = await publish({ occupation });
    await change(first, named);
    await change(first, added, { edition: 1 });
    await change(first, { ...reworded, competency: competencyCode('WP06.91') }, { edition: 2 });
    const second = await later(() => publish({ occupation }));
    expect((await read(fred, second)).earlier).toEqual([named, added]);
    expect((await read(await api.as(people.millAdmin), second, mill)).earlier).toEqual([]);
    expect((await read(fred, first)).earlier).toEqual([]);
    const { earlier } = await change(second, added);
    expect(earlier).toEqual([named, { ...reworded, competency: competencyCode('WP06.91') }]);
    const third = await later(() => publish({ occupation }), '2026-03-04T15:20:00Z');
    expect((await read(fred, third)).earlier).toEqual([added]);
  });
});

const later = <Value>(work: () => Promise<Value>, moment = '2026-03-04T15:10:00Z') =>
  api.clock.during(at(moment), work);

describe('who reads a customisation', () => {
  const may = async (person: Known, employer: OrganizationId = foundry, standard = standardId(1)) =>
    read(await api.as(person), standard, employer).then(
      (shown: CustomisationView) => shown.may.customise,
      (error: { problem: { status: number; kind: string } }) => `${error.problem.status} ${error.problem.kind}`,
    );

  test.each([
    ['its administrators, who may change it', people.foundryAdmin, true],
    ['its mentors', people.grace, false],
    ['its apprentices who are bound to the version', people.ada, false],
    ['the sponsor', people.councilAdmin, false],
    ['not another employer of the program', people.millAdmin, '404 not-found'],
    ['not a mentor of another employer', people.mona, '404 not-found'],
    ['not an apprentice of another employer', people.bela, '404 not-found'],
    ['not another sponsor', people.elsewhereAdmin, '404 not-found'],
    ['not an apprentice of another sponsor', people.zoe, '404 not-found'],
  ] as const)('%s', async (_name, person, outcome) => {
    expect(await may(person)).toBe(outcome);
  });
  test('nobody of an employer that does not take part in the program, in the words for one that does not exist', async () => {
    for (const employer of [outsideEmployer, college, elsewhere, newId<OrganizationId>()])
      expect(await may(people.councilAdmin, employer)).toBe('404 not-found');
    expect(await may(people.foundryAdmin, foundry, standardId(2))).toBe('404 not-found');
    const there = await problemOf(read(fred, standardId(1), mill));
    const notThere = await problemOf(read(fred, newId(), foundry));
    expect({ ...notThere, requestId: '' }).toEqual({ ...there, requestId: '' });
  });
});

describe('who may not customise', () => {
  test.each([
    ['an apprentice', people.ada, '403 not-allowed'],
    ['a mentor', people.grace, '403 not-allowed'],
    ['the sponsor', people.councilAdmin, '403 not-allowed'],
    ['another employer of the program', people.millAdmin, '404 not-found'],
  ] as const)('%s', async (_name, person, refusal) => {
    expect(await refusalOf(change(standardId(1), named, { call: await api.as(person) }))).toBe(refusal);
  });
  test('an administrator of another employer who mentors here', async () => {
    const both = await addApprentice(api.database, { employer: mill });
    await addMembership(api.database, both, foundry, 'mentor');
    await addMembership(api.database, both, mill, 'employer-admin');
    expect(await refusalOf(change(standardId(1), named, { call: await api.as(both) }))).toBe('403 not-their-job-book');
  });
  test('anybody, in a program of another sponsor', async () => {
    expect(await refusalOf(change(standardId(2), named))).toBe('404 not-found');
    expect(await read(fred, standardId(1))).toMatchObject({ edition: 0 });
  });
});
