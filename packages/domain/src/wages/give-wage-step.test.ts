import { describe, expect, test } from 'vitest';
import type { GiveWageStepFacts, WageToGive } from './give-wage-step.js';
import { giveWageStep } from './give-wage-step.js';
import {
  apprenticeWithOffice,
  apprenticeship,
  day,
  employerActor,
  entryReversed,
  imt,
  mentorActor,
  now,
  otherEmployer,
  recordEntryId,
  sponsorActor,
  terms,
  today,
  wageSchedule,
  wageStepGiven,
} from '../testing/build.js';
import { accepted, refusalOf } from '../testing/accepted.js';

const giving = (
  wage: Partial<WageToGive> = {},
  facts: Partial<GiveWageStepFacts> = {},
  who: typeof employerActor = employerActor,
) =>
  giveWageStep(
    who,
    { step: 2, centsPerHour: 2_250, from: day('2026-03-02'), ...wage },
    {
      apprenticeship: apprenticeship(),
      standard: imt(),
      entries: [wageStepGiven()],
      today,
      now,
      recordEntry: recordEntryId(25),
      ...facts,
    },
  );
const withTerms = (given: Parameters<typeof terms>[0]) => ({ standard: imt('hybrid', { terms: terms(given) }) });

describe('giving a wage step', () => {
  test('records the rate that is paid and since when', () => {
    expect(giving()).toMatchObject({
      ok: true,
      value: { kind: 'wage-step-given', step: 2, centsPerHour: 2_250, occurredOn: '2026-03-02' },
    });
  });
  test.each([
    ['by the sponsor', {}, sponsorActor],
    ['above its rate', { centsPerHour: 2_600 }, employerActor],
    ['as a raise within a step', { step: 1, centsPerHour: 1_900 }, employerActor],
  ])('is open %s', (_, wage, who) => {
    expect(refusalOf(giving(wage, {}, who))).toBeNull();
  });
  test('said again is the entry that stands, also once a higher step was given', () => {
    const first = accepted(giving());
    const higher = wageStepGiven({
      id: recordEntryId(26),
      step: 3,
      centsPerHour: 2_800,
      occurredOn: day('2026-03-03'),
    });
    for (const entries of [[first], [first, higher]])
      expect(accepted(giving({}, { entries, recordEntry: recordEntryId(99) }))).toBe(first);
  });
  test('taken back may be given again, as another entry', () => {
    const first = accepted(giving());
    const entries = [first, entryReversed({ reverses: first.id })];
    const again = accepted(giving({}, { entries, recordEntry: recordEntryId(99) }));
    expect(again).toEqual({ ...first, id: recordEntryId(99), source: again.source });
    expect(again.source).not.toBe(first.source);
  });
  test.each([
    ['by a mentor', {}, {}, mentorActor, 'not-their-apprentice'],
    ['by another employer', {}, {}, otherEmployer, 'not-their-apprentice'],
    ['by the apprentice with an office', {}, {}, apprenticeWithOffice, 'own-wage'],
    ['without a schedule', {}, withTerms({ wages: null }), employerActor, 'no-wage-schedule'],
    ['that the schedule does not have', { step: 4 }, {}, employerActor, 'unknown-wage-step'],
    ['from a day to come', { from: day('2026-03-05') }, {}, employerActor, 'future-date'],
    ['from before the agreement', { from: day('2026-01-04') }, {}, employerActor, 'before-agreement'],
    ['below its rate', { centsPerHour: 2_249 }, {}, employerActor, 'below-step-rate'],
    [
      'below the minimum wage',
      { step: 1, centsPerHour: 724 },
      withTerms({ wages: wageSchedule({ journeyworkerCentsPerHour: 1_000 }) }),
      employerActor,
      'below-minimum-wage',
    ],
    ['below what was paid', {}, { entries: [wageStepGiven({ centsPerHour: 2_300 })] }, employerActor, 'wage-falls'],
    [
      'below the step before',
      { step: 1, centsPerHour: 2_400 },
      { entries: [wageStepGiven({ step: 2, centsPerHour: 2_300 })] },
      employerActor,
      'step-falls',
    ],
    [
      'from before the last one recorded',
      {},
      { entries: [wageStepGiven({ occurredOn: day('2026-03-03') })] },
      employerActor,
      'before-last-change',
    ],
    [
      'in a closed record',
      {},
      { apprenticeship: apprenticeship({ status: 'completed' }) },
      employerActor,
      'record-closed',
    ],
  ] as const)('is refused %s', (...[, wage, facts, who, kind]) => {
    expect(refusalOf(giving(wage, facts, who))).toBe(kind);
  });
});
