import { existsSync, readdirSync, readFileSync } from 'node:fs';
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

/** Other documents name a test as `file`: `name`, the file by its path from the top. */
const pair = /`([\w./-]+\.tsx?)`: `([^`]+)`/g;
const documents = readdirSync(here('../../../docs'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.md') && file !== 'rules.md')
  .map((file) => ({ file, text: textOf(`../../../docs/${file}`) }));
const named = documents.flatMap(({ file, text }) =>
  [...text.matchAll(pair)].map(([, path = '', title = '']) => ({ document: file, path, title })),
);

test.each(named)('$document names a test that is there: $path: $title', ({ path, title }) => {
  expect(names(`../../../${path}`, title), `${path} has no "${title}"`).toBe(true);
});

test('each acceptance check of LTI stands in its table once, and says how far it is proven', () => {
  const conformance = textOf('../../../docs/lti-conformance.md').split('\n');
  const checks = conformance.flatMap(
    (line) => /^\| (\d+) \| .+ \| (proven|in part|not proven)\b[^|]* \|$/.exec(line)?.[1] ?? [],
  );
  expect(checks.map(Number)).toEqual(Array.from({ length: 25 }, (_, index) => index + 1));
});
