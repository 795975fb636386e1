import type { OwnData } from '@journeybook/contracts';
import { toCsv } from '../../ui/save-file.js';

type Part = Exclude<keyof OwnData, 'madeAt'>;

/** What each part is called, in the order in which it is read. */
export const partNames: Record<Part, string> = {
  profile: 'You',
  roles: 'Your roles',
  agreements: 'Your agreements',
  mentors: 'Your mentors',
  hours: 'Hours you logged',
  record: 'Your record, entry by entry',
  wages: 'Wage steps you were given',
  paidHours: 'Hours your employers paid',
  signOffRequests: 'Sign-offs you asked for',
  standingRequests: 'Advanced standing you asked for',
  courses: 'Courses at colleges',
  results: 'Grades that learning platforms told us',
  scores: 'Scores we told learning platforms',
  platforms: 'What learning platforms know you as',
  answers: 'Your answers to personal questions',
  accesses: 'Who has looked at your answers',
  notices: 'What the agency was told',
  holds: 'Legal holds on your records',
  invitations: 'Invitations you were sent',
  sessions: 'Where you are signed in',
};

const partsOf = (data: OwnData) =>
  (Object.keys(partNames) as Part[]).map((part) => ({ part, title: partNames[part], rows: data[part] }));

/** The files of a person's own data: all of it for machines, one page to read, and a table a part. */
export function ownDataFiles(data: OwnData): Readonly<Record<string, string>> {
  const tables = partsOf(data).filter(({ rows }) => rows.length > 0);
  return {
    'journeybook.json': JSON.stringify(data, null, 2),
    'read-me-first.html': toPage(data),
    ...Object.fromEntries(tables.map(({ part, rows }) => [`tables/${part}.csv`, toTable(rows)])),
  };
}

type Row = OwnData[Part][number];

const columnsOf = (rows: readonly Row[]): string[] => [...new Set(rows.flatMap((row) => Object.keys(row)))];

function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  return typeof value === 'object' ? JSON.stringify(value) : `${value as number | boolean}`;
}

function toTable(rows: readonly Row[]): string {
  const columns = columnsOf(rows);
  return toCsv([columns, ...rows.map((row) => columns.map((column) => textOf(row[column])))]);
}

const escape = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign);

function toPage(data: OwnData): string {
  const sections = partsOf(data).map(({ title, rows }) => {
    const columns = columnsOf(rows);
    const heads = columns.map((column) => `<th scope="col">${escape(column)}</th>`).join('');
    const lines = rows.map(
      (row) => `<tr>${columns.map((column) => `<td>${escape(textOf(row[column]))}</td>`).join('')}</tr>`,
    );
    const table = `<table><thead><tr>${heads}</tr></thead><tbody>${lines.join('')}</tbody></table>`;
    return `<h2>${escape(title)}</h2>${rows.length === 0 ? '<p>Nothing.</p>' : table}`;
  });
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Your data in Journeybook</title>
<style>body{font:15px/1.45 sans-serif;margin:2em}table{border-collapse:collapse;font-size:13px}td,th{border:1px solid #bbb;padding:4px 6px;text-align:left;vertical-align:top}</style>
<h1>Your data in Journeybook</h1><p>As it stood at ${escape(data.madeAt)}.</p>${sections.join('\n')}</html>`;
}
