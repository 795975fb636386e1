import type { Client, NoticeView } from '@journeybook/contracts';
import { endpoints } from '@journeybook/contracts';
import { newId } from '@journeybook/database';
import type { CalendarDate, RecordEntryId } from '@journeybook/domain';
import { addDays } from '@journeybook/domain';
import { council, day, elsewhere, foundry, ojtHoursCredited, statusChanged, today } from '@journeybook/domain/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { addApprentice } from '../testing/add-apprentice.js';
import { draftBy, readBy, registerBy } from '../testing/agreement.js';
import { countStatements } from '../testing/count-statements.js';
import { onDay } from '../testing/on-day.js';
import { problemOf, refusalOf } from '../testing/refusal-of.js';
import type { RunningApi } from '../testing/start-api.js';
import { startApi } from '../testing/start-api.js';
import { addMembership, buildWorld, mill, people } from '../testing/world.js';

let api: RunningApi;
let cora: Client;
beforeAll(async () => {
  api = await startApi();
  await buildWorld(api.database);
});
beforeEach(async () => {
  cora = await api.as(people.councilAdmin);
});
afterAll(() => api.stop());

const list = async (call: Client) => (await call(endpoints.listNotices, {})).notices;
/** Reports it, as the list shows what was reported now; of a long time ago it shows nothing any more. */
async function report(call: Client, entry: string, reportedOn: CalendarDate = today, reference?: string) {
  const shown = await list(call).catch(() => []);
  const ifMatch = shown.find((notice) => notice.entry === entry)?.edition ?? 'not-shown';
  const body = { reportedOn, ...(reference ? { reference } : {}) };
  return call(endpoints.reportNotice, { params: { entry }, body, ifMatch });
}
/** Of one apprentice, as the sponsor's list has them. */
const ofOne = async ({ apprenticeship }: { apprenticeship: string }) =>
  (await list(cora)).filter((notice) => notice.apprenticeship === apprenticeship);

/** Somebody registered on a day, by an entry that was recorded then. */
async function registeredOn(date: string, overrides: Parameters<typeof addApprentice>[1] = {}) {
  const person = await addApprentice(api.database, { status: 'registered', beganOn: day(date), ...overrides });
  const entry = newId<RecordEntryId>();
  const { apprenticeship } = person;
  const change = statusChanged({
    id: entry,
    apprenticeship,
    source: `status/${apprenticeship}/1`,
    occurredOn: day(date),
    answeredBy: people.councilAdmin.id,
  });
  await api.database.transaction(({ record }) => record.append(overrides.sponsor ?? council, apprenticeship, [change]));
  return { ...person, entry };
}

