import type { AgreementView } from '@journeybook/contracts';
import type { KnownPerson, Tables } from '@journeybook/database';
import { Database, newId } from '@journeybook/database';
import type { Apprenticeship, ApprenticeshipId, CalendarDate, OrganizationId } from '@journeybook/domain';
import { changeEmployer, leaveMentors } from '@journeybook/domain';
import { Injectable } from '@nestjs/common';
import { lockAgreement } from '../access/open-agreement.js';
import { Clock } from '../clock.js';
import { asActor } from '../http/actor.js';
import { orRefuse } from '../http/refused.js';
import { listEmployers } from './program-employers.js';
import { ReadAgreement } from './read-agreement.js';

interface EmployerChange {
  readonly employer: OrganizationId;
  /** The first day there. */
  readonly from: CalendarDate;
}

@Injectable()
export class ChangeEmployer {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly readAgreement: ReadAgreement,
  ) {}

  /**
   * Moves the apprentice to another employer of the program. The employer left opens the record no more, and its mentors' assignments
   * end with the day before. Hours that are logged keep the employer they were worked at, approved or waiting.
   */
  async change(by: KnownPerson, id: ApprenticeshipId, change: EmployerChange): Promise<AgreementView> {
    await this.database.transaction(async (tables) => {
      const today = this.clock.today();
      const { apprenticeship } = await lockAgreement(tables, by, { id, today });
      const employers = await listEmployers(tables, apprenticeship.sponsor);
      const changed = orRefuse(
        changeEmployer(asActor(by), change, {
          apprenticeship,
          partners: employers.map((employer) => employer.id),
          history: await tables.record.listAgreement(id, ['employer-changed']),
          today,
          now: this.clock.now(),
          recordEntry: newId(),
        }),
      );
      await tables.record.append(apprenticeship.sponsor, id, [changed.change]);
      await tables.apprenticeships.save(changed.apprenticeship);
      await endAssignments(tables, changed.apprenticeship, { from: change.from, today });
    });
    return this.readAgreement.read(by, id);
  }
}

/** Ends the assignments of mentors who mentor neither at the new employer nor at the sponsor. */
async function endAssignments(
  { apprenticeships }: Tables,
  { id, employer, sponsor }: Apprenticeship,
  { from, today }: { from: CalendarDate; today: CalendarDate },
): Promise<void> {
  const staying = await apprenticeships.listMentorsAt([employer, sponsor], from);
  const assigned = await apprenticeships.listMentorships(id);
  const { ended, withdrawn } = leaveMentors(
    assigned.map((one) => ({ ...one, mentor: one.mentor.id })),
    { from, staying: new Set(staying.map((mentor) => mentor.id)), today },
  );
  for (const one of ended) await apprenticeships.endMentorship(one.id, one.until);
  for (const one of withdrawn) await apprenticeships.withdrawMentorship(one.id, today);
}
