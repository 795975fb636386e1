import { describe, expect, test } from 'vitest';
import { nextPage } from './link-header.js';

const asNodeReads = (header: string) => Buffer.from(header, 'utf8').toString('latin1');

describe('the next page', () => {
  test.each([
    ['<https://lms.example/m?page=2>; rel="next"', 'https://lms.example/m?page=2'],
    [
      '<https://lms.example/m?page=1>; rel="first", <https://lms.example/m?page=2>; rel=next',
      'https://lms.example/m?page=2',
    ],
    ['<https://lms.example/a,b>; title="x"; rel="prev next"', 'https://lms.example/a,b'],
    ['</m?page=2>; REL="Next"', '/m?page=2'],
  ])('is found in %s', (header, address) => {
    expect(nextPage(header)).toBe(address);
  });

  test('is found between Moodle’s curly quotes', () => {
    const page = (from: number) => `<https://moodle.example/lineitems?type_id=7&amp;limit=2&amp;from=${from}>`;
    expect(nextPage(asNodeReads(`${page(0)}; rel=“first”, ${page(2)}; rel=“next”`))).toBe(
      'https://moodle.example/lineitems?type_id=7&limit=2&from=2',
    );
  });

  test.each([
    [undefined],
    [''],
    ['<https://lms.example/m>; rel="last"'],
    ['<https://lms.example/next>; rel="prev"'],
    ['nonsense'],
  ])('is none in %j', (header) => {
    expect(nextPage(header)).toBeNull();
  });
});
