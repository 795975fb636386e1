import type { StandardContents } from '@journeybook/contracts';
import { findAgencyPolicy, hours, type StandardId } from '@journeybook/domain';
import { describe, expect, test } from 'vitest';
import { fakeContents } from '../../../testing/fake-contents.js';
import { type DraftForm, formOf } from './draft-form.js';
import { changeItem } from './edit-form.js';
import { findFaults } from './find-faults.js';
import type { Place } from './place.js';

const id = '0198f0c0-0000-7000-8000-d00000000001' as StandardId;
const reviewed = (part: Partial<StandardContents> = {}) => formOf(fakeContents({ jobBookStatus: 'reviewed', ...part }));

/** Where each finding is, its item by code. */
function placesIn(form: DraftForm): string[] {
  const items = [...form.workProcesses, ...form.competencies, ...form.courses, ...form.electiveGroups];
  const steps = form.wageSteps.map((one) => ({ key: one.key, code: `step ${one.title}` }));
  const name = ({ section, row, field }: Place) => {
    const code = [...items, ...steps].find((one) => one.key === row)?.code;
    return [section, ...(row ? [code ?? row] : []), field].join(' ');
  };
  return findFaults(form, id).findings.map((one) => `${one.severity}: ${name(one.place)}`);
}

const change = (form: DraftForm, code: string, part: object): DraftForm => {
  for (const list of ['workProcesses', 'competencies', 'courses', 'electiveGroups'] as const) {
    const found = form[list].find((one) => String(one.code) === code);
    if (found) return changeItem(form, list, found.key, part);
  }
  throw new Error(`there is no ${code}`);
};

