import type { sectionView } from '@journeybook/contracts';
import type { z } from 'zod';

/** Roster and grades, read at the learning platform so many milliseconds ago. */
export function bothRead(millisecondsAgo: number): Pick<z.input<typeof sectionView>, 'roster' | 'results'> {
  const readAt = new Date(Date.now() - millisecondsAgo).toISOString();
  const reading = { state: 'read', readAt, problem: null } as const;
  return { roster: { ...reading }, results: { ...reading } };
}
