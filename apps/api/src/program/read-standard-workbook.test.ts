import { standardContents } from '@journeybook/contracts';
import type { StandardId } from '@journeybook/domain';
import { checkStandard, findAgencyPolicy, hours } from '@journeybook/domain';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ProgramSheets, WorkbookSheets } from '../testing/standard-workbook.js';
import { buildWorkbook, changeCell, maintenanceSheets, maintenanceWorkbook } from '../testing/standard-workbook.js';
import type { StandardWorkbookReading } from './read-standard-workbook.js';
import { readStandardWorkbook } from './read-standard-workbook.js';

const read = async (sheets: WorkbookSheets) => readStandardWorkbook(await buildWorkbook(sheets));
const contentsOf = (reading: StandardWorkbookReading) => {
  if (!reading.ok) throw new Error(JSON.stringify(reading.faults));
  return reading.contents;
};
/** What keeps a draft from being published once the journeyworker's rate is written into it. */
const errorsOf = (reading: StandardWorkbookReading) => {
  const contents = contentsOf(reading);
  const { wages, ...terms } = contents.terms!;
  const paid = { ...terms, wages: wages && { ...wages, journeyworkerCentsPerHour: 3_200 } };
  const findings = checkStandard({ ...contents, terms: paid, id: 'draft' as StandardId });
  return findings.filter((one) => one.severity === 'error').map((one) => one.kind);
};

describe('the workbook of a time-based program', () => {
  test('becomes the contents of a draft, field by field', async () => {
    const contents = contentsOf(await readStandardWorkbook(await maintenanceWorkbook('time')));
    const { workProcesses, competencies, courses, ...rest } = contents;
    expect(rest).toEqual({
      version: '1',
      occupation: { title: 'Maintenance Technician, Industrial', rapidsCode: '0308', onetSoc: '49-9041.00' },
      approach: 'time',
      termMonths: 48,
      ojtMinutes: hours(8_000),
      rtiMinutes: hours(576),
      levels: [
        { level: 0, name: 'Not started' },
        { level: 1, name: 'Demonstrated to apprentice' },
        { level: 2, name: 'Performs with help' },
        { level: 3, name: 'Performs independently (sign-off level)' },
        { level: 4, name: 'Can teach others' },
      ],
      completionCredentials: [],
      jobBookStatus: 'template-unverified',
      policies: { passMarkPercent: 70, shiftLimitMinutes: 720, loggingWindowDays: 14 },
      terms: {
        wages: {
          journeyworkerCentsPerHour: 0,
          steps: [
            { step: 1, title: 'Year 1', percent: 60, after: {} },
            { step: 2, title: 'Year 2', percent: 70, after: { ojtMinutes: hours(2_000) } },
            { step: 3, title: 'Year 3', percent: 80, after: { ojtMinutes: hours(4_000) } },
            { step: 4, title: 'Year 4', percent: 90, after: { ojtMinutes: hours(6_000) } },
          ],
        },
        ratio: { apprentices: 1, journeyworkers: 2 },
        agency: findAgencyPolicy('US-OH'),
      },
    });
    const limits = { minimumMinutes: null, maximumMinutes: null, local: false };
    expect(workProcesses).toHaveLength(8);
    expect(workProcesses.slice(0, 2)).toEqual([
      {
        code: 'WP01',
        title: 'Work safely and prevent accidents',
        requiredMinutes: hours(400),
        ...limits,
        safety: true,
      },
      { code: 'WP02', title: 'Maintain mechanical drives and bearings', requiredMinutes: hours(1_600), ...limits },
    ]);
    expect(competencies).toHaveLength(16);
    expect(competencies[3]).toEqual({
      code: 'WP02.02',
      workProcess: 'WP02',
      title: 'Install and tension belts and chains',
      requiredLevel: 3,
      evaluationMethod: 'Observed on the job by a mentor',
    });
    expect(courses).toHaveLength(10);
    expect(courses.slice(0, 2)).toEqual([
      { code: 'MNT 101', title: 'Industrial Safety', requiredMinutes: hours(36), local: false, safety: true },
      { code: 'MNT 110', title: 'Blueprint Reading', requiredMinutes: hours(54), local: false },
    ]);
  });

  test('says what could not be carried over', async () => {
    expect(await readStandardWorkbook(await maintenanceWorkbook('time'))).toMatchObject({
      notes: [
        'The sponsor Buckeye Manufacturing Council was not carried over; the draft belongs to whoever imports it.',
        "The file does not say what a journeyworker earns; write the journeyworker's rate into the draft.",
        'Marked as safety training by their titles, so check them: Work safely and prevent accidents, Industrial Safety.',
        'The file has no version, so the draft is version 1; name it before publishing.',
      ],
    });
  });
});

