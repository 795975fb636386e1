import type { Client } from '@journeybook/contracts';
import { endpoints } from '@journeybook/contracts';
import { newId } from '@journeybook/database';
import { competencyCode, day, foundry, mentorship } from '@journeybook/domain/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addApprentice } from '../testing/add-apprentice.js';
import { dayOf, line, log } from '../testing/hours.js';
import { minutesOf } from '../testing/record.js';
import { refusalOf } from '../testing/refusal-of.js';
import type { RunningApi } from '../testing/start-api.js';
import { startApi } from '../testing/start-api.js';
import { addMembership, agreements, buildWorld, people } from '../testing/world.js';

let api: RunningApi;
let mona: Client;
beforeAll(async () => {
  api = await startApi();
  await buildWorld(api.database);
  await addMembership(api.database, people.mona, foundry, 'mentor');
  mona = await api.as(people.mona);
});
afterAll(() => api.stop());

const skill = competencyCode('WP01.01');

/** A fresh apprentice with hours of 2 and 3 March and a request that wait; Mona stands in from the 3rd to the 4th. */
async function apprentice() {
  const person = await addApprentice(api.database);
  const { apprenticeship } = person;
  const call = await api.as(person);
  const assignment = mentorship({
    mentor: people.mona.id,
    apprenticeship,
    from: day('2026-03-03'),
    until: day('2026-03-04'),
    kind: 'stand-in',
  });
  await api.database.read.apprenticeships.assignMentor(newId(), agreements.ada.sponsor, assignment);
  const before = await log(call, apprenticeship);
  const during = await log(call, apprenticeship, dayOf([line()], { workedOn: day('2026-03-03') }));
  const { requested } = await call(endpoints.requestSignOff, {
    params: { apprenticeship },
    body: { competency: skill },
  });
  return { apprenticeship, before, during, request: requested?.id ?? '', params: { apprenticeship } };
}

describe('a stand-in', () => {
  test('decides the hours of the days they stand in, and no others', async () => {
    const { apprenticeship, before, during } = await apprentice();
    const queue = (await mona(endpoints.approvalQueue, {})).entries;
    expect(queue.filter((entry) => entry.apprenticeship === apprenticeship).map((entry) => entry.workedOn)).toEqual([
      '2026-03-03',
    ]);
    const approved = await mona(endpoints.approveHours, { body: { entries: during } });
    expect(await minutesOf(api.database, apprenticeship, 'WP01')).toBe(450);
    const { entries } = await mona(endpoints.undoApproval, { body: { entries: approved.entries } });
    await mona(endpoints.returnHours, { body: { entries, reason: 'Six hours, I think' } });
    expect(await refusalOf(mona(endpoints.approveHours, { body: { entries: before } }))).toBe('403 not-their-mentor');
  });
  test('attests nothing: neither demonstrates, observes, signs nor declines', async () => {
    const { apprenticeship, params, request } = await apprentice();
    const on = day('2026-03-03');
    const refusals = await Promise.all([
      refusalOf(mona(endpoints.demonstrate, { params, body: { competency: skill, on } })),
      refusalOf(mona(endpoints.observe, { params, body: { competency: skill, on, level: 2, feedback: 'Well done' } })),
      refusalOf(mona(endpoints.signOff, { params, body: { competency: skill, level: 3, observedOn: on } })),
      refusalOf(mona(endpoints.declineSignOff, { params: { request }, body: { feedback: 'Not yet' } })),
    ]);
    expect(refusals).toEqual(refusals.map(() => '403 not-their-mentor'));
    expect(await api.database.read.record.list(apprenticeship)).toEqual([]);
  });
  test('takes no sign-off of somebody else back', async () => {
    const { params } = await apprentice();
    const body = { competency: skill, level: 3, observedOn: day('2026-03-03') };
    const { attestation } = await (await api.as(people.grace))(endpoints.signOff, { params, body });
    const voiding = { params: { ...params, entry: attestation?.entry ?? '' }, body: { reason: 'Not so' } };
    expect(await refusalOf(mona(endpoints.voidSignOff, voiding))).toBe('403 not-their-mentor');
  });
  test('is shown no requests, and none are counted for them', async () => {
    const waiting = async () => (await mona(endpoints.currentSession, {})).waitingForApproval;
    const before = await waiting();
    const { apprenticeship } = await apprentice();
    const { requests } = await mona(endpoints.listSignOffRequests, {});
    expect(requests.filter((one) => one.apprenticeship === apprenticeship)).toEqual([]);
    expect(await waiting()).toBe(before + 1);
  });
  test('reads the record while they stand in, which offers them no sign-off', async () => {
    const { params } = await apprentice();
    const offered = { readAs: 'mentor', may: { signOff: false, correctHours: true } };
    expect(await mona(endpoints.readRecord, { params })).toMatchObject(offered);
    const mentor = await (await api.as(people.grace))(endpoints.readRecord, { params });
    expect(mentor.may.signOff).toBe(true);
  });
});
