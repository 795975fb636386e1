import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const glossary = readFileSync(new URL('../../../docs/glossary.md', import.meta.url), 'utf8').toLowerCase();
const folders = readdirSync(new URL('.', import.meta.url), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);

test('the rules have folders', () => {
  expect(folders).toContain('hours');
});

test.each(folders)('the glossary says what the folder %s is', (folder) => {
  expect(glossary).toMatch(new RegExp(`^\\| \\*\\*${folder}\\*\\*`, 'm'));
});
