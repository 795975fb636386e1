import { describe, expect, test } from 'vitest';
import { partOf, withParameters } from './service-url.js';

describe('the address of a service’s part', () => {
  test.each([
    ['https://m.example/2/lineitems/3/lineitem?type_id=1', 'https://m.example/2/lineitems/3/lineitem/scores?type_id=1'],
    ['https://c.example/api/lti/courses/5/line_items/12', 'https://c.example/api/lti/courses/5/line_items/12/scores'],
    ['https://c.example/line_items/12/', 'https://c.example/line_items/12/scores'],
  ])('of %s is on the path, before the query', (address, expected) => {
    expect(partOf(address, 'scores')).toBe(expected);
  });

  test('keeps the parameters it has when others are added', () => {
    expect(withParameters('https://m.example/lineitems?type_id=1', { tag: 'a b' })).toBe(
      'https://m.example/lineitems?type_id=1&tag=a+b',
    );
  });
});
