import type { LegalHold, Tables } from '@journeybook/database';
import type { Apprenticeship, ApprenticeshipId, CalendarDate, Instant, Retention, Standard } from '@journeybook/domain';
import { retentionOf, termsOf } from '@journeybook/domain';

/** How long an agreement is kept, and what keeps it longer. */
export interface KeptAgreement {
  readonly apprenticeship: Apprenticeship;
  readonly program: Standard;
  readonly retention: Retention;
  /** Holds on the apprentice that stand, with whatever sponsor. */
  readonly holds: readonly LegalHold[];
  readonly erasedAt: Instant | null;
}

/** Where these agreements stand on keeping, in a number of statements that does not grow with them. */
export async function readRetention(
  tables: Tables,
  agreements: readonly Apprenticeship[],
  today: CalendarDate,
): Promise<readonly KeptAgreement[]> {
  const ids = agreements.map(({ id }) => id);
  const lastActions = await tables.retention.lastActions(ids);
  const erased = await tables.retention.erasedAmong(ids);
  const people = [...new Set(agreements.map(({ apprentice }) => apprentice))];
  const holds = Map.groupBy(await tables.retention.standingHolds(people), (hold) => hold.person);
  const programs = await readPrograms(tables, agreements);
  return agreements.flatMap((apprenticeship): KeptAgreement[] => {
    const { id, apprentice, status, standard } = apprenticeship;
    const program = programs.get(standard);
    if (!program) return [];
    const own = holds.get(apprentice) ?? [];
    const retention = retentionOf({
      status,
      lastOn: lastActions.get(id) ?? null,
      agency: termsOf(program).agency,
      held: own.length > 0,
      erased: erased.has(id),
      today,
    });
    return [{ apprenticeship, program, retention, holds: own, erasedAt: erased.get(id) ?? null }];
  });
}

async function readPrograms({ standards }: Tables, agreements: readonly Apprenticeship[]) {
  const programs = new Map<Apprenticeship['standard'], Standard>();
  for (const id of new Set(agreements.map(({ standard }) => standard))) programs.set(id, await standards.get(id));
  return programs;
}

/** The person's other agreements, each with whether it was erased. */
export async function readOthers(
  { apprenticeships, retention }: Tables,
  { id, apprentice }: Apprenticeship,
): Promise<readonly { readonly erased: boolean }[]> {
  const others = (await apprenticeships.listOf(apprentice)).map((one) => one.id).filter((one) => one !== id);
  const erased: ReadonlyMap<ApprenticeshipId, Instant> = await retention.erasedAmong(others);
  return others.map((other) => ({ erased: erased.has(other) }));
}
