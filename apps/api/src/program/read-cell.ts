import type { Minutes } from '@journeybook/domain';
import { hours } from '@journeybook/domain';
import type { CellValue } from '../files/read-workbook.js';

/** What a cell says, null when it is empty; or what to write instead. */
export type CellReading<Value> =
  | { readonly ok: true; readonly value: Value | null }
  | { readonly ok: false; readonly message: string };

export type ReadCell<Value> = (value: CellValue) => CellReading<Value>;

const says = <Value>(value: Value | null): CellReading<Value> => ({ ok: true, value });
const fault = <Value>(message: string): CellReading<Value> => ({ ok: false, message });

/** The longest title and the longest code that the contract takes. */
export const longestTitle = 300;
const longestCode = 40;
const mostHours = 100_000;

/** One line of text, spaces and line breaks made one space; a number or a date as it is written in full. */
export const textCell: ReadCell<string> = (value) => {
  if (value === null) return says<string>(null);
  if (value instanceof Date)
    return Number.isNaN(value.getTime())
      ? fault('This is no date that can be read; write it as text.')
      : says(value.toISOString().slice(0, 10));
  const text = String(value).replaceAll(/\s+/g, ' ').trim();
  if (/^#(REF!|DIV\/0!|VALUE!|NAME\?|N\/A|NULL!|NUM!|SPILL!|CALC!)$/.test(text))
    return fault(`The formula of this cell fails (${text}); write the value itself.`);
  if (/[\0\p{Surrogate}]/u.test(text)) return fault('The text holds characters that cannot be kept; write it again.');
  return says(text === '' ? null : text);
};

const atMost =
  (most: number): ReadCell<string> =>
  (value) => {
    const read = textCell(value);
    if (!read.ok || read.value === null || read.value.length <= most) return read;
    return fault(`The text has ${read.value.length} characters; write at most ${most}.`);
  };

export const titleCell = atMost(longestTitle);
export const codeCell = atMost(longestCode);

/** A number, also one written as text (`1,000`, `1000 hours`); `unit` is a word that may follow. Booleans and dates are none. */
function readNumber(value: CellValue, unit: RegExp): number | null {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (typeof value !== 'string') return null;
  const bare = value.trim().toLowerCase().replace(unit, '').trim();
  return /^(\d+|\d{1,3}(,\d{3})+)(\.\d+)?$/.test(bare) ? Number(bare.replaceAll(',', '')) : null;
}

const isEmpty = (value: CellValue): boolean => value === null || (typeof value === 'string' && value.trim() === '');

/** Hours as whole minutes. 0 is kept: in a wage step it means from the first day. */
export const hoursCell: ReadCell<Minutes> = (value) => {
  if (isEmpty(value)) return says<Minutes>(null);
  const read = readNumber(value, /(h|hrs?\.?|hours?)$/);
  if (read === null || read < 0 || read > mostHours)
    return fault('Write one number of hours, such as 1000; a lower and an upper limit each have a column.');
  return says(hours(read));
};

/** Hours of which 0 says nothing. */
export const requiredHoursCell: ReadCell<Minutes> = (value) => {
  const read = hoursCell(value);
  return read.ok && read.value === 0 ? says<Minutes>(null) : read;
};

/** Whole months from `least` to 120, the longest term. */
export const monthsCell =
  (least: number): ReadCell<number> =>
  (value) => {
    if (isEmpty(value)) return says<number>(null);
    const read = readNumber(value, /(m|mos?\.?|months?)$/);
    if (read === null || !Number.isInteger(read) || read < least || read > 120)
      return fault(`Write whole months from ${least} to 120, such as 18.`);
    return says(read);
  };

/** A place in an order. */
export const orderCell: ReadCell<number> = (value) => {
  if (isEmpty(value)) return says<number>(null);
  const read = readNumber(value, /\.$/);
  return read === null ? fault('Write a number such as 1, or leave the cell empty.') : says(read);
};

/** Percent of a journeyworker's wage: `60`, `60%`, or 0.6 as a spreadsheet keeps 60 %. */
export const percentCell: ReadCell<number> = (value) => {
  if (isEmpty(value)) return says<number>(null);
  const read = readNumber(value, /%$/);
  const isFraction = typeof value === 'number' && value <= 1;
  const percent = read === null ? null : Math.round(read * (isFraction ? 10_000 : 100)) / 100;
  if (percent === null || percent < 0 || percent > 100)
    return fault("Write the percentage of a journeyworker's wage from 0 to 100, such as 60%.");
  return says(percent);
};

export interface RatioText {
  readonly apprentices: number;
  readonly journeyworkers: number;
}

/** Apprentices to journeyworkers, `5:1`. A spreadsheet takes 5:1 for the time 05:01 of its first day, so that is read as well. */
export const ratioCell: ReadCell<RatioText> = (value) => {
  if (isEmpty(value)) return says<RatioText>(null);
  const text =
    value instanceof Date && value.getUTCFullYear() < 1901
      ? `${value.getUTCHours()}:${value.getUTCMinutes()}`
      : String(value).trim();
  const [, apprentices, journeyworkers] = /^(\d{1,3})\s*(?::|\/|-|to)\s*(\d{1,3})$/i.exec(text) ?? [];
  const ratio = { apprentices: Number(apprentices), journeyworkers: Number(journeyworkers) };
  return ratio.apprentices > 0 && ratio.journeyworkers > 0
    ? says(ratio)
    : fault('Write apprentices, a colon and journeyworkers, such as 1:1.');
};
