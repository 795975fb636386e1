import type { CalendarDate, Instant, Minutes, PersonId, WorkProcessCode } from '@journeybook/domain';
import { describe, expect, expectTypeOf, test } from 'vitest';
import type { z } from 'zod';
import { calendarDate, instant, minutes, percent, personId, workProcessCode } from './shared.js';

const accepts = (schema: z.ZodType, value: unknown) => schema.safeParse(value).success;
const complaint = (schema: z.ZodType, value: unknown) => schema.safeParse(value).error?.issues[0]?.message;

describe('an id', () => {
  test('is a UUID, kept in small letters so that it is compared as one', () => {
    expect(personId.parse('019AB3C4-1D2E-7F30-8A4B-5C6D7E8F9A0B')).toBe('019ab3c4-1d2e-7f30-8a4b-5c6d7e8f9a0b');
  });
  test.each([
    '',
    '7',
    'ada',
    '019ab3c4-1d2e-7f30-8a4b-5c6d7e8f9a0',
    '{019ab3c4-1d2e-7f30-8a4b-5c6d7e8f9a0b}',
    "' or 1=1 --",
    7,
    null,
    undefined,
    ['019ab3c4-1d2e-7f30-8a4b-5c6d7e8f9a0b'],
  ])('is never %j', (value) => {
    expect(accepts(personId, value)).toBe(false);
  });
  test('that is wrong is told in plain words', () => {
    expect(complaint(personId, 'ada')).toBe('must be an id');
  });
});

describe('a code', () => {
  test.each(['W', 'WP01', 'WP01.06', 'x'.repeat(40)])('may be %s', (value) => {
    expect(workProcessCode.parse(value)).toBe(value);
  });
  test.each(['', 'x'.repeat(41), 1, null])('is never %j', (value) => {
    expect(accepts(workProcessCode, value)).toBe(false);
  });
});

describe('a date', () => {
  test.each(['2026-03-02', '2024-02-29'])('may be %s', (value) => {
    expect(calendarDate.parse(value)).toBe(value);
  });
  test.each(['2026-02-29', '2026-3-2', '03/02/2026', '2026-03-02T00:00:00Z', '', 20260302, null])(
    'is never %j',
    (value) => {
      expect(accepts(calendarDate, value)).toBe(false);
    },
  );
  test('that is wrong is told with one that is right', () => {
    expect(complaint(calendarDate, '02.03.2026')).toBe('must be a date such as 2026-11-23');
  });
});

describe('an instant', () => {
  test.each(['2026-11-23T14:05:00Z', '2026-11-23T14:05:00.123Z'])('may be %s', (value) => {
    expect(instant.parse(value)).toBe(value);
  });
  test.each(['2026-11-23', '2026-11-23T14:05:00', '2026-11-23T14:05:00-06:00', '2026-02-30T00:00:00Z', '', 0, null])(
    'is never %j',
    (value) => {
      expect(accepts(instant, value)).toBe(false);
    },
  );
});

describe('minutes', () => {
  test.each([0, 1, 450, -30])('may be %i: how many are allowed is a rule of the domain', (value) => {
    expect(minutes.parse(value)).toBe(value);
  });
  test.each([7.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53, '450', null, true])('are never %j', (value) => {
    expect(accepts(minutes, value)).toBe(false);
  });
  test('that are not whole are told so', () => {
    expect(complaint(minutes, 7.5)).toBe('must be whole minutes');
  });
});

describe('a percentage', () => {
  test.each([0, 69.5, 100])('may be %d', (value) => {
    expect(percent.parse(value)).toBe(value);
  });
  test.each([-0.1, 100.1, Number.NaN, '88', null])('is never %j', (value) => {
    expect(accepts(percent, value)).toBe(false);
  });
});

test('what was parsed knows what it is', () => {
  expectTypeOf<z.output<typeof personId>>().toEqualTypeOf<PersonId>();
  expectTypeOf<z.output<typeof workProcessCode>>().toEqualTypeOf<WorkProcessCode>();
  expectTypeOf<z.output<typeof calendarDate>>().toEqualTypeOf<CalendarDate>();
  expectTypeOf<z.output<typeof instant>>().toEqualTypeOf<Instant>();
  expectTypeOf<z.output<typeof minutes>>().toEqualTypeOf<Minutes>();
});
