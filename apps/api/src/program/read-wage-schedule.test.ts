import { hours } from '@journeybook/domain';
import { describe, expect, test } from 'vitest';
import { buildWorkbook, maintenanceSheets } from '../testing/standard-workbook.js';
import { readStandardWorkbook } from './read-standard-workbook.js';
import type { CellValue } from '../files/read-workbook.js';

interface Row {
  readonly order?: CellValue;
  readonly title?: CellValue;
  readonly ojt?: CellValue;
  readonly percent?: CellValue;
  readonly months?: CellValue;
  readonly rti?: CellValue;
}

const { WageSchedule, ...rest } = maintenanceSheets('time');
/** Into a program of 8,000 h on the job, 576 h of instruction and 48 months. */
const read = async (...rows: readonly Row[]) =>
  readStandardWorkbook(
    await buildWorkbook({
      ...rest,
      WageSchedule: [
        WageSchedule[0],
        ...rows.map(({ order, title, ojt, percent, months, rti }) =>
          [order, title, ojt, percent, months, rti].map((one) => one ?? null),
        ),
      ],
    }),
  );

/** The steps, or an error with the faults. */
async function stepsOf(...rows: readonly Row[]) {
  const reading = await read(...rows);
  if (!reading.ok) throw new Error(JSON.stringify(reading.faults));
  return reading.contents.terms?.wages?.steps ?? null;
}
const from = async (column: 'ojt' | 'rti' | 'months', ...values: readonly CellValue[]) => {
  const steps = await stepsOf(...values.map((value, at) => ({ percent: 50 + at, [column]: value })));
  return steps?.map(({ after }) => (after.ojtMinutes ?? after.rtiMinutes ?? 0) / 60 + (after.months ?? 0));
};

describe('WageSchedule', () => {
  test('reads steps in their order and numbers them from 1', async () => {
    const steps = await stepsOf(
      { order: 20, title: 'Second', percent: '70%', ojt: 2_000, months: '12 months', rti: 144 },
      { order: 10, percent: 0.6, ojt: 0, months: 0, rti: 0 },
    );
    expect(steps).toEqual([
      { step: 1, title: 'Step 1', percent: 60, after: {} },
      {
        step: 2,
        title: 'Second',
        percent: 70,
        after: { ojtMinutes: hours(2_000), rtiMinutes: hours(144), months: 12 },
      },
    ]);
  });

  test.each([
    ['0 first: from where a step is due', 'ojt', [0, 2_000, 4_000], [0, 2_000, 4_000]],
    ['nothing first: the same', 'months', [null, 12, 24], [0, 12, 24]],
    ['more than 0 first: how long each lasts', 'ojt', [2_000, 2_000, 2_000], [0, 2_000, 4_000]],
    ['rising lengths that fit into the program', 'months', [6, 12, 18], [0, 6, 18]],
    [
      'rising numbers that together are more than the program: where each ends',
      'ojt',
      [2_000, 4_000, 6_000],
      [0, 2_000, 4_000],
    ],
    ['the same of instruction', 'rti', [144, 288, 432], [0, 144, 288]],
    ['nothing at all', 'rti', [null, null], [0, 0]],
  ] as const)('understands the numbers of a column: %s', async (_, column, given, expected) => {
    expect(await from(column, ...given)).toEqual(expected);
  });

  test('says how it understood them when the first step has a number', async () => {
    const lasting = await read({ percent: 50, ojt: 4_000 }, { percent: 60, ojt: 4_000 });
    expect(lasting).toMatchObject({
      notes: expect.arrayContaining([
        'Step OJT Hours was read as how long each step lasts, so the first step is the entry wage; check from where each step is due.',
      ]),
    });
    const ending = await read({ percent: 50, ojt: 4_000 }, { percent: 60, ojt: 8_000 });
    expect(ending).toMatchObject({
      notes: expect.arrayContaining([expect.stringMatching(/^Step OJT Hours was read as where each step ends/)]),
    });
  });

  test('leaves out a schedule without percentages, and says so', async () => {
    expect(await read({ title: 'Semester 1', ojt: 500 }, { title: 'Semester 2' })).toMatchObject({
      contents: { terms: { wages: null } },
      notes: expect.arrayContaining([
        'The wage steps give no percentage, so the wage schedule was not carried over; add it to the draft.',
      ]),
    });
  });

  test('may be empty', async () => {
    expect(await stepsOf()).toBeNull();
  });

  test.each<[string, readonly Row[], readonly [row: number, column: string | null, message: RegExp]]>([
    ['a step without a percentage', [{ percent: 50 }, { ojt: 10 }], [3, 'Step OJT Percentage', /Write the percentage/]],
    ['more than the whole wage', [{ percent: 110 }], [2, 'Step OJT Percentage', /from 0 to 100/]],
    ['hours in words', [{ percent: 50, ojt: 'all' }], [2, 'Step OJT Hours', /one number of hours/]],
    ['instruction in words', [{ percent: 50, rti: 'all' }], [2, 'Step RSI Hours', /one number of hours/]],
    ['half a month', [{ percent: 50, months: 1.5 }], [2, 'Step Duration', /whole months from 0/]],
    ['an order in words', [{ order: 'a', percent: 50 }], [2, 'Step Sort Order', /a number such as 1/]],
    ['a title that is a story', [{ title: 'x'.repeat(301), percent: 50 }], [2, 'Step Level Title', /at most 300/]],
    ['more than 50 steps', Array.from({ length: 51 }, () => ({ percent: 50 })), [52, null, /at most 50 steps/]],
  ])('refuses %s', async (_, rows, [row, column, message]) => {
    expect(await read(...rows)).toEqual({
      ok: false,
      faults: [{ sheet: 'WageSchedule', row, column, message: expect.stringMatching(message) }],
    });
  });
});
