import type { TaughtSectionView } from '@journeybook/contracts';
import type { EnteredByTeacher, KnownPerson, Section, Tables } from '@journeybook/database';
import { Database } from '@journeybook/database';
import type { Instant, Minutes, PersonId, SectionId } from '@journeybook/domain';
import { checkResult } from '@journeybook/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock.js';
import { asShown } from '../http/if-match.js';
import { orRefuse, Refused } from '../http/refused.js';
import { isMapped } from './credit-completions.js';
import { openTaughtSection } from './open-taught-section.js';
import { courseOf, editionOfResults, presentTaughtSection } from './present-taught-section.js';
import { questionGrades } from './question-credits.js';

interface Entering {
  readonly by: PersonId;
  readonly at: Instant;
  readonly file?: string | null;
}

@Injectable()
export class RecordResults {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Keeps grades and attendance that an instructor enters, all or none; `changed-since-shown` when some were entered meanwhile. Nothing
   * is credited, and nothing taken away.
   */
  async record(
    by: KnownPerson,
    { section: id, shown }: { section: SectionId; shown: string },
    asked: readonly EnteredByTeacher[],
  ): Promise<TaughtSectionView> {
    return this.database.transaction(async (tables) => {
      const row = await openTaughtSection(tables, by, id);
      const { minutes } = courseOf(row, [...(await tables.standards.listCoursesForCollege(row.college.id))]);
      const results = checkResults(asked, minutes);
      await tables.taughtSections.lock(id);
      asShown(shown, editionOfResults(await tables.taughtSections.listLearners(row)));
      await keepResults(tables, await tables.sections.get(id), results, { by: by.id, at: this.clock.now() });
      return presentTaughtSection(tables, row);
    });
  }
}

/** The results as they may be kept; a learner who stands in them twice has what stands last. */
export const checkResults = <Entered extends EnteredByTeacher>(
  results: readonly Entered[],
  courseMinutes: Minutes,
): Entered[] =>
  [...new Map(results.map((one) => [one.identity, one])).values()].map((one) =>
    orRefuse(checkResult(one, courseMinutes)),
  );

/** Writes results down as evidence. A grade that fell after its credit opens a review, as one that a learning platform tells does. */
export async function keepResults(
  tables: Tables,
  section: Section,
  results: readonly EnteredByTeacher[],
  { by, at, file = null }: Entering,
): Promise<void> {
  if (!isMapped(section)) throw new Refused({ kind: 'section-not-mapped' });
  await tables.taughtSections.lock(section.id);
  const changed = await tables.taughtSections.addResults(section.id, results, { by, at, file });
  await questionGrades(tables, section, { changed, at });
}
