import type { Database } from '@journeybook/database';
import { newId } from '@journeybook/database';
import type {
  Apprenticeship,
  ApprenticeshipId,
  ApprenticeshipStatus,
  MappedCode,
  OrganizationId,
  RecordEntry,
  RecordEntryId,
  Standard,
} from '@journeybook/domain';
import { council, day, employerChanged, now, standardChanged, statusChanged } from '@journeybook/domain/testing';

/**
 * Changes of an agreement as their own features leave them, the entry on the record and the state beside it, for tests about what
 * follows from them.
 */
async function change(
  database: Database,
  id: ApprenticeshipId,
  { entries, state }: { entries: readonly RecordEntry[]; state: Partial<Apprenticeship> },
): Promise<void> {
  await database.transaction(async ({ apprenticeships, record }) => {
    const agreement = await apprenticeships.lock(id);
    if (!agreement) throw new Error(`no agreement ${id}`);
    await record.append(agreement.sponsor, id, entries);
    await apprenticeships.save({ ...agreement, ...state });
  });
}

/** An id and a source of its own, on this record. */
export const entryOf = (apprenticeship: ApprenticeshipId) => {
  const id = newId<RecordEntryId>();
  return { id, source: `test/${id}`, apprenticeship };
};

/** Active since the first day but for a suspension from one day to the day before another. */
export const suspendBetween = (database: Database, id: ApprenticeshipId, [from, until]: readonly [string, string]) =>
  change(database, id, {
    entries: [
      statusChanged({ ...entryOf(id), from: 'registered', status: 'active', occurredOn: day('2026-01-05') }),
      statusChanged({ ...entryOf(id), from: 'active', status: 'suspended', occurredOn: day(from) }),
      statusChanged({ ...entryOf(id), from: 'suspended', status: 'active', occurredOn: day(until) }),
    ],
    state: { status: 'active' },
  });

/** The status of today. */
export const becomes = (database: Database, id: ApprenticeshipId, status: ApprenticeshipStatus) =>
  change(database, id, {
    entries: [statusChanged({ ...entryOf(id), from: 'active', status, occurredOn: day('2026-03-04') })],
    state: { status },
  });

/** Works for another employer from that day. */
export const worksFor = (
  database: Database,
  id: ApprenticeshipId,
  { from, employer, since }: { from: OrganizationId; employer: OrganizationId; since: string },
) =>
  change(database, id, {
    entries: [employerChanged({ ...entryOf(id), from, employer, occurredOn: day(since) })],
    state: { employer },
  });

/** Goes over from one version to another, which is published for it. */
export async function movesTo(
  database: Database,
  id: ApprenticeshipId,
  { from, to, mapping }: { from: Standard; to: Standard; mapping: readonly MappedCode[] },
): Promise<void> {
  await database.read.standards.publish(council, to, now);
  await change(database, id, {
    entries: [standardChanged({ ...entryOf(id), standard: from.id, to: to.id, mapping })],
    state: { standard: to.id },
  });
}
