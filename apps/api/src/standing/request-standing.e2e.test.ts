import type { Client } from '@journeybook/contracts';
import { endpoints } from '@journeybook/contracts';
import { newId } from '@journeybook/database';
import type { ApprenticeshipId } from '@journeybook/domain';
import { hours } from '@journeybook/domain';
import { competencyCode, courseCode, foundry, processCode } from '@journeybook/domain/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addApprentice } from '../testing/add-apprentice.js';
import { refusalOf } from '../testing/refusal-of.js';
import type { RunningApi } from '../testing/start-api.js';
import { startApi } from '../testing/start-api.js';
import { addMembership, agreements, buildWorld, people } from '../testing/world.js';

let api: RunningApi;
let employer: Client;
beforeAll(async () => {
  api = await startApi();
  await buildWorld(api.database);
  employer = await api.as(people.foundryAdmin);
});
afterAll(() => api.stop());

const process = { kind: 'work-process' as const, workProcess: processCode('WP01'), minutes: hours(400) };
const course = { kind: 'course' as const, course: courseCode('RTI03'), minutes: hours(24) };
const skill = { kind: 'competency' as const, competency: competencyCode('WP01.01'), level: 3 };
const ask = (call: Client, apprenticeship: ApprenticeshipId, overrides: Record<string, unknown> = {}) =>
  call(endpoints.requestStanding, {
    params: { apprenticeship },
    body: {
      items: [process, course, skill],
      reason: ' Two years at another plant ',
      evidence: [{ title: 'Letter of the plant', reference: 'file 12' }],
      ...overrides,
    },
  });
const read = (call: Client, apprenticeship: ApprenticeshipId) =>
  call(endpoints.readStanding, { params: { apprenticeship } });

describe('asking for advanced standing', () => {
  test('waits for another person, with titles and what is left of each item', async () => {
    const { apprenticeship, name } = await addApprentice(api.database);
    const asked = await ask(employer, apprenticeship);
    expect(asked).toEqual({
      id: asked.id,
      apprenticeship,
      apprentice: expect.objectContaining({ name }),
      employer: { id: expect.any(String), name: 'Northfield Castings' },
      state: 'requested',
      items: [
        { item: process, title: 'Operate production equipment', leftMinutes: hours(1_000), granted: null },
        { item: course, title: 'Manufacturing 101', leftMinutes: hours(24), granted: null },
        { item: skill, title: expect.stringMatching(/^Start up/), leftMinutes: null, granted: null },
      ],
      reason: 'Two years at another plant',
      evidence: [{ title: 'Letter of the plant', reference: 'file 12' }],
      youthMinutes: null,
      requestedBy: { id: people.foundryAdmin.id, name: 'Fred Foundry' },
      requestedAt: '2026-03-04T15:00:00.000Z',
      decidedBy: null,
      decidedAt: null,
      decisionReason: null,
      may: { decide: false },
    });
    expect((await read(employer, apprenticeship)).requests).toEqual([asked]);
    expect(await api.database.read.record.list(apprenticeship)).toEqual([]);
  });
  test.each([
    ['the apprentice', null],
    ['the sponsor', people.councilAdmin],
  ])('is open to %s', async (_, person) => {
    const apprentice = await addApprentice(api.database);
    const asker = person ?? apprentice;
    const asked = await ask(await api.as(asker), apprentice.apprenticeship);
    expect(asked).toMatchObject({ requestedBy: { id: asker.id }, may: { decide: false } });
  });
  test.each([
    ['400 invalid-request', { items: [] }],
    ['422 item-twice', { items: [process, process] }],
    ['422 unknown-work-process', { items: [{ ...process, workProcess: 'WP99' }] }],
    ['409 course-not-in-standard', { items: [{ ...course, course: 'RTI99' }] }],
    ['422 unknown-competency', { items: [{ ...skill, competency: 'WP99.01' }] }],
    ['422 level-not-on-scale', { items: [{ ...skill, level: 9 }] }],
    ['422 below-required-level', { items: [{ ...skill, level: 2 }] }],
    ['422 minutes-not-positive', { items: [{ ...process, minutes: 0 }] }],
    ['422 minutes-not-positive', { youthMinutes: 0 }],
    ['400 invalid-request', { youthMinutes: 3_000_000_000 }],
    ['422 reason-missing', { reason: '  ' }],
    ['422 evidence-missing', { evidence: [] }],
    ['422 evidence-missing', { evidence: [{ title: ' ' }] }],
    ['400 invalid-request', { items: [{ ...process, minutes: 1.5 }] }],
    ['400 invalid-request', { reason: 'nothing\u0000' }],
  ])('is refused with %s', async (refusal, overrides) => {
    const { apprenticeship } = await addApprentice(api.database);
    expect(await refusalOf(ask(employer, apprenticeship, overrides))).toBe(refusal);
    expect((await read(employer, apprenticeship)).requests).toEqual([]);
  });
  test.each(['completed', 'cancelled', 'transferred'] as const)('is refused in a record that is %s', async (status) => {
    const { apprenticeship } = await addApprentice(api.database, { status });
    expect(await refusalOf(ask(employer, apprenticeship))).toBe('409 record-closed');
    expect(await read(employer, apprenticeship)).toMatchObject({ requests: [], may: { request: false } });
  });
});

describe('who may not ask for it', () => {
  test.each([
    ['a mentor', people.grace, '403 not-allowed'],
    ['another apprentice', people.bela, '404 not-their-record'],
    ['another employer', people.millAdmin, '404 not-their-record'],
    ['another sponsor', people.elsewhereAdmin, '404 not-their-record'],
  ])('%s', async (_, person, refusal) => {
    expect(await refusalOf(ask(await api.as(person), agreements.ada.id))).toBe(refusal);
    expect((await read(employer, agreements.ada.id)).requests).toEqual([]);
  });
  test('a mentor who is an apprentice elsewhere', async () => {
    const mentor = await addApprentice(api.database);
    const { apprenticeship } = await addApprentice(api.database);
    await addMembership(api.database, mentor, foundry, 'mentor');
    await api.database.transaction(({ apprenticeships }) =>
      apprenticeships.assignMentor(newId(), agreements.ada.sponsor, {
        mentor: mentor.id,
        apprenticeship,
        from: agreements.ada.beganOn,
        until: null,
      }),
    );
    const call = await api.as(mentor);
    expect(await refusalOf(ask(call, apprenticeship))).toBe('404 not-their-record');
    expect(await read(call, apprenticeship)).toMatchObject({ may: { request: false }, proposed: [] });
  });
  test('anybody, for a record that does not exist', async () => {
    expect(await refusalOf(ask(employer, newId()))).toBe('404 not-their-record');
  });
});
