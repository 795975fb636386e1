import { describe, expect, test } from 'vitest';
import { reverseEntry } from './reverse-entry.js';
import {
  at,
  day,
  entryReversed,
  grace,
  ojtHoursCredited,
  personId,
  recordEntryId,
  standardId,
} from '../testing/build.js';

const reversal = {
  id: recordEntryId(6),
  by: grace,
  at: at('2026-03-04T15:00:00Z'),
  on: day('2026-03-04'),
  reason: 'Logged on the wrong day',
};

describe('reversing an entry', () => {
  test('names the entry, the reason and who answers for it', () => {
    expect(reverseEntry(ojtHoursCredited(), reversal)).toEqual(entryReversed());
  });
  test('stands under the version of the standard that the entry was decided under', () => {
    expect(reverseEntry(ojtHoursCredited({ standard: standardId(4) }), reversal).standard).toBe(standardId(4));
  });
  test('has the same source whoever reverses it and when, so that an entry is reversed once', () => {
    const later = {
      id: recordEntryId(8),
      by: personId(7),
      at: at('2026-04-01T08:00:00Z'),
      on: day('2026-04-01'),
      reason: 'Also wrong',
    };
    expect(reverseEntry(ojtHoursCredited(), later).source).toBe(reverseEntry(ojtHoursCredited(), reversal).source);
  });
  test('has another source for another entry', () => {
    const other = ojtHoursCredited({ id: recordEntryId(9) });
    expect(reverseEntry(other, reversal).source).not.toBe(reverseEntry(ojtHoursCredited(), reversal).source);
  });
});
