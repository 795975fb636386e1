import type { Client } from '@journeybook/contracts';
import { endpoints } from '@journeybook/contracts';
import { newId } from '@journeybook/database';
import type { ApprenticeshipId } from '@journeybook/domain';
import { at, competencyCode, day, now } from '@journeybook/domain/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AddedApprentice } from '../testing/add-apprentice.js';
import { addApprentice } from '../testing/add-apprentice.js';
import { becomes } from '../testing/change-agreement.js';
import { refusalOf } from '../testing/refusal-of.js';
import type { RunningApi } from '../testing/start-api.js';
import { startApi } from '../testing/start-api.js';
import { addMembership, agreements, buildWorld, mill, people } from '../testing/world.js';

let api: RunningApi;
let grace: Client;
beforeAll(async () => {
  api = await startApi();
  await buildWorld(api.database);
  grace = await api.as(people.grace);
});
afterAll(() => api.stop());

const [start, load] = [competencyCode('WP01.01'), competencyCode('WP01.06')];
const ask = async ({ apprenticeship, ...person }: AddedApprentice, competency = start, moment = now) =>
  api.clock.during(moment, async () =>
    (await api.as(person))(endpoints.requestSignOff, {
      params: { apprenticeship },
      body: { competency, note: `${competency} all week` },
    }),
  );
const list = async (call: Client) => (await call(endpoints.listSignOffRequests, {})).requests;
const ofThese = async (call: Client, ...ids: readonly ApprenticeshipId[]) =>
  (await list(call)).filter((request) => ids.includes(request.apprenticeship));

describe('what apprentices ask a mentor to look at', () => {
  test('is listed with the skill as the record shows it, the oldest first over all apprentices', async () => {
    const [one, other] = [await addApprentice(api.database), await addApprentice(api.database)];
    const body = { competency: start, on: day('2026-03-03'), level: 2, feedback: 'Ask first' };
    await grace(endpoints.observe, { params: { apprenticeship: one.apprenticeship }, body });
    const third = await ask(one, start, at('2026-03-04T14:00:00Z'));
    const first = await ask(one, load, at('2026-03-04T12:00:00Z'));
    const second = await ask(other, load, at('2026-03-04T13:00:00Z'));
    const listed = await ofThese(grace, one.apprenticeship, other.apprenticeship);
    expect(listed.map((request) => request.id)).toEqual([first, second, third].map((skill) => skill.requested?.id));
    expect(listed[2]).toEqual({
      id: third.requested?.id,
      apprenticeship: one.apprenticeship,
      apprentice: { id: one.id, name: one.name },
      competency: third,
      workProcess: { code: 'WP01', title: 'Operate production equipment' },
      note: 'WP01.01 all week',
      requestedAt: '2026-03-04T14:00:00.000Z',
      levels: expect.arrayContaining([{ level: 3, name: 'Performs independently' }]),
    });
    expect(listed[2]?.competency.observed).toMatchObject({ level: 2, feedback: 'Ask first' });
  });
  test('is counted into the session, beside the hours that wait', async () => {
    const person = await addApprentice(api.database);
    const waiting = async () => (await grace(endpoints.currentSession, {})).waitingForApproval;
    const before = await waiting();
    await ask(person);
    const { requested } = await ask(person, load);
    expect(await waiting()).toBe(before + 2);
    await grace(endpoints.declineSignOff, {
      params: { request: requested?.id ?? '' },
      body: { feedback: 'Not yet' },
    });
    expect(await waiting()).toBe(before + 1);
    expect(await list(grace)).toHaveLength(await waiting());
    await becomes(api.database, person.apprenticeship, 'suspended');
    expect(await waiting()).toBe(before);
    expect(await ofThese(grace, person.apprenticeship)).toEqual([]);
  });
  test('is seen by every mentor of today and by no other', async () => {
    const person = { ...people.ada, apprenticeship: agreements.ada.id };
    await ask(person);
    const seen = async (mentor: (typeof people)[keyof typeof people]) =>
      (await ofThese(await api.as(mentor), agreements.ada.id)).length;
    expect([await seen(people.grace), await seen(people.hugo)]).toEqual([1, 1]);
    expect([await seen(people.felix), await seen(people.nora), await seen(people.mona)]).toEqual([0, 0, 0]);
    expect(await seen(people.outsideMentor)).toBe(0);
    await api.clock.during(at('2026-03-10T15:00:00Z'), async () => {
      api.forget(people.nora);
      expect(await seen(people.nora)).toBe(1);
    });
  });
  test('is not what a mentor asks of themselves', async () => {
    const person = await addApprentice(api.database);
    await ask(person);
    await addMembership(api.database, person, mill, 'mentor');
    const assignment = {
      mentor: person.id,
      apprenticeship: person.apprenticeship,
      from: day('2026-01-05'),
      until: null,
    };
    await api.database.read.apprenticeships.assignMentor(newId(), agreements.ada.sponsor, assignment);
    expect(await list(await api.as(person))).toEqual([]);
  });
  test.each([
    ['an apprentice', people.bela],
    ['the employer', people.foundryAdmin],
    ['the sponsor', people.councilAdmin],
  ])('is not listed for %s', async (_, person) => {
    expect(await refusalOf(list(await api.as(person)))).toBe('403 not-allowed');
  });
});
