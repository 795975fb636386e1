import type { Client, StandingItemView } from '@journeybook/contracts';
import { endpoints } from '@journeybook/contracts';
import type { Apprenticeship, ApprenticeshipId, CustomChange, RecordEntry, Standard } from '@journeybook/domain';
import { findAgencyPolicy, hours } from '@journeybook/domain';
import {
  advancedStandingGranted,
  apprenticeship as agreement,
  competency,
  competencyAttested,
  competencyCode,
  courseCode,
  council,
  day,
  elsewhere,
  foundry,
  mill,
  ojtHoursCredited,
  processCode,
  rtiHoursCredited,
  standardChanged,
  statusChanged,
  terms,
  workProcess,
} from '@journeybook/domain/testing';
import { newId } from '@journeybook/database';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AddedApprentice } from '../testing/add-apprentice.js';
import { addApprentice } from '../testing/add-apprentice.js';
import { refusalOf } from '../testing/refusal-of.js';
import { addEntries, publish, smallProgram } from '../testing/small-program.js';
import type { RunningApi } from '../testing/start-api.js';
import { startApi } from '../testing/start-api.js';
import { agreements, buildWorld, people } from '../testing/world.js';

let api: RunningApi;
let employer: Client;
let sponsor: Client;
beforeAll(async () => {
  api = await startApi();
  await buildWorld(api.database);
  [employer, sponsor] = [await api.as(people.foundryAdmin), await api.as(people.councilAdmin)];
});
afterAll(() => api.stop());

const read = (call: Client, apprenticeship: ApprenticeshipId) =>
  call(endpoints.readStanding, { params: { apprenticeship } });
const process = (minutes: number, code = 'WP01'): StandingItemView => ({
  kind: 'work-process',
  workProcess: processCode(code),
  minutes: hours(minutes),
});
const course: StandingItemView = { kind: 'course', course: courseCode('RTI03'), minutes: hours(4) };
const skill: StandingItemView = { kind: 'competency', competency: competencyCode('WP01.01'), level: 3 };
const ask = (call: Client, apprenticeship: ApprenticeshipId, items: readonly StandingItemView[]) =>
  call(endpoints.requestStanding, {
    params: { apprenticeship },
    body: { items: [...items], reason: 'Earlier work', evidence: [{ title: 'Transcript' }] },
  });

async function apprenticeIn(program: Standard, overrides: Partial<Apprenticeship> = {}) {
  const apprentice = await addApprentice(api.database, { standard: program.id, ...overrides });
  return { ...apprentice, program };
}
const under = (code: string): Standard => {
  const agency = findAgencyPolicy(code);
  if (!agency) throw new Error(`${code} ships with Journeybook`);
  return smallProgram('time', { terms: terms({ wages: null, agency }) });
};

describe('the rules for advanced standing', () => {
  const policyUnder = async (program: Standard, ...entries: readonly RecordEntry[]) => {
    const apprentice = await apprenticeIn(await publish(api.database, program));
    await addEntries(api.database, apprentice, entries);
    return (await read(employer, apprentice.apprenticeship)).policy;
  };

  test('are federally no cap and no last day', async () => {
    expect(await policyUnder(smallProgram(), statusChanged())).toEqual({
      id: 'US-29.5(b)(12)',
      capMinutes: null,
      grantedMinutes: 0,
      percentOfYouthHours: null,
      decideBy: null,
      evidenceDueOn: null,
    });
  });
  test('are numbers of the agency: a cap of the hours on the job, and what counts against it', async () => {
    const { agency } = terms();
    const capped = { ...agency, standing: { ...agency.standing, id: 'US-XX-standing', percentOfOjt: 33 } };
    const granted = [
      advancedStandingGranted({ subject: process(2) as never }),
      advancedStandingGranted({ subject: course as never }),
    ];
    const policy = await policyUnder(smallProgram('time', { terms: terms({ agency: capped }) }), ...granted);
    expect(policy).toMatchObject({ id: 'US-XX-standing', capMinutes: 297, grantedMinutes: hours(2) });
  });
  test('name the last day where credit is decided before probation ends, which hours can bring forward', async () => {
    const program = () => under('US-RI');
    expect(await policyUnder(program())).toMatchObject({ decideBy: '2026-05-20' });
    const worked = ojtHoursCredited({ minutes: hours(6), occurredOn: day('2026-02-11') });
    expect(await policyUnder(program(), worked)).toMatchObject({ decideBy: '2026-02-11' });
  });
  test('count the days for the evidence from registration, without weekends and legal holidays', async () => {
    const program = () => under('US-OH');
    expect(await policyUnder(program())).toMatchObject({ evidenceDueOn: null });
    const registered = statusChanged({ occurredOn: day('2026-01-05') });
    const active = statusChanged({ status: 'active', from: 'registered', occurredOn: day('2026-03-01') });
    // Ten business days from Monday 5 January: Martin Luther King's day, 19 January, is none.
    expect(await policyUnder(program(), registered, active)).toMatchObject({ evidenceDueOn: '2026-01-20' });
  });
  test('tell the part of youth hours that may be granted', async () => {
    expect(await policyUnder(under('US-WI'))).toMatchObject({ percentOfYouthHours: 75 });
  });
});

