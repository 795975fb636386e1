import { hours } from '@journeybook/domain';
import { describe, expect, test } from 'vitest';
import { buildWorkbook, maintenanceSheets } from '../testing/standard-workbook.js';
import { readStandardWorkbook } from './read-standard-workbook.js';
import type { CellValue } from '../files/read-workbook.js';

interface Row {
  readonly order?: CellValue;
  readonly title?: CellValue;
  readonly description?: CellValue;
  readonly category?: CellValue;
  readonly min?: CellValue;
  readonly max?: CellValue;
  readonly place?: CellValue;
  readonly skill?: CellValue;
  readonly answer?: CellValue;
}

const { WorkProcesses, ...rest } = maintenanceSheets('time');
const read = async (...rows: readonly Row[]) =>
  readStandardWorkbook(
    await buildWorkbook({
      ...rest,
      WorkProcesses: [
        WorkProcesses[0],
        ...rows.map(({ order, title, description, category, min, max, place, skill, answer }): CellValue[] =>
          [order, title, description, category, min, max, place, skill, answer].map((one) => one ?? null),
        ),
      ],
    }),
  );

/** Titles of the processes with the titles of their skills, in the order of their codes. */
async function skillsOf(...rows: readonly Row[]) {
  const reading = await read(...rows);
  if (!reading.ok) throw new Error(JSON.stringify(reading.faults));
  const { workProcesses, competencies } = reading.contents;
  return workProcesses.map(({ code, title }) => [
    title,
    ...competencies.filter((one) => one.workProcess === code).map((one) => one.title),
  ]);
}

