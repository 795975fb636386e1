import { crc32, deflateRawSync } from 'node:zlib';
import { writeXlsx } from 'hucre/xlsx';
import type { CellValue } from '../files/read-workbook.js';

/** Rows of cells by the name of their sheet; the first row holds the headers. */
export type WorkbookSheets = Readonly<Record<string, readonly (readonly CellValue[])[]>>;

export type ProgramSheets = WorkbookSheets &
  Readonly<
    Record<
      'Details' | 'WorkProcesses' | 'RelatedInstruction' | 'WageSchedule',
      readonly [readonly string[], ...(readonly CellValue[])[]]
    >
  >;

/** The bytes of an .xlsx workbook with these sheets. */
export const buildWorkbook = (sheets: WorkbookSheets): Promise<Uint8Array> =>
  writeXlsx({
    sheets: Object.entries(sheets).map(([name, rows]) => ({ name, rows: rows.map((row) => [...row]) })),
  });

/** Hours of a time-based program, the least of a hybrid one, and skills. */
const processes: readonly (readonly [title: string, hours: number, least: number, skills: readonly string[]])[] = [
  [
    'Work safely and prevent accidents',
    400,
    300,
    ['Lock out and tag out energy sources', 'Use personal protective equipment'],
  ],
  [
    'Maintain mechanical drives and bearings',
    1_600,
    1_200,
    ['Replace and align bearings', 'Install and tension belts and chains'],
  ],
  [
    'Maintain hydraulic and pneumatic systems',
    1_200,
    900,
    ['Read fluid power diagrams', 'Replace valves and cylinders'],
  ],
  ['Maintain electrical equipment and motors', 1_600, 1_200, ['Test and replace motors', 'Wire control panels']],
  ['Troubleshoot programmable controllers', 1_000, 750, ['Read ladder logic', 'Find faults in inputs and outputs']],
  ['Weld, cut and fabricate parts', 800, 600, ['Cut and weld mild steel', 'Fabricate guards and brackets']],
  ['Install, align and level machines', 800, 600, ['Rig and move machines', 'Level and align machines with a laser']],
  [
    'Carry out preventive and predictive maintenance',
    600,
    450,
    ['Follow a lubrication schedule', 'Measure and trend vibration'],
  ],
];

const courses: readonly (readonly [title: string, code: string, hours: number])[] = [
  ['Industrial Safety', 'MNT 101', 36],
  ['Blueprint Reading', 'MNT 110', 54],
  ['Industrial Math', 'MNT 115', 54],
  ['Mechanical Power Transmission', 'MNT 120', 72],
  ['Hydraulics and Pneumatics', 'MNT 130', 72],
  ['Electrical Fundamentals', 'MNT 140', 72],
  ['Motors and Controls', 'MNT 150', 72],
  ['Programmable Controllers', 'MNT 160', 72],
  ['Welding Fundamentals', 'MNT 170', 36],
  ['Predictive Maintenance', 'MNT 180', 36],
];

type Approach = 'time' | 'hybrid';

/** A hybrid program has a minimum and a maximum, a time-based one only what it asks for. */
const range = (approach: Approach, most: number, least: number): readonly [lower: number, upper: number | null] =>
  approach === 'hybrid' ? [least, most] : [most, null];

const detailsRow = (approach: Approach): readonly CellValue[] => {
  const of = ['OH', 'SAA', 'Buckeye Manufacturing Council', 'Maintenance Technician, Industrial', null];
  const type = approach === 'hybrid' ? 'Hybrid' : 'Time-Based';
  return [...of, '49-9041.00', '0308', type, 48, ...range(approach, 8_000, 6_000), 576, null, '1:2'];
};

const skillRows = (approach: Approach): readonly (readonly CellValue[])[] =>
  processes.flatMap(([title, most, least, skills], at) =>
    skills.map((skill, place) => [at + 1, title, null, null, ...range(approach, most, least), place + 1, skill]),
  );

/**
 * A second occupation as the four sheets: a maintenance technician in Ohio, 48 months, 576 h of instruction, four wage steps; time-based
 * with 8,000 h on the job, or hybrid with 6,000 to 8,000 h. An example to test with, not a registered program.
 */
export const maintenanceSheets = (approach: Approach = 'time'): ProgramSheets => ({
  Details: [detailsHeaders, detailsRow(approach)],
  WorkProcesses: [workProcessHeaders, ...skillRows(approach)],
  RelatedInstruction: [
    courseHeaders,
    ...courses.map(([title, code, hours], at) => [at + 1, title, null, code, null, hours]),
  ],
  WageSchedule: [
    wageHeaders,
    ...[0.6, 0.7, 0.8, 0.9].map((percent, at) => [
      at + 1,
      `Year ${at + 1}`,
      at * (approach === 'hybrid' ? 1_500 : 2_000),
      percent,
    ]),
  ],
});

