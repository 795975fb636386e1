import { describe, expect, test } from 'vitest';
import { editionOf } from './edition.js';

describe('an edition', () => {
  test('is the same for the same, and another for anything else', () => {
    expect(editionOf(['a', 1, ['b']])).toBe(editionOf(['a', 1, ['b']]));
    const states = [
      null,
      [],
      [null],
      [''],
      ['a'],
      ['a', 'b'],
      ['b', 'a'],
      [['a', 'b']],
      ['a', ['b']],
      [1],
      ['1'],
      [true],
    ];
    expect(new Set(states.map((state) => editionOf(state))).size).toBe(states.length);
  });
  test('can stand in a header as it is', () => {
    expect(editionOf(['ä "quoted" \\ text\n'])).toMatch(/^[\w-]{22}$/);
  });
});
