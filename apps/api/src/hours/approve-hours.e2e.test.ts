import type { Client } from '@journeybook/contracts';
import { endpoints } from '@journeybook/contracts';
import { newId } from '@journeybook/database';
import { day, processCode } from '@journeybook/domain/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addApprentice } from '../testing/add-apprentice.js';
import { correctShown, dayOf, line, log } from '../testing/hours.js';
import type { Shown } from '../testing/hours.js';
import { minutesOf, totalsOf } from '../testing/record.js';
import { problemOf, refusalOf } from '../testing/refusal-of.js';
import type { RunningApi } from '../testing/start-api.js';
import { startApi } from '../testing/start-api.js';
import { addPeople, agreements, buildWorld, mill, people } from '../testing/world.js';

let api: RunningApi;
let grace: Client;
let hugo: Client;
beforeAll(async () => {
  api = await startApi();
  await buildWorld(api.database);
  [grace, hugo] = [await api.as(people.grace), await api.as(people.hugo)];
});
afterAll(() => api.stop());

const approve = (mentor: Client, entries: Shown) => mentor(endpoints.approveHours, { body: { entries } });

/** A fresh apprentice with hours that wait, one entry on each of the days given. */
async function waiting(...days: readonly string[]) {
  const person = await addApprentice(api.database);
  const { id, apprenticeship } = person;
  const call = await api.as(person);
  const shown: Shown[number][] = [];
  for (const workedOn of days)
    shown.push(...(await log(call, apprenticeship, dayOf([line()], { workedOn: day(workedOn) }))));
  const statuses = async () =>
    (await call(endpoints.listHours, { params: { apprenticeship } })).entries.map((entry) => entry.status);
  const credited = () => minutesOf(api.database, apprenticeship, 'WP01');
  return { id, call, apprenticeship, shown, statuses, credited };
}

