import type { Client } from '@journeybook/contracts';
import { endpoints } from '@journeybook/contracts';
import { newId } from '@journeybook/database';
import type { ApprenticeshipId, RecordEntry, WageThreshold } from '@journeybook/domain';
import { hours } from '@journeybook/domain';
import {
  advancedStandingGranted,
  competencyAttested,
  competencyCode,
  council,
  day,
  ojtHoursCredited,
  processCode,
  rtiHoursCredited,
  terms,
  wageSchedule,
} from '@journeybook/domain/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addApprentice } from '../testing/add-apprentice.js';
import { refusalOf } from '../testing/refusal-of.js';
import { addEntries, publish, smallProgram } from '../testing/small-program.js';
import type { RunningApi } from '../testing/start-api.js';
import { startApi } from '../testing/start-api.js';
import { buildWorld, people } from '../testing/world.js';

let api: RunningApi;
let employer: Client;
beforeAll(async () => {
  api = await startApi();
  await buildWorld(api.database);
  employer = await api.as(people.foundryAdmin);
});
afterAll(() => api.stop());

const read = (call: Client, apprenticeship: ApprenticeshipId) =>
  call(endpoints.readWages, { params: { apprenticeship } });

/** An apprentice since January whose second wage step asks for this. */
async function apprenticeWith(after: WageThreshold, entries: readonly RecordEntry[] = [], agency = terms().agency) {
  const steps = [
    { step: 1, title: 'Entry', after: {}, percent: 60 },
    { step: 2, title: 'Second', after, percent: 75 },
  ];
  const program = await publish(
    api.database,
    smallProgram('competency', { terms: terms({ wages: wageSchedule({ steps }), agency }) }),
  );
  const apprentice = { ...(await addApprentice(api.database, { standard: program.id })), program };
  await addEntries(api.database, apprentice, entries);
  return apprentice;
}
const secondStep = async (...given: Parameters<typeof apprenticeWith>) => {
  const { apprenticeship } = await apprenticeWith(...given);
  const { steps } = await read(employer, apprenticeship);
  return [steps[1]?.state, steps[1]?.reachedOn];
};
const work = (worked: number, on: string) => ojtHoursCredited({ minutes: hours(worked), occurredOn: day(on) });
const skills = [
  competencyAttested({ occurredOn: day('2026-02-10') }),
  competencyAttested({ competency: competencyCode('WP06.01'), occurredOn: day('2026-02-25') }),
];

describe('a wage step falls due', () => {
  test.each([
    ['hours on the job', { ojtMinutes: hours(8) }, [work(5, '2026-02-26'), work(3, '2026-02-27')], 'due', '2026-02-27'],
    ['hours of instruction', { rtiMinutes: hours(4) }, [rtiHoursCredited({ minutes: hours(4) })], 'due', '2026-03-03'],
    ['months', { months: 1 }, [], 'overdue', '2026-02-05'],
    ['skills', { competencies: 2 }, skills, 'due', '2026-02-25'],
    [
      'all it names, on the last of their days',
      { ojtMinutes: hours(8), competencies: 1, months: 1 },
      [...skills, work(8, '2026-01-20')],
      'overdue',
      '2026-02-10',
    ],
  ] as const)('by %s', async (...[, after, entries, state, reachedOn]) => {
    expect(await secondStep(after, entries)).toEqual([state, reachedOn]);
  });
  test.each([
    ['hours', { ojtMinutes: hours(8) }, [work(7, '2026-02-26')]],
    ['months', { months: 2 }, []],
    ['skills', { competencies: 3 }, skills],
    ['one of several', { ojtMinutes: hours(8), competencies: 1 }, skills],
  ] as const)('not before: %s', async (_, after, entries) => {
    expect(await secondStep(after, entries)).toEqual(['ahead', null]);
  });
  test('with advanced standing where the agency lets it, and without where it does not', async () => {
    const subject = { kind: 'work-process', workProcess: processCode('WP01'), minutes: hours(8) } as const;
    const granted = [advancedStandingGranted({ occurredOn: day('2026-03-01'), subject })];
    expect(await secondStep({ ojtMinutes: hours(8) }, granted)).toEqual(['due', '2026-03-01']);
    const { agency } = terms();
    const strict = { ...agency, standing: { ...agency.standing, movesWageStep: false } };
    expect(await secondStep({ ojtMinutes: hours(8) }, granted, strict)).toEqual(['ahead', null]);
  });
  test('is overdue once the days of grace of the agency are over', async () => {
    const agency = { ...terms().agency, wageStepGraceDays: 7 };
    expect(await secondStep({ ojtMinutes: hours(8) }, [work(8, '2026-02-25')], agency)).toEqual(['due', '2026-02-25']);
    expect(await secondStep({ ojtMinutes: hours(8) }, [work(8, '2026-02-24')], agency)).toEqual([
      'overdue',
      '2026-02-24',
    ]);
  });
});

describe('who may read wages', () => {
  test('the apprentice, who may not give any', async () => {
    const apprentice = await apprenticeWith({});
    expect(await read(await api.as(apprentice), apprentice.apprenticeship)).toMatchObject({ may: { give: false } });
  });
  test('the employer and the sponsor, who may', async () => {
    const { apprenticeship } = await apprenticeWith({});
    for (const person of [people.foundryAdmin, people.councilAdmin])
      expect(await read(await api.as(person), apprenticeship)).toMatchObject({ may: { give: true } });
  });
  test.each([
    ['a mentor', people.grace, '403 not-allowed'],
    ['another apprentice', people.bela, '404 not-their-record'],
    ['another employer', people.millAdmin, '404 not-their-record'],
    ['another sponsor', people.elsewhereAdmin, '404 not-their-record'],
  ])('not %s', async (_, person, refusal) => {
    const { apprenticeship } = await apprenticeWith({});
    expect(await refusalOf(read(await api.as(person), apprenticeship))).toBe(refusal);
  });
  test('not a mentor who reads their own as an apprentice elsewhere', async () => {
    const { apprenticeship } = await apprenticeWith({});
    const mentor = await addApprentice(api.database);
    await api.database.transaction(({ apprenticeships }) =>
      apprenticeships.assignMentor(newId(), council, {
        mentor: mentor.id,
        apprenticeship,
        from: day('2026-01-05'),
        until: null,
      }),
    );
    expect(await refusalOf(read(await api.as(mentor), apprenticeship))).toBe('403 not-their-apprentice');
    expect(await refusalOf(read(employer, newId()))).toBe('404 not-their-record');
  });
});
