import { randomUUID } from 'node:crypto';
import type { ReportLaunchBody } from '@journeybook/contracts';
import { endpoints } from '@journeybook/contracts';
import { newId } from '@journeybook/database';
import { hours } from '@journeybook/domain';
import { courseCode } from '@journeybook/domain/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launch } from '../testing/launch.js';
import { refusalOf } from '../testing/refusal-of.js';
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
