import type { Client } from '@journeybook/contracts';
import { endpoints } from '@journeybook/contracts';
import { newId } from '@journeybook/database';
import { competencyCode, day } from '@journeybook/domain/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addApprentice } from '../testing/add-apprentice.js';
import { refusalOf } from '../testing/refusal-of.js';
import type { RunningApi } from '../testing/start-api.js';
import { startApi } from '../testing/start-api.js';
import { addMembership, buildWorld, mill, people } from '../testing/world.js';

let api: RunningApi;
let grace: Client;
beforeAll(async () => {
  api = await startApi();
  await buildWorld(api.database);
  grace = await api.as(people.grace);
});
afterAll(() => api.stop());

const skill = competencyCode('WP01.01');
const decline = (call: Client, request: string, feedback = ' Show me the shut-down once more ') =>
  call(endpoints.declineSignOff, { params: { request }, body: { feedback } });

/** A fresh apprentice who asked for the sign-off of WP01.01. */
async function asked() {
  const person = await addApprentice(api.database);
  const params = { apprenticeship: person.apprenticeship };
  const call = await api.as(person);
  const ask = async () => {
    const { requested } = await call(endpoints.requestSignOff, { params, body: { competency: skill } });
    return requested?.id ?? '';
  };
  const shown = async () => (await call(endpoints.readRecord, { params })).processes[0]?.competencies[0];
  const signOff = () =>
    grace(endpoints.signOff, { params, body: { competency: skill, level: 3, observedOn: day('2026-03-03') } });
  return { person, request: await ask(), ask, shown, signOff };
}

describe('declining a sign-off', () => {
  test('tells the apprentice what is missing, and who said so', async () => {
    const { request, shown, person } = await asked();
    await decline(grace, request);
    expect(await shown()).toMatchObject({
      signedOff: false,
      requested: null,
      declined: {
        feedback: 'Show me the shut-down once more',
        by: { id: people.grace.id, name: 'Grace Kim' },
        at: '2026-03-04T15:00:00.000Z',
      },
    });
    expect(await api.database.read.record.list(person.apprenticeship)).toEqual([]);
  });
  test('is said until the apprentice asks again', async () => {
    const { request, ask, shown } = await asked();
    await decline(grace, request);
    const again = await ask();
    expect(await shown()).toMatchObject({ requested: { id: again }, declined: null });
  });
  test('is said until somebody signs, though nobody asked again', async () => {
    const { request, shown, signOff } = await asked();
    await decline(grace, request);
    expect(await signOff()).toMatchObject({ signedOff: true, declined: null });
    expect(await shown()).toMatchObject({ requested: null, declined: null });
  });
  test('by two mentors at once, one of whom signs, has one answer', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { request, shown, signOff } = await asked();
      const [declined] = await Promise.allSettled([decline(await api.as(people.hugo), request), signOff()]);
      expect(await shown()).toMatchObject({ signedOff: true, requested: null, declined: null });
      if (declined.status === 'rejected')
        expect(declined.reason.problem).toMatchObject({ status: 409, kind: 'already-answered' });
    }
  });
  test.each([
    ['422 feedback-missing', '  '],
    ['400 invalid-request', 'x'.repeat(2_001)],
  ])('is refused with %s', async (refusal, feedback) => {
    const { request, shown } = await asked();
    expect(await refusalOf(decline(grace, request, feedback))).toBe(refusal);
    expect(await shown()).toMatchObject({ requested: { id: request } });
  });
  test('is refused once it was answered', async () => {
    const { request } = await asked();
    await decline(grace, request);
    expect(await refusalOf(decline(grace, request))).toBe('409 already-answered');
  });
});

describe('who may not decline', () => {
  test.each([
    ['a mentor of somebody else', people.mona, '404 not-their-record'],
    ['a mentor of another sponsor', people.outsideMentor, '404 not-their-record'],
    ['a mentor whose assignment ended', people.felix, '404 not-their-record'],
    ['another apprentice', people.bela, '403 not-allowed'],
    ['the employer', people.foundryAdmin, '403 not-allowed'],
    ['the sponsor', people.councilAdmin, '403 not-allowed'],
  ])('%s', async (_, person, refusal) => {
    const { request, shown } = await asked();
    expect(await refusalOf(decline(await api.as(person), request))).toBe(refusal);
    expect(await shown()).toMatchObject({ requested: { id: request } });
  });
  test('the apprentice, though they mentor others', async () => {
    const { person, request } = await asked();
    await addMembership(api.database, person, mill, 'mentor');
    expect(await refusalOf(decline(await api.as(person), request))).toBe('403 own-competency');
  });
  test('the employer’s administrator, though they mentor somebody else', async () => {
    const { request } = await asked();
    await addMembership(api.database, people.foundryAdmin, mill, 'mentor');
    expect(await refusalOf(decline(await api.as(people.foundryAdmin), request))).toBe('403 not-their-mentor');
  });
  test('anybody, what does not exist, in the words for a record that is not theirs', async () => {
    expect(await refusalOf(decline(grace, newId()))).toBe('404 not-their-record');
  });
});
