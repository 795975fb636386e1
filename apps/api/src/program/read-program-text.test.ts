import { readFileSync } from 'node:fs';
import { standardContents } from '@journeybook/contracts';
import type { StandardId } from '@journeybook/domain';
import { checkStandard, findAgencyPolicy, hours } from '@journeybook/domain';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readProgramText } from './read-program-text.js';

const id = 'program' as StandardId;
const text = (name: string) => readFileSync(new URL(`../../programs/${name}.yaml`, import.meta.url), 'utf8');
const example = text('maintenance-technician');
const imt = text('imt');
const standardOf = (yaml: string) => {
  const reading = readProgramText(yaml, id);
  if (!reading.ok) throw new Error(JSON.stringify(reading.faults));
  return reading.standard;
};

describe('a program file that says everything', () => {
  const standard = standardOf(example);

  test('says hours, limits, safety and local options of the work processes', () => {
    const limits = { minimumMinutes: null, maximumMinutes: null, local: false };
    expect(standard).toMatchObject({ approach: 'time', ojtMinutes: hours(8_000), rtiMinutes: hours(576) });
    expect(standard.workProcesses.slice(0, 2)).toEqual([
      {
        code: 'WP01',
        title: 'Work safely and prevent accidents',
        requiredMinutes: hours(400),
        ...limits,
        safety: true,
      },
      {
        code: 'WP02',
        title: 'Maintain mechanical drives and bearings',
        requiredMinutes: hours(1_600),
        ...limits,
        maximumMinutes: hours(2_000),
      },
    ]);
    expect(standard.workProcesses[7]).toMatchObject({ local: true });
  });

  test('says how a task is evaluated and at which level', () => {
    expect(standard.competencies.slice(0, 3)).toEqual([
      {
        code: 'WP01.01',
        workProcess: 'WP01',
        title: 'Lock out and tag out energy sources',
        requiredLevel: 3,
        evaluationMethod: 'Written test and a check at the machine',
        evaluation: 'test',
      },
      {
        code: 'WP01.02',
        workProcess: 'WP01',
        title: 'Use personal protective equipment',
        requiredLevel: 4,
        evaluationMethod: 'Observed on the job by a mentor',
      },
      {
        code: 'WP02.01',
        workProcess: 'WP02',
        title: 'Replace and align bearings',
        requiredLevel: 3,
        evaluationMethod: 'Observed on the job by a mentor',
        evaluation: 'work-sample',
      },
    ]);
  });

  test('says which courses are chosen of a group', () => {
    expect(standard.electiveGroups).toEqual([{ code: 'ELECTIVES', title: 'Electives', requiredMinutes: hours(72) }]);
    expect(standard.courses[8]).toEqual({
      code: 'MNT170',
      title: 'Welding Fundamentals',
      requiredMinutes: hours(36),
      local: false,
      electiveGroup: 'ELECTIVES',
    });
    expect(standard.courses[0]).toMatchObject({ safety: true });
  });

  test('says wages, ratio, agency and policies', () => {
    expect(standard.terms).toEqual({
      wages: {
        journeyworkerCentsPerHour: 3_200,
        steps: [
          { step: 1, title: 'Year 1', percent: 60, after: {} },
          { step: 2, title: 'Year 2', percent: 70, after: { ojtMinutes: hours(2_000), rtiMinutes: hours(144) } },
          { step: 3, title: 'Year 3', percent: 80, after: { ojtMinutes: hours(4_000), months: 24 } },
          { step: 4, title: 'Year 4', percent: 90, after: { ojtMinutes: hours(6_000), competencies: 10 } },
        ],
      },
      ratio: { apprentices: 1, journeyworkers: 2 },
      agency: findAgencyPolicy('US-OH'),
    });
    expect(standard.policies).toEqual({ passMarkPercent: 70, shiftLimitMinutes: hours(12), loggingWindowDays: 14 });
    const changed = example
      .replace('pass_mark_percent: 70', 'pass_mark_percent: 80')
      .replace('_hours: 12', '_hours: 10');
    expect(standardOf(changed).policies).toEqual({
      passMarkPercent: 80,
      shiftLimitMinutes: 600,
      loggingWindowDays: 14,
    });
  });

  test('says the limits of a hybrid program', () => {
    const hybrid = example
      .replace('default: time', 'default: hybrid')
      .replace('maximum_hours: 2000', 'minimum_hours: 1500');
    expect(standardOf(hybrid).workProcesses[1]).toMatchObject({ minimumMinutes: hours(1_500), maximumMinutes: null });
  });

  test('gives what the contract takes, and nothing that keeps it from being published', () => {
    expect(standardContents.safeParse(standard).error).toBeUndefined();
    expect(checkStandard(standard).map((one) => [one.severity, one.kind])).toEqual([
      ['warning', 'job-book-unreviewed'],
    ]);
  });
});

describe('the IMT program', () => {
  test('may be published: what is left to say is a warning', () => {
    expect(checkStandard(standardOf(imt)).map((one) => [one.severity, one.kind])).toEqual([
      ['warning', 'job-book-unreviewed'],
    ]);
  });

  test('teaches safety on the job in WP11 and in instruction in RTI08', () => {
    const { workProcesses, courses } = standardOf(imt);
    expect([...workProcesses, ...courses].filter((one) => one.safety).map((one) => one.code)).toEqual([
      'WP11',
      'RTI08',
    ]);
  });

  test('sets no limits per process, as none are sourced, and leaves the terms to the federal defaults', () => {
    const standard = standardOf(imt);
    expect(standard.workProcesses.every((one) => one.minimumMinutes === null && one.maximumMinutes === null)).toBe(
      true,
    );
    expect(standard).not.toHaveProperty('terms');
    expect(standard).not.toHaveProperty('electiveGroups');
  });
});

