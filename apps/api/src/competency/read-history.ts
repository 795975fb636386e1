import type { CompetencyEventView } from '@journeybook/contracts';
import type { KnownPerson } from '@journeybook/database';
import { Database } from '@journeybook/database';
import type { ApprenticeshipId, CompetencyCode } from '@journeybook/domain';
import { competencyHistory } from '@journeybook/domain';
import { Injectable } from '@nestjs/common';
import { findForAudit } from '../access/open-agreement.js';
import { Clock } from '../clock.js';
import { found, Refused } from '../http/refused.js';

@Injectable()
export class ReadHistory {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Every act on one skill with who did it, for whoever may open the record. A skill that was set aside keeps its history;
   * `unknown-competency` where there is neither skill nor act.
   */
  async read(by: KnownPerson, id: ApprenticeshipId, code: CompetencyCode): Promise<CompetencyEventView[]> {
    const { read } = this.database;
    const { standard } = await findForAudit(read, by, { id, today: this.clock.today() });
    const events = competencyHistory(await read.record.listCompetencies(id), code);
    if (events.length === 0 && !standard.competencies.some((one) => one.code === code))
      throw new Refused({ kind: 'unknown-competency' });
    const names = await read.people.namesOf(events.map((event) => event.by));
    return events.map((event) => ({ ...event, by: found(names.get(event.by)) }));
  }
}
