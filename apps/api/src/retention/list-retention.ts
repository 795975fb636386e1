import type { RetentionView } from '@journeybook/contracts';
import type { KnownPerson, Tables } from '@journeybook/database';
import { Database } from '@journeybook/database';
import type { CalendarDate, OrganizationId } from '@journeybook/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock.js';
import { asActor, organizationsWith } from '../http/actor.js';
import { found } from '../http/refused.js';
import { readRetention } from './retention-facts.js';

@Injectable()
export class ListRetention {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Every agreement of the sponsors that somebody runs, but drafts and their own: what is due first, then by name. */
  async list(reader: KnownPerson): Promise<RetentionView[]> {
    const sponsors = organizationsWith(asActor(reader), 'sponsor-admin');
    const views = await listOf(this.database.read, sponsors, this.clock.today());
    return views.filter(({ apprentice }) => apprentice.id !== reader.id);
  }
}

/** What stands where on keeping, at these sponsors. */
export async function listOf(
  tables: Tables,
  sponsors: readonly OrganizationId[],
  today: CalendarDate,
): Promise<RetentionView[]> {
  const agreements = (await tables.apprenticeships.listOfSponsors(sponsors)).filter(({ status }) => status !== 'draft');
  const kept = await readRetention(tables, agreements, today);
  const organizations = await tables.people.organizationsOf(sponsors);
  const names = await tables.people.namesOf([
    ...agreements.map(({ apprentice }) => apprentice),
    ...kept.flatMap(({ hold }) => (hold ? [hold.placedBy] : [])),
  ]);
  return kept
    .map(({ apprenticeship, program, retention, hold, held, erasedAt }): RetentionView => {
      const { id, apprentice, sponsor, status } = apprenticeship;
      return {
        apprenticeship: id,
        apprentice: found(names.get(apprentice)),
        sponsor: found(organizations.get(sponsor)),
        occupation: program.occupation.title,
        status,
        ...retention,
        hold: hold && { reason: hold.reason, by: found(names.get(hold.placedBy)), at: hold.placedAt },
        heldElsewhere: held && hold === null,
        erasedAt,
      };
    })
    .toSorted((a, b) => orderOf(a) - orderOf(b) || a.apprentice.name.localeCompare(b.apprentice.name, 'en'));
}

const order = ['due', 'held', 'kept', 'open', 'erased'] as const satisfies readonly RetentionView['state'][];
const orderOf = ({ state }: RetentionView): number => order.indexOf(state);