describe('the notices of a sponsor', () => {
  test('carry all that is printed on them', async () => {
    const view = await registerBy(cora);
    const [notice] = await ofOne(view);
    expect(notice).toEqual({
      edition: expect.stringMatching(/^[\w-]{22}$/),
      entry: view.history[0]?.entry,
      event: 'registered',
      occurredOn: '2026-03-02',
      reason: 'Agreement signed',
      dueOn: '2026-04-16',
      reportedOn: null,
      reference: '',
      state: 'due',
      daysLate: 0,
      decidedBy: { id: people.councilAdmin.id, name: 'Cora Council' },
      apprenticeship: view.apprenticeship,
      apprentice: view.apprentice,
      employer: { id: foundry, name: 'Northfield Castings' },
      sponsor: { id: council, name: 'Northern Council' },
      occupation: { title: 'Industrial Manufacturing Technician', rapidsCode: '2031' },
      beganOn: '2026-03-02',
      agency: {
        code: 'US',
        name: 'Office of Apprenticeship',
        basis: ['29 CFR 29.3(e)', '29 CFR 29.5', '29 CFR 29.7(h)', 'OA Circular 2026-01', '29 CFR 30.12'],
      },
    });
    expect(view.notices).toEqual([notice]);
  });
  test('name the employer of the day, also when another came since', async () => {
    const { apprenticeship, ...view } = await registerBy(cora);
    const to = { employer: mill, from: day('2026-03-03') };
    await cora(endpoints.changeEmployer, { params: { apprenticeship }, body: to });
    const cancel = { to: 'cancelled' as const, effectiveOn: today, reason: 'Gave up' };
    await cora(endpoints.changeStatus, { params: { apprenticeship }, body: cancel });
    const employers = (await ofOne({ apprenticeship })).map((one) => [one.event, one.employer.name, one.apprentice]);
    expect(employers).toEqual([
      ['registered', 'Northfield Castings', view.apprentice],
      ['cancelled', 'River Mill', view.apprentice],
    ]);
  });
  test('are late first, then due, by the last day, then what was reported in the last 90 days', async () => {
    const at = async (date: string, reportedOn?: string) => {
      const person = await registeredOn(date);
      if (reportedOn) await report(cora, person.entry, day(reportedOn));
      return person.entry;
    };
    const wanted = [
      await at('2025-11-03'),
      await at('2026-01-05'),
      await at('2026-01-20'),
      await at('2026-02-20'),
      await at('2026-02-02', '2026-03-04'),
      await at('2026-02-01', '2026-02-10'),
      await at('2025-09-01', String(addDays(today, -90))),
    ];
    const tooOld = await at('2025-08-01', String(addDays(today, -91)));
    const notices = await list(cora);
    const places = wanted.map((entry) => notices.findIndex((notice) => notice.entry === entry));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(places).not.toContain(-1);
    expect(notices.map((notice) => notice.entry)).not.toContain(tooOld);
    const stateOf = (entry: string): NoticeView | undefined => notices.find((notice) => notice.entry === entry);
    expect(wanted.map((entry) => [stateOf(entry)?.state, stateOf(entry)?.daysLate])).toEqual([
      ['late', 76],
      ['late', 13],
      ['due', 0],
      ['due', 0],
      ['reported', 0],
      ['reported', 0],
      ['reported-late', 49],
    ]);
  });
  test('become late the day after the last one', async () => {
    const { apprenticeship } = await registeredOn('2026-03-03');
    const on = async (date: string) =>
      onDay(api, date, async (as) => {
        const notices = await list(await as(people.councilAdmin));
        return notices.find((notice) => notice.apprenticeship === apprenticeship)?.state;
      });
    expect([await on('2026-04-17'), await on('2026-04-18')]).toEqual(['due', 'late']);
  });
  test('are read in as many statements for forty agreements as for one', async () => {
    await registeredOn('2026-02-17');
    await list(cora);
    const before = await countStatements(api.services.database, () => list(cora));
    for (let one = 0; one < 40; one += 1) await registeredOn('2026-02-16');
    expect((await list(cora)).filter((notice) => notice.occurredOn === '2026-02-16')).toHaveLength(40);
    expect(await countStatements(api.services.database, () => list(cora))).toBe(before);
    expect(before).toBeGreaterThan(5);
    expect(before).toBeLessThan(10);
  });
  test('are those of the sponsors one administers, without drafts given up', async () => {
    const { apprenticeship } = await draftBy(cora);
    const giveUp = { to: 'cancelled' as const, effectiveOn: today, reason: 'Changed their mind' };
    await cora(endpoints.changeStatus, { params: { apprenticeship }, body: giveUp });
    expect(await ofOne({ apprenticeship })).toEqual([]);
    const evan = await api.as(people.elsewhereAdmin);
    expect((await list(evan)).map((notice) => notice.sponsor.id)).toEqual([]);
    const theirs = await registeredOn('2026-03-02', { sponsor: elsewhere });
    expect((await list(evan)).map((notice) => notice.entry)).toEqual([theirs.entry]);
    expect(await ofOne(theirs)).toEqual([]);
  });
  test('are not those about oneself', async () => {
    const person = await registeredOn('2026-03-02');
    await addMembership(api.database, person, council, 'sponsor-admin');
    const own = await list(await api.as(person));
    expect(own.length).toBeGreaterThan(0);
    expect(own.map((notice) => notice.apprentice.id)).not.toContain(person.id);
  });
});

