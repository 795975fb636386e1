import { parseCsv } from 'hucre/csv';
import type { SheetRow } from './read-workbook.js';

const limits = { fileBytes: 4_000_000, rows: 5_000, columns: 500 };

/**
 * The rows of a .csv file that say something, under the numbers that a spreadsheet shows, whatever it is separated by; or why the file is
 * refused. Text that is not UTF-8 is read as Windows wrote it, as spreadsheet programs still do.
 */
export function readCsv(bytes: Uint8Array): readonly SheetRow[] | string {
  if (bytes.length > limits.fileBytes) return 'The file is too large; keep only the columns and rows that are needed.';
  const text = decode(bytes);
  if (text.includes('\0')) return 'This is not a .csv file; save it as CSV and choose it again.';
  const rows = parseCsv(text).map((values, index) => ({
    number: index + 1,
    values: values.map((value) => (typeof value === 'string' && value.trim() === '' ? null : value)),
  }));
  if (rows.length > limits.rows)
    return `The file has more than ${limits.rows.toLocaleString('en')} rows; delete those it does not need.`;
  if (rows.some(({ values }) => values.length > limits.columns))
    return `The file has more than ${limits.columns} columns; delete those it does not need.`;
  return rows.filter(({ values }) => values.some((value) => value !== null));
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
