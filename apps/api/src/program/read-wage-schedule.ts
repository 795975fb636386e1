import type { Minutes, WageSchedule, WageThreshold } from '@journeybook/domain';
import { hoursCell, monthsCell, orderCell, percentCell, titleCell } from './read-cell.js';
import type { HoursRange } from './read-required-hours.js';
import { inOrder } from './read-order.js';
import type { Findings, SheetLayout, TableRow } from './read-sheet.js';

type Column = (typeof columns)[number];

const columns = [
  'Step Sort Order',
  'Step Level Title',
  'Step OJT Hours',
  'Step OJT Percentage',
  'Step Duration',
  'Step RSI Hours',
] as const;

export const wageScheduleLayout: SheetLayout<Column> = { name: 'WageSchedule', required: columns, optional: [] };

interface StepRow {
  readonly row: TableRow<Column>;
  readonly title: string | null;
  readonly order: number | null;
  readonly ojt: Minutes | null;
  readonly rti: Minutes | null;
  readonly months: number | null;
  readonly percent: number | null;
}

/** What the whole program takes, against which a column of steps is understood. */
export interface ProgramLength {
  readonly ojt: HoursRange;
  readonly rti: HoursRange;
  readonly termMonths: number;
}

/**
 * The steps of the wage schedule, numbered from 1; null when the sheet has none or gives no percentage. The first step is the entry wage
 * and asks for nothing. The journeyworker's rate is not in the file: it is left at 0, which keeps the draft from being published.
 */
export function readWageSchedule(
  rows: readonly TableRow<Column>[],
  length: ProgramLength | null,
  { notes }: Findings,
): WageSchedule | null {
  if (rows.length === 0) return null;
  const steps = inOrder(rows.map(readStep));
  if (steps.every((one) => !one.row.isFilled('Step OJT Percentage'))) {
    notes.push('The wage steps give no percentage, so the wage schedule was not carried over; add it to the draft.');
    return null;
  }
  for (const { row } of steps)
    if (!row.isFilled('Step OJT Percentage'))
      row.fault('Step OJT Percentage', "Write the percentage of a journeyworker's wage, such as 60%.");
  if (steps.length > 50) steps[50]?.row.fault(null, 'A wage schedule has at most 50 steps.');
  notes.push("The file does not say what a journeyworker earns; write the journeyworker's rate into the draft.");
  const starts = {
    ojt: readStarts(
      'Step OJT Hours',
      steps.map((one) => one.ojt),
      longest(length?.ojt),
    ),
    rti: readStarts(
      'Step RSI Hours',
      steps.map((one) => one.rti),
      longest(length?.rti),
    ),
    months: readStarts(
      'Step Duration',
      steps.map((one) => one.months),
      length?.termMonths ?? null,
    ),
  };
  for (const { note } of Object.values(starts)) if (note !== null) notes.push(note);
  return {
    journeyworkerCentsPerHour: 0,
    steps: steps.map(({ title, percent }, at) => ({
      step: at + 1,
      title: title ?? `Step ${at + 1}`,
      percent: percent ?? 0,
      after: threshold(starts.ojt.values[at], starts.rti.values[at], starts.months.values[at]),
    })),
  };
}

const longest = (range: HoursRange | undefined): number | null => range?.upper ?? range?.lower ?? null;

const readStep = (row: TableRow<Column>): StepRow => ({
  row,
  title: row.read('Step Level Title', titleCell),
  order: row.read('Step Sort Order', orderCell),
  ojt: row.read('Step OJT Hours', hoursCell),
  rti: row.read('Step RSI Hours', hoursCell),
  months: row.read('Step Duration', monthsCell(0)),
  percent: row.read('Step OJT Percentage', percentCell),
});

const threshold = (ojt = 0, rti = 0, months = 0): WageThreshold => ({
  ...(ojt > 0 ? { ojtMinutes: ojt as Minutes } : {}),
  ...(rti > 0 ? { rtiMinutes: rti as Minutes } : {}),
  ...(months > 0 ? { months } : {}),
});

interface Starts {
  /** From where each step is due. */
  readonly values: readonly number[];
  readonly note: string | null;
}

/**
 * From where each step is due. The column is used in three ways, told apart by its first number: 0 or nothing, and the numbers say where a
 * step begins; otherwise they say how long each step lasts, or, when they rise and together are more than the whole program, where it ends.
 */
function readStarts(column: Column, given: readonly (number | null)[], whole: number | null): Starts {
  const numbers = given.map((one) => one ?? 0);
  const [first = 0] = numbers;
  if (first === 0) return { values: numbers, note: null };
  const before = (at: number) => numbers.slice(0, at).reduce((sum, one) => sum + one, 0);
  const areEnds =
    before(numbers.length) > (whole ?? Infinity) && numbers.every((one, at) => one > (numbers[at - 1] ?? 0));
  const how = areEnds ? 'where each step ends' : 'how long each step lasts';
  return {
    values: numbers.map((_, at) => (areEnds ? (numbers[at - 1] ?? 0) : before(at))),
    note: `${column} was read as ${how}, so the first step is the entry wage; check from where each step is due.`,
  };
}
