import type { LaunchSessionRow } from '@journeybook/database';
import { Database } from '@journeybook/database';
import type { ApprenticeshipId, LmsIdentityId } from '@journeybook/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock.js';
import { found, Refused } from '../http/refused.js';

@Injectable()
export class MatchLearner {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** An instructor confirms which apprentice a learner of this section is. */
  async match(launch: LaunchSessionRow, identity: LmsIdentityId, apprenticeship: ApprenticeshipId): Promise<void> {
    await this.database.transaction(async ({ roster, people }) => {
      if (!(await roster.isLearner(launch.section, identity))) throw new Refused({ kind: 'not-a-learner-here' });
      const candidates = await roster.listCandidates(launch.college);
      const { person } = found(
        candidates.find((one) => one.apprenticeship === apprenticeship),
        { kind: 'not-an-apprentice-here' },
      );
      const at = this.clock.now();
      const by = await people.behind(launch.identity, at);
      await roster.link({ identity, person, method: 'confirmed-by-instructor', by, at });
    });
  }

  /** Takes a match back. What was credited meanwhile stays: it is reversed on the record, not here. */
  async unmatch(launch: LaunchSessionRow, identity: LmsIdentityId): Promise<void> {
    await this.database.transaction(async ({ roster }) => {
      if (!(await roster.isLearner(launch.section, identity))) throw new Refused({ kind: 'not-a-learner-here' });
      await roster.unlink(identity, this.clock.now());
    });
  }
}
