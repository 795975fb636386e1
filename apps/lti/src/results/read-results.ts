import { type Client, lmsEndpoints } from '@journeybook/contracts';
import type { Jobs, LineItem, ServiceContext } from '@journeybook/database/lti';
import { scope } from '../protocol/claim-names.js';
import { PlatformError } from '../protocol/platform-error.js';
import { findColumn, type ColumnTools } from '../services/find-column.js';
import { readColumnResults } from '../services/read-results.js';
import { withColumn } from '../services/with-column.js';

export interface ReadResultsTools extends ColumnTools {
  readonly record: Client;
  readonly jobs: Jobs;
}

/**
 * Reads the grades in our column and reports them, none while the course has no such column; does nothing where the platform offers
 * no grades. Of learners whose typed grades could not be read yet, rows are made afterwards. Throws `PlatformError`, and then reports
 * nothing.
 */
export async function readResults(tools: ReadResultsTools, context: ServiceContext): Promise<void> {
  if (!mayRead(context)) return;
  const readAt = new Date().toISOString();
  const { column, results } = await withColumn(
    tools,
    { context, find: () => findColumn(tools, context) },
    async (column) => ({ column, results: column ? await readColumnResults(tools, context, column) : [] }),
  );
  const { mapped, unread } = await tools.record(lmsEndpoints.reportResults, {
    body: { contextId: context.id, readAt, results },
  });
  await tools.store.contexts.resultsRead(context.id, { mapped });
  if (column) await wantRows(tools, context, { column, subjects: unread });
}

function mayRead({ scopes }: ServiceContext): boolean {
  if (scopes.includes(scope.resultRead)) return true;
  if (!scopes.includes(scope.score)) return false;
  throw new PlatformError({ kind: 'configuration', seen: 'the platform takes grades and lets none be read' });
}

// Canvas shows only rows that a score of the tool has made (lti.md 4.4).
async function wantRows(
  { store, jobs }: ReadResultsTools,
  context: ServiceContext,
  { column, subjects }: { column: LineItem; subjects: readonly string[] },
): Promise<void> {
  if (context.registration.profile !== 'canvas' || !context.scopes.includes(scope.score) || subjects.length === 0)
    return;
  if ((await store.lineItems.wantSeeds(column.id, subjects)) > 0)
    await jobs.send('seed-results', { contextId: context.id }, { key: context.id });
}
