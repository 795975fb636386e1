import { randomUUID } from 'node:crypto';
import type { ReportLaunchBody } from '@journeybook/contracts';
import { endpoints } from '@journeybook/contracts';
import { newId } from '@journeybook/database';
import { hours } from '@journeybook/domain';
import { courseCode } from '@journeybook/domain/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launch } from '../testing/launch.js';
import { refusalOf } from '../testing/refusal-of.js';
import { asOwner } from '../testing/as-owner.js';
import { manufacturing101, mapShown } from '../testing/section.js';
import type { RunningApi } from '../testing/start-api.js';
import { startApi } from '../testing/start-api.js';
import { buildWorld, outsideCollege } from '../testing/world.js';

let api: RunningApi;
beforeAll(async () => {
  api = await startApi();
  await buildWorld(api.database);
});
afterAll(() => api.stop());

const { rapidsCode } = manufacturing101;
const [three, eleven] = [
  { rapidsCode, course: courseCode('RTI03') },
  { rapidsCode, course: courseCode('RTI11') },
];
const course = (): ReportLaunchBody['context'] => ({
  id: randomUUID(),
  label: 'MFG',
  title: 'Manufacturing',
  sisId: null,
});

/** Irene adds links to a course of the platform. */
async function picking(context = course()) {
  const page = await api.picking({ context });
  const pick = async (...courses: readonly (typeof three)[]) =>
    (await page.call(endpoints.pickCourses, { body: { courses: [...courses], passMarkPercent: 75 } })).picks;
  const picks = async () =>
    (await api.machine(endpoints.readPicks, { params: { picker: page.picker } })).picks.toSorted((a, b) =>
      a.course.localeCompare(b.course),
    );
  return { ...page, context, pick, picks };
}

/** Opens a link and answers what its section is. */
async function open(context: ReportLaunchBody['context'], pick: ReportLaunchBody['pick'], role = 'learner' as const) {
  await api.machine(endpoints.reportLaunch, {
    body: launch({ context, pick, role, person: { ...launch().person, subject: 'sam', name: 'Sam' } }),
  });
  const page = await api.launched({ context });
  return (await page.call(endpoints.readSection, {})).mapping;
}

