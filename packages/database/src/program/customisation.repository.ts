import type { CustomChange, Customisation, Instant, OrganizationId, PersonId, StandardId } from '@journeybook/domain';
import type { EntityManager } from 'typeorm';
import { instantText } from '../instant-text.js';

/** One change an employer made, with who made it and when. */
export interface MadeChange {
  readonly change: CustomChange;
  readonly by: { readonly id: PersonId; readonly name: string };
  readonly at: Instant;
}

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

  /** The same for several employers and versions, in one statement; without one where an employer made none. */
  async findAll(asked: readonly Pick<Customisation, 'standard' | 'employer'>[]): Promise<readonly Customisation[]> {
    const rows = await this.manager.query<Pick<Customisation, 'standard' | 'employer' | 'changes'>[]>(
      `select standard_id as standard, employer_id as employer, json_agg(change order by edition) as changes
       from customisation_changes where standard_id = any($1) and employer_id = any($2) group by standard_id, employer_id`,
      [asked.map((one) => one.standard), asked.map((one) => one.employer)],
    );
    return rows.map((row) => ({ ...row, edition: row.changes.length }));
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
