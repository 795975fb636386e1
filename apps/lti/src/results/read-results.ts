import { lmsEndpoints } from '@journeybook/contracts';
import type { Jobs, LineItem, ServiceContext } from '@journeybook/database/lti';
import { scope } from '../protocol/claim-names.js';
import { PlatformError } from '../protocol/platform-error.js';
import { isSame } from '../protocol/held-percent.js';
import { findColumn, type ColumnTools } from '../services/find-column.js';
import { readColumnResults } from '../services/read-results.js';
import { withColumn } from '../services/with-column.js';

export interface ReadResultsTools extends ColumnTools {
  readonly jobs: Jobs;
}

/**
 * Reads the grades in our column and reports them, none while the course never had such a column; does nothing where the platform
 * offers no grades. Of learners whose typed grades could not be read yet, rows are made afterwards. Throws `PlatformError`, and then
 * reports nothing; `gone` when the column that the course had is no more.
 */
export async function readResults(tools: ReadResultsTools, context: ServiceContext): Promise<void> {
  if (!mayRead(context)) return;
  const readAt = new Date().toISOString();
  let hadOne = context.columnLost;
  const { column, results } = await withColumn(
    tools,
    { context, find: () => findColumn(tools, context) },
    async (column) => {
      if (!column && hadOne) throw new PlatformError({ kind: 'gone', seen: 'the column was deleted' });
      hadOne = column !== null;
      return { column, results: column ? await readGrades(tools, context, column) : [] };
    },
  );
  const { mapped, unread } = await tools.record(lmsEndpoints.reportResults, {
    body: { contextId: context.id, readAt, columnTitle: column?.title ?? null, results },
  });
  const hasGrades = results.some(({ scorePercent }) => scorePercent !== null);
  await tools.store.contexts.resultsRead(context.id, { mapped, gradedColumn: hasGrades ? (column?.id ?? null) : null });
  if (column) await wantRows(tools, context, { column, subjects: unread });
}

/** As the platform has them, but what it made of a score of ours in a column of whole steps is that score still. */
async function readGrades(tools: ReadResultsTools, context: ServiceContext, column: LineItem) {
  const results = await readColumnResults(tools, context, column);
  const graded = results.filter(({ scorePercent }) => scorePercent !== null);
  // One fraction is enough to know that these are points.
  const isScale = graded.length > 0 && graded.every(({ stepPercent }) => stepPercent !== null);
  const subjects = graded.map(({ subject }) => subject);
  const sent = isScale ? await tools.store.lineItems.sentScores(column.id, subjects) : null;
  return results.map(({ stepPercent, ...result }) => {
    const held = { percent: result.scorePercent, stepPercent };
    const ours = sent?.get(result.subject)?.find((percent) => isSame(held, percent));
    return { ...result, scorePercent: ours ?? result.scorePercent };
  });
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
