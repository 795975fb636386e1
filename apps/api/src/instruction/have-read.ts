import type { Jobs, Tables } from '@journeybook/database';
import type { SectionId } from '@journeybook/domain';

export interface ToRead {
  readonly section: SectionId;
  readonly contextId: string;
  readonly roster: boolean;
  readonly results: boolean;
  /** Whether a person asked: what waits already may be put off for long, so that what they ask for is read besides. */
  readonly asked?: boolean;
}

/**
 * Has the LTI tool read the roster, and the grades after it, or the grades alone. What the page shows and the job that ends it are
 * one transaction.
 */
export async function haveRead(
  { sections, runSql }: Tables,
  jobs: Jobs,
  { section, contextId, roster, results, asked = false }: ToRead,
): Promise<void> {
  if (!roster && !results) return;
  const since = await sections.reading(section, { roster, results });
  const key = asked ? `asked ${contextId}` : contextId;
  await jobs.send(
    roster ? 'read-roster' : 'read-results',
    { contextId, askedAt: asked ? since : null },
    { key, within: runSql },
  );
}