describe('the findings of a draft', () => {
  test('are none for the program as it ships, but for its Job Book', () => {
    expect(placesIn(reviewed())).toEqual([]);
    expect(placesIn(formOf(fakeContents()))).toEqual(['warning: job-book jobBookStatus']);
  });

  test.each([
    ['a total', { ojtMinutes: hours(3_000) }, 'error: program ojtMinutes'],
    ['too little instruction', { termMonths: 24 }, 'warning: program rtiMinutes'],
    [
      'no safety course',
      { courses: fakeContents().courses.map((one) => ({ ...one, safety: false })) },
      'error: courses list',
    ],
    [
      'a stray course',
      { courses: fakeContents().courses.map((one) => (one.code === 'RTI11' ? { ...one, electiveGroup: 'E9' } : one)) },
      'error: courses RTI11 group',
    ],
    [
      'a group that offers too little',
      { electiveGroups: [{ code: 'E1', title: 'Choice', requiredMinutes: hours(10) }] },
      'error: courses E1 requiredMinutes',
    ],
  ] as const)('stand at their fields: %s', (_, part, place) => {
    expect(placesIn(reviewed(part as Partial<StandardContents>))).toContain(place);
  });

  test.each([
    ['a code that is there twice', 'RTI05', { code: 'RTI04' }, 'error: courses RTI04 code'],
    ['no hours', 'WP07', { requiredMinutes: 0 }, 'error: processes WP07 requiredMinutes'],
    ['a maximum below', 'WP02', { maximumMinutes: 60 }, 'error: processes WP02 maximumMinutes'],
    ['a level that there is not', 'WP01.1', { requiredLevel: 9 }, 'error: job-book WP01.1 requiredLevel'],
    ['a process that there is not', 'WP01.1', { process: null, workProcess: 'WP99' }, 'error: job-book WP01.1 process'],
    ['an empty code', 'WP03', { code: '' }, 'error: processes  code'],
    ['a space around a code', 'WP03', { code: 'WP03 ' }, 'error: processes WP03  code'],
    ['no title', 'WP05.1', { title: ' ' }, 'error: job-book WP05.1 title'],
    ['too many hours', 'RTI11', { requiredMinutes: 7_000_000 }, 'error: courses RTI11 requiredMinutes'],
    ['a minimum below nothing', 'WP02', { minimumMinutes: -60 }, 'error: processes WP02 minimumMinutes'],
    ['hours that cannot be read', 'WP04', { requiredMinutes: Number.NaN }, 'error: processes WP04 requiredMinutes'],
  ] as const)('stand at their items: %s', (_, code, part, place) => {
    expect(placesIn(change(reviewed(), code, part))).toContain(place);
  });

  test('lead to where a competency is added when a process has none', () => {
    const { competencies } = fakeContents();
    const without = reviewed({ competencies: competencies.filter((one) => String(one.workProcess) !== 'WP09') });
    expect(placesIn(without)).toEqual(['error: job-book WP09 add']);
  });

  test('stand at the wage steps', () => {
    const form = reviewed();
    const [first, second, third] = form.wageSteps;
    if (!first || !second || !third) throw new Error('the fake program has three steps');
    expect(placesIn({ ...form, wageSteps: [first, { ...second, percent: 50 }, third] })).toEqual([
      'error: wages step Second percent',
    ]);
    expect(
      placesIn({ ...form, wageSteps: [first, { ...second, after: { ojtMinutes: hours(2_500) } }, third] }),
    ).toEqual(['error: wages step Third after']);
    expect(placesIn({ ...form, wages: { journeyworkerCentsPerHour: 1_000 } })).toEqual([
      'error: wages journeyworkerCentsPerHour',
    ]);
  });

  test('stand at the other values that no version may have', () => {
    const form = reviewed();
    const [level] = form.levels;
    const [step, ...steps] = form.wageSteps;
    const [credential] = form.completionCredentials;
    if (!level || !step || !credential) throw new Error('the fake program has levels, steps and credentials');
    const faulty: readonly (readonly [Partial<DraftForm>, Place])[] = [
      [{ version: ' ' }, { section: 'program', field: 'version' }],
      [{ rtiMinutes: hours(0) }, { section: 'program', field: 'rtiMinutes' }],
      [
        { policies: { ...form.policies, shiftLimitMinutes: hours(30) } },
        { section: 'rules', field: 'shiftLimitMinutes' },
      ],
      [{ wages: { journeyworkerCentsPerHour: 2_000_000 } }, { section: 'wages', field: 'journeyworkerCentsPerHour' }],
      [
        { wageSteps: [step, ...steps.map((one) => ({ ...one, after: { months: 500 } }))] },
        { section: 'wages', row: steps[0]?.key, field: 'after' },
      ],
      [{ levels: [...form.levels, { ...level, key: 'twice' }] }, { section: 'levels', row: 'twice', field: 'level' }],
      [
        { levels: [...form.levels, { ...level, key: 'far', level: 200 }] },
        { section: 'levels', row: 'far', field: 'level' },
      ],
      [
        { completionCredentials: [credential, { ...credential, key: 'again' }] },
        { section: 'credentials', row: 'again', field: 'code' },
      ],
      [
        { completionCredentials: [{ ...credential, name: '' }] },
        { section: 'credentials', row: credential.key, field: 'name' },
      ],
      [{ agency: { ...form.agency, retentionYears: 500 } }, { section: 'agency', field: 'list' }],
      [
        { electiveGroups: [{ key: 'group', code: 'E1', title: 'Choice', requiredMinutes: hours(0) }] },
        { section: 'courses', row: 'group', field: 'requiredMinutes' },
      ],
    ];
    for (const [part, place] of faulty)
      expect(findFaults({ ...form, ...part }, id).findings.map((one) => one.place)).toContainEqual(place);
  });

  test('put errors first, as the agency has them', () => {
    const louisiana = findAgencyPolicy('US-LA');
    if (!louisiana) throw new Error('Louisiana ships with Journeybook');
    const form = formOf(fakeContents({ termMonths: 24 }));
    expect(placesIn({ ...form, agency: { ...louisiana, basis: [...louisiana.basis] } })).toEqual([
      'error: program rtiMinutes',
      'warning: job-book jobBookStatus',
    ]);
  });

  test('tell what cannot even be saved, in words that say where', () => {
    const form = change(reviewed(), 'WP04', { requiredMinutes: Number.NaN, title: 'x'.repeat(301) });
    const { findings, unsaveable } = findFaults(form, id);
    expect(unsaveable).toBe(2);
    expect(findings.map((one) => one.message).slice(0, 2)).toEqual([
      'Work processes, WP04, title must be at most 300 characters',
      'Work processes, WP04, hours cannot be read as a number',
    ]);
  });
});
