import type { Tables } from '@journeybook/database';
import type { RecordEntry } from '@journeybook/domain';
import { found } from '../http/refused.js';

/** Adds entries of several records, the records in one order for everybody: two batches never wait for each other. */
export async function appendAll(tables: Tables, entries: readonly RecordEntry[]): Promise<void> {
  const sponsors = await tables.apprenticeships.sponsorsOf(entries.map((entry) => entry.apprenticeship));
  const records = [...Map.groupBy(entries, (entry) => entry.apprenticeship)];
  for (const [apprenticeship, own] of records.sort(([left], [right]) => (left < right ? -1 : 1)))
    await tables.record.append(found(sponsors.get(apprenticeship)), apprenticeship, own);
}
