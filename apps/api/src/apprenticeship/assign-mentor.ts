import type { AgreementView } from '@journeybook/contracts';
import type { KnownPerson, Tables } from '@journeybook/database';
import { Database, newId } from '@journeybook/database';
import type { Apprenticeship, ApprenticeshipId, AssignmentFlag, MentorAssignment } from '@journeybook/domain';
import { assignMentor, termsOf } from '@journeybook/domain';
import { Injectable } from '@nestjs/common';
import { lockAgreement } from '../access/open-agreement.js';
import { Clock } from '../clock.js';
import { asActor } from '../http/actor.js';
import { orRefuse, Refused } from '../http/refused.js';
import { ReadAgreement } from './read-agreement.js';

@Injectable()
export class AssignMentor {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly readAgreement: ReadAgreement,
  ) {}

  /** Assigns a mentor of the employer, or of the sponsor itself, for a period; says when there are too few for the apprentices there. */
  async assign(
    by: KnownPerson,
    id: ApprenticeshipId,
    assignment: MentorAssignment,
  ): Promise<{ agreement: AgreementView; flags: AssignmentFlag[] }> {
    const flags = await this.database.transaction(async (tables) => {
      const { apprenticeship, mentorships, program } = await lockAgreement(tables, by, {
        id,
        today: this.clock.today(),
      });
      const { mentor, from: date } = assignment;
      const assigned = orRefuse(
        assignMentor(asActor(by), assignment, {
          apprenticeship,
          assigned: mentorships,
          ratio: termsOf(program).ratio,
          site: await tables.apprenticeships.countAtSite(apprenticeship.employer, { date, apprenticeship: id, mentor }),
        }),
      );
      await refuseStrangers(tables, apprenticeship, assignment);
      await tables.apprenticeships.assignMentor(newId(), apprenticeship.sponsor, assigned.mentorship);
      return assigned.flags;
    });
    return { agreement: await this.readAgreement.read(by, id), flags: [...flags] };
  }
}

/** Whoever is assigned mentors at the apprentice's employer on the first day, or at the sponsor itself. */
async function refuseStrangers(
  { apprenticeships }: Tables,
  { employer, sponsor }: Apprenticeship,
  { mentor, from }: MentorAssignment,
): Promise<void> {
  const mentors = await apprenticeships.listMentorsAt([employer, sponsor], from);
  if (!mentors.some((one) => one.id === mentor)) throw new Refused({ kind: 'not-a-mentor-here' });
}
