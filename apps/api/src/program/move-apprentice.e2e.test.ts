import type { Client, CustomChangeView, MergedRecord } from '@journeybook/contracts';
import { endpoints } from '@journeybook/contracts';
import { newId } from '@journeybook/database';
import type { ApprenticeshipId, RecordEntry, StandardId } from '@journeybook/domain';
import { hours } from '@journeybook/domain';
import {
  advancedStandingGranted,
  competency,
  competencyAttested,
  competencyCode,
  council,
  courseCode,
  day,
  foundry,
  ojtHoursCredited,
  processCode,
  rtiHoursCredited,
  standardId,
} from '@journeybook/domain/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AddedApprentice } from '../testing/add-apprentice.js';
import { addApprentice } from '../testing/add-apprentice.js';
import { correctShown, dayOf, line, log } from '../testing/hours.js';
import type { Mapping } from '../testing/move.js';
import { move, n03, nextContents, nextMapping, p01, propose } from '../testing/move.js';
import { imtContents, publishVersion, writeDraft } from '../testing/program.js';
import { totalsOf } from '../testing/record.js';
import { problemOf, refusalOf } from '../testing/refusal-of.js';
import { confirmShown, mapShown, matchShown, openSection } from '../testing/section.js';
import type { RunningApi } from '../testing/start-api.js';
import { startApi } from '../testing/start-api.js';
import { addMembership, agreements, buildWorld, people } from '../testing/world.js';

let api: RunningApi;
let sponsor: Client;
let grace: Client;
let older: StandardId;
let newer: StandardId;
beforeAll(async () => {
  api = await startApi();
  await buildWorld(api.database);
  [sponsor, grace] = [await api.as(people.councilAdmin), await api.as(people.grace)];
  older = (await publishVersion(sponsor, imtContents({ version: 'older' }))).id;
  newer = (await publishVersion(sponsor, nextContents({ version: 'newer' }))).id;
});
afterAll(() => api.stop());

const fresh = () => ({ id: newId<RecordEntry['id']>(), source: `test/${newId()}` });
const worked = (code: string, minutes: number) =>
  ojtHoursCredited({ ...fresh(), workProcess: processCode(code), minutes: hours(minutes) });

/** An apprentice of the older version with these entries on the record. */
async function apprentice(...entries: readonly RecordEntry[]): Promise<AddedApprentice> {
  const person = await addApprentice(api.database, { standard: older });
  const own = entries.map((one) => ({
    ...one,
    apprenticeship: person.apprenticeship,
    standard: older,
    answeredBy: people.grace.id,
  }));
  await api.database.transaction(({ record }) => record.append(council, person.apprenticeship, own));
  return person;
}
const read = (call: Client, apprenticeship: ApprenticeshipId) =>
  call(endpoints.readRecord, { params: { apprenticeship } });
const processOf = ({ processes }: MergedRecord, code: string) => processes.find((one) => one.code === code);
const minutesBy = async (apprenticeship: ApprenticeshipId) =>
  (await totalsOf(api.database, apprenticeship)).map((one) => [one.subject, one.code, one.minutes || one.level]);
const behind = async (apprenticeship: ApprenticeshipId, subject: 'work-process' | 'course', code: string) =>
  (await grace(endpoints.listEntries, { params: { apprenticeship }, query: { subject, code } })).entries.map((one) => [
    one.kind,
    one.subject?.code,
    one.minutes,
  ]);

