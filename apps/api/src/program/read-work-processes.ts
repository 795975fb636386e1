import type { Minutes } from '@journeybook/domain';
import type { ReadCell } from './read-cell.js';
import { longestTitle, orderCell, requiredHoursCell, textCell, titleCell } from './read-cell.js';
import type { HoursRange } from './read-required-hours.js';
import type { Findings, SheetLayout, TableRow } from './read-sheet.js';
import { inOrder, nameSome } from './read-order.js';
import { distinctTitles, readSkillList } from './read-skill-list.js';

type Column = (typeof columns)[number] | (typeof answers)[number];

const columns = [
  'Work Process Sort Order',
  'Work Process Title',
  'Work Process Description',
  'Work Process Sub Category',
  'Minimum Hours',
  'Maximum Hours',
  'Skill Sort Order',
  'Skill Title',
] as const;
const answers = [
  'Skill Answer Option 1',
  'Skill Answer Option 2',
  'Skill Answer Option 3',
  'Skill Answer Option 4',
  'Skill Answer Option 5',
] as const;

export const workProcessesLayout: SheetLayout<Column> = { name: 'WorkProcesses', required: columns, optional: answers };

/** As many as the contract takes. */
const most = { processes: 200, skills: 2_000 };

/** A work process as its rows tell it. */
export interface WorkProcessRows {
  readonly title: string;
  readonly hours: HoursRange;
  readonly skills: readonly string[];
}

interface Growing {
  readonly title: string;
  readonly order: number | null;
  readonly rows: TableRow<Column>[];
}

/**
 * Work processes with their skills, in the order of their sort orders. A process has a row for each skill: rows of one title are one
 * process, and a row without a title goes on with the process above. Skills in one cell, or in the description of a process that has no
 * skill otherwise, are told apart by semicolons.
 */
export function readWorkProcesses(rows: readonly TableRow<Column>[], found: Findings): readonly WorkProcessRows[] {
  if (rows.length === 0)
    found.faults.push({
      sheet: 'WorkProcesses',
      row: 2,
      column: null,
      message: 'There is no work process; write one row for each skill of each work process.',
    });
  const gathered = gather(rows);
  gathered[most.processes]?.rows[0]?.fault(null, `A program has at most ${most.processes} work processes.`);
  const processes = inOrder(gathered).map(readProcess);
  if (processes.flatMap((one) => one.skills).length > most.skills)
    rows.at(-1)?.fault('Skill Title', `A program has at most ${most.skills.toLocaleString('en')} skills.`);
  noteSkills(processes, found);
  noteWhatStays(rows, found);
  return processes;
}

function gather(rows: readonly TableRow<Column>[]): readonly Growing[] {
  const processes = new Map<string, Growing>();
  let current: Growing | undefined;
  for (const row of rows) {
    const title = row.read('Work Process Title', titleCell);
    if (title !== null)
      current = processes.get(title.toLowerCase()) ?? {
        title,
        order: row.read('Work Process Sort Order', orderCell),
        rows: [],
      };
    if (current === undefined) row.fault('Work Process Title', "Write the work process's title.");
    else processes.set(current.title.toLowerCase(), current).get(current.title.toLowerCase())?.rows.push(row);
  }
  return [...processes.values()];
}

interface ReadProcess extends WorkProcessRows {
  /** What a person should look at in it. */
  readonly split: boolean;
  readonly repeated: boolean;
  readonly described: boolean;
}

function readProcess({ title, rows }: Growing): ReadProcess {
  const hours = { lower: readHours(rows, 'Minimum Hours'), upper: readHours(rows, 'Maximum Hours') };
  if (hours.lower !== null && hours.upper !== null && hours.lower > hours.upper)
    rows[0]?.fault('Maximum Hours', 'The maximum is below the minimum; write at least as many hours as the minimum.');
  const cells = inOrder(
    rows.flatMap((row) => {
      const order = row.read('Skill Sort Order', orderCell);
      const skills = row.read('Skill Title', skillsCell);
      return skills === null ? [] : [{ order, skills }];
    }),
  );
  const listed = cells.flatMap((one) => one.skills);
  const own = distinctTitles(listed);
  const described = own.length > 0 ? [] : readDescribed(rows);
  return {
    title,
    hours,
    skills: [...own, ...described],
    split: cells.some((one) => one.skills.length > 1),
    repeated: own.length < listed.length,
    described: described.length > 0,
  };
}

function noteSkills(processes: readonly ReadProcess[], { notes }: Findings): void {
  const split = processes.filter((one) => one.split);
  if (split.length > 0)
    notes.push(`Skills that stood in one cell were split at semicolons, so check those of ${nameSome(split)}.`);
  const described = processes.filter((one) => one.described);
  if (described.length > 0)
    notes.push(`Skills were read from descriptions, split at semicolons, so check those of ${nameSome(described)}.`);
  const repeated = processes.filter((one) => one.repeated);
  if (repeated.length > 0) notes.push(`A skill that stands twice was read once in ${nameSome(repeated)}.`);
}

/** Every row of a process repeats its hours or leaves them empty. */
function readHours(rows: readonly TableRow<Column>[], column: 'Minimum Hours' | 'Maximum Hours'): Minutes | null {
  let known: Minutes | null = null;
  for (const row of rows) {
    const here = row.read(column, requiredHoursCell);
    if (known !== null && here !== null && here !== known)
      row.fault(column, `A row above says ${known / 60} h of this work process; write the same in all of its rows.`);
    known ??= here;
  }
  return known;
}

const skillsCell: ReadCell<readonly string[]> = (cell) => {
  const read = textCell(cell);
  if (!read.ok) return read;
  const skills = readSkillList(read.value ?? '');
  if (skills.some((one) => one.length > longestTitle))
    return { ok: false, message: `Write each skill in at most ${longestTitle} characters.` };
  return { ok: true, value: skills.length === 0 ? null : skills };
};

/** The skills that a description lists; a description that is no list has none. */
function readDescribed(rows: readonly TableRow<Column>[]): readonly string[] {
  const [description] = rows.filter((row) => row.isFilled('Work Process Description'));
  const skills = readSkillList(description?.read('Work Process Description', textCell) ?? '');
  return skills.length > 1 && skills.every((one) => one.length <= longestTitle) ? distinctTitles(skills) : [];
}

function noteWhatStays(rows: readonly TableRow<Column>[], { notes }: Findings): void {
  if (rows.some((row) => row.isFilled('Work Process Sub Category')))
    notes.push('Sub categories of work processes were not carried over; work processes are not grouped.');
  if (rows.some((row) => row.isFilled('Work Process Description')))
    notes.push('Descriptions of work processes were not carried over as such; a work process has a title only.');
  const answered = rows.filter((row) => answers.some((column) => row.isFilled(column))).length;
  if (answered > 0)
    notes.push(
      `Answer options of ${answered} rows were not carried over; a skill is signed off at a level of the scale.`,
    );
}
