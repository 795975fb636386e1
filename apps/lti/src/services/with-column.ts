import type { LineItem } from '@journeybook/database/lti';
import { PlatformError } from '../protocol/platform-error.js';
import type { ColumnTools } from './find-column.js';

/** Uses the column; when the platform no longer has it, it is forgotten and looked for once more. */
export async function withColumn<Column extends LineItem | null, Result>(
  tools: ColumnTools,
  find: () => Promise<Column>,
  use: (column: Column) => Promise<Result>,
): Promise<Result> {
  const column = await find();
  try {
    return await use(column);
  } catch (error) {
    if (!column || !(error instanceof PlatformError) || error.kind !== 'gone') throw error;
    await tools.store.lineItems.forget(column);
    return use(await find());
  }
}
