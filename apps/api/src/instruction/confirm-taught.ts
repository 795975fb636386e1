import type { ConfirmedCompletions } from '@journeybook/contracts';
import type { EnteredByTeacher, KnownPerson, TaughtLearnerRow } from '@journeybook/database';
import { Database } from '@journeybook/database';
import type { SectionId } from '@journeybook/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock.js';
import type { Confirmed, Evidence, ShownCompletions } from './confirm-completions.js';
import { ConfirmCompletions } from './confirm-completions.js';
import { openTaughtSection } from './open-taught-section.js';
import { courseOf, shownResult } from './present-taught-section.js';
import { checkResults, keepResults } from './record-results.js';
import { signedInTeacher } from './teacher.js';

/** What the page shows: where a grade came from is known here. */
interface ShownTaught extends Pick<ShownCompletions, 'course'> {
  readonly learners: readonly Omit<Confirmed, 'source'>[];
}

@Injectable()
export class ConfirmTaught {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly completions: ConfirmCompletions,
  ) {}

  /**
   * Confirms who completed a section without a learning platform, by the same rules as in one. What the instructor gives with it is
   * kept as evidence in the same transaction, but nothing of a learner about whom something else was entered since it was shown.
   */
  async confirm(by: KnownPerson, id: SectionId, { course, learners }: ShownTaught): Promise<ConfirmedCompletions> {
    const { read } = this.database;
    const row = await openTaughtSection(read, by, id);
    const { minutes } = courseOf(row, [...(await read.standards.listCoursesForCollege(row.college.id))]);
    const results = checkResults(learners, minutes);
    const before = new Map((await read.taughtSections.listLearners(row)).map((one) => [one.identity, one]));
    const confirmed = results.map((one) => ({ ...one, source: sourceOf(one, before.get(one.identity)) }));
    const evidence: Evidence = {
      shown: async (tables) =>
        new Map((await tables.taughtSections.listLearners(row)).map((one) => [one.identity, shownResult(one)])),
      keep: (tables, section, asShown) => keepResults(tables, section, asShown, { by: by.id, at: this.clock.now() }),
    };
    return this.completions.confirm(signedInTeacher(id, by.id), { course, learners: confirmed }, evidence);
  }
}

/** Where the grade came from: a file, if it is the one that was read from it; else the instructor's word. */
const sourceOf = ({ scorePercent }: EnteredByTeacher, before: TaughtLearnerRow | undefined): Confirmed['source'] =>
  before?.gradeFromFile && before.result?.percent === scorePercent ? 'imported' : 'instructor-attested';