describe('what an earlier record proposes', () => {
  const earlierWork = [
    ojtHoursCredited({ minutes: hours(6) }),
    ojtHoursCredited({ minutes: hours(6), workProcess: processCode('WP06') }),
    rtiHoursCredited({ minutes: hours(4) }),
    competencyAttested(),
  ];
  /** Somebody with an agreement that has ended, who came back. */
  async function cameBack(
    ended: Partial<Apprenticeship> = {},
    { program = smallProgram(), again = smallProgram() }: { program?: Standard; again?: Standard } = {},
  ) {
    await publish(api.database, program);
    await publish(api.database, again);
    const now = await apprenticeIn(again);
    const id = newId<ApprenticeshipId>();
    const earlier = { beganOn: day('2024-01-08'), status: 'cancelled' as const, ...ended };
    await api.database.transaction(({ apprenticeships }) =>
      apprenticeships.add(agreement({ id, apprentice: now.id, standard: program.id, ...earlier })),
    );
    await addEntries(api.database, { apprenticeship: id, program }, earlierWork);
    return { ...now, earlier: id };
  }
  const proposed = async (call: Client, { apprenticeship }: Pick<AddedApprentice, 'apprenticeship'>) =>
    (await read(call, apprenticeship)).proposed;

  test('is what it shows for the same codes, no more than is required', async () => {
    const person = await cameBack();
    const all = [process(6), process(5, 'WP06'), course, skill];
    for (const call of [employer, sponsor, await api.as(person)]) expect(await proposed(call, person)).toEqual(all);
  });
  test('is less what was granted and what waits', async () => {
    const person = await cameBack();
    await ask(employer, person.apprenticeship, [process(2), skill]);
    expect(await proposed(employer, person)).toEqual([process(4), process(5, 'WP06'), course]);
    await addEntries(api.database, person, [advancedStandingGranted({ subject: process(1) as never })]);
    expect(await proposed(employer, person)).toEqual([process(3), process(5, 'WP06'), course]);
    await addEntries(api.database, person, [ojtHoursCredited({ minutes: hours(5) })]);
    // 4 h of WP01 are left, of which 2 h wait.
    expect(await proposed(employer, person)).toEqual([process(2), process(5, 'WP06'), course]);
  });
  test('can be asked for as it is, and granted', async () => {
    const person = await cameBack();
    const items = await proposed(employer, person);
    const { id } = await ask(employer, person.apprenticeship, items);
    expect(await proposed(employer, person)).toEqual([]);
    await sponsor(endpoints.decideStanding, { params: { request: id }, body: { granted: items, reason: 'Seen' } });
    expect(await proposed(employer, person)).toEqual([]);
  });
  test('is nothing while the earlier agreement is open', async () => {
    expect(await proposed(employer, await cameBack({ status: 'suspended' }))).toEqual([]);
  });
  test('is nothing from another occupation or another sponsor', async () => {
    const welder = smallProgram('time', { occupation: { title: 'Welder', rapidsCode: '0627', onetSoc: '51-4121' } });
    expect(await proposed(sponsor, await cameBack({}, { program: welder }))).toEqual([]);
    const abroad = await cameBack({ sponsor: elsewhere });
    for (const call of [employer, await api.as(abroad)]) expect(await proposed(call, abroad)).toEqual([]);
  });
  test('comes from the newest that has ended, and not from a later one', async () => {
    const person = await cameBack({ beganOn: day('2020-01-06') });
    const newer = agreement({
      id: newId(),
      apprentice: person.id,
      standard: person.program.id,
      beganOn: day('2023-01-09'),
      status: 'transferred',
    });
    const later = { ...newer, id: newId<ApprenticeshipId>(), beganOn: day('2026-02-02') };
    for (const one of [newer, later]) await api.database.transaction(({ apprenticeships }) => apprenticeships.add(one));
    await addEntries(api.database, { apprenticeship: newer.id, program: person.program }, [competencyAttested()]);
    await addEntries(api.database, { apprenticeship: later.id, program: person.program }, earlierWork);
    expect(await proposed(employer, person)).toEqual([skill]);
  });
  test('is not shown to an employer who may not open the earlier record', async () => {
    const person = await cameBack({ employer: mill });
    expect(await proposed(employer, person)).toEqual([]);
    expect(await proposed(sponsor, person)).toHaveLength(4);
    expect(await proposed(await api.as(person), person)).toHaveLength(4);
  });
  test('is nothing for who may not ask', async () => {
    expect(await read(await api.as(people.grace), (await cameBack()).apprenticeship)).toMatchObject({
      proposed: [],
      may: { request: false },
    });
  });
});