describe('the picker', () => {
  test('offers what the college may teach, and says what the course counts as', async () => {
    const { call, context } = await picking();
    const view = await call(endpoints.readPicker, {});
    expect(view).toMatchObject({ title: 'Manufacturing', platformName: 'Lakeside Moodle', mapped: null });
    expect(view.choices).toContainEqual(expect.objectContaining({ rapidsCode, code: 'RTI03', minutes: hours(24) }));
    const instructor = await api.launched({ context });
    await mapShown(instructor.call, { body: manufacturing101 });
    expect((await call(endpoints.readPicker, {})).mapped).toEqual(three);
  });

  test('hands the tool the courses with their titles and hours, and maps nothing yet', async () => {
    const { context, pick, picks } = await picking();
    const [id] = await pick(three);
    expect(await picks()).toEqual([{ id, ...three, title: expect.any(String), minutes: hours(24), ownPart: false }]);
    const page = await api.launched({ context });
    expect((await page.call(endpoints.readSection, {})).mapping).toBeNull();
  });

  test('gives each further course a part of its own', async () => {
    const { context, pick, picks } = await picking();
    expect(await pick(eleven, three)).toHaveLength(2);
    expect((await picks()).map((one) => [one.course, one.ownPart])).toEqual([
      ['RTI03', true],
      ['RTI11', false],
    ]);
    const later = await picking(context);
    await later.pick(three);
    expect(await later.picks()).toMatchObject([{ ownPart: true }]);
    const same = await picking(context);
    await same.pick(eleven);
    expect(await same.picks()).toMatchObject([{ ownPart: false }]);
  });

  test('gives one section to one course, also when two pickers choose at once', async () => {
    const context = course();
    const pickers = await Promise.all([picking(context), picking(context)]);
    await Promise.all([pickers[0]?.pick(three), pickers[1]?.pick(eleven)]);
    const parts = (await Promise.all(pickers.map((one) => one.picks()))).flat().map((one) => one.ownPart);
    expect(parts.filter((own) => !own)).toHaveLength(1);
  });

  test('keeps the ids of what is chosen again', async () => {
    const { pick, picks } = await picking();
    const first = await pick(three);
    expect(await pick(three)).toEqual(first);
    expect(await picks()).toHaveLength(1);
  });

  test('refuses a course the college does not teach, and keeps nothing', async () => {
    const { pick, picks } = await picking();
    expect(await refusalOf(pick(three, { rapidsCode, course: courseCode('RTI99') }))).toBe('422 course-not-offered');
    expect(await picks()).toEqual([]);
  });

  test.each([
    ['no course', { courses: [], passMarkPercent: 70 }],
    ['a pass mark above 100', { courses: [three], passMarkPercent: 101 }],
    ['too many courses', { courses: Array.from({ length: 51 }, () => three), passMarkPercent: 70 }],
  ])('is asked for %s in vain', async (_, body) => {
    const { call } = await picking();
    expect(await refusalOf(call(endpoints.pickCourses, { body }))).toBe('400 invalid-request');
  });

  test('is opened by a code once, and is no page of the course', async () => {
    const { call } = await picking();
    for (const endpoint of [endpoints.readSection, endpoints.ownLaunchRecord, endpoints.readRoster] as const)
      expect(await refusalOf(call(endpoint as typeof endpoints.readSection, {}))).toBe('403 not-allowed');
    const { call: page } = await api.launched();
    expect(await refusalOf(page(endpoints.readPicker, {}))).toBe('403 not-allowed');
  });

  test('holds nothing that another college could read', async () => {
    const { picker } = await picking();
    const params = { picker: newId() };
    expect(await api.machine(endpoints.readPicks, { params })).toEqual({ picks: [] });
    expect(await refusalOf(api.nobody(endpoints.readPicks, { params: { picker } }))).toBe('401 not-signed-in');
  });
});

describe('the first launch of a picked link', () => {
  test('acceptance 13: says which RTI course the section is, in the name of who picked it, whoever launches', async () => {
    const { context, pick } = await picking();
    const pickedAt = api.clock.now();
    const [id = ''] = await pick(three);
    api.clock.pass(30);
    expect(await open(context, { id, copied: false })).toMatchObject({
      rapidsCode,
      code: 'RTI03',
      passMarkPercent: 75,
      by: 'Irene Novak',
      at: pickedAt,
    });
  });

  test('leaves what somebody said since', async () => {
    const { context, pick } = await picking();
    const [id = ''] = await pick(three);
    const { call } = await api.launched({ context });
    await mapShown(call, { body: { ...eleven, passMarkPercent: 60 } });
    expect(await open(context, { id, copied: false })).toMatchObject({ code: 'RTI11', passMarkPercent: 60 });
  });

  test('maps the part of a further course and not the whole', async () => {
    const { context, pick } = await picking();
    const [first = '', second = ''] = await pick(three, eleven);
    const part = { ...context, id: randomUUID() };
    expect(await open(part, { id: second, copied: false })).toMatchObject({ code: 'RTI11' });
    expect(await open(context, { id: first, copied: false })).toMatchObject({ code: 'RTI03' });
  });

  test('says nothing in a copy of the course, where a person confirms again', async () => {
    const { pick } = await picking();
    const [id = ''] = await pick(three);
    expect(await open(course(), { id, copied: true })).toBeNull();
  });

  test('says nothing at another college', async () => {
    const { pick } = await picking();
    const [id = ''] = await pick(three);
    const context = course();
    await api.machine(endpoints.reportLaunch, {
      body: launch({ collegeId: outsideCollege, context, pick: { id, copied: false } }),
    });
    expect(await api.database.read.sections.findByContext(context.id)).toMatchObject({ mapping: null });
  });

  test.each([
    ['a pick nobody made', () => newId()],
    ['none', () => null],
  ])('says nothing of %s', async (_, id) => {
    const made = id();
    expect(await open(course(), made === null ? null : { id: made, copied: false })).toBeNull();
  });
});

