import { describe, expect, test } from 'vitest';
import { compareStandards } from './compare-standards.js';
import { competency, course, courseCode, imt, terms, wageSchedule } from '../testing/build.js';
import { hours } from '../units.js';

describe('comparing two versions', () => {
  test('finds nothing between a version and itself, whatever its name', () => {
    expect(compareStandards(imt(), imt('hybrid', { version: '2027.1' }))).toEqual([]);
  });
  test('takes what is left out for what it means', () => {
    const { workProcesses, courses, competencies } = imt();
    const said = imt('hybrid', {
      workProcesses: workProcesses.map((one) => ({ ...one, safety: one.safety ?? false })),
      courses: courses.map((one) => ({ ...one, safety: one.safety ?? false })),
      competencies: competencies.map((one) => ({ ...one, evaluation: 'observation' as const })),
    });
    expect(compareStandards(imt(), said)).toEqual([]);
    expect(compareStandards(said, imt())).toEqual([]);
  });
  test('tells the terms that differ', () => {
    expect(compareStandards(imt('hybrid'), imt('time', { termMonths: 24 }))).toEqual([
      {
        subject: 'terms',
        code: 'approach',
        change: 'changed',
        fields: [{ field: 'approach', from: 'hybrid', to: 'time' }],
      },
      { subject: 'terms', code: 'termMonths', change: 'changed', fields: [{ field: 'termMonths', from: 18, to: 24 }] },
    ]);
  });
  test('tells the scale and the numbers of the agency policy that differ', () => {
    const [first, ...levels] = imt().levels;
    const agency = { ...terms().agency, minimumAge: 18, probation: { percentOfTerm: 25, longestMonths: 6 } };
    const newer = imt('hybrid', { levels, terms: terms({ agency }) });
    const rest = levels.map(({ level, name }) => `${level} ${name}`).join(', ');
    expect(compareStandards(imt(), newer).map((one) => one.fields[0])).toEqual([
      { field: 'levels', from: `${first?.level} ${first?.name}, ${rest}`, to: rest },
      { field: 'agency.minimumAge', from: 16, to: 18 },
      { field: 'agency.probation.longestMonths', from: 12, to: 6 },
    ]);
  });
  test('tells what came, what went and what changed by code, in whatever order it is listed', () => {
    const [first, ...rest] = imt().courses;
    const newer = imt('hybrid', {
      courses: [course({ code: courseCode('RTI99') }), ...rest.toReversed()],
      competencies: imt().competencies.map((one, i) => (i === 0 ? { ...one, title: 'Start up safely' } : one)),
    });
    const differences = compareStandards(imt(), newer);
    expect(first?.code).toBe('RTI01');
    expect(differences).toEqual([
      {
        subject: 'competency',
        code: 'WP01.01',
        change: 'changed',
        fields: [{ field: 'title', from: competency().title, to: 'Start up safely' }],
      },
      { subject: 'course', code: 'RTI01', change: 'removed', fields: [] },
      { subject: 'course', code: 'RTI99', change: 'added', fields: [] },
    ]);
  });
  test('tells a wage step that asks for more', () => {
    const steps = wageSchedule().steps.map((one) =>
      one.step === 2 ? { ...one, after: { ojtMinutes: hours(1_200) } } : one,
    );
    expect(compareStandards(imt(), imt('hybrid', { terms: terms({ wages: wageSchedule({ steps }) }) }))).toEqual([
      {
        subject: 'wage-step',
        code: '2',
        change: 'changed',
        fields: [{ field: 'ojtMinutes', from: hours(1_000), to: hours(1_200) }],
      },
    ]);
  });
});