describe('the workbook of a hybrid program', () => {
  test('keeps the minimum and the maximum of each process', async () => {
    const contents = contentsOf(await readStandardWorkbook(await maintenanceWorkbook('hybrid')));
    expect(contents).toMatchObject({ approach: 'hybrid', ojtMinutes: hours(6_000) });
    expect(contents.workProcesses[1]).toMatchObject({
      requiredMinutes: hours(1_200),
      minimumMinutes: hours(1_200),
      maximumMinutes: hours(1_600),
    });
  });
});

describe('a draft from a workbook', () => {
  test.each(['time', 'hybrid'] as const)('can be published once the wage is written: %s', async (approach) => {
    const reading = await readStandardWorkbook(await maintenanceWorkbook(approach));
    expect(errorsOf(reading)).toEqual([]);
    expect(standardContents.safeParse(contentsOf(reading)).success).toBe(true);
  });

  test.each<[string, Parameters<typeof changeCell>[1], string | number, string]>([
    ['totals that differ', ['Details', 2, 'Minimum OJT Hours'], 8_001, 'total-differs'],
    ['a course code that stands twice', ['RelatedInstruction', 3, 'Course Code'], 'MNT 101', 'duplicate-code'],
    ['a course without hours', ['RelatedInstruction', 3, 'Course Hours'], '', 'minutes-not-positive'],
    ['wages that fall', ['WageSchedule', 5, 'Step OJT Percentage'], 0.5, 'wage-steps-fall'],
    ['nothing called safety', ['RelatedInstruction', 2, 'Course Name'], 'Workplace', 'safety-missing'],
  ])('may be imported with %s; the check says it', async (_, place, value, kind) => {
    expect(errorsOf(await read(changeCell(maintenanceSheets(), place, value)))).toContain(kind);
  });

  test('marks as safety what is called so as a word', async () => {
    const sheets = changeCell(maintenanceSheets(), ['RelatedInstruction', 3, 'Course Name'], 'SAFETY: blueprints');
    const changed = changeCell(sheets, ['RelatedInstruction', 4, 'Course Name'], 'Unsafety and safetyness');
    const { courses } = contentsOf(await read(changed));
    expect(courses.map((one) => one.safety ?? false).slice(0, 3)).toEqual([true, true, false]);
    const none = await read({
      ...maintenanceSheets(),
      RelatedInstruction: [courseHeaders, [1, 'Math', null, null, null, 576]],
    });
    expect(contentsOf(none).courses).toMatchObject([{ code: 'RTI01', title: 'Math' }]);
  });
});

const courseHeaders = maintenanceSheets().RelatedInstruction[0];

