import type { Tables } from '@journeybook/database';
import type { ApprovedHours, HoursEntry, HoursEntryId, OjtHoursCredited } from '@journeybook/domain';
import { approvalSource } from '@journeybook/domain';
import { found } from '../http/refused.js';

/** The credit of each approved entry, by the source that its approval, or its last correction, gave it. */
export async function findCredits(
  { record }: Tables,
  entries: readonly HoursEntry[],
): Promise<ReadonlyMap<HoursEntryId, OjtHoursCredited>> {
  const credits = await record.findBySource('ojt-hours-credited', entries.map(approvalSource));
  return new Map(credits.flatMap((one) => (one.kind === 'ojt-hours-credited' ? [[one.hoursEntry, one]] : [])));
}

/** The credit of one approved entry. */
export const findCredit = async (tables: Tables, entry: ApprovedHours): Promise<OjtHoursCredited> =>
  found((await findCredits(tables, [entry])).get(entry.id));
