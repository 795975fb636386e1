import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chainStart, chainText } from './chain.js';
import type { RecordEntry } from './record-entry.js';
import {
  advancedStandingGranted,
  competencyAttested,
  competencyDemonstrated,
  competencyObserved,
  completionAwarded,
  completionReturned,
  credentialEarned,
  employerChanged,
  entryReversed,
  masteryAttested,
  ojtHoursCredited,
  rtiHoursCredited,
  standardChanged,
  statusChanged,
  varianceApproved,
  wageStepGiven,
} from '../testing/build.js';

const everyKind: readonly RecordEntry[] = [
  ojtHoursCredited(),
  rtiHoursCredited({ scorePercent: null }),
  competencyAttested(),
  advancedStandingGranted(),
  statusChanged(),
  entryReversed(),
  competencyDemonstrated(),
  competencyObserved(),
  varianceApproved(),
  employerChanged(),
  wageStepGiven(),
  credentialEarned(),
  standardChanged(),
  masteryAttested(),
  completionReturned(),
  completionAwarded(),
];

const textOf = (entry: RecordEntry) => chainText(chainStart, 1, entry);

/** The same entry with its fields, and those within them, in the opposite order. */
const reordered = <Value>(value: Value): Value =>
  Array.isArray(value)
    ? (value.map(reordered) as Value)
    : typeof value === 'object' && value !== null
      ? (Object.fromEntries(
          Object.entries(value)
            .reverse()
            .map(([key, field]) => [key, reordered(field)]),
        ) as Value)
      : value;

/** The entry once for each of its fields, changed there and nowhere else. */
function changed(entry: object): object[] {
  return Object.entries(entry).flatMap(([key, field]) => {
    const others =
      typeof field === 'object' && field !== null
        ? changed(field)
        : [typeof field === 'number' ? field + 1 : `${field}x`, ...(field === null ? [] : [null])];
    return others.map((other) => ({ ...entry, [key]: other }));
  });
}

describe('the text that is hashed for an entry', () => {
  test.each(everyKind)('of $kind does not depend on the order of its fields', (entry) => {
    expect(Object.keys(reordered(entry))).not.toEqual(Object.keys(entry));
    expect(textOf(reordered(entry))).toBe(textOf(entry));
  });
  test.each(everyKind)('of $kind differs for a change of any field', (entry) => {
    const texts = [entry, ...(changed(entry) as RecordEntry[])].map(textOf);
    expect(texts.length).toBeGreaterThan(Object.keys(entry).length);
    expect(new Set(texts).size).toBe(texts.length);
  });
  test.each(everyKind)('of $kind differs when a field is taken away', (entry) => {
    const texts = Object.keys(entry).map((key) =>
      textOf(Object.fromEntries(Object.entries(entry).filter(([other]) => other !== key)) as unknown as RecordEntry),
    );
    expect(new Set([textOf(entry), ...texts]).size).toBe(texts.length + 1);
  });
  test('differs for another place in the record and another hash before it', () => {
    const texts = [
      textOf(ojtHoursCredited()),
      chainText(chainStart, 2, ojtHoursCredited()),
      chainText('f'.repeat(64), 1, ojtHoursCredited()),
    ];
    expect(new Set(texts).size).toBe(3);
  });
  test('is written the same for ever, or every stored hash would break', () => {
    expect(textOf(entryReversed())).toMatchInlineSnapshot(
      `"{"entry":{"answeredBy":"10000000-0000-7000-8000-000000000002","apprenticeship":"40000000-0000-7000-8000-000000000001","id":"60000000-0000-7000-8000-000000000006","kind":"entry-reversed","occurredOn":"2026-03-04","reason":"Logged on the wrong day","recordedAt":"2026-03-04T15:00:00.000Z","reverses":"60000000-0000-7000-8000-000000000001","source":"reversal/60000000-0000-7000-8000-000000000001","standard":"30000000-0000-7000-8000-000000000001"},"previousHash":"0000000000000000000000000000000000000000000000000000000000000000","sequence":1}"`,
    );
  });
});

describe('whatever an apprentice writes', () => {
  test('two notes that differ give texts that differ', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (note, other) => {
        fc.pre(note !== other);
        expect(textOf(ojtHoursCredited({ note }))).not.toBe(textOf(ojtHoursCredited({ note: other })));
      }),
    );
  });
  test('a note cannot pass for another field', () => {
    const forged = ojtHoursCredited({ note: 'x","occurredOn":"2020-01-01' });
    expect(JSON.parse(textOf(forged))).toMatchObject({ entry: { note: forged.note, occurredOn: '2026-03-02' } });
  });
  test('the text reads back as the entry it was made from', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer(), (note, sequence) => {
        const entry = ojtHoursCredited({ note });
        expect(JSON.parse(chainText(chainStart, sequence, entry))).toEqual({
          previousHash: chainStart,
          sequence,
          entry,
        });
      }),
    );
  });
});
