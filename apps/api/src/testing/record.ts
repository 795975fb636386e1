import { createHash } from 'node:crypto';
import type { Database } from '@journeybook/database';
import type { ApprenticeshipId, RecordEntry, Total } from '@journeybook/domain';
import { chainStart, chainText, totals } from '@journeybook/domain';

/** The totals as they are kept, after holding them against the entries: throws when they are not what the entries say. */
export async function totalsOf({ read }: Database, apprenticeship: ApprenticeshipId): Promise<readonly Total[]> {
  const kept = await read.record.totals(apprenticeship);
  const counted = totals(await read.record.list(apprenticeship));
  if (JSON.stringify(sorted(kept)) !== JSON.stringify(sorted(counted)))
    throw new Error(`kept ${JSON.stringify(kept)}, but the entries say ${JSON.stringify(counted)}`);
  return kept;
}

/** The whole record, after computing its chain anew: throws when a hash is not that of its entry and the one before it. */
export async function chainOf({ read }: Database, apprenticeship: ApprenticeshipId): Promise<readonly RecordEntry[]> {
  const entries = await read.record.list(apprenticeship);
  const kept = (await read.runSql('select hash from record_entries where apprenticeship_id = $1 order by sequence', [
    apprenticeship,
  ])) as { hash: string }[];
  let hash = chainStart;
  for (const [index, entry] of entries.entries()) {
    hash = createHash('sha256')
      .update(chainText(hash, index + 1, entry))
      .digest('hex');
    if (kept[index]?.hash !== hash) throw new Error(`entry ${index + 1} breaks the chain`);
  }
  return entries;
}

/** Minutes that stand in a work process or a course. */
export async function minutesOf(database: Database, apprenticeship: ApprenticeshipId, code: string): Promise<number> {
  return (await totalsOf(database, apprenticeship)).find((total) => total.code === code)?.minutes ?? 0;
}

const sorted = (list: readonly Total[]): unknown[] =>
  list
    .filter((total) => total.entries > 0)
    .map(({ subject, code, minutes, advancedMinutes, level, entries }) => [
      subject,
      code,
      minutes,
      advancedMinutes,
      level,
      entries,
    ])
    .sort((left, right) => (`${left[0]} ${left[1]}` < `${right[0]} ${right[1]}` ? -1 : 1));
