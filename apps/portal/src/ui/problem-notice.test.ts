import { ProblemError } from '@journeybook/contracts';
import { describe, expect, test } from 'vitest';
import { explain, fieldError, retryHelps } from './problem-notice.js';

const error = (status: number, kind: string, detail = '') =>
  new ProblemError({ type: 'about:blank', title: kind, status, kind, detail });

describe('trying again', () => {
  test.each([
    [0, 'unreachable'],
    [502, 'unexpected-answer'],
    [503, 'unavailable'],
    [429, 'too-many-attempts'],
    [401, 'not-signed-in'],
  ])('is offered after %i %s', (status, kind) => expect(retryHelps(error(status, kind))).toBe(true));

  test.each([
    [404, 'not-their-record'],
    [403, 'not-allowed'],
    [404, 'not-found'],
    [400, 'invalid-request'],
    [422, 'future-date'],
    [409, 'not-in-training'],
  ])('cannot change %i %s', (status, kind) => expect(retryHelps(error(status, kind))).toBe(false));

  test('is offered when the page itself failed', () => expect(retryHelps(new TypeError('x'))).toBe(true));
});

describe('a refusal', () => {
  test('says its dates as people read them, for the whole and for a field', () => {
    const late = new ProblemError({
      ...error(422, 'future-date', 'Hours cannot be worked after 2026-11-23.').problem,
      errors: [{ field: 'workedOn', message: 'Not after 2026-11-23' }],
    });
    expect(explain(late)).toBe('Hours cannot be worked after 23 Nov 2026.');
    expect(fieldError(late, 'workedOn')).toBe('Not after 23 Nov 2026');
    expect(fieldError(late, 'note')).toBeUndefined();
  });
});