/** The bytes of that workbook. */
export const maintenanceWorkbook = (approach: Approach = 'time'): Promise<Uint8Array> =>
  buildWorkbook(maintenanceSheets(approach));

/** The sheets with one cell changed, by its row as a spreadsheet counts and the header of its column. */
export function changeCell(
  sheets: ProgramSheets,
  [sheet, row, column]: readonly [sheet: keyof ProgramSheets, row: number, column: string],
  value: CellValue,
): ProgramSheets {
  const [headers = [], ...rows] = sheets[sheet] ?? [];
  const cells = headers.map((header, at) => (header === column ? value : (rows[row - 2]?.[at] ?? null)));
  const changed = [...rows];
  changed[row - 2] = cells;
  return { ...sheets, [sheet]: [headers, ...Array.from(changed, (one) => one ?? [])] };
}

const detailsHeaders = [
  'Registration State',
  'OA or SAA',
  'Sponsor Name',
  'Occupation Title',
  'Existing Title',
  'Onet Code',
  'RAPIDS Code',
  'Type',
  'Term (in months)',
  'Minimum OJT Hours',
  'Maximum OJT Hours',
  'Minimum RSI Hours',
  'Maximum RSI Hours',
  'Ratio of Apprentice to Journeyworker',
  'Probationary Period',
  'Registration Date',
  'Latest Registration Update',
];
const workProcessHeaders = [
  'Work Process Sort Order',
  'Work Process Title',
  'Work Process Description',
  'Work Process Sub Category',
  'Minimum Hours',
  'Maximum Hours',
  'Skill Sort Order',
  'Skill Title',
  ...[1, 2, 3, 4, 5].map((one) => `Skill Answer Option ${one}`),
];
const courseHeaders = [
  'Course Sort Order',
  'Course Name',
  'Course Description',
  'Course Code',
  'Related Training Organization',
  'Course Hours',
];
const wageHeaders = [
  'Step Sort Order',
  'Step Level Title',
  'Step OJT Hours',
  'Step OJT Percentage',
  'Step Duration',
  'Step RSI Hours',
];

/** One file of an archive; what its directory entry says may be a lie. */
export interface PackedFile {
  readonly name: string;
  readonly text: string;
  readonly declares?: {
    readonly packedBytes?: number;
    readonly unpackedBytes?: number;
    readonly checksum?: number;
    readonly method?: number;
  };
}

/** The bytes of a ZIP archive, for files that no spreadsheet program would write. */
export function buildArchive(files: readonly PackedFile[]): Uint8Array {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { name, text, declares = {} } of files) {
    const packed = deflateRawSync(text, { level: 9 });
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(declares.method ?? 8, 4);
    fields.writeUInt32LE(declares.checksum ?? crc32(text), 10);
    fields.writeUInt32LE(declares.packedBytes ?? packed.length, 14);
    fields.writeUInt32LE(declares.unpackedBytes ?? Buffer.byteLength(text), 18);
    fields.writeUInt16LE(name.length, 22);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(at, 10);
    directory.push(Buffer.from('PK\u0001\u0002\u0014\u0000', 'latin1'), fields, place, Buffer.from(name));
    const part = Buffer.concat([Buffer.from('PK\u0003\u0004', 'latin1'), fields, Buffer.from(name), packed]);
    parts.push(part);
    at += part.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006', 'latin1');
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...parts, listed, end]);
}

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packaged = 'http://schemas.openxmlformats.org/package/2006';

/** The parts of a workbook with one sheet, Details, whose rows are given as they stand in the file. */
export const rawWorkbook = (rows: string, names: readonly string[] = ['Details']): readonly PackedFile[] => [
  { name: '[Content_Types].xml', text: `<Types xmlns="${packaged}/content-types"/>` },
  {
    name: '_rels/.rels',
    text: `<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  },
  {
    name: 'xl/workbook.xml',
    text: `<workbook xmlns:r="${office}"><sheets>${names
      .map((name, at) => `<sheet name="${name}" sheetId="${at + 1}" r:id="rId1"/>`)
      .join('')}</sheets></workbook>`,
  },
  {
    name: 'xl/_rels/workbook.xml.rels',
    text: `<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
  },
  { name: 'xl/worksheets/sheet1.xml', text: `<worksheet><sheetData>${rows}</sheetData></worksheet>` },
];
