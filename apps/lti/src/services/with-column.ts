import { lmsEndpoints } from '@journeybook/contracts';
import type { LineItem, ServiceContext } from '@journeybook/database/lti';
import { mediaType, scope } from '../protocol/claim-names.js';
import { explainPlatformError } from '../protocol/explain-error.js';
import { PlatformError } from '../protocol/platform-error.js';
import { callService } from './call-service.js';
import type { ColumnTools } from './find-column.js';

export interface ColumnOfCourse<Column extends LineItem | null> {
  readonly context: ServiceContext;
  readonly find: () => Promise<Column>;
}

/**
 * Uses the column; when the platform no longer has it, that is reported, since the scores that were in it are gone too, and it is
 * forgotten and looked for once more.
 */
export async function withColumn<Column extends LineItem | null, Result>(
  tools: ColumnTools,
  { context, find }: ColumnOfCourse<Column>,
  use: (column: Column) => Promise<Result>,
): Promise<Result> {
  const column = await find();
  try {
    return await use(column);
  } catch (error) {
    if (!column || !(error instanceof PlatformError) || error.kind !== 'gone') throw error;
    await checkOpen(tools, context);
    await tools.record(lmsEndpoints.reportSyncFailure, {
      body: {
        contextId: context.id,
        job: 'results',
        at: new Date().toISOString(),
        kind: 'gone',
        message: explainPlatformError('results', 'gone'),
      },
    });
    // Once it is told: whoever looks for a column that was forgotten already makes another, and says nothing of this one.
    await tools.store.lineItems.forget(column);
    return use(await find());
  }
}

// Of a course that has ended Canvas denies everything (lti.md 4.4): then it is not the column that is gone. Throws `closed`.
async function checkOpen(tools: ColumnTools, context: ServiceContext): Promise<void> {
  const readable = [scope.lineItemRead, scope.lineItem].find((one) => context.scopes.includes(one));
  if (!context.lineItemsUrl || !readable) return;
  await callService(tools, context, {
    service: 'line-items',
    method: 'GET',
    url: context.lineItemsUrl,
    scopes: [readable],
    accept: mediaType.lineItems,
  });
}
