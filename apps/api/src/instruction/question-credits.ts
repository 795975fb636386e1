import type { ChangedGrade, Section, Tables } from '@journeybook/database';
import type { Instant, LmsIdentityId, ReviewCause } from '@journeybook/domain';
import { causeOfChange } from '@journeybook/domain';
import type { MappedSection } from './credit-completions.js';
import { isMapped } from './credit-completions.js';

/** What came up about a learner. */
export interface Question {
  readonly cause: ReviewCause;
  readonly seenPercent: number | null;
}

/** Opens a review for each credit of this section that stands for one of these learners; takes nothing away. */
export async function creditsInQuestion(
  { learners, creditReviews }: Tables,
  section: Section,
  { causes, at }: { causes: ReadonlyMap<LmsIdentityId, Question>; at: Instant },
): Promise<void> {
  if (!isMapped(section) || causes.size === 0) return;
  const credits = await learners.creditsFrom(section.id, section.mapping.course, [...causes.keys()]);
  const reviews = credits.flatMap(({ identity, entry }) => {
    const question = causes.get(identity);
    return question ? [{ section: section.id, identity, entry, ...question }] : [];
  });
  await creditReviews.open(reviews, at);
}

/**
 * Judges the grade that was read last of a learner once more, as if it had just been read: while a score of ours was on its way it said
 * nothing, and the gradebook did not take that score.
 */
export async function questionLastGrade(
  tables: Tables,
  section: Section,
  { identity, at }: { identity: LmsIdentityId; at: Instant },
): Promise<void> {
  if (!isMapped(section)) return;
  const { course } = section.mapping;
  const changed = await tables.creditReviews.changesSince({ section: section.id, course }, identity);
  await questionGrades(tables, section, { changed, at });
}

/** Opens a review for each credited learner whose grade fell or is gone, and settles those whose grade passes again. */
export async function questionGrades(
  tables: Tables,
  section: MappedSection,
  { changed, at }: { changed: readonly ChangedGrade[]; at: Instant },
): Promise<void> {
  const { passMarkPercent } = section.mapping;
  const written = await tables.scores.latestOf(
    section.id,
    changed.map(({ identity }) => identity),
  );
  const causes = new Map<LmsIdentityId, Question>();
  const passing: LmsIdentityId[] = [];
  for (const grade of changed) {
    const scoreOnItsWay = written.get(grade.identity)?.state === 'waiting';
    const cause = causeOfChange(grade, { passMarkPercent, scoreOnItsWay });
    if (cause) causes.set(grade.identity, { cause, seenPercent: grade.now });
    else if (grade.now !== null && grade.now >= passMarkPercent) passing.push(grade.identity);
  }
  await creditsInQuestion(tables, section, { causes, at });
  const settled = { identities: passing, causes: ['grade-lowered', 'grade-removed'] as const };
  await tables.creditReviews.settle(section.id, settled, at);
}