describe('a pick of a course that is said to be another one before its link was opened', () => {
  /** What the LTI tool keeps of the picks that went back to the platform. */
  async function answered(college: string, ...ids: readonly string[]) {
    const [registration, deployment] = [newId(), newId()];
    await asOwner(
      api.database,
      `insert into lti.registrations (id, issuer, client_id, auth_url, token_url, jwks_url, profile, name)
       values ($1, $2, 'c', 'a', 't', 'j', 'moodle', 'Moodle')`,
      [registration, randomUUID()],
    );
    await asOwner(
      api.database,
      `insert into lti.deployments (id, registration_id, deployment_id, college_id, status, seen_at)
       values ($1, $2, '1', $3, 'active', now())`,
      [deployment, registration, college],
    );
    for (const id of ids)
      await asOwner(
        api.database,
        `insert into lti.course_picks (id, deployment_id, lms_context_id, part, answered_at) values ($1, $2, '7', '', now())`,
        [id, deployment],
      );
    const partOf = async (id: string) =>
      (await asOwner<{ part: string }>(api.database, 'select part from lti.course_picks where id = $1', [id]))[0]?.part;
    const bind = async (id: string) => {
      const context = newId();
      await asOwner(
        api.database,
        `insert into lti.contexts (id, deployment_id, lms_context_id, services_seen_at) values ($1, $2, '7', now())`,
        [context, deployment],
      );
      await asOwner(
        api.database,
        `insert into lti.resource_links (id, context_id, lms_link_id, first_seen_at, pick_id) values ($1, $2, '1', now(), $3)`,
        [newId(), context, id],
      );
    };
    return { partOf, bind };
  }
  const mapTo = async (context: ReportLaunchBody['context'], { course }: typeof three) => {
    const page = await api.launched({ context });
    await mapShown(page.call, { body: { ...manufacturing101, course } });
  };
  const { collegeId } = launch();

  test('gets a part of its own, so that its link opens as what it was picked for', async () => {
    const { pick, picks, context } = await picking();
    await pick(eleven);
    const [picked] = await picks();
    expect(picked).toMatchObject({ ownPart: false });
    const { partOf } = await answered(collegeId, picked?.id ?? '');
    await mapTo(context, three);
    expect(await partOf(picked?.id ?? '')).toBe('2031/RTI11');
    expect(await picks()).toMatchObject([{ ownPart: true }]);
  });
  test('keeps its place when it is the same course, or its link was opened before', async () => {
    const [same, opened] = [await picking(), await picking()];
    await same.pick(three);
    await opened.pick(eleven);
    const [[one], [two]] = [await same.picks(), await opened.picks()];
    const { partOf, bind } = await answered(collegeId, one?.id ?? '', two?.id ?? '');
    await bind(two?.id ?? '');
    await mapTo(same.context, three);
    await mapTo(opened.context, three);
    expect([await partOf(one?.id ?? ''), await partOf(two?.id ?? '')]).toEqual(['', '']);
    expect([...(await same.picks()), ...(await opened.picks())].map(({ ownPart }) => ownPart)).toEqual([false, false]);
  });
  test('is nothing that a college changes at the platform of another', async () => {
    const { pick, picks, context } = await picking();
    await pick(eleven);
    const [picked] = await picks();
    const { partOf } = await answered(outsideCollege, picked?.id ?? '');
    await mapTo(context, three);
    expect(await partOf(picked?.id ?? '')).toBe('');
  });
});
