import { describe, expect, test } from 'vitest';
import { entryQuery } from './record.js';

describe('asking for the entries behind a number', () => {
  test.each([
    ['everything', {}, {}],
    ['one work process', { subject: 'work-process', code: 'WP01' }, { subject: 'work-process', code: 'WP01' }],
    ['the next page, from the text of an address', { before: '101' }, { before: 101 }],
  ])('takes %s', (_, query, parsed) => {
    expect(entryQuery.parse(query)).toEqual(parsed);
  });
  test.each([
    { subject: 'wage-step' },
    { code: 'x'.repeat(41) },
    { before: '1.5' },
    { before: 'last' },
    { before: ['1', '2'] },
  ])('refuses %j', (query) => {
    expect(entryQuery.safeParse(query).success).toBe(false);
  });
  test('refuses an empty place to page on from, which would be no page at all', () => {
    expect(entryQuery.safeParse({ before: '' }).success).toBe(false);
  });
});
