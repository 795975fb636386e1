import type { Section, Tables } from '@journeybook/database';
import type { Instant, LmsIdentityId, ReviewCause } from '@journeybook/domain';
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
    return question ? [{ identity, entry, ...question }] : [];
  });
  await creditReviews.open(section.id, reviews, at);
}
