import type { ApprenticeChoice, TaughtSectionView } from '@journeybook/contracts';
import type { ApprenticeCandidate, KnownPerson, Tables, TaughtSectionRow } from '@journeybook/database';
import { Database } from '@journeybook/database';
import type { ApprenticeshipId, LmsIdentityId, SectionId } from '@journeybook/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock.js';
import { found, Refused } from '../http/refused.js';
import { openTaughtSection } from './open-taught-section.js';
import { presentApprentice } from './present-section.js';
import { presentTaughtSection } from './present-taught-section.js';
import { creditsInQuestion } from './question-credits.js';

const mostShown = 50;

@Injectable()
export class ChangeAttendees {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Apprentices who may attend: of the sponsors this college works with, in a program with the course. At most 50, by name. */
  async search(by: KnownPerson, id: SectionId, name: string): Promise<ApprenticeChoice[]> {
    const section = await openTaughtSection(this.database.read, by, id);
    const wanted = name.trim().toLocaleLowerCase('en');
    return (await candidatesOf(this.database.read, section))
      .filter((one) => one.name.toLocaleLowerCase('en').includes(wanted))
      .slice(0, mostShown)
      .map(presentApprentice);
  }

  /** Puts apprentices into the section, all or none; `not-an-apprentice-here` when one may not attend. Who had left is back. */
  async add(by: KnownPerson, id: SectionId, asked: readonly ApprenticeshipId[]): Promise<TaughtSectionView> {
    return this.database.transaction(async (tables) => {
      const section = await openTaughtSection(tables, by, id);
      const candidates = await candidatesOf(tables, section);
      const people = [...new Set(asked)].map((apprenticeship) =>
        found(
          candidates.find((one) => one.apprenticeship === apprenticeship),
          { kind: 'not-an-apprentice-here' },
        ),
      );
      const at = this.clock.now();
      const identities = await tables.taughtSections.addLearners(section, people, { by: by.id, at });
      await tables.creditReviews.settle(id, { identities, causes: ['learner-left'] }, at);
      return presentTaughtSection(tables, section);
    });
  }

  /** Somebody attends no longer. What was credited to them stays, and opens a review. */
  async remove(by: KnownPerson, id: SectionId, identity: LmsIdentityId): Promise<TaughtSectionView> {
    return this.database.transaction(async (tables) => {
      const row = await openTaughtSection(tables, by, id);
      const at = this.clock.now();
      if (!(await tables.taughtSections.leave(id, identity, at))) throw new Refused({ kind: 'not-found' });
      const causes = new Map([[identity, { cause: 'learner-left' as const, seenPercent: null }]]);
      await creditsInQuestion(tables, await tables.sections.get(id), { causes, at });
      return presentTaughtSection(tables, row);
    });
  }
}

const candidatesOf = async (
  { roster }: Tables,
  { college, rapidsCode }: TaughtSectionRow,
): Promise<readonly ApprenticeCandidate[]> =>
  (await roster.listCandidates(college.id)).filter((one) => one.rapidsCode === rapidsCode);
