import type { HoursEntry, HoursFlag } from '@journeybook/domain';
import { longestNote } from '@journeybook/domain';
import { hoursEntryId } from '@journeybook/domain/testing';
import { describe, expect, expectTypeOf, test } from 'vitest';
import type { z } from 'zod';
import { correctHoursBody, hoursEndpoints, logHoursBody } from './hours.js';
import type { hoursFlag, hoursStatus } from './hours.js';

const line = { id: hoursEntryId(1), workProcess: 'WP01', minutes: 450, note: 'Ran line 3' };
const log = { workedOn: '2026-03-02', lines: [line], submit: true };
const accepts = (schema: z.ZodType, value: unknown) => schema.safeParse(value).success;
const fieldsOf = (schema: z.ZodType, value: unknown) =>
  schema.safeParse(value).error?.issues.map((issue) => issue.path.join('.'));

test('hours have the same states and flags here as in the rules', () => {
  expectTypeOf<z.output<typeof hoursStatus>>().toEqualTypeOf<HoursEntry['status']>();
  expectTypeOf<z.output<typeof hoursFlag>>().toEqualTypeOf<HoursFlag>();
});

describe('logging hours over the wire', () => {
  test('takes one date and its work processes', () => {
    expect(logHoursBody.parse(log)).toEqual(log);
  });
  test('needs no note, and submits unless it is told otherwise', () => {
    const { note: _, ...bare } = line;
    expect(logHoursBody.parse({ workedOn: '2026-03-02', lines: [bare] })).toEqual({
      ...log,
      lines: [{ ...line, note: '' }],
      submit: true,
    });
  });
  test('takes nothing that the caller has no say in', () => {
    const forged = { ...log, lines: [{ ...line, status: 'approved', apprentice: hoursEntryId(9) }] };
    expect(logHoursBody.parse(forged)).toEqual(log);
  });
  test.each([
    ['workedOn', { ...log, workedOn: '2026-02-30' }],
    ['lines', { ...log, lines: [] }],
    ['lines', { ...log, lines: Array.from({ length: 21 }, () => line) }],
    ['lines.0.id', { ...log, lines: [{ ...line, id: 'offline-1' }] }],
    ['lines.0.minutes', { ...log, lines: [{ ...line, minutes: 7.5 }] }],
    ['lines.0.minutes', { ...log, lines: [{ ...line, minutes: '450' }] }],
    ['lines.0.workProcess', { ...log, lines: [{ ...line, workProcess: '' }] }],
    ['lines.0.note', { ...log, lines: [{ ...line, note: 'x'.repeat(longestNote + 1) }] }],
    ['submit', { ...log, submit: 'yes' }],
  ])('names %s as what must change', (field, body) => {
    expect(fieldsOf(logHoursBody, body)).toEqual([field]);
  });
  test('allows the note that the rules allow', () => {
    expect(accepts(logHoursBody, { ...log, lines: [{ ...line, note: 'x'.repeat(longestNote) }] })).toBe(true);
  });
});

describe('text that the database cannot keep as it was written', () => {
  const correction = { version: 1, workedOn: '2026-03-02', workProcess: 'WP01', minutes: 450 };
  test.each([
    ['a zero character', 'Ran\u0000line 3'],
    ['half of a character pair', 'Ran \ud83d line 3'],
  ])('is refused: %s', (_, note) => {
    expect(accepts(logHoursBody, { ...log, lines: [{ ...line, note }] })).toBe(false);
    expect(accepts(correctHoursBody, { ...correction, note })).toBe(false);
  });
  test('is not an emoji, an accent or a line break', () => {
    expect(accepts(correctHoursBody, { ...correction, note: 'Ran línea 3 🛠️\nthen cleaned' })).toBe(true);
  });
});

describe('a listed set of hours', () => {
  const shown = (count: number) => ({ entries: Array.from({ length: count }, () => ({ id: line.id, version: 2 })) });
  test.each([1, 500])('may hold %i', (count) => {
    expect(accepts(hoursEndpoints.approveHours.body, shown(count))).toBe(true);
  });
  test.each([0, 501])('never holds %i', (count) => {
    expect(accepts(hoursEndpoints.approveHours.body, shown(count))).toBe(false);
  });
  test('names the version of each that was on the screen', () => {
    expect(accepts(hoursEndpoints.approveHours.body, { entries: [{ id: line.id }] })).toBe(false);
  });
  test('is returned with a reason', () => {
    expect(accepts(hoursEndpoints.returnHours.body, { ...shown(1), reason: 'You left at noon' })).toBe(true);
    expect(accepts(hoursEndpoints.returnHours.body, shown(1))).toBe(false);
  });
});
