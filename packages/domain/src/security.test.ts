import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const here = (path: string) => new URL(`../../../${path}`, import.meta.url);
const page = readFileSync(here('docs/security.md'), 'utf8');

/** Requirements of levels 1 and 2 of OWASP ASVS 5.0, as chapter.section:last; each section counts from 1. */
const sections = `
  1.1:2 1.2:9 1.3:11 1.4:3 1.5:2  2.1:3 2.2:3 2.3:4 2.4:1  3.2:2 3.3:4 3.4:6 3.5:5 3.7:2  4.1:3 4.2:1 4.3:2 4.4:4
  5.1:1 5.2:3 5.3:2 5.4:3  6.1:3 6.2:12 6.3:4 6.4:4 6.5:5 6.6:3 6.8:4  7.1:3 7.2:4 7.3:2 7.4:5 7.5:2 7.6:2
  8.1:2 8.2:3 8.3:1 8.4:1  9.1:3 9.2:4  10.1:2 10.2:2 10.3:4 10.4:11 10.5:5 10.6:2 10.7:3  11.1:2 11.2:3 11.3:3 11.4:4 11.5:1 11.6:1
  12.1:3 12.2:2 12.3:4  13.1:1 13.2:5 13.3:2 13.4:5  14.1:2 14.2:4 14.3:3  15.1:3 15.2:3 15.3:7
  16.1:1 16.2:5 16.3:4 16.4:3 16.5:3  17.1:1 17.2:4 17.3:2`;
const asked = sections
  .trim()
  .split(/\s+/)
  .flatMap((one) => {
    const [section = '', last] = one.split(':');
    return Array.from({ length: Number(last) }, (_, index) => `${section}.${index + 1}`);
  });

/** | id | what, in eight words at most | state | where, or why | */
const row = /^\| (\d+\.\d+\.\d+) \| ((?:[^|\s]+ ){1,8})\| (met|not applicable|open) \| (.+) \|$/;
const written = page.split('\n').filter((line) => /^\| \d+\.\d+\.\d+ /.test(line));
const rows = written.map((line) => ({ line, cells: row.exec(line)?.slice(1) ?? [] }));
const idsOf = (state: string) => rows.flatMap(({ cells: [id = '', , is] }) => (is === state ? [id] : []));

test('each requirement of levels 1 and 2 stands once, in its order', () => {
  expect(asked).toHaveLength(253);
  expect(written.map((line) => line.split(' ')[1])).toEqual(asked);
});

test.each(rows)('$line says a few words, a state and where or why', ({ cells }) => {
  expect(cells).toHaveLength(4);
});

test('the head counts the states', () => {
  const [met, none, open] = ['met', 'not applicable', 'open'].map((state) => idsOf(state).length);
  expect(page).toContain(`**253 requirements: ${met} met, ${none} not applicable, ${open} open.**`);
});

test('the head names everything that is open, and nothing else', () => {
  const head = /^## What is open.*?(?=^# )/ms.exec(page)?.[0] ?? '';
  const named = new Set(head.match(/\b\d+\.\d+\.\d+\b/g));
  expect([...named].toSorted()).toEqual(idsOf('open').toSorted());
});

const paths = page.match(/(?<=`)(?:apps|packages|docs|scripts|docker)\/[\w./-]+(?=`)/g) ?? [];
test.each([...new Set(paths)])('%s is there', (path) => {
  expect(existsSync(here(path))).toBe(true);
});

/** A link within the page, or to a file beside it. */
const links = [...page.matchAll(/\]\((?!https:)([^)#]*)(?:#([^)]*))?\)/g)];
const slugOf = (heading: string) =>
  heading
    .toLowerCase()
    .replace(/[^\w\s-]/g, '')
    .replaceAll(' ', '-');
const headings = [...page.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => slugOf(heading));
test.each(links.map(([, file = '', heading = '']) => ({ file, heading })))(
  'the link to $file#$heading leads somewhere',
  ({ file, heading }) => {
    expect(file === '' ? headings.includes(heading) : existsSync(here(`docs/${file}`))).toBe(true);
  },
);

// Pairs of a test in TypeScript and its name are looked at by `rules.test.ts`.
const scripts = [...page.matchAll(/`([\w./-]+\.mjs)`: `([^`]+)`/g)];
test.each(scripts.map(([, path = '', title = '']) => ({ path, title })))('$path has $title', ({ path, title }) => {
  expect(existsSync(here(path)) && readFileSync(here(path), 'utf8')).toContain(`'${title}'`);
});
