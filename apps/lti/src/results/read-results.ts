import { type Client, lmsEndpoints } from '@journeybook/contracts';
import type { ServiceContext } from '@journeybook/database/lti';
import { scope } from '../protocol/claim-names.js';
import { findColumn, type ColumnTools } from '../services/find-column.js';
import { readColumnResults } from '../services/read-results.js';
import { withColumn } from '../services/with-column.js';

/**
 * Reads the grades in our column and reports them; does nothing while the course has no such column or the platform offers no
 * grades. Throws `PlatformError`, and then reports nothing.
 */
export async function readResults(
  tools: ColumnTools & { readonly record: Client },
  context: ServiceContext,
): Promise<void> {
  if (!context.scopes.includes(scope.resultRead)) return;
  const readAt = new Date().toISOString();
  const results = await withColumn(
    tools,
    () => findColumn(tools, context),
    async (column) => (column ? readColumnResults(tools, context, column) : null),
  );
  if (results) await tools.record(lmsEndpoints.reportResults, { body: { contextId: context.id, readAt, results } });
}