describe('reporting a notice', () => {
  test('keeps the day and the reference; said again, the later word holds', async () => {
    const { entry } = await registeredOn('2026-01-05');
    expect(await report(cora, entry, day('2026-02-19'), ' RAPIDS 4711 ')).toMatchObject({
      entry,
      state: 'reported',
      reportedOn: '2026-02-19',
      reference: 'RAPIDS 4711',
      daysLate: 0,
    });
    const later = await report(cora, entry, day('2026-02-21'));
    expect(later).toMatchObject({ state: 'reported-late', reportedOn: '2026-02-21', reference: '', daysLate: 2 });
    expect((await list(cora)).find((notice) => notice.entry === entry)).toEqual(later);
  });
  test('many times at once keeps the first report, and tells the others that there is one', async () => {
    const { entry } = await registeredOn('2026-02-24');
    const ifMatch = (await list(cora)).find((notice) => notice.entry === entry)?.edition ?? '';
    const said = await Promise.allSettled(
      Array.from({ length: 5 }, (_, index) =>
        cora(endpoints.reportNotice, {
          params: { entry },
          body: { reportedOn: today, reference: `No. ${index}` },
          ifMatch,
        }),
      ),
    );
    const [kept, ...more] = said.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    expect(more).toEqual([]);
    expect(said.filter((one) => one.status === 'rejected').map((one) => one.reason.problem.kind)).toEqual(
      Array.from({ length: 4 }, () => 'changed-since-shown'),
    );
    expect((await list(cora)).find((notice) => notice.entry === entry)).toEqual(kept);
  });
  test('is open when the record was closed since', async () => {
    const { apprenticeship } = await registerBy(cora);
    const cancel = { to: 'cancelled' as const, effectiveOn: today, reason: 'Gave up' };
    const { notices } = await cora(endpoints.changeStatus, { params: { apprenticeship }, body: cancel });
    for (const notice of notices) expect(await report(cora, notice.entry)).toMatchObject({ state: 'reported' });
  });
  test.each([
    ['422 reported-before-change', '2026-03-01'],
    ['422 future-date', '2026-03-05'],
    ['400 invalid-request', 'today'],
  ])('is refused with %s on %s', async (refusal, on) => {
    const { entry, apprenticeship } = await registeredOn('2026-03-02');
    expect(await refusalOf(report(cora, entry, on as CalendarDate))).toBe(refusal);
    expect((await readBy(cora, apprenticeship)).notices).toMatchObject([{ reportedOn: null }]);
  });
  test('is refused of what needs no report', async () => {
    const person = await registeredOn('2026-03-02');
    const params = { apprenticeship: person.apprenticeship };
    const active = { to: 'active' as const, effectiveOn: today, reason: 'Probation is over' };
    const { history } = await cora(endpoints.changeStatus, { params, body: active });
    const hours = ojtHoursCredited({ id: newId(), apprenticeship: person.apprenticeship, source: newId() });
    await api.database.transaction(({ record }) => record.append(council, person.apprenticeship, [hours]));
    for (const entry of [history.at(-1)?.entry ?? '', hours.id])
      expect(await refusalOf(report(cora, entry))).toBe('404 not-found');
  });
  test.each([
    ['the employer', people.foundryAdmin, '403 not-allowed'],
    ['a mentor', people.grace, '403 not-allowed'],
    ['another sponsor', people.elsewhereAdmin, '404 not-their-record'],
  ])('is refused to %s', async (_, person, refusal) => {
    const { entry } = await registeredOn('2026-03-02');
    expect(await refusalOf(report(await api.as(person), entry))).toBe(refusal);
  });
  test('is refused to the apprentice with an office at the sponsor', async () => {
    const person = await registeredOn('2026-03-02');
    await addMembership(api.database, person, council, 'sponsor-admin');
    expect(await refusalOf(report(await api.as(person), person.entry))).toBe('403 not-their-program');
  });
  test('is refused in the same words, whether or not there is such an entry', async () => {
    const theirs = await registeredOn('2026-03-02', { sponsor: elsewhere });
    const [there, none] = [await problemOf(report(cora, theirs.entry)), await problemOf(report(cora, newId()))];
    expect({ ...none, requestId: '' }).toEqual({ ...there, requestId: '' });
  });
});
