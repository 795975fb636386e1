import type { ApprenticeshipId, CalendarDate, Instant, OrganizationId, PersonId } from '@journeybook/domain';
import type { EntityManager } from 'typeorm';

/** A legal hold as it stands. */
export interface LegalHold {
  readonly sponsor: OrganizationId;
  readonly person: PersonId;
  readonly reason: string;
  readonly placedBy: PersonId;
  readonly placedAt: Instant;
}

export interface ErasureRow {
  readonly apprenticeship: ApprenticeshipId;
  readonly sponsor: OrganizationId;
  readonly reason: string;
  readonly person: boolean;
  readonly by: PersonId;
  readonly at: Instant;
}

interface Act {
  readonly reason: string;
  readonly by: PersonId;
  readonly at: Instant;
}

/** Legal holds, and which agreements were erased. */
export class RetentionRepository {
  constructor(private readonly manager: EntityManager) {}

  async placeHold(
    { id, sponsor, person }: { id: string; sponsor: OrganizationId; person: PersonId },
    { reason, by, at }: Act,
  ): Promise<void> {
    await this.manager.query(
      'insert into legal_holds (id, sponsor_id, person_id, reason, placed_by, placed_at) values ($1, $2, $3, $4, $5, $6)',
      [id, sponsor, person, reason, by, at],
    );
  }

  async liftHold(
    { sponsor, person }: { sponsor: OrganizationId; person: PersonId },
    { reason, by, at }: Act,
  ): Promise<void> {
    await this.manager.query(
      `update legal_holds set lifted_reason = $3, lifted_by = $4, lifted_at = $5
       where sponsor_id = $1 and person_id = $2 and lifted_at is null`,
      [sponsor, person, reason, by, at],
    );
  }

  /** The holds on these people that stand, as far as they are one's own. */
  async standingHolds(people: readonly PersonId[]): Promise<readonly LegalHold[]> {
    return this.manager.query(
      `select sponsor_id as sponsor, person_id as person, reason, placed_by as "placedBy", placed_at as "placedAt"
       from legal_holds where person_id = any($1) and lifted_at is null order by placed_at, id`,
      [people],
    );
  }

  async addErasure({ apprenticeship, sponsor, reason, person, by, at }: ErasureRow): Promise<void> {
    await this.manager.query(
      `insert into erasures (apprenticeship_id, sponsor_id, reason, person_erased, erased_by, erased_at)
       values ($1, $2, $3, $4, $5, $6)`,
      [apprenticeship, sponsor, reason, person, by, at],
    );
  }

  /** The latest day on which anything in each record happened or was recorded; without those of an empty record. */
  async lastActions(ids: readonly ApprenticeshipId[]): Promise<ReadonlyMap<ApprenticeshipId, CalendarDate>> {
    const rows = await this.manager.query<{ id: ApprenticeshipId; on: CalendarDate }[]>(
      `select apprenticeship_id as id, max(greatest(occurred_on, (recorded_at at time zone 'UTC')::date)) as "on"
       from record_entries where apprenticeship_id = any($1) group by apprenticeship_id`,
      [ids],
    );
    return new Map(rows.map(({ id, on }) => [id, on]));
  }

  /** Which of these agreements were erased, and when. */
  async erasedAmong(ids: readonly ApprenticeshipId[]): Promise<ReadonlyMap<ApprenticeshipId, Instant>> {
    const rows = await this.manager.query<{ id: ApprenticeshipId; at: Instant }[]>(
      'select apprenticeship_id as id, erased_at as at from erasures where apprenticeship_id = any($1)',
      [ids],
    );
    return new Map(rows.map(({ id, at }) => [id, at]));
  }

  /** On whom of these people a hold stands, with whatever sponsor: whose it is, another sponsor is not told. */
  async heldAmong(people: readonly PersonId[]): Promise<ReadonlySet<PersonId>> {
    const rows = await this.manager.query<{ id: PersonId }[]>(
      'select who as id from unnest($1::uuid[]) as p(who) where reach.is_held(who)',
      [people],
    );
    return new Set(rows.map(({ id }) => id));
  }

  /** Whether another agreement of the person, with whatever sponsor, was not erased; and whether they ever held another role. */
  async stillNeeded(
    person: PersonId,
    but: ApprenticeshipId,
  ): Promise<{ readonly keptElsewhere: boolean; readonly hasOtherRole: boolean }> {
    const [row] = await this.manager.query<{ keptElsewhere: boolean; hasOtherRole: boolean }[]>(
      'select reach.is_kept($1, $2) as "keptElsewhere", reach.has_other_role($1) as "hasOtherRole"',
      [person, but],
    );
    return row ?? { keptElsewhere: true, hasOtherRole: true };
  }
}