describe('program text with faults', () => {
  test.each<[string, readonly [from: string, to: string, path: string, message: RegExp]]>([
    ['no version', ['version: "example-1"', '', 'version', /is missing/]],
    [
      'an approach that is none',
      ['default: time', 'default: fast', 'occupation.approach_default', /one of time, competency/],
    ],
    ['half a month', ['months: 48', 'months: 4.5', 'occupation.term_months', /whole months/]],
    ['no hours', ['ojt_hours: 8000', 'ojt_hours: many', 'occupation.ojt_hours', /hours, or a min and a max of hours/]],
    ['hours below 0', ['hours: 1600\n', 'hours: -1\n', 'work_processes.1.hours', /more than 0/]],
    [
      'safety that is neither true nor false',
      ['safety: true ', 'safety: maybe ', 'work_processes.0.safety', /must be a boolean/],
    ],
    ['a word it does not know', ['safety: true ', 'saftey: true ', 'work_processes.0', /does not know saftey/]],
    [
      'an evaluation that is none',
      ['evaluation: test', 'evaluation: exam', 'work_processes.0.tasks.0.evaluation', /one of obs/],
    ],
    [
      'a level that is no number',
      ['level: 4}', 'level: high}', 'work_processes.0.tasks.1.required_level', /whole number/],
    ],
    ['a title that is a story', ['Electives, ', `${'x'.repeat(301)}, `, 'elective_groups.0.title', /at most 300/]],
    ['a code that is a story', ['code: MNT101', `code: ${'x'.repeat(41)}`, 'related_instruction.0.code', /at most 40/]],
    ['no code', ['code: MNT101', 'code: ""', 'related_instruction.0.code', /must not be empty/]],
    ['more than the whole wage', ['percent: 90', 'percent: 190', 'wage_schedule.steps.3.percent', /100 or less/]],
    ['no wage', ['hour: 32.00', 'hour: 0', 'wage_schedule.journeyworker_dollars_per_hour', /more than 0/]],
    ['a ratio to nobody', ['journeyworkers: 2', 'journeyworkers: 0', 'ratio.journeyworkers', /1 or more/]],
    ['an agency nobody knows', ['agency: US-OH', 'agency: US-XX', 'agency', /must be one of US, US-CA/]],
    ['a pass mark above 100', ['mark_percent: 70', 'mark_percent: 170', 'policies.pass_mark_percent', /100 or less/]],
  ])('names %s', (_, [from, to, path, message]) => {
    expect(example).toContain(from);
    const reading = readProgramText(example.replace(from, to), id);
    expect(reading).toEqual({ ok: false, faults: [{ path, message: expect.stringMatching(message) }] });
  });

  test('names all of them at once', () => {
    const changed = example.replace('months: 48', 'months: 0').replace('agency: US-OH', 'agency: XX');
    expect(readProgramText(changed, id)).toMatchObject({
      faults: [{ path: 'occupation.term_months' }, { path: 'agency' }],
    });
  });

  test.each([
    ['what is no YAML', 'version: "1', /^Line \d+ is not YAML: /],
    ['a key that stands twice', 'version: "1"\nversion: "2"', /^Line 2 is not YAML: .*unique/],
    ['a list', '- 1', /is no program; begin with/],
    ['nothing', '', /is no program; begin with/],
    [
      'aliases that unfold without end',
      `a: &a [1,1,1,1]\n${'bcdefgh'.replaceAll(/./g, (it) => `${it}: &${it} [${`*${String.fromCharCode(it.charCodeAt(0) - 1)},`.repeat(9)}]\n`)}`,
      /is no program; begin with/,
    ],
    ['too much', 'x'.repeat(2_000_001), /too large/],
  ])('names %s', (_, yaml, message) => {
    expect(readProgramText(yaml, id)).toMatchObject({
      ok: false,
      faults: [{ path: '', message: expect.stringMatching(message) }],
    });
  });

  test('may become a draft with totals that differ and codes that stand twice', () => {
    const draft = standardOf(
      example.replace('ojt_hours: 8000', 'ojt_hours: 7999').replace('code: MNT110', 'code: MNT101'),
    );
    expect(checkStandard(draft).map((one) => one.kind)).toEqual(
      expect.arrayContaining(['total-differs', 'duplicate-code']),
    );
  });

  test('never throws, and gives what the contract takes', () => {
    const lines = example.split('\n');
    fc.assert(
      fc.property(fc.nat(lines.length - 1), fc.string(), fc.nat(40), (at, by, from) => {
        const changed = lines.with(at, `${lines[at]?.slice(0, from) ?? ''}${by}`).join('\n');
        const reading = readProgramText(changed, id);
        if (reading.ok) expect(standardContents.safeParse(reading.standard).error).toBeUndefined();
        else expect(reading.faults.length).toBeGreaterThan(0);
      }),
      { numRuns: 500 },
    );
  });
});