describe('moving an apprentice', () => {
  test('reads everything signed under the new codes, and opens every number', async () => {
    const { apprenticeship } = await apprentice(
      worked('WP01', 8),
      worked('WP03', 3),
      worked('WP04', 4),
      advancedStandingGranted({
        ...fresh(),
        subject: { kind: 'work-process', workProcess: processCode('WP01'), minutes: hours(40) },
      }),
      rtiHoursCredited(fresh()),
      competencyAttested(fresh()),
    );
    const before = await read(grace, apprenticeship);
    await move(sponsor, apprenticeship, { to: newer });
    const record = await read(grace, apprenticeship);
    expect(record).toMatchObject({
      standardVersion: 'newer',
      ojt: before.ojt,
      rti: before.rti,
      competencies: { required: 10, signedOff: 1 },
    });
    expect(processOf(record, 'P01')).toMatchObject({ creditedMinutes: hours(48), advancedMinutes: hours(40) });
    expect(processOf(record, 'P01')?.competencies[0]).toMatchObject({ code: 'P01.01', signedOff: true });
    expect([processOf(record, 'WP04'), processOf(record, 'WP03')].map((one) => one?.creditedMinutes)).toEqual([
      hours(3),
      hours(4),
    ]);
    expect(record.courses.find((one) => one.code === n03)).toMatchObject({
      creditedMinutes: hours(24),
      credit: { scorePercent: 88 },
    });
    expect(await minutesBy(apprenticeship)).toEqual([
      ['competency', 'P01.01', 3],
      ['course', 'N03', hours(24)],
      ['work-process', 'P01', hours(48)],
      ['work-process', 'WP03', hours(4)],
      ['work-process', 'WP04', hours(3)],
    ]);
    expect(await behind(apprenticeship, 'work-process', 'P01')).toEqual([
      ['advanced-standing-granted', 'WP01', hours(40)],
      ['ojt-hours-credited', 'WP01', hours(8)],
    ]);
    expect(await behind(apprenticeship, 'work-process', 'WP03')).toEqual([['ojt-hours-credited', 'WP04', hours(4)]]);
    expect(await behind(apprenticeship, 'course', 'N03')).toEqual([['rti-hours-credited', 'RTI03', hours(24)]]);
  });
  test('tells of hours on the record what their process is called today, to correct them by', async () => {
    const person = await addApprentice(api.database, { standard: older });
    const { apprenticeship } = person;
    const call = await api.as(person);
    const day = dayOf([line({ workProcess: processCode('WP03') }), line({ workProcess: processCode('WP01') })]);
    await grace(endpoints.approveHours, { body: { entries: await log(call, apprenticeship, day) } });
    await move(sponsor, apprenticeship, { to: newer });
    const { timeline } = await read(grace, apprenticeship);
    const { entries } = await grace(endpoints.listEntries, { params: { apprenticeship }, query: {} });
    for (const shown of [timeline, entries]) {
      const codes = shown.flatMap(({ subject, hours: of }) => (of ? [[subject?.code, of.workProcess]] : []));
      expect(Object.fromEntries(codes)).toEqual({ WP01: 'P01', WP03: 'WP04' });
    }
  });
  test('is an entry of the record with its reason, and the old entries keep their titles', async () => {
    const { apprenticeship } = await apprentice(worked('WP01', 8));
    await move(sponsor, apprenticeship, { to: newer, reason: '  Adopted in March ' });
    const { timeline } = await read(grace, apprenticeship);
    expect(timeline).toMatchObject([
      { kind: 'standard-changed', text: 'Adopted in March', answeredBy: { name: 'Cora Council' }, subject: null },
      { kind: 'ojt-hours-credited', subject: { code: 'WP01', title: 'Operate production equipment' } },
    ]);
    const [entry] = await api.database.read.record.listAgreement(apprenticeship, ['standard-changed']);
    expect(entry).toMatchObject({ standard: older, to: newer, mapping: nextMapping(), occurredOn: '2026-03-04' });
    expect((await api.database.read.apprenticeships.find(apprenticeship))?.standard).toBe(newer);
  });
  test('twice reads through both mappings', async () => {
    const { apprenticeship } = await apprentice(worked('WP01', 8), rtiHoursCredited(fresh()));
    await move(sponsor, apprenticeship, { to: newer });
    const third = (await publishVersion(sponsor, imtContents({ version: 'third' }))).id;
    const { mapping } = await propose(sponsor, apprenticeship, third);
    const back: Mapping = mapping.map(({ subject, from, to }) => ({
      subject,
      from,
      to: from === 'P01' ? 'WP01' : from === 'N03' ? 'RTI03' : to,
    }));
    await move(sponsor, apprenticeship, { to: third, mapping: back });
    expect(await minutesBy(apprenticeship)).toEqual([
      ['course', 'RTI03', hours(24)],
      ['work-process', 'WP01', hours(8)],
    ]);
    expect(await behind(apprenticeship, 'work-process', 'WP01')).toEqual([['ojt-hours-credited', 'WP01', hours(8)]]);
    const identity: Mapping = back.map((one) => ({ ...one, to: one.from }));
    expect(await refusalOf(move(sponsor, apprenticeship, { to: older, mapping: identity }))).toBe(
      '409 already-bound-before',
    );
  });
  test('of several at once is one move', async () => {
    const { apprenticeship } = await apprentice(worked('WP01', 8));
    const outcomes = await Promise.allSettled([1, 2, 3].map(() => move(sponsor, apprenticeship, { to: newer })));
    expect(outcomes.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
    for (const one of outcomes)
      if (one.status === 'rejected') expect(one.reason.problem).toMatchObject({ kind: 'already-bound-before' });
    expect(await api.database.read.record.list(apprenticeship)).toHaveLength(2);
  });
});

describe('hours that wait when the apprentice moves', () => {
  /** Two hours logged under the older version, and what the mentor was shown. */
  async function waiting() {
    const person = await apprentice();
    const call = await api.as(person);
    const shown = await log(call, person.apprenticeship, dayOf([line({ minutes: 120 })]));
    await move(sponsor, person.apprenticeship, { to: newer });
    return { ...person, call, shown };
  }
  const approve = async (entries: Awaited<ReturnType<typeof waiting>>['shown']) =>
    (await grace(endpoints.approveHours, { body: { entries } })).entries;

  test('are shown as pending under the new code, approved as shown, and count there', async () => {
    const { apprenticeship, shown } = await waiting();
    expect(processOf(await read(grace, apprenticeship), 'P01')).toMatchObject({ pendingMinutes: 120 });
    await approve(shown);
    expect(processOf(await read(grace, apprenticeship), 'P01')).toMatchObject({
      creditedMinutes: 120,
      pendingMinutes: 0,
    });
    expect(await minutesBy(apprenticeship)).toEqual([['work-process', 'P01', 120]]);
    expect(await behind(apprenticeship, 'work-process', 'P01')).toEqual([['ojt-hours-credited', 'WP01', 120]]);
  });
  test('have their approval taken back, and are approved again', async () => {
    const { apprenticeship, shown } = await waiting();
    const undone = await grace(endpoints.undoApproval, { body: { entries: await approve(shown) } });
    expect(await minutesBy(apprenticeship)).toEqual([]);
    expect((await behind(apprenticeship, 'work-process', 'P01')).map(([kind]) => kind)).toEqual([
      'entry-reversed',
      'ojt-hours-credited',
    ]);
    await approve(undone.entries.map(({ id, version }) => ({ id, version })));
    expect(await minutesBy(apprenticeship)).toEqual([['work-process', 'P01', 120]]);
  });
  test('are corrected under the codes of the new version when they are returned', async () => {
    const { apprenticeship, call, shown } = await waiting();
    const { entries } = await grace(endpoints.returnHours, { body: { entries: shown, reason: 'You left at noon' } });
    const [{ id, version } = { id: newId<never>(), version: 0 }] = entries;
    const correct = (code: string) =>
      correctShown(call, {
        params: { entry: id },
        body: { version, workedOn: day('2026-03-02'), workProcess: processCode(code), minutes: 60 },
      });
    expect(await refusalOf(correct('WP01'))).toBe('422 unknown-work-process');
    const corrected = await correct('P01');
    await approve([{ id, version: corrected.version }]);
    expect(await minutesBy(apprenticeship)).toEqual([['work-process', 'P01', 60]]);
  });
  test('are logged under the new codes from then on, and a message sent before is still known', async () => {
    const person = await apprentice();
    const call = await api.as(person);
    const body = dayOf([line()]);
    const shown = await log(call, person.apprenticeship, body);
    await move(sponsor, person.apprenticeship, { to: newer });
    expect(await log(call, person.apprenticeship, body)).toEqual(shown);
    expect(await refusalOf(log(call, person.apprenticeship))).toBe('422 unknown-work-process');
    await log(call, person.apprenticeship, dayOf([line({ workProcess: p01, minutes: 30 })]));
    expect(processOf(await read(grace, person.apprenticeship), 'P01')).toMatchObject({ pendingMinutes: 480 });
  });
  test('are never left behind', async () => {
    const person = await apprentice();
    const workProcess = processCode('WP02');
    const shown = await log(await api.as(person), person.apprenticeship, dayOf([line({ workProcess })]));
    const ended = nextMapping({ WP02: null });
    const proposed = await propose(sponsor, person.apprenticeship, newer);
    expect(proposed.mapping.find((one) => one.from === 'WP02')).toMatchObject({ signed: true });
    const problem = await problemOf(move(sponsor, person.apprenticeship, { to: newer, mapping: ended }));
    expect(problem).toMatchObject({ status: 409, kind: 'waiting-hours-lost', facts: { codes: ['WP02'] } });
    await grace(endpoints.returnHours, { body: { entries: shown, reason: 'Wrong day' } });
    await move(sponsor, person.apprenticeship, { to: newer, mapping: ended });
  });
  test('and are approved in the same moment are counted once, whichever comes first', async () => {
    for (let round = 0; round < 4; round += 1) {
      const person = await apprentice();
      const shown = await log(await api.as(person), person.apprenticeship, dayOf([line({ minutes: 120 })]));
      await Promise.all([approve(shown), move(sponsor, person.apprenticeship, { to: newer })]);
      expect(await minutesBy(person.apprenticeship)).toEqual([['work-process', 'P01', 120]]);
    }
  });
});

test('a course credited before is not credited again under its new code', async () => {
  const person = await apprentice();
  const { call, identityOf } = await openSection(api, ['one']);
  const identity = identityOf('one');
  const confirm = async (course: string) => {
    await mapShown(call, { body: { rapidsCode: '2031', course: courseCode(course), passMarkPercent: 70 } });
    const { learners } = await confirmShown(call, [{ identity, scorePercent: 90 }]);
    return learners[0]?.kind ?? learners[0]?.outcome;
  };
  await mapShown(call, { body: { rapidsCode: '2031', course: courseCode('RTI03'), passMarkPercent: 70 } });
  await matchShown(call, { params: { identity }, body: { apprenticeship: person.apprenticeship } });
  expect(await confirm('RTI03')).toBe('credited');
  await move(sponsor, person.apprenticeship, { to: newer });
  expect(await confirm('N03')).toBe('already-credited');
  expect(await confirm('RTI03')).toBe('course-not-in-standard');
  expect(await confirm('RTI04')).toBe('credited');
  expect(await minutesBy(person.apprenticeship)).toEqual([
    ['course', 'N03', hours(24)],
    ['course', 'RTI04', hours(24)],
  ]);
});

test('what waits for an answer is asked under the new codes, and the sponsor’s review begins anew', async () => {
  const { apprenticeship } = await apprentice();
  const tables = api.database.read;
  const ask = (code: string) => {
    const request = {
      id: newId<never>(),
      apprenticeship,
      competency: competencyCode(code),
      note: 'Please',
      state: 'open',
    } as const;
    return tables.signOffRequests.add(council, { ...request, requestedAt: api.clock.now() });
  };
  for (const code of ['WP02.01', 'WP03.01', 'WP04.01']) await ask(code);
  const standing = newId<never>();
  await tables.standingRequests.add(council, {
    id: standing,
    state: 'requested',
    apprenticeship,
    requestedBy: people.foundryAdmin.id,
    requestedAt: api.clock.now(),
    items: [{ kind: 'work-process', workProcess: processCode('WP01'), minutes: hours(5) }],
    reason: 'Worked before',
    evidence: [],
    youthMinutes: null,
  });
  const item = {
    kind: 'process-hours',
    code: 'WP03',
    verdict: 'accepted',
    remark: '',
    by: people.councilAdmin.id,
    takenBack: 0,
  } as const;
  await tables.completionReviews.save(council, { apprenticeship, version: 4, items: [item] });
  await move(sponsor, apprenticeship, { to: newer });
  const { processes } = await read(grace, apprenticeship);
  const asked = processes.flatMap((process) =>
    process.competencies.filter((one) => one.requested).map((one) => one.code),
  );
  expect(asked.toSorted()).toEqual(['WP03.01', 'WP04.01']);
  expect(await tables.signOffRequests.lockOpen(apprenticeship)).toHaveLength(2);
  expect((await tables.standingRequests.find(standing))?.request.items).toMatchObject([{ workProcess: 'P01' }]);
  expect(await tables.completionReviews.find(apprenticeship)).toMatchObject({ version: 5, items: [] });
});

describe('what the employer made its own', () => {
  const own = competency({ code: competencyCode('LOC.01'), workProcess: processCode('WP02'), title: 'Pour aluminium' });
  const added: CustomChangeView = { kind: 'competency-added', competency: own };
  const setAside = (code: string): CustomChangeView => ({
    kind: 'competency-set-aside',
    competency: competencyCode(code),
    reason: 'Not here',
  });
  const customise = async (standard: StandardId, change: CustomChangeView) => {
    const fred = await api.as(people.foundryAdmin);
    const params = { standard, employer: foundry };
    const { edition } = await fred(endpoints.readCustomisation, { params });
    await fred(endpoints.customise, { params, body: { edition, change } });
  };
  const signOff = (apprenticeship: ApprenticeshipId, code: string) =>
    grace(endpoints.signOff, {
      params: { apprenticeship },
      body: { competency: competencyCode(code), level: 3, observedOn: day('2026-03-03') },
    });

  test('in the version left has to be mapped or made again; what is signed stays, though set aside in the new one', async () => {
    const [from, to] = [
      (await publishVersion(sponsor, imtContents({ version: 'own older' }))).id,
      (await publishVersion(sponsor, nextContents({ version: 'own newer' }))).id,
    ];
    await customise(from, added);
    const { apprenticeship } = await addApprentice(api.database, { standard: from });
    for (const code of ['LOC.01', 'WP05.01']) await signOff(apprenticeship, code);
    const before = await propose(sponsor, apprenticeship, to);
    expect(before.mapping.find((one) => one.from === 'LOC.01')).toEqual({
      subject: 'competency',
      from: 'LOC.01',
      to: null,
      title: 'Pour aluminium',
      signed: true,
      mayBeHistory: false,
    });
    const withOwn = (code: string | null): Mapping => [
      ...nextMapping(),
      { subject: 'competency', from: 'LOC.01', to: code },
    ];
    const moved = (mapping: Mapping) => move(sponsor, apprenticeship, { to, mapping });
    expect(await refusalOf(moved(nextMapping()))).toBe('422 mapping-incomplete');
    expect(await refusalOf(moved(withOwn(null)))).toBe('409 signed-work-lost');
    expect(await refusalOf(moved(withOwn('LOC.01')))).toBe('422 mapping-unknown-code');
    await customise(to, added);
    await customise(to, setAside('WP05.01'));
    await customise(to, setAside('WP06.01'));
    const after = await propose(sponsor, apprenticeship, to);
    const target = (code: string) => after.mapping.find((one) => one.from === code)?.to;
    expect([target('LOC.01'), target('WP05.01'), target('WP06.01')]).toEqual(['LOC.01', 'WP05.01', null]);
    expect(await refusalOf(moved(withOwn('LOC.01')))).toBe('422 mapping-unknown-code');
    await moved(withOwn('LOC.01').map((one) => (one.from === 'WP06.01' ? { ...one, to: null } : one)));
    const record = await read(grace, apprenticeship);
    expect(record.competencies).toEqual({ required: 10, signedOff: 2 });
    expect(record.timeline.map((one) => one.subject?.title ?? one.kind)).toEqual([
      'standard-changed',
      competency().title,
      'Pour aluminium',
    ]);
    await totalsOf(api.database, apprenticeship);
  });
});

describe('a mapping is proposed', () => {
  test('with every code of the version left, its title and whether it has to go somewhere', async () => {
    const { apprenticeship } = await apprentice(worked('WP01', 8), competencyAttested(fresh()));
    const proposed = await propose(sponsor, apprenticeship, newer);
    expect([proposed.from, proposed.to]).toEqual([
      { id: older, version: 'older' },
      { id: newer, version: 'newer' },
    ]);
    expect(proposed.mapping).toHaveLength(11 + 14 + 11);
    expect(proposed.mapping.filter((one) => one.signed).map((one) => [one.from, one.to])).toEqual([
      ['WP01', null],
      ['WP01.01', null],
    ]);
    expect(proposed.mapping[1]).toEqual({
      subject: 'work-process',
      from: 'WP02',
      to: 'WP02',
      title: 'Operate production equipment',
      signed: false,
      mayBeHistory: false,
    });
    expect(proposed.targets).toHaveLength(11 + 14 + 10);
    expect(proposed.targets[0]).toEqual({
      subject: 'work-process',
      code: 'P01',
      title: 'New Operate production equipment',
    });
  });
});

describe('a move is refused', () => {
  const merged = nextMapping({ 'WP02.01': 'P01.01' });
  test.each<[string, { mapping?: Mapping; reason?: string }]>([
    ['422 reason-missing', { reason: ' ' }],
    ['422 mapping-incomplete', { mapping: [] }],
    ['422 mapping-incomplete', { mapping: nextMapping().slice(1) }],
    ['422 mapping-incomplete', { mapping: [...nextMapping(), ...nextMapping()] }],
    ['422 mapping-unknown-code', { mapping: nextMapping({ WP02: 'WP99' }) }],
    ['422 mapping-unknown-code', { mapping: [...nextMapping(), { subject: 'course', from: 'X', to: null }] }],
    ['409 signed-work-lost', { mapping: nextMapping({ WP01: null }) }],
    ['409 competencies-merged', { mapping: merged }],
    ['400 invalid-request', { mapping: nextMapping({ WP02: 'x'.repeat(41) }) }],
    ['400 invalid-request', { reason: 'x'.repeat(2_001) }],
  ])('with %s, and nothing is done', async (refusal, wrong) => {
    const { apprenticeship } = await apprentice(
      worked('WP01', 8),
      competencyAttested(fresh()),
      competencyAttested({ ...fresh(), competency: competencyCode('WP02.01') }),
    );
    const before = await read(grace, apprenticeship);
    const right = nextMapping({ 'WP02.01': 'WP05.01' });
    expect(await refusalOf(move(sponsor, apprenticeship, { to: newer, mapping: right, ...wrong }))).toBe(refusal);
    expect(await read(grace, apprenticeship)).toEqual(before);
  });
  test('to a version that is a draft, of another occupation, of another sponsor or not there', async () => {
    const { apprenticeship } = await apprentice();
    const { id: draft } = await writeDraft(sponsor, nextContents({ version: 'draft' }));
    const foreign = await publishVersion(await api.as(people.elsewhereAdmin), nextContents({ version: 'foreign' }));
    const outcomes = [
      [draft, '409 standard-not-published'],
      [standardId(3), '409 another-occupation'],
      [older, '409 already-bound-before'],
      [foreign.id, '404 not-found'],
      [newId<StandardId>(), '404 not-found'],
    ] as const;
    for (const [to, refusal] of outcomes) {
      expect(await refusalOf(move(sponsor, apprenticeship, { to }))).toBe(refusal);
      expect(await refusalOf(propose(sponsor, apprenticeship, to))).toBe(refusal);
    }
  });
  test('to the version of another sponsor, also by whoever administers both', async () => {
    const both = await addApprentice(api.database);
    for (const one of [council, agreements.zoe.sponsor]) await addMembership(api.database, both, one, 'sponsor-admin');
    const { apprenticeship } = await apprentice();
    expect(await refusalOf(move(await api.as(both), apprenticeship, { to: standardId(2) }))).toBe('404 not-found');
  });
  test('once the record is closed', async () => {
    const { apprenticeship } = await addApprentice(api.database, { standard: older, status: 'completed' });
    expect(await refusalOf(move(sponsor, apprenticeship, { to: newer }))).toBe('409 record-closed');
    expect(await refusalOf(propose(sponsor, apprenticeship, newer))).toBe('409 record-closed');
  });
});

describe('who may not move an apprentice', () => {
  test.each([
    ['the apprentice', people.ada, '403 not-allowed'],
    ['the mentor', people.grace, '403 not-allowed'],
    ['the employer', people.foundryAdmin, '403 not-allowed'],
    ['another sponsor', people.elsewhereAdmin, '404 not-their-record'],
  ] as const)('%s', async (_name, person, refusal) => {
    const call = await api.as(person);
    expect(await refusalOf(move(call, agreements.ada.id, { to: newer }))).toBe(refusal);
    expect(await refusalOf(propose(call, agreements.ada.id, newer))).toBe(refusal);
  });
  test('the apprentice, though an administrator of the sponsor', async () => {
    const own = await apprentice();
    await addMembership(api.database, own, council, 'sponsor-admin');
    expect(await refusalOf(move(await api.as(own), own.apprenticeship, { to: newer }))).toBe('403 not-their-program');
  });
  test('anybody, an apprentice who does not exist, in the words for one that is not theirs', async () => {
    expect(await refusalOf(move(sponsor, newId(), { to: newer }))).toBe('404 not-their-record');
    expect(await refusalOf(move(sponsor, agreements.zoe.id, { to: newer }))).toBe('404 not-their-record');
  });
});
