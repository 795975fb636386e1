import { type Client, lmsEndpoints } from '@journeybook/contracts';
import type { Jobs, LineItem, ServiceContext } from '@journeybook/database/lti';
import { scope } from '../protocol/claim-names.js';
import { findColumn, type ColumnTools } from '../services/find-column.js';
import type { Member } from '../services/read-members.js';
import { type GradeResult, readColumnResults } from '../services/read-results.js';
import { withColumn } from '../services/with-column.js';

export interface ReadResultsTools extends ColumnTools {
  readonly record: Client;
  readonly jobs: Jobs;
}

/**
 * Reads the grades in our column and reports them; does nothing while the course has no such column or the platform offers no
 * grades. Of learners whose typed grades could not be read yet, rows are made afterwards. Throws `PlatformError`, and then reports
 * nothing.
 */
export async function readResults(
  tools: ReadResultsTools,
  context: ServiceContext,
  members: readonly Member[],
): Promise<void> {
  if (!context.scopes.includes(scope.resultRead)) return;
  const readAt = new Date().toISOString();
  const read = await withColumn(
    tools,
    { context, find: () => findColumn(tools, context) },
    async (column) => column && { column, results: await readColumnResults(tools, context, column) },
  );
  if (!read) return;
  const { column, results } = read;
  await tools.record(lmsEndpoints.reportResults, { body: { contextId: context.id, readAt, results } });
  await wantRows(tools, context, { column, members, results });
}

// Canvas shows only rows that a score of the tool has made (lti.md 4.4).
async function wantRows(
  { store, jobs }: ReadResultsTools,
  context: ServiceContext,
  read: { column: LineItem; members: readonly Member[]; results: readonly GradeResult[] },
): Promise<void> {
  if (context.registration.profile !== 'canvas' || !context.scopes.includes(scope.score)) return;
  const there = new Set(read.results.map(({ subject }) => subject));
  const missing = read.members.filter(({ role, subject }) => role === 'learner' && !there.has(subject));
  if (missing.length === 0) return;
  const subjects = missing.map(({ subject }) => subject);
  if ((await store.lineItems.wantSeeds(read.column.id, subjects)) > 0)
    await jobs.send('seed-results', { contextId: context.id }, { key: context.id });
}
