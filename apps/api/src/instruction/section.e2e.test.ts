import { randomUUID } from 'node:crypto';
import type { Client } from '@journeybook/contracts';
import { endpoints } from '@journeybook/contracts';
import { newId } from '@journeybook/database';
import { hours } from '@journeybook/domain';
import { council, course, courseCode, standard, standardId } from '@journeybook/domain/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addApprentice } from '../testing/add-apprentice.js';
import { launch, member, registration } from '../testing/launch.js';
import { refusalOf } from '../testing/refusal-of.js';
import {
  confirmShown,
  jobsIn,
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
import { agreements, buildWorld, outsideCollege, people } from '../testing/world.js';

let api: RunningApi;
beforeAll(async () => {
  api = await startApi();
  await buildWorld(api.database);
});
afterAll(() => api.stop());

const read = (call: Client) => call(endpoints.readSection, {});
const map = (call: Client, overrides: Record<string, unknown> = {}) =>
  mapShown(call, { body: { ...manufacturing101, ...overrides } });

describe('a section that was never opened before', () => {
  test('shows its course, its college and the RTI courses it may be, and is none of them yet', async () => {
    const { call } = await api.launched();
    const section = await read(call);
    expect(section).toMatchObject({
      title: 'Manufacturing 101, spring',
      label: 'MFG-101',
      college: { name: 'Lakeside Community College' },
      platformName: 'Lakeside Moodle',
      mapping: null,
      services: { roster: true, grades: true },
      roster: { state: 'reading', readAt: null, problem: null },
      results: { state: 'reading', readAt: null, problem: null },
      learners: [],
      may: { map: true, match: true, confirm: true },
    });
    expect(section.choices.filter((choice) => choice.rapidsCode === '2031')).toEqual([
      {
        rapidsCode: '2031',
        occupation: 'Industrial Manufacturing Technician',
        code: 'RTI03',
        title: 'Manufacturing 101',
        minutes: hours(24),
      },
      {
        rapidsCode: '2031',
        occupation: 'Industrial Manufacturing Technician',
        code: 'RTI11',
        title: 'Industrial Math',
        minutes: hours(10),
      },
    ]);
    expect(section.choices.filter((choice) => choice.rapidsCode === '2031HY')).toHaveLength(14);
  });
  test('is one section however often it is launched, with its newest title', async () => {
    const context = { id: randomUUID(), label: null, title: 'Old title', sisId: null };
    const [first, second] = [
      await api.launched({ context }),
      await api.launched({ context: { ...context, title: 'New title' } }),
    ];
    expect(second.section).toBe(first.section);
    expect(await read(first.call)).toMatchObject({ title: 'New title' });
  });
  test.each([
    ['its label', { title: null, label: 'MFG-101' }, 'MFG-101'],
    ['words for want of any', { title: null, label: null }, 'Untitled course'],
  ])('is called by %s', async (_, names, title) => {
    const { call } = await api.launched({ context: { id: randomUUID(), sisId: null, ...names } });
    expect(await read(call)).toMatchObject({ title });
  });
});

describe('saying which course a section is', () => {
  test('shows the course, the pass mark and who said so', async () => {
    const { call } = await api.launched();
    expect((await map(call)).mapping).toMatchObject({
      code: 'RTI03',
      title: 'Manufacturing 101',
      minutes: hours(24),
      passMarkPercent: 70,
      by: 'Irene Novak',
      at: api.clock.now(),
    });
    expect((await map(call, { course: 'RTI11', passMarkPercent: 62.5 })).mapping).toMatchObject({
      code: 'RTI11',
      passMarkPercent: 62.5,
    });
  });
  test('makes one person of an instructor without a name, and says so by their number', async () => {
    const person = { subject: 'teacher-7', name: null, email: null, sisId: null };
    const { call } = await api.launched({ person });
    expect((await map(call)).mapping?.by).toBe('Instructor teacher-7');
    expect((await map((await api.launched({ person })).call)).mapping?.by).toBe('Instructor teacher-7');
    const { call: blank } = await api.launched({ person: { ...person, subject: 'teacher-8', name: '' } });
    expect((await map(blank)).mapping?.by).toBe('Instructor teacher-8');
  });
  test.each([
    ['422 course-not-offered', { course: 'RTI99' }],
    ['422 course-not-offered', { rapidsCode: '9999' }],
    ['400 invalid-request', { passMarkPercent: 101 }],
    ['400 invalid-request', { passMarkPercent: -1 }],
    ['400 invalid-request', { course: '' }],
  ])('is refused with %s', async (refusal, overrides) => {
    const { call } = await api.launched();
    expect(await refusalOf(map(call, overrides))).toBe(refusal);
    expect((await read(call)).mapping).toBeNull();
  });
  test('offers only courses of sponsors that work with the college', async () => {
    const { call } = await api.launched({ collegeId: outsideCollege });
    expect((await read(call)).choices.map((choice) => choice.code)).toEqual(['RTI03', 'RTI11']);
    expect(await refusalOf(map(call, { rapidsCode: '2031HY', course: 'RTI01' }))).toBe('422 course-not-offered');
  });
});

describe('the roster', () => {
  test('shows the learners, neither instructors nor visitors', async () => {
    const { contextId, call } = await openSection(api, []);
    const members = [
      member('b', { name: 'Ben' }),
      member('a', { name: 'Anna', email: 'anna@college.example' }),
      member('x'),
      member('t', { role: 'assistant' }),
      member('v', { role: 'visitor' }),
    ];
    await api.machine(endpoints.reportRoster, {
      body: { contextId, registrationId: registration, readAt: api.clock.now(), members },
    });
    const section = await read(call);
    expect(section.roster).toMatchObject({ state: 'read', readAt: api.clock.now() });
    expect(section.learners.map(({ name, email }) => [name, email])).toEqual([
      ['Anna', 'anna@college.example'],
      ['Ben', null],
      [null, null],
    ]);
  });
  test('lets go of who left and takes them back with their match', async () => {
    const { apprenticeship } = await addApprentice(api.database);
    const { contextId, call } = await matchedSection(api, { stays: agreements.ada.id, leaves: apprenticeship });
    await reportRoster(api, contextId, ['stays']);
    expect((await read(call)).learners.map((learner) => learner.sisId)).toEqual(['stays']);
    await reportRoster(api, contextId, ['stays', 'leaves']);
    expect((await read(call)).learners).toMatchObject([
      { sisId: 'leaves', match: { state: 'matched' } },
      { sisId: 'stays', match: { state: 'matched' } },
    ]);
  });
  test('does not let go of somebody who came in after the reading began', async () => {
    const { contextId, call, page } = await openSection(api, ['leaves']);
    const readAt = api.clock.now();
    api.clock.pass(1);
    await page('learner', 'late');
    const members = [member('irene', { role: 'instructor' })];
    await api.machine(endpoints.reportRoster, { body: { contextId, registrationId: registration, readAt, members } });
    const { learners } = await read(call);
    expect(learners).toHaveLength(1);
    expect(learners).toMatchObject([{ sisId: null }]);
  });
  test('takes somebody who stands in it twice for one', async () => {
    const { contextId, call } = await openSection(api, []);
    await reportRoster(api, contextId, ['one', 'one', 'two']);
    expect((await read(call)).learners.map((learner) => learner.sisId)).toEqual(['one', 'two']);
  });
  test('keeps a name that a later reading leaves out', async () => {
    const { contextId, call } = await openSection(api, ['one']);
    const body = { contextId, registrationId: registration, readAt: api.clock.now(), members: [member('one')] };
    await api.machine(endpoints.reportRoster, { body });
    expect((await read(call)).learners).toMatchObject([{ name: 'Learner one', sisId: 'one' }]);
  });
  test('is asked for once while it is being read, besides what waits and nobody asked for', async () => {
    const { contextId, call } = await openSection(api, []);
    await Promise.all([1, 2, 3].map(() => call(endpoints.readRoster, {})));
    expect((await read(call)).roster.state).toBe('reading');
    const jobs = await jobsIn(api, 'read-roster');
    const own = jobs.filter(({ data }) => data['contextId'] === contextId);
    expect(own.map(({ data }) => data['askedAt'])).toEqual([null, expect.any(String)]);
  });
  test('cannot be asked for where the platform gives neither roster nor grades', async () => {
    const { call } = await api.launched({ services: { roster: false, grades: false } });
    expect(await refusalOf(call(endpoints.readRoster, {}))).toBe('409 no-reading-service');
    expect(await read(call)).toMatchObject({ roster: { state: 'never' }, results: { state: 'never' } });
  });
  test('is asked for without the roster where the platform gives grades alone', async () => {
    const context = { id: randomUUID(), label: null, title: 'No roster', sisId: null };
    const { call } = await api.launched({ context, services: { roster: false, grades: true } });
    await api.machine(endpoints.reportResults, {
      body: { contextId: context.id, readAt: api.clock.now(), results: [] },
    });
    await call(endpoints.readRoster, {});
    expect(await read(call)).toMatchObject({ roster: { state: 'never' }, results: { state: 'reading' } });
    const own = async (queue: 'read-roster' | 'read-results') =>
      (await jobsIn(api, queue)).filter(({ data }) => data['contextId'] === context.id);
    expect(await own('read-roster')).toEqual([]);
    expect((await own('read-results')).map(({ data }) => data['askedAt'])).toEqual([null, expect.any(String)]);
  });
  test('says what went wrong with a reading, until one succeeds', async () => {
    const { contextId, call } = await openSection(api, []);
    const failure = {
      contextId,
      job: 'roster',
      at: api.clock.now(),
      kind: 'forbidden',
      message: 'Ask the administrator.',
    } as const;
    await api.machine(endpoints.reportSyncFailure, { body: failure });
    expect((await read(call)).roster).toMatchObject({ state: 'failed', problem: 'Ask the administrator.' });
    await reportRoster(api, contextId, []);
    expect((await read(call)).roster).toMatchObject({ state: 'read', problem: null });
  });
  test('says what went wrong with the grades beside a roster that was read, until they are read', async () => {
    const { contextId, call } = await openSection(api, ['one']);
    const failure = { contextId, job: 'results', at: api.clock.now(), kind: 'retry', message: 'It is busy.' } as const;
    await api.machine(endpoints.reportSyncFailure, { body: failure });
    expect(await read(call)).toMatchObject({
      roster: { state: 'read', problem: null },
      results: { state: 'failed', problem: 'It is busy.' },
    });
    const readAt = api.clock.now();
    await api.machine(endpoints.reportResults, { body: { contextId, readAt, results: [] } });
    expect((await read(call)).results).toEqual({ state: 'read', readAt, problem: null });
  });
  test('waits for no grades once the roster could not be read', async () => {
    const { contextId, call } = await openSection(api, []);
    await call(endpoints.readRoster, {});
    const failure = { contextId, job: 'roster', at: api.clock.now(), kind: 'retry', message: 'It is busy.' } as const;
    await api.machine(endpoints.reportSyncFailure, { body: failure });
    expect(await read(call)).toMatchObject({ roster: { state: 'failed' }, results: { state: 'never', problem: null } });
  });
  test('answers of grades whether the course is mapped, and of which learners nothing was read', async () => {
    const { contextId } = await openSection(api, ['one', 'two', 'three']);
    await reportRoster(api, contextId, ['one', 'two']);
    const report = (subjects: readonly string[]) =>
      api.machine(endpoints.reportResults, {
        body: {
          contextId,
          readAt: api.clock.now(),
          results: subjects.map((subject) => ({ subject, scorePercent: null, comment: null, gradedAt: null })),
        },
      });
    expect(await report(['two', 'unknown'])).toEqual({ mapped: false, unread: ['one'] });
    expect(await report([])).toEqual({ mapped: false, unread: ['one', 'two'] });
  });
  test('shows the grade that was read last, and none for one taken back', async () => {
    const { contextId, call } = await openSection(api, ['one']);
    const report = async (scorePercent: number | null, comment: string | null = null) => {
      api.clock.pass(1);
      const results = [{ subject: 'one', scorePercent, comment, gradedAt: null }];
      await api.machine(endpoints.reportResults, { body: { contextId, readAt: api.clock.now(), results } });
      return (await read(call)).learners[0]?.grade ?? null;
    };
    expect(await report(81.25, 'Well done')).toEqual({
      percent: 81.25,
      latest: 81.25,
      comment: 'Well done',
      readAt: api.clock.now(),
    });
    expect(await report(64)).toMatchObject({ percent: 64, comment: '' });
    expect(await report(null)).toBeNull();
  });
  test('shows a grade again that was changed and changed back', async () => {
    const { contextId, call } = await openSection(api, ['one']);
    for (const scorePercent of [60, 90, 60]) {
      api.clock.pass(1);
      const results = [{ subject: 'one', scorePercent, comment: null, gradedAt: null }];
      await api.machine(endpoints.reportResults, { body: { contextId, readAt: api.clock.now(), results } });
    }
    expect((await read(call)).learners[0]?.grade).toMatchObject({ percent: 60, readAt: api.clock.now() });
  });
});

describe('a match', () => {
  test('is suggested by student number, then e-mail, then name', async () => {
    const { contextId, call } = await openSection(api, []);
    const members = [
      member('1', { name: 'Somebody', sisId: 'S-Ada Lopez' }),
      member('2', { name: 'Someone', email: people.bela.email.toUpperCase() }),
      member('3', { name: 'Carl Third' }),
      member('4', { name: 'Zoe Outside' }),
    ];
    await api.machine(endpoints.reportRoster, {
      body: { contextId, registrationId: registration, readAt: api.clock.now(), members },
    });
    const { learners } = await read(call);
    expect(
      learners.map(({ name, match }) => [name, match.state, match.state === 'suggested' ? match.reason : null]),
    ).toEqual([
      ['Carl Third', 'suggested', 'same-name'],
      ['Somebody', 'suggested', 'same-student-id'],
      ['Someone', 'suggested', 'same-email'],
      ['Zoe Outside', 'none', null],
    ]);
  });
  test('is confirmed by the instructor, changed and taken back', async () => {
    const { call, identityOf } = await openSection(api, ['one']);
    const params = { identity: identityOf('one') };
    const other = await addApprentice(api.database);
    await matchShown(call, { params, body: { apprenticeship: agreements.ada.id } });
    await matchShown(call, { params, body: { apprenticeship: agreements.ada.id } });
    expect((await read(call)).learners[0]?.match).toMatchObject({
      state: 'matched',
      apprentice: { name: 'Ada Lopez', employer: 'Northfield Castings' },
      by: 'Irene Novak',
      at: api.clock.now(),
    });
    await matchShown(call, { params, body: { apprenticeship: other.apprenticeship } });
    expect((await read(call)).learners[0]?.match).toMatchObject({ apprentice: { name: other.name } });
    await unmatchShown(call, { params });
    expect((await read(call)).learners[0]?.match.state).toBe('none');
    await unmatchShown(call, { params });
  });
  test('holds in every course of the college that the learner is in', async () => {
    const person = await addApprentice(api.database);
    await matchedSection(api, { everywhere: person.apprenticeship });
    const { section } = await openSection(api, ['everywhere']);
    expect(section.learners[0]?.match).toMatchObject({ state: 'matched', apprentice: { name: person.name } });
  });
  test('is found by a part of the name', async () => {
    const { call } = await api.launched();
    const search = async (name: string) =>
      (await call(endpoints.searchApprentices, { query: { name } })).apprentices.map((one) => one.name);
    expect(await search('LOP')).toEqual(['Ada Lopez']);
    expect(await search(' kovacs ')).toEqual(['Bela Kovacs']);
    expect(await search('Zoe')).toEqual([]);
  });
  test.each([
    ['an apprentice of a sponsor that does not work with the college', agreements.zoe.id],
    ['nobody', newId<typeof agreements.zoe.id>()],
  ])('is refused with %s', async (_, apprenticeship) => {
    const { call, identityOf } = await openSection(api, ['one']);
    const params = { identity: identityOf('one') };
    expect(await refusalOf(matchShown(call, { params, body: { apprenticeship } }))).toBe('404 not-an-apprentice-here');
  });
  test('is refused for somebody who is no learner of this section', async () => {
    const [here, there] = [await openSection(api, []), await openSection(api, ['there'])];
    const instructor = (await api.launched()).identity as never;
    for (const identity of [there.identityOf('there'), instructor, newId<ReturnType<typeof there.identityOf>>()]) {
      const body = { apprenticeship: agreements.ada.id };
      expect(await refusalOf(matchShown(here.call, { params: { identity }, body }))).toBe('404 not-a-learner-here');
      expect(await refusalOf(unmatchShown(here.call, { params: { identity } }))).toBe('404 not-a-learner-here');
    }
  });
});

describe('another college', () => {
  test('sees nothing of a section, its learners and their apprentices', async () => {
    const { section, identityOf } = await matchedSection(api, { one: agreements.ada.id });
    const outside = await openSection(api, ['one'], { collegeId: outsideCollege });
    expect(outside.section.id).not.toBe(section.id);
    expect(outside.section.learners).toMatchObject([{ match: { state: 'none' } }]);
    expect(outside.identityOf('one')).not.toBe(identityOf('one'));
    const params = { identity: identityOf('one') };
    expect(await refusalOf(unmatchShown(outside.call, { params }))).toBe('404 not-a-learner-here');
    const body = { learners: [{ identity: identityOf('one'), scorePercent: 90 }] };
    await map(outside.call);
    expect((await confirmShown(outside.call, body.learners)).learners).toMatchObject([{ kind: 'not-a-learner-here' }]);
    expect((await outside.call(endpoints.searchApprentices, { query: {} })).apprentices.map((one) => one.name)).toEqual(
      ['Zoe Outside'],
    );
  });
  test('cannot take over the section of an LMS course', async () => {
    const context = launch().context;
    await api.launched({ context });
    const stolen = launch({ context, collegeId: outsideCollege });
    expect(await refusalOf(api.machine(endpoints.reportLaunch, { body: stolen }))).toBe('404 not-found');
  });
});

test('a newer version of the standard gives the courses their hours', async () => {
  const longer = standard({
    id: standardId(7),
    version: '2027.1',
    occupation: { title: 'Renewed Program', rapidsCode: '7777', onetSoc: '51-9199' },
    courses: [course({ code: courseCode('N1'), requiredMinutes: hours(12) })],
  });
  const older = {
    ...longer,
    id: standardId(6),
    version: '2026.1',
    courses: [course({ code: courseCode('N1'), requiredMinutes: hours(10) })],
  };
  await api.database.transaction(async ({ standards }) => {
    await standards.publish(council, older, '2026-01-01T00:00:00.000Z' as never);
    await standards.publish(council, longer, '2026-02-01T00:00:00.000Z' as never);
  });
  const { call } = await api.launched();
  const choices = (await read(call)).choices.filter((choice) => choice.rapidsCode === '7777');
  expect(choices).toMatchObject([{ code: 'N1', minutes: hours(12) }]);
});
