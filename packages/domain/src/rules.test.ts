import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const here = (path: string) => new URL(path, import.meta.url);
const table = readFileSync(here('../../../docs/rules.md'), 'utf8');
const textOf = (file: string) => (existsSync(here(file)) ? readFileSync(here(file), 'utf8') : '');

/** | rule | source | `function` in `file` | `test file`: `name` | */
const row = /^\| (.+?) \| (.+?) \| `(\w+)` in `([\w/-]+\.ts)` \| `([\w/-]+\.test\.ts)`: `(.+)` \|$/;
const written = table.split('\n').filter((line) => line.startsWith('| ') && !/^\| (rule|---) \|/.test(line));
const rows = written.map((line) => ({ line, cells: row.exec(line)?.slice(1) ?? [] }));

/** Whether the file has the text as a whole: the name of a test, of a group, or of a row that names a test. */
const names = (file: string, name: string): boolean =>
  [`'${name}'`, `"${name}"`, `\`${name}\``].some((quoted) => textOf(file).includes(quoted));

test('the table has rules', () => {
  expect(rows.length).toBeGreaterThan(80);
});

test('no rule stands twice', () => {
  expect(new Set(rows.map((one) => `${one.cells[0]} ${one.cells[2]}`)).size).toBe(rows.length);
});

describe.each(rows)('$line', ({ cells: [rule = '', source = '', name = '', file = '', testFile = '', title = ''] }) => {
  test('says rule, source, function and test', () => {
    expect([rule, source, name, file, testFile, title].every((cell) => cell.trim() !== '')).toBe(true);
  });
  test('names a function that is exported there', () => {
    expect(textOf(file)).toMatch(new RegExp(`^export (async )?(function|const) ${name}\\b`, 'm'));
  });
  test('names a test that is there', () => {
    expect(names(testFile, title), `${testFile} has no test "${title}"`).toBe(true);
  });
});