describe('a workbook with faults', () => {
  test('names all of them at once', async () => {
    const { WageSchedule: _, ...three } = maintenanceSheets();
    let sheets = changeCell(maintenanceSheets(), ['Details', 2, 'Type'], 'Fast');
    sheets = changeCell(sheets, ['WorkProcesses', 5, 'Minimum Hours'], 'lots');
    sheets = changeCell(sheets, ['RelatedInstruction', 2, 'Course Name'], null);
    const { WageSchedule: __, ...rest } = sheets;
    expect(await read(rest)).toEqual({
      ok: false,
      faults: [
        { sheet: 'Details', row: 2, column: 'Type', message: 'Write Time-Based, Competency-Based or Hybrid.' },
        {
          sheet: 'WorkProcesses',
          row: 5,
          column: 'Minimum Hours',
          message: 'Write one number of hours, such as 1000; a lower and an upper limit each have a column.',
        },
        { sheet: 'RelatedInstruction', row: 2, column: 'Course Name', message: 'Write the name of the course.' },
        {
          sheet: 'WageSchedule',
          row: null,
          column: null,
          message:
            'The sheet WageSchedule is missing; add it with the headers Step Sort Order, Step Level Title, Step OJT Hours, Step OJT Percentage, Step Duration, Step RSI Hours.',
        },
      ],
    });
    expect(await read(three)).toMatchObject({ faults: [{ sheet: 'WageSchedule' }] });
  });

  test('that has hundreds names the first 200 and how many more there are', async () => {
    const [headers] = maintenanceSheets().RelatedInstruction;
    const rows = Array.from({ length: 250 }, () => [1, 'Math', null, null, null, 'much']);
    const reading = await read({ ...maintenanceSheets(), RelatedInstruction: [headers, ...rows] });
    expect(reading.ok ? [] : reading.faults).toHaveLength(201);
    expect(reading).toMatchObject({ ok: false });
    expect(!reading.ok && reading.faults.at(-1)?.message).toBe('There are 50 more faults; put these right first.');
  });

  test('that is no workbook says so', async () => {
    expect(await readStandardWorkbook(new TextEncoder().encode('a,b'))).toEqual({
      ok: false,
      faults: [
        {
          sheet: '',
          row: null,
          column: null,
          message: 'This is not an .xlsx workbook; open it in a spreadsheet program and save it as .xlsx.',
        },
      ],
    });
  });
});

/** Whatever may stand in a cell. */
const garbage = fc.oneof(
  fc.constant(null),
  fc.string({ maxLength: 400 }),
  fc.constantFrom('OH', 'hybrid', '5:1', '1,000', '60%', 'a; b; c', '#N/A', '6 months', '0', '-1', 'x'.repeat(301)),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.integer({ min: -5, max: 5_000 }),
  fc.boolean(),
  fc.date({ min: new Date('1900-01-01'), max: new Date('2099-01-01'), noInvalidDate: true }),
);

describe('garbage in any cell', () => {
  const places = (['Details', 'WorkProcesses', 'RelatedInstruction', 'WageSchedule'] as const).flatMap((sheet) =>
    maintenanceSheets()[sheet][0].map((column) => ({ sheet, column })),
  );
  const change = fc.record({ place: fc.constantFrom(...places), row: fc.integer({ min: 2, max: 9 }), cell: garbage });

  test('never throws, and gives what the contract takes or faults that name their place', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('time' as const, 'hybrid' as const),
        fc.array(change, { minLength: 1, maxLength: 5 }),
        async (approach, changes) => {
          const sheets = changes.reduce<ProgramSheets>(
            (all, { place, row, cell }) => changeCell(all, [place.sheet, row, place.column], cell),
            maintenanceSheets(approach),
          );
          const reading = await read(sheets);
          if (reading.ok) {
            expect(standardContents.safeParse(reading.contents).error).toBeUndefined();
            expect(reading.notes.every((note) => /^[^\n]+\.$/.test(note))).toBe(true);
          } else {
            expect(reading.faults.length).toBeGreaterThan(0);
            expect(reading.faults.every((one) => one.sheet !== '' && one.message.endsWith('.'))).toBe(true);
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  test('in place of the file never throws either', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 2_000 }), async (bytes) => {
        expect((await readStandardWorkbook(bytes)).ok).toBe(false);
      }),
    );
    const good = await maintenanceWorkbook();
    await fc.assert(
      fc.asyncProperty(fc.nat(good.length - 1), fc.integer({ min: 1, max: 255 }), async (at, by) => {
        const changed = good.slice();
        changed[at] = (changed[at] ?? 0) ^ by;
        expect(typeof (await readStandardWorkbook(changed)).ok).toBe('boolean');
      }),
      { numRuns: 300 },
    );
  });
});
