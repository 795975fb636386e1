import type { CalendarDate, RecordEntryId } from '@journeybook/domain';
import { describe, expect, test } from 'vitest';
import { signableLevels } from './signable-levels.js';

const levels = [0, 1, 2, 3, 4].map((level) => ({ level, name: `level ${level}` }));
const signedAt = (level: number) => ({
  level,
  by: { id: '1', name: 'Lucia' },
  on: '2026-03-03' as CalendarDate,
  comment: '',
  entry: '0198f0c0-0000-7000-8000-d00000000001' as RecordEntryId,
});

describe('the levels at which a competency may be signed', () => {
  test('begin at the required one', () => {
    expect(signableLevels(levels, { requiredLevel: 3, attestation: null }).map((one) => one.level)).toEqual([3, 4]);
  });

  test('are only higher ones once it is signed', () => {
    expect(signableLevels(levels, { requiredLevel: 3, attestation: signedAt(3) }).map((one) => one.level)).toEqual([4]);
    expect(signableLevels(levels, { requiredLevel: 3, attestation: signedAt(4) })).toEqual([]);
  });
});
