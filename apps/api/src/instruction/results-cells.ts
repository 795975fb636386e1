import type { Minutes } from '@journeybook/domain';
import { hours } from '@journeybook/domain';
import type { CellValue } from '../files/read-workbook.js';

/** What a cell says, null when it says nothing; or what to write instead. */
export type ResultCell<Value> =
  | { readonly ok: true; readonly value: Value | null }
  | { readonly ok: false; readonly message: string };

const longest = 300;

/** One line of text; what is longer than any name is none. */
export function readTextCell(value: CellValue): string | null {
  const text = value instanceof Date || value === null ? '' : String(value).replaceAll(/\s+/g, ' ').trim();
  return text === '' || text.length > longest ? null : text;
}

/** Moodle writes a dash where there is no grade. */
const isNothing = (value: CellValue): boolean =>
  value === null || (typeof value === 'string' && /^[-–—]?$/.test(value.trim()));

/** A number, also one written as text with the unit behind it. */
function readNumber(value: CellValue, unit: RegExp): number | null {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (typeof value !== 'string') return null;
  const bare = value.trim().toLowerCase().replace(unit, '').trim();
  return /^\d+(\.\d+|,\d{1,2})?$/.test(bare) ? Number(bare.replace(',', '.')) : null;
}

/** A grade in percent: `88`, `88.5 %`. Zero is a grade here, since somebody wrote it. */
export function readGradeCell(value: CellValue): ResultCell<number> {
  if (isNothing(value)) return { ok: true, value: null };
  const percent = readNumber(value, /%$/);
  if (percent === null || percent < 0 || percent > 100)
    return {
      ok: false,
      message: 'Write the grade in percent from 0 to 100, such as 88; letters and points are not read.',
    };
  return { ok: true, value: percent };
}

/** Hours attended, up to the course's; zero is nothing attended. */
export function readAttendedCell(value: CellValue, courseMinutes: Minutes): ResultCell<Minutes> {
  if (isNothing(value)) return { ok: true, value: null };
  const read = readNumber(value, /(h|hrs?\.?|hours?)$/);
  const most = courseMinutes / 60;
  if (read === null || read < 0 || read > most)
    return { ok: false, message: `Write the hours attended, at most the ${most} of the course, such as 1.5.` };
  const minutes = hours(read);
  return { ok: true, value: minutes > 0 ? minutes : null };
}
