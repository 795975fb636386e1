import type { CalendarDate, PersonId } from '@journeybook/domain';
import type { EntityManager } from 'typeorm';

/** Birth dates of before there was a vault. */
export class BirthDateRepository {
  constructor(private readonly manager: EntityManager) {}

  /** Takes some of them away and gives them back, for the vault to keep; who comes at the same time takes others. */
  async take(most: number): Promise<readonly { readonly person: PersonId; readonly bornOn: CalendarDate }[]> {
    const [rows] = await this.manager.query<[{ person: PersonId; bornOn: CalendarDate }[], number]>(
      `with taken as (
         select g.apprenticeship_id as id, a.apprentice_id as person, g.born_on as "bornOn"
         from agreement_signatures g join apprenticeships a on a.id = g.apprenticeship_id
         where g.born_on is not null order by g.apprenticeship_id limit $1 for update of g skip locked)
       update agreement_signatures g set born_on = null from taken where g.apprenticeship_id = taken.id
       returning taken.person, taken."bornOn"`,
      [most],
    );
    return rows;
  }
}
