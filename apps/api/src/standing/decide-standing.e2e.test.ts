import type { Client, StandingItemView } from '@journeybook/contracts';
import { endpoints } from '@journeybook/contracts';
import { newId } from '@journeybook/database';
import type { Apprenticeship, ApprenticeshipId, Minutes, PersonId, Standard } from '@journeybook/domain';
import { findAgencyPolicy, hours } from '@journeybook/domain';
import {
  competencyCode,
  council,
  courseCode,
  ojtHoursCredited,
  processCode,
  terms,
  wageSchedule,
} from '@journeybook/domain/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AddedApprentice } from '../testing/add-apprentice.js';
import { addApprentice } from '../testing/add-apprentice.js';
import { totalsOf } from '../testing/record.js';
import { problemOf, refusalOf } from '../testing/refusal-of.js';
import { addEntries, publish, smallProgram } from '../testing/small-program.js';
import type { RunningApi } from '../testing/start-api.js';
import { startApi } from '../testing/start-api.js';
import { addMembership, addPeople, buildWorld, people } from '../testing/world.js';

let api: RunningApi;
let employer: Client;
let sponsor: Client;
let second: Client;
beforeAll(async () => {
  api = await startApi();
  await buildWorld(api.database);
  const colleague = { id: newId<PersonId>(), name: 'Conny Council', email: 'conny@people.example' };
  await addPeople(api.database, [colleague]);
  await addMembership(api.database, colleague, council, 'sponsor-admin');
  [employer, sponsor, second] = await Promise.all([
    api.as(people.foundryAdmin),
    api.as(people.councilAdmin),
    api.as(colleague),
  ]);
});
afterAll(() => api.stop());

const process = (minutes: number): StandingItemView => ({
  kind: 'work-process',
  workProcess: processCode('WP01'),
  minutes: hours(minutes),
});
const course: StandingItemView = { kind: 'course', course: courseCode('RTI03'), minutes: hours(4) };
const skill: StandingItemView = { kind: 'competency', competency: competencyCode('WP01.01'), level: 3 };
const all = [process(4), course, skill];

const ask = (call: Client, apprenticeship: ApprenticeshipId, items = all, youthMinutes: Minutes | null = null) =>
  call(endpoints.requestStanding, {
    params: { apprenticeship },
    body: {
      items,
      reason: 'Two years at another plant',
      evidence: [{ title: 'Letter of the plant' }],
      youthMinutes,
    },
  });
const decide = (call: Client, request: string, granted: readonly StandingItemView[], reason = 'Seen at work') =>
  call(endpoints.decideStanding, { params: { request }, body: { granted: [...granted], reason } });
const readRecord = (call: Client, apprenticeship: ApprenticeshipId) =>
  call(endpoints.readRecord, { params: { apprenticeship } });

/** A fresh apprentice in a small program of its own. */
async function apprenticeIn(program: Standard = smallProgram(), overrides: Partial<Apprenticeship> = {}) {
  await publish(api.database, program);
  const apprentice = await addApprentice(api.database, { standard: program.id, ...overrides });
  return { ...apprentice, program };
}
/** The same with everything asked for by the employer. */
async function asked(
  ...of: Parameters<typeof apprenticeIn>
): Promise<AddedApprentice & { request: string; program: Standard }> {
  const apprentice = await apprenticeIn(...of);
  return { ...apprentice, request: (await ask(employer, apprentice.apprenticeship)).id };
}
const under = (code: string) => {
  const agency = findAgencyPolicy(code);
  if (!agency) throw new Error(`${code} ships with Journeybook`);
  return smallProgram('time', { terms: terms({ wages: null, agency }) });
};

