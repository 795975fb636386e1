import type { LegalHold, Tables } from '@journeybook/database';
import type { Apprenticeship, CalendarDate, Instant, Retention, Standard } from '@journeybook/domain';
import { retentionOf, termsOf } from '@journeybook/domain';

/** How long an agreement is kept, and what keeps it longer. */
export interface KeptAgreement {
  readonly apprenticeship: Apprenticeship;
  readonly program: Standard;
  readonly retention: Retention;
  /** The sponsor's own hold; null when there is none. */
  readonly hold: LegalHold | null;
  /** Whether a hold on the apprentice stands, with whatever sponsor. */
  readonly held: boolean;
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
  const held = await tables.retention.heldAmong(people);
  const programs = await readPrograms(tables, agreements);
  return agreements.flatMap((apprenticeship): KeptAgreement[] => {
    const { id, apprentice, sponsor, status, standard } = apprenticeship;
    const program = programs.get(standard);
    if (!program) return [];
    const hold = holds.get(apprentice)?.find((one) => one.sponsor === sponsor) ?? null;
    const retention = retentionOf({
      status,
      lastOn: lastActions.get(id) ?? null,
      agency: termsOf(program).agency,
      held: held.has(apprentice),
      erased: erased.has(id),
      today,
    });
    return [{ apprenticeship, program, retention, hold, held: held.has(apprentice), erasedAt: erased.get(id) ?? null }];
  });
}

async function readPrograms({ standards }: Tables, agreements: readonly Apprenticeship[]) {
  const programs = new Map<Apprenticeship['standard'], Standard>();
  for (const id of new Set(agreements.map(({ standard }) => standard))) programs.set(id, await standards.get(id));
  return programs;
}
