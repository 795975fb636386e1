import type { Jobs, Tables } from '@journeybook/database';
import type { SectionId } from '@journeybook/domain';

export interface ToRead {
  readonly section: SectionId;
  readonly contextId: string;
  readonly roster: boolean;
  readonly results: boolean;
  /** What waits already may be put off for long, so that what a launch or a person has read is read besides. */
  readonly why: 'launched' | 'asked';
}

/**
 * Has the LTI tool read the roster, and the grades after it, or the grades alone. What the page shows and the job that ends it are
 * one transaction.
 */
export async function haveRead(
  { sections, runSql }: Tables,
  jobs: Jobs,
  { section, contextId, roster, results, why }: ToRead,
): Promise<void> {
  if (!roster && !results) return;
  const since = await sections.reading(section, { roster, results });
  const data = { contextId, askedAt: why === 'asked' ? since : null, launched: why === 'launched' };
  const key = `${why} ${contextId}`;
  await jobs.send(roster ? 'read-roster' : 'read-results', data, { key, within: runSql });
}