describe('granting advanced standing', () => {
  test('reduces what is left at once, visibly, and counts a skill as signed at its level', async () => {
    const { apprenticeship, request } = await asked();
    const before = await readRecord(employer, apprenticeship);
    expect(before).toMatchObject({
      ojt: { creditedMinutes: 0, leftMinutes: hours(15) },
      rti: { leftMinutes: hours(6) },
      competencies: { signedOff: 0 },
    });
    const decided = await decide(sponsor, request, all);
    expect(decided).toMatchObject({
      state: 'granted',
      items: [
        { granted: all[0], leftMinutes: hours(6) },
        { granted: all[1], leftMinutes: 0 },
        { granted: all[2], leftMinutes: null },
      ],
      decidedBy: { name: 'Cora Council' },
      decidedAt: api.clock.now(),
      decisionReason: 'Seen at work',
      may: { decide: false },
    });
    const after = await readRecord(employer, apprenticeship);
    expect(after).toMatchObject({
      ojt: { creditedMinutes: hours(4), leftMinutes: hours(11) },
      rti: { leftMinutes: hours(2) },
      competencies: { signedOff: 1 },
    });
    expect(after.processes[0]).toMatchObject({
      advancedMinutes: hours(4),
      leftMinutes: hours(6),
      competencies: [{ code: 'WP01.01', signedOff: true }],
    });
    expect(after.courses[0]).toMatchObject({ advancedMinutes: hours(4), leftMinutes: 0 });
    expect(await totalsOf(api.database, apprenticeship)).toHaveLength(3);
  });
  test('is one entry for each item, with who asked, the evidence, the policy and the wage step', async () => {
    const wages = wageSchedule({
      steps: [
        { step: 1, title: 'Entry', after: {}, percent: 60 },
        { step: 2, title: 'Second', after: { ojtMinutes: hours(4) }, percent: 75 },
      ],
    });
    const { apprenticeship, request } = await asked(smallProgram('time', { terms: terms({ wages }) }));
    await decide(sponsor, request, all);
    expect(await api.database.read.record.list(apprenticeship)).toMatchObject(
      all.map((subject) => ({
        kind: 'advanced-standing-granted',
        subject,
        requestedBy: people.foundryAdmin.id,
        answeredBy: people.councilAdmin.id,
        evidence: ['Letter of the plant'],
        policy: 'US-29.5(b)(12)',
        reason: 'Seen at work',
        occurredOn: '2026-03-04',
        wageStep: 2,
      })),
    );
    const { steps } = await employer(endpoints.readWages, { params: { apprenticeship } });
    expect(steps.map((one) => [one.state, one.reachedOn])).toEqual([
      ['overdue', '2026-01-05'],
      ['due', '2026-03-04'],
    ]);
  });
  test('may be less than was asked', async () => {
    const { apprenticeship, request } = await asked();
    const decided = await decide(sponsor, request, [process(1)]);
    expect(decided.items.map((one) => one.granted)).toEqual([process(1), null, null]);
    expect(await readRecord(employer, apprenticeship)).toMatchObject({ ojt: { creditedMinutes: hours(1) } });
  });
  test('may be nothing: then the request is refused, with the reason', async () => {
    const { apprenticeship, request } = await asked();
    const decided = await decide(sponsor, request, [], ' Nothing was shown ');
    expect(decided).toMatchObject({
      state: 'refused',
      decisionReason: 'Nothing was shown',
      decidedBy: { name: 'Cora Council' },
    });
    expect(decided.items.every((one) => one.granted === null)).toBe(true);
    expect(await api.database.read.record.list(apprenticeship)).toEqual([]);
  });
  test('at once by two is one decision', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { apprenticeship, request } = await asked();
      const outcomes = await Promise.allSettled([
        decide(sponsor, request, all),
        decide(second, request, [process(2)]),
        decide(second, request, []),
      ]);
      expect(outcomes.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
      for (const one of outcomes)
        if (one.status === 'rejected')
          expect(one.reason.problem).toMatchObject({ status: 409, kind: 'already-decided' });
      const { requests } = await employer(endpoints.readStanding, { params: { apprenticeship } });
      const granted = requests.flatMap((one) => one.items.flatMap((item) => item.granted ?? []));
      expect(await api.database.read.record.list(apprenticeship)).toHaveLength(granted.length);
      await totalsOf(api.database, apprenticeship);
    }
  });
  test('of two requests at once never exceeds what is required', async () => {
    const { apprenticeship } = await apprenticeIn();
    const requests = [
      await ask(employer, apprenticeship, [process(6)]),
      await ask(employer, apprenticeship, [process(6)]),
    ];
    const outcomes = await Promise.allSettled(requests.map(({ id }) => decide(sponsor, id, [process(6)])));
    expect(outcomes.map((one) => one.status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(await readRecord(employer, apprenticeship)).toMatchObject({ ojt: { creditedMinutes: hours(6) } });
  });
});

describe('a decision is refused', () => {
  test.each([
    ['409 more-than-required', [process(4)], [ojtHoursCredited({ minutes: hours(7) })]],
    ['422 more-than-requested', [process(5)], []],
    ['422 more-than-requested', [process(1), process(1)], []],
    ['422 more-than-requested', [{ ...skill, level: 4 }], []],
    ['422 more-than-requested', [{ ...course, course: courseCode('RTI11') }], []],
    ['422 minutes-not-positive', [process(0)], []],
    ['422 minutes-not-positive', [process(-3)], []],
  ])('with %s, and nothing is half done', async (refusal, granted, before) => {
    const apprentice = await asked();
    await addEntries(api.database, apprentice, before);
    expect(await refusalOf(decide(sponsor, apprentice.request, granted))).toBe(refusal);
    expect(await refusalOf(decide(sponsor, apprentice.request, [course, ...granted]))).toBe(refusal);
    const { apprenticeship } = apprentice;
    const { requests } = await employer(endpoints.readStanding, { params: { apprenticeship } });
    expect(requests).toMatchObject([{ state: 'requested', decidedBy: null }]);
    expect(await api.database.read.record.list(apprenticeship)).toHaveLength(before.length);
  });
  test('without a reason, and a second time', async () => {
    const { request } = await asked();
    expect(await refusalOf(decide(sponsor, request, all, ' '))).toBe('422 reason-missing');
    await decide(sponsor, request, all);
    expect(await problemOf(decide(second, request, []))).toMatchObject({
      status: 409,
      kind: 'already-decided',
      facts: { state: 'granted' },
    });
  });
  test('above the cap of the agency, with what was granted before', async () => {
    const { standing, ...agency } = terms().agency;
    const capped = { ...agency, standing: { ...standing, percentOfOjt: 40 } };
    const { apprenticeship } = await apprenticeIn(
      smallProgram('time', { terms: terms({ wages: null, agency: capped }) }),
    );
    const [first, more] = [
      await ask(employer, apprenticeship, [process(5)]),
      await ask(employer, apprenticeship, [process(2)]),
    ];
    await decide(sponsor, first.id, [process(5)]);
    expect(await problemOf(decide(sponsor, more.id, [process(2)]))).toMatchObject({
      status: 409,
      kind: 'over-standing-cap',
      facts: { capMinutes: hours(6), grantedMinutes: hours(7) },
    });
    await decide(sponsor, more.id, [process(1)]);
    const { policy } = await employer(endpoints.readStanding, { params: { apprenticeship } });
    expect(policy).toMatchObject({ capMinutes: hours(6), grantedMinutes: hours(6) });
  });
  test("above 75 percent of a youth apprentice's hours in Wisconsin, also in two requests", async () => {
    const { apprenticeship } = await apprenticeIn(under('US-WI'));
    const youth = hours(4);
    const [first, again] = [
      await ask(employer, apprenticeship, [process(4)], youth),
      await ask(employer, apprenticeship, [process(4)], youth),
    ];
    expect(await problemOf(decide(sponsor, first.id, [process(4)]))).toMatchObject({
      kind: 'over-youth-cap',
      facts: { capMinutes: hours(3) },
    });
    await decide(sponsor, first.id, [process(3)]);
    expect(await refusalOf(decide(sponsor, again.id, [process(1)]))).toBe('409 over-youth-cap');
  });
  test('after probation in Rhode Island, unless it refuses the request', async () => {
    const { request } = await asked(under('US-RI'), { beganOn: '2025-09-01' as never });
    expect(await problemOf(decide(sponsor, request, all))).toMatchObject({
      status: 409,
      kind: 'standing-too-late',
      facts: { dueOn: '2026-01-16' },
    });
    expect(await decide(sponsor, request, [])).toMatchObject({ state: 'refused' });
  });
  test('once the record is closed', async () => {
    const { apprenticeship, request } = await asked();
    await api.database.transaction(async ({ apprenticeships }) => {
      const agreement = await apprenticeships.lock(apprenticeship);
      if (agreement) await apprenticeships.save({ ...agreement, status: 'cancelled' });
    });
    expect(await refusalOf(decide(sponsor, request, all))).toBe('409 record-closed');
    expect(await refusalOf(decide(sponsor, request, []))).toBe('409 record-closed');
    const { requests } = await sponsor(endpoints.listStandingRequests, {});
    expect(requests.map((one) => one.id)).not.toContain(request);
  });
});

describe('who may not decide', () => {
  test('whoever asked; another person of the sponsor does', async () => {
    const { apprenticeship } = await apprenticeIn();
    const { id } = await ask(sponsor, apprenticeship);
    expect(await refusalOf(decide(sponsor, id, all))).toBe('403 requester-cannot-decide');
    expect(await decide(second, id, all)).toMatchObject({ state: 'granted' });
  });
  test('the apprentice, also one who holds the office', async () => {
    const apprentice = await asked();
    await addMembership(api.database, apprentice, council, 'sponsor-admin');
    expect(await refusalOf(decide(await api.as(apprentice), apprentice.request, all))).toBe('403 own-standing');
  });
  test.each([
    ['the employer', people.foundryAdmin, '403 not-allowed'],
    ['a mentor', people.grace, '403 not-allowed'],
    ['another apprentice', people.bela, '403 not-allowed'],
    ['another sponsor', people.elsewhereAdmin, '404 not-their-record'],
  ])('%s', async (_, person, refusal) => {
    const { request } = await asked();
    expect(await refusalOf(decide(await api.as(person), request, all))).toBe(refusal);
  });
  test('anybody, what nobody asked, in the words for what is not theirs', async () => {
    expect(await refusalOf(decide(sponsor, newId(), all))).toBe('404 not-their-record');
  });
});

describe('the requests that wait', () => {
  const listed = async (call: Client) => (await call(endpoints.listStandingRequests, {})).requests;

  test('are listed for whoever may decide them, the oldest first, until they are decided', async () => {
    const one = await asked();
    api.clock.pass(1);
    const { apprenticeship } = await apprenticeIn();
    const own = await ask(sponsor, apprenticeship);
    api.clock.pass(1);
    const last = await asked();
    const mine = [one.request, own.id, last.request];
    const ids = async (call: Client) => (await listed(call)).map(({ id }) => id).filter((id) => mine.includes(id));
    expect(await ids(sponsor)).toEqual([one.request, last.request]);
    expect(await ids(second)).toEqual(mine);
    expect((await listed(second)).every((request) => request.may.decide && request.state === 'requested')).toBe(true);
    await decide(second, one.request, []);
    expect(await ids(second)).toEqual([own.id, last.request]);
    expect(await listed(await api.as(people.elsewhereAdmin))).toEqual([]);
  });
});