describe('approving hours', () => {
  test('puts the batch on the record at once and says how many minutes it was', async () => {
    const one = await waiting('2026-03-01', '2026-03-02');
    const other = await waiting('2026-03-02');
    const answer = await approve(grace, [...one.shown, ...other.shown]);
    expect(answer.minutes).toBe(3 * 450);
    expect(answer.entries.map(({ version }) => version)).toEqual([3, 3, 3]);
    expect([await one.credited(), await other.credited()]).toEqual([900, 450]);
    expect(await one.statuses()).toEqual(['approved', 'approved']);
  });

  test('names who approved and when, and credits what was logged', async () => {
    const { call, apprenticeship, shown } = await waiting('2026-03-02');
    await approve(hugo, shown);
    const params = { apprenticeship };
    const { entries } = await call(endpoints.listHours, { params });
    expect(entries).toMatchObject([
      { status: 'approved', decidedBy: { name: 'Hugo Brandt' }, decidedAt: '2026-03-04T15:00:00.000Z' },
    ]);
    const record = await call(endpoints.listEntries, { params, query: {} });
    expect(record.entries).toMatchObject([
      {
        kind: 'ojt-hours-credited',
        subject: { kind: 'work-process', code: 'WP01', title: 'Operate production equipment' },
        minutes: 450,
        occurredOn: '2026-03-02',
        answeredBy: { name: 'Hugo Brandt' },
        origin: 'Northfield Castings',
        reversed: false,
      },
    ]);
  });

  test('is one act: one member that changed refuses all of it and changes nothing', async () => {
    const { shown, statuses, credited } = await waiting('2026-02-27', '2026-02-28', '2026-03-01');
    const [first, ...rest] = shown;
    await grace(endpoints.returnHours, { body: { entries: first ? [first] : [], reason: 'You were off that day' } });
    expect(await refusalOf(approve(grace, shown))).toBe('409 not-submitted');
    expect(await statuses()).toEqual(['submitted', 'submitted', 'returned']);
    expect(await credited()).toBe(0);
    await approve(grace, rest);
    expect(await credited()).toBe(900);
  });

  test('is refused as a whole when a member was corrected since it was shown', async () => {
    const { call, apprenticeship, shown, credited } = await waiting('2026-03-01', '2026-03-02');
    const [first] = shown;
    if (!first) throw new Error('nothing waits');
    const returned = await grace(endpoints.returnHours, { body: { entries: [first], reason: 'Six hours, I think' } });
    const version = returned.entries[0]?.version ?? 0;
    const body = { version, workedOn: day('2026-03-01'), workProcess: processCode('WP01'), minutes: 360 };
    await correctShown(call, { params: { entry: first.id }, body });
    expect(await refusalOf(approve(grace, shown))).toBe('409 changed-since-shown');
    expect(await credited()).toBe(0);
    expect(await totalsOf(api.database, apprenticeship)).toEqual([]);
  });

  test.each([
    [
      'gone',
      async (shown: Shown, call: Client) => {
        const reason = 'Not this one';
        const [entry] = shown;
        if (!entry) return shown;
        const { entries } = await grace(endpoints.returnHours, { body: { entries: [entry], reason } });
        await call(endpoints.discardHours, { params: { entry: entry.id }, ifMatch: entries[0]?.version ?? 0 });
        return shown;
      },
    ],
    ['listed twice', (shown: Shown) => [...shown, ...shown]],
    [
      'of no entry at all',
      (shown: Shown) => [...shown, { id: newId<typeof agreements.ada.id>(), version: 2 } as never],
    ],
  ])('is refused as a whole when a member is %s', async (_, spoil) => {
    const { call, shown, credited } = await waiting('2026-03-01', '2026-03-02');
    expect(await refusalOf(approve(grace, await spoil(shown, call)))).toBe('409 changed-since-shown');
    expect(await credited()).toBe(0);
  });

  test('of the same hours by two mentors at once is one credit and one winner, twenty times over', async () => {
    const days = Array.from({ length: 20 }, (_, index) => `2026-02-${String(index + 1).padStart(2, '0')}`);
    const { apprenticeship, shown, credited } = await waiting(...days);
    const outcomes = await Promise.all(
      shown.map((entry) => Promise.allSettled([approve(grace, [entry]), approve(hugo, [entry])])),
    );
    for (const pair of outcomes) {
      expect(pair.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
      const lost = pair.find((one) => one.status === 'rejected');
      expect(lost?.reason.problem).toMatchObject({ status: 409, kind: 'not-submitted' });
    }
    expect(await credited()).toBe(20 * 450);
    expect(await api.database.read.record.list(apprenticeship)).toHaveLength(20);
  });

  test('of batches that overlap, by two mentors at once, is whole for one and nothing for the other', async () => {
    const [one, other] = [await waiting('2026-03-01', '2026-03-02'), await waiting('2026-03-01', '2026-03-02')];
    const [a, b] = one.shown;
    const [c, d] = other.shown;
    if (!a || !b || !c || !d) throw new Error('nothing waits');
    const outcomes = await Promise.allSettled([approve(grace, [a, b, c]), approve(hugo, [d, c, b])]);
    expect(outcomes.map((each) => each.status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect((await one.credited()) + (await other.credited())).toBe(3 * 450);
  });
});

describe('the queue of a mentor', () => {
  /** What waits for Grace of one apprentice. */
  const queueOf = async (apprentice: string) =>
    (await grace(endpoints.approvalQueue, {})).entries.filter((entry) => entry.apprentice.id === apprentice);

  test('shows what waits with its apprentice and the minutes of that day, and nothing that was decided', async () => {
    const { id, apprenticeship, shown, call } = await waiting('2026-03-01');
    await log(
      call,
      apprenticeship,
      dayOf([line({ workProcess: processCode('WP06'), minutes: 60 })], { workedOn: day('2026-03-01') }),
    );
    expect(await queueOf(id)).toMatchObject([
      { id: shown[0]?.id, version: 2, apprenticeship, minutes: 450, minutesThatDay: 510, flags: [] },
      { minutes: 60, minutesThatDay: 510 },
    ]);
    await approve(grace, shown);
    expect((await queueOf(id)).map((entry) => entry.minutes)).toEqual([60]);
  });

  test('leaves out drafts, and counts into the session what waits', async () => {
    const before = (await grace(endpoints.currentSession, {})).waitingForApproval;
    const { id, apprenticeship, call } = await waiting('2026-03-01');
    await log(call, apprenticeship, dayOf([line()], { submit: false }));
    expect(await queueOf(id)).toHaveLength(1);
    expect((await grace(endpoints.currentSession, {})).waitingForApproval).toBe(before + 1);
  });

  test.each([
    ['over-shift-limit', [721], '2026-03-02'],
    ['duplicate', [30, 30], '2026-03-02'],
    ['logged-late', [30], '2026-02-24'],
  ] as const)('flags %s', async (flag, minutes, workedOn) => {
    const { id, apprenticeship, call } = await waiting();
    await log(
      call,
      apprenticeship,
      dayOf(
        minutes.map((each) => line({ minutes: each })),
        { workedOn: day(workedOn) },
      ),
    );
    expect((await queueOf(id)).map((entry) => entry.flags)).toEqual(minutes.map(() => [flag]));
  });

  test('flags nothing at the limit of a shift, on the last day of the window', async () => {
    const { id, apprenticeship, call } = await waiting();
    await log(call, apprenticeship, dayOf([line({ minutes: 720 })], { workedOn: day('2026-02-25') }));
    expect(await queueOf(id)).toMatchObject([{ flags: [] }]);
  });
});

describe('who may not approve, return or take back hours', () => {
  const acts = (call: Client, entries: Shown) => [
    call(endpoints.approveHours, { body: { entries } }),
    call(endpoints.returnHours, { body: { entries, reason: 'No' } }),
  ];
  const refusals = (calls: readonly Promise<unknown>[]) => Promise.all(calls.map(refusalOf));

  test.each([
    ['a mentor of somebody else, as if there were no such hours', people.mona, '409 changed-since-shown'],
    ['a mentor of another sponsor, neither', people.outsideMentor, '409 changed-since-shown'],
    ['a mentor whose assignment ended before that day', people.felix, '403 not-their-mentor'],
    ['a mentor whose assignment had not begun that day', people.nora, '403 not-their-mentor'],
  ])('%s', async (_, person, refused) => {
    const ada = await api.as(people.ada);
    const shown = await log(ada, agreements.ada.id, dayOf([line({ minutes: 5 })]));
    const call = await api.as(person);
    expect(await refusals(acts(call, shown))).toEqual([refused, refused]);
    expect((await call(endpoints.approvalQueue, {})).entries).toEqual([]);
  });

  test('nor does an assignment of then or later cover another day: Felix approves February, Grace too', async () => {
    const ada = await api.as(people.ada);
    const shown = await log(ada, agreements.ada.id, dayOf([line({ minutes: 5 })], { workedOn: day('2026-02-28') }));
    const felix = await api.as(people.felix);
    expect((await felix(endpoints.approvalQueue, {})).entries.map((entry) => entry.id)).toEqual([shown[0]?.id]);
    await approve(felix, shown);
    expect((await felix(endpoints.approvalQueue, {})).entries).toEqual([]);
  });

  test.each([
    ['the apprentice', people.ada],
    ['another apprentice', people.bela],
    ['the employer', people.foundryAdmin],
    ['another employer', people.millAdmin],
    ['the sponsor', people.councilAdmin],
  ])('%s', async (_, person) => {
    const shown = await log(await api.as(people.ada), agreements.ada.id, dayOf([line({ minutes: 5 })]));
    const call = await api.as(person);
    expect(await refusals(acts(call, shown))).toEqual(['403 not-allowed', '403 not-allowed']);
    expect(await refusalOf(call(endpoints.approvalQueue, {}))).toBe('403 not-allowed');
    expect(await refusalOf(call(endpoints.undoApproval, { body: { entries: shown } }))).toBe('403 not-allowed');
  });

  test('a mentor who is the apprentice, though assigned to themselves', async () => {
    const { id, call, apprenticeship, shown } = await waiting('2026-03-02');
    await api.database.transaction(async (tables) => {
      await tables.people.addMemberships([
        { id: newId(), personId: id, organizationId: mill, role: 'mentor', fromOn: day('2026-01-01'), untilOn: null },
      ]);
      const mentorship = { mentor: id, apprenticeship, from: day('2026-01-05'), until: null };
      await tables.apprenticeships.assignMentor(newId(), agreements.ada.sponsor, mentorship);
    });
    expect(await refusals(acts(call, shown))).toEqual(['403 own-hours', '403 own-hours']);
    expect((await call(endpoints.approvalQueue, {})).entries).toEqual([]);
  });

  test('somebody whose mentor role has ended, whatever the assignment says', async () => {
    const { shown } = await waiting('2026-03-02');
    const past = await addFormerMentor();
    expect(await refusalOf(approve(past, shown))).toBe('403 not-allowed');
  });

  test('is told the same of hours that do not exist as of a set that changed', async () => {
    const entries = [{ id: newId<Shown[number]['id']>(), version: 1 }];
    const problem = await problemOf(approve(await api.as(people.mona), entries));
    expect(problem).toMatchObject({ status: 409, kind: 'changed-since-shown' });
  });
});

/** Somebody who was a mentor until yesterday. */
async function addFormerMentor(): Promise<Client> {
  const person = { id: newId<typeof people.grace.id>(), name: 'Paul Past', email: 'paul.past@people.example' };
  await addPeople(api.database, [person]);
  await api.database.read.people.addMemberships([
    {
      id: newId(),
      personId: person.id,
      organizationId: mill,
      role: 'mentor',
      fromOn: '2026-01-01',
      untilOn: '2026-03-03',
    },
  ]);
  return api.as(person);
}
