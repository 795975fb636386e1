import type { LaunchSessionRow, Tables } from '@journeybook/database';
import { Database } from '@journeybook/database';
import type { ApprenticeshipId, LmsIdentityId, PersonId } from '@journeybook/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock.js';
import { asShown } from '../http/if-match.js';
import { found, Refused } from '../http/refused.js';
import { editionOfMatch } from './present-section.js';
import { questionMatches, writeMatches } from './write-matches.js';

@Injectable()
export class MatchLearner {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * An instructor confirms which apprentice a learner of this section is, as they saw who it was until now; `changed-since-shown` when a
   * colleague or the learner said otherwise meanwhile.
   */
  async match(
    launch: LaunchSessionRow,
    { identity, apprenticeship }: { identity: LmsIdentityId; apprenticeship: ApprenticeshipId },
    shown: string,
  ): Promise<void> {
    await this.database.transaction(async (tables) => {
      const { section } = launch;
      await tables.sections.lock(section);
      const person = await this.candidate(tables, launch, { identity, apprenticeship });
      const before = await this.held(tables, launch, { identity, shown });
      const at = this.clock.now();
      const by = await tables.people.behind(launch.identity, at);
      await writeMatches(tables, [{ identity, person, before }], { section, by, at });
    });
  }

  /** An instructor says that a learner is not the apprentice suggested; it is not suggested again, to nobody of the section. */
  async decline(launch: LaunchSessionRow, identity: LmsIdentityId, apprenticeship: ApprenticeshipId): Promise<void> {
    await this.database.transaction(async (tables) => {
      const person = await this.candidate(tables, launch, { identity, apprenticeship });
      await tables.roster.lockLinkedPerson(identity);
      const at = this.clock.now();
      const by = await tables.people.behind(launch.identity, at);
      await tables.learners.decline({ identity, person, by, at });
    });
  }

  /**
   * Takes a match back, as it was shown: the learner no longer sees the record, and the apprentice is not suggested again. What was
   * credited by this account stays on the record and opens a review, where an instructor keeps or reverses it.
   */
  async unmatch(launch: LaunchSessionRow, identity: LmsIdentityId, shown: string): Promise<void> {
    await this.database.transaction(async (tables) => {
      await tables.sections.lock(launch.section);
      if (!(await tables.roster.isLearner(launch.section, identity))) throw new Refused({ kind: 'not-a-learner-here' });
      const person = await this.held(tables, launch, { identity, shown });
      if (!person) return;
      const at = this.clock.now();
      const by = await tables.people.behind(launch.identity, at);
      await questionMatches(tables, [identity], at);
      await tables.learners.decline({ identity, person, by, at });
      await tables.roster.unlink(identity, at);
    });
  }

  private async candidate(
    { roster }: Tables,
    launch: LaunchSessionRow,
    { identity, apprenticeship }: { identity: LmsIdentityId; apprenticeship: ApprenticeshipId },
  ): Promise<PersonId> {
    if (!(await roster.isLearner(launch.section, identity))) throw new Refused({ kind: 'not-a-learner-here' });
    const candidates = await roster.listCandidates(launch.college);
    const { person } = found(
      candidates.find((one) => one.apprenticeship === apprenticeship),
      { kind: 'not-an-apprentice-here' },
    );
    return person;
  }

  /** Whom the learner is matched to, held until the transaction ends: if it is as it was shown. */
  private async held(
    { roster, learners }: Tables,
    { section }: LaunchSessionRow,
    { identity, shown }: { identity: LmsIdentityId; shown: string },
  ): Promise<PersonId | null> {
    const person = await roster.lockLinkedPerson(identity);
    asShown(shown, editionOfMatch(person, (await learners.declinedIn(section)).get(identity)));
    return person;
  }
}
