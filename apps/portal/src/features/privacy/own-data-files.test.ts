import type { OwnData } from '@journeybook/contracts';
import type { Instant } from '@journeybook/domain';
import { expect, test } from 'vitest';
import { ownDataFiles, partNames } from './own-data-files.js';

const empty = Object.fromEntries(Object.keys(partNames).map((part) => [part, []])) as unknown as OwnData;
const data: OwnData = {
  ...empty,
  madeAt: '2026-03-04T10:00:00.000Z' as Instant,
  profile: [{ name: 'Ada <script>', email: null }],
  answers: [{ field: 'race', values: ['asian', 'white'] }],
};

test('own data are one file for machines, a page to read and a table for each part that has something', () => {
  const files = ownDataFiles(data);
  expect(Object.keys(files)).toEqual([
    'journeybook.json',
    'read-me-first.html',
    'tables/profile.csv',
    'tables/answers.csv',
  ]);
  expect(JSON.parse(files['journeybook.json'] ?? '')).toEqual(data);
  expect(files['tables/answers.csv']).toBe('"field","values"\r\n"race","[""asian"",""white""]"');
});

test('the page to read says every part, also that it is empty, and runs nothing that somebody wrote', () => {
  const page = ownDataFiles(data)['read-me-first.html'] ?? '';
  for (const title of Object.values(partNames)) expect(page).toContain(`<h2>${title}</h2>`);
  expect(page).toContain('Ada &lt;script&gt;');
  expect(page).not.toContain('<script');
});
