import { describe, expect, test } from 'vitest';
import { signOffBody } from './competency.js';

const body = { competency: 'WP01.01', level: 3, comment: 'Well done', observedOn: '2026-03-03' };

describe('a sign-off over the wire', () => {
  test('is read as it is sent', () => {
    expect(signOffBody.parse(body)).toEqual(body);
  });
  test('needs no comment', () => {
    const { comment: _, ...bare } = body;
    expect(signOffBody.parse(bare)).toEqual({ ...body, comment: '' });
  });
  test('cannot say who signs', () => {
    expect(signOffBody.parse({ ...body, by: 'somebody else' })).toEqual(body);
  });
  test.each([
    { competency: '' },
    { level: 2.5 },
    { level: '3' },
    { observedOn: 'today' },
    { comment: 'x'.repeat(2_001) },
  ])('refuses %j', (change) => {
    expect(signOffBody.safeParse({ ...body, ...change }).success).toBe(false);
  });
  // The entry is hashed as it was sent; text that PostgreSQL stores differently could never be verified again.
  test.each([
    ['a zero character', 'Well\u0000done'],
    ['half of a character pair', 'Well \ud83d done'],
  ])('refuses a comment with %s', (_, comment) => {
    expect(signOffBody.safeParse({ ...body, comment }).success).toBe(false);
  });
});