describe('the requests of an agreement', () => {
  test('are named as the employer names the items, the newest first', async () => {
    const program = await publish(api.database, smallProgram());
    const custom: CustomChange[] = [
      { kind: 'local-process-named', workProcess: processCode('WP06'), title: 'Heat treatment' },
      { kind: 'competency-added', competency: competency({ code: competencyCode('FN.01'), title: 'Run the furnace' }) },
    ];
    for (const [nth] of custom.entries())
      await api.database.read.customisations.add(
        council,
        { standard: program.id, employer: foundry, edition: nth + 1, changes: custom.slice(0, nth + 1) },
        { by: people.foundryAdmin.id, at: api.clock.now() },
      );
    const { apprenticeship } = await apprenticeIn(program);
    const older = await ask(employer, apprenticeship, [process(1)]);
    api.clock.pass(1);
    const furnace: StandingItemView = { kind: 'competency', competency: competencyCode('FN.01'), level: 3 };
    const newer = await ask(employer, apprenticeship, [process(1, 'WP06'), furnace]);
    const { requests } = await read(await api.as(people.grace), apprenticeship);
    expect(requests.map((one) => one.id)).toEqual([newer.id, older.id]);
    expect(requests[0]?.items.map((one) => one.title)).toEqual(['Heat treatment', 'Run the furnace']);
  });
  test('that were decided keep the words of the version they were decided under', async () => {
    const before = await publish(api.database, smallProgram());
    const after = await publish(
      api.database,
      smallProgram('time', {
        workProcesses: [
          workProcess({ title: 'Something else', requiredMinutes: hours(5) }),
          workProcess({ code: processCode('WP51'), title: 'Operate equipment', requiredMinutes: hours(10) }),
        ],
        competencies: [],
      }),
    );
    const { apprenticeship } = await apprenticeIn(before);
    const { id } = await ask(employer, apprenticeship, [process(2)]);
    await sponsor(endpoints.decideStanding, {
      params: { request: id },
      body: { granted: [process(2)], reason: 'Seen' },
    });
    api.clock.pass(1);
    const move = standardChanged({
      id: newId(),
      source: `test/${apprenticeship}`,
      apprenticeship,
      standard: before.id,
      to: after.id,
      recordedAt: api.clock.now(),
      answeredBy: people.councilAdmin.id,
      mapping: [{ subject: 'work-process', from: 'WP01', to: 'WP51' }],
    });
    await api.database.transaction(async ({ apprenticeships, record }) => {
      const own = await apprenticeships.lock(apprenticeship);
      if (own) await apprenticeships.save({ ...own, standard: after.id });
      await record.append(council, apprenticeship, [move]);
    });
    const { requests } = await read(employer, apprenticeship);
    expect(requests).toMatchObject([
      { items: [{ item: process(2), granted: process(2), title: 'Operate production equipment', leftMinutes: null }] },
    ]);
  });
});

describe('who may not read them', () => {
  test.each([
    ['another apprentice', people.bela],
    ['a mentor of somebody else', people.mona],
    ['another employer', people.millAdmin],
    ['another sponsor', people.elsewhereAdmin],
  ])('%s', async (_, person) => {
    expect(await refusalOf(read(await api.as(person), agreements.ada.id))).toBe('404 not-their-record');
  });
});