describe('WorkProcesses', () => {
  test('takes rows of one title, or without any, for one process', async () => {
    const rows = [
      { order: 1, title: 'Weld', min: 100, skill: 'Cut' },
      { order: 2, title: 'Machine', min: 200, skill: 'Turn' },
      { skill: 'Mill' },
      { order: 3, title: ' weld ', min: 100, skill: 'Join' },
      { order: 4, title: 'WELD', skill: 'Grind' },
    ];
    expect(await skillsOf(...rows)).toEqual([
      ['Weld', 'Cut', 'Join', 'Grind'],
      ['Machine', 'Turn', 'Mill'],
    ]);
  });

  test('puts processes and skills in the order of their numbers', async () => {
    const rows = [
      { order: 2, title: 'Weld', place: 2, skill: 'Join' },
      { order: 1, title: 'Machine', skill: 'Turn' },
      { order: 2, title: 'Weld', place: '1.', skill: 'Cut' },
    ];
    expect(await skillsOf(...rows)).toEqual([
      ['Machine', 'Turn'],
      ['Weld', 'Cut', 'Join'],
    ]);
  });

  test('keeps the order of the rows when a number is missing', async () => {
    const rows = [
      { order: 2, title: 'Weld', place: 2, skill: 'Join' },
      { title: 'Machine', skill: 'Turn' },
      { title: 'Weld', skill: 'Cut' },
    ];
    expect(await skillsOf(...rows)).toEqual([
      ['Weld', 'Join', 'Cut'],
      ['Machine', 'Turn'],
    ]);
  });

  test('numbers codes in that order', async () => {
    const reading = await read({ order: 2, title: 'Weld', skill: 'Cut; Join' }, { order: 1, title: 'Machine' });
    expect(reading).toMatchObject({
      contents: {
        workProcesses: [
          { code: 'WP01', title: 'Machine' },
          { code: 'WP02', title: 'Weld' },
        ],
        competencies: [{ code: 'WP02.01' }, { code: 'WP02.02' }],
      },
    });
  });

  test('takes hours from any row of the process', async () => {
    expect(await read({ title: 'Weld', skill: 'Cut' }, { title: 'Weld', min: '8,000', skill: 'Join' })).toMatchObject({
      contents: { ojtMinutes: hours(8_000), workProcesses: [{ requiredMinutes: hours(8_000) }] },
    });
  });

  test('splits skills of one cell at semicolons and reads one that stands twice once, and says so', async () => {
    const reading = await read({ title: 'Weld', skill: 'Cut; Join; and Grind' }, { title: 'Weld', skill: 'cut' });
    expect(reading).toMatchObject({
      contents: { competencies: [{ title: 'Cut' }, { title: 'Join' }, { title: 'Grind' }] },
      notes: expect.arrayContaining([
        'Skills that stood in one cell were split at semicolons, so check those of Weld.',
        'A skill that stands twice was read once in Weld.',
      ]),
    });
  });

  test('reads the skills of a process without any from a description that lists them', async () => {
    const reading = await read(
      { title: 'Weld', description: 'a. Cut; b. Join' },
      { title: 'Machine', description: 'Turning and milling' },
      { title: 'Paint', description: 'Spray; brush', skill: 'Sand' },
    );
    expect(reading).toMatchObject({
      contents: { competencies: [{ title: 'Cut' }, { title: 'Join' }, { title: 'Sand' }] },
      notes: expect.arrayContaining([
        'Skills were read from descriptions, split at semicolons, so check those of Weld.',
        'Descriptions of work processes were not carried over as such; a work process has a title only.',
      ]),
    });
  });

  test('notes sub categories and answer options', async () => {
    const reading = await read({ title: 'Weld', category: 'Metal', skill: 'Cut', answer: 'Yes' });
    expect(reading).toMatchObject({
      notes: expect.arrayContaining([
        'Sub categories of work processes were not carried over; work processes are not grouped.',
        'Answer options of 1 rows were not carried over; a skill is signed off at a level of the scale.',
      ]),
    });
  });

  test.each<[string, readonly Row[], { row: number; column: string | null; message: RegExp }]>([
    ['no rows', [], { row: 2, column: null, message: /no work process/ }],
    ['a skill of no process', [{ skill: 'Cut' }], { row: 2, column: 'Work Process Title', message: /Write the work/ }],
    [
      'other hours in another row',
      [
        { title: 'Weld', min: 100 },
        { title: 'Weld', min: 90 },
      ],
      { row: 3, column: 'Minimum Hours', message: /A row above says 100 h of this work process/ },
    ],
    [
      'a maximum below the minimum',
      [{ title: 'Weld', min: 100, max: 90 }],
      { row: 2, column: 'Maximum Hours', message: /maximum is below the minimum/ },
    ],
    [
      'an order in words',
      [{ order: 'first', title: 'Weld' }],
      { row: 2, column: 'Work Process Sort Order', message: /a number such as 1/ },
    ],
    [
      'an order of skills in words',
      [{ title: 'Weld', place: 'a', skill: 'Cut' }],
      { row: 2, column: 'Skill Sort Order', message: /a number such as 1/ },
    ],
    [
      'a skill that is a story',
      [{ title: 'Weld', skill: `Cut; ${'x'.repeat(301)}` }],
      { row: 2, column: 'Skill Title', message: /each skill in at most 300 characters/ },
    ],
    [
      'a title that is a story',
      [{ title: 'x'.repeat(301) }, { title: 'Weld' }],
      { row: 2, column: 'Work Process Title', message: /at most 300/ },
    ],
    [
      'more processes than a program has',
      Array.from({ length: 201 }, (_, at) => ({ title: `Process ${at}` })),
      { row: 202, column: null, message: /at most 200 work processes/ },
    ],
    [
      'more skills than a program has',
      [
        { title: 'Weld', skill: 'a' },
        { title: 'Weld', skill: Array.from({ length: 2_000 }, (_, at) => `${at}`).join(';') },
      ],
      { row: 3, column: 'Skill Title', message: /at most 2,000 skills/ },
    ],
  ])('refuses %s', async (_, rows, { message, ...place }) => {
    const reading = await read(...rows);
    expect(reading).toMatchObject({ ok: false });
    expect(reading.ok ? [] : reading.faults).toContainEqual({
      sheet: 'WorkProcesses',
      ...place,
      message: expect.stringMatching(message),
    });
  });
});
