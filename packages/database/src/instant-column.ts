import type { Instant } from '@journeybook/domain';
import type { ColumnOptions } from 'typeorm';

const transformer = {
  from: (value: Date | string | null): Instant | null =>
    value === null ? null : (new Date(value).toISOString() as Instant),
  to: (value: Instant | null): Instant | null => value,
};

/** A column with an instant: UTC text in the class, `timestamptz(3)` in the table. */
export const instantColumn: ColumnOptions = { type: 'timestamptz', transformer };
