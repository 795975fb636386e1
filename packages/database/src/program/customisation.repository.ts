import type {
  ApprenticeshipId,
  CustomChange,
  Customisation,
  EmployersChange,
  Instant,
  OrganizationId,
  PersonId,
  StandardId,
} from '@journeybook/domain';
import type { EntityManager } from 'typeorm';
import { closedList } from '../apprenticeship/closed-list.sql.js';
import { instantText } from '../instant-text.js';

/** One change an employer made, with who made it and when. */
export interface MadeChange {
  readonly change: CustomChange;
  readonly by: { readonly id: PersonId; readonly name: string };
  readonly at: Instant;
}

/** `c` is a change, `a` an agreement: made by its employer or by one it was with before, and before the record was closed. */
export const madeByAnEmployer = `c.sponsor_id = a.sponsor_id and (c.employer_id = a.employer_id or c.employer_id in (
    select (f.details ->> 'from')::uuid from record_entries f
    where f.apprenticeship_id = a.id and f.subject is null and f.kind = 'employer-changed'))
  and (a.status not in (${closedList}) or c.made_at <= (select max(f.recorded_at) from record_entries f
    where f.apprenticeship_id = a.id and f.subject is null and f.kind = 'status-changed'))`;

/** What employers made their own within programs; changes are only ever added. */
export class CustomisationRepository {
  constructor(private readonly manager: EntityManager) {}

  /** Every change in the order it was made. */
  async list(standard: StandardId, employer: OrganizationId): Promise<readonly MadeChange[]> {
    return this.manager.query(
      `select c.change, json_build_object('id', p.id, 'name', p.name) as by, ${instantText('c.made_at')} as at
       from customisation_changes c join people p on p.id = c.made_by
       where c.standard_id = $1 and c.employer_id = $2 order by c.edition`,
      [standard, employer],
    );
  }

  /** What the employer has made its own by now; without changes when it made none. */
  async find(standard: StandardId, employer: OrganizationId): Promise<Customisation> {
    const rows = await this.manager.query<{ change: CustomChange }[]>(
      'select change from customisation_changes where standard_id = $1 and employer_id = $2 order by edition',
      [standard, employer],
    );
    return { standard, employer, edition: rows.length, changes: rows.map((row) => row.change) };
  }

  /** What other employers than this one have made their own in any version of the program. */
  async listOthers(standard: StandardId, employer: OrganizationId): Promise<readonly CustomChange[]> {
    const rows = await this.manager.query<{ change: CustomChange }[]>(
      `select c.change from standards asked
       join standards s on s.sponsor_id = asked.sponsor_id and s.rapids_code = asked.rapids_code
       join customisation_changes c on c.standard_id = s.id
       where asked.id = $1 and c.employer_id <> $2`,
      [standard, employer],
    );
    return rows.map((row) => row.change);
  }

  /** The changes that may hold for each agreement in its version: of its employer and of those it was with before. */
  async listFor(ids: readonly ApprenticeshipId[]): Promise<ReadonlyMap<ApprenticeshipId, readonly EmployersChange[]>> {
    const rows = await this.manager.query<(EmployersChange & { apprenticeship: ApprenticeshipId })[]>(
      `select a.id as apprenticeship, c.change, c.employer_id = a.employer_id as own
       from apprenticeships a join customisation_changes c on c.standard_id = a.standard_id and ${madeByAnEmployer}
       where a.id = any($1) order by c.employer_id, c.edition`,
      [[...new Set(ids)]],
    );
    return Map.groupBy(rows, (row) => row.apprenticeship);
  }

  /** The same in a version that the agreement may move to. */
  async listForMove(id: ApprenticeshipId, to: StandardId): Promise<readonly EmployersChange[]> {
    return this.manager.query(
      `select c.change, c.employer_id = a.employer_id as own
       from apprenticeships a join customisation_changes c on c.standard_id = $2 and ${madeByAnEmployer}
       where a.id = $1 order by c.employer_id, c.edition`,
      [id, to],
    );
  }

  /** How many changes each employer made in a version. */
  async countOf(standard: StandardId): Promise<ReadonlyMap<OrganizationId, number>> {
    const rows = await this.manager.query<{ employer: OrganizationId; changes: number }[]>(
      'select employer_id as employer, count(*) as changes from customisation_changes where standard_id = $1 group by employer_id',
      [standard],
    );
    return new Map(rows.map(({ employer, changes }) => [employer, changes]));
  }

  /** Adds the last change of the customisation; false when another change took its place meanwhile. */
  async add(
    sponsor: OrganizationId,
    { standard, employer, edition, changes }: Customisation,
    { by, at }: { by: PersonId; at: Instant },
  ): Promise<boolean> {
    const rows = await this.manager.query<unknown[]>(
      `insert into customisation_changes (standard_id, employer_id, edition, sponsor_id, change, made_by, made_at)
       values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing returning edition`,
      [standard, employer, edition, sponsor, changes.at(-1), by, at],
    );
    return rows.length > 0;
  }
}
