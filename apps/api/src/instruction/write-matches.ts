import type { LearnerMatch, Tables } from '@journeybook/database';
import type { Instant, LmsIdentityId, PersonId, SectionId } from '@journeybook/domain';

/** A learner who becomes this person; `before` is who they were until now. */
export interface NewMatch extends LearnerMatch {
  readonly before: PersonId | null;
}

/**
 * Makes the learners of a section who they are said to be. When it was somebody else until now, what was credited to them by this
 * account opens a review. When the apprentice left the section under another account, they are back: nobody has to decide about their
 * credit (lti.md §5.3, user merge).
 */
export async function writeMatches(
  tables: Tables,
  matches: readonly NewMatch[],
  { section, by, at }: { section: SectionId; by: PersonId; at: Instant },
): Promise<void> {
  const changed = matches.filter(({ before, person }) => before !== person);
  const replaced = changed.filter(({ before }) => before !== null).map(({ identity }) => identity);
  if (replaced.length > 0) await questionMatches(tables, replaced, at);
  await tables.matches.forgetDeclined(matches);
  if (changed.length > 0) await tables.matches.link(changed, { by, at });
  const identities = await tables.matches.otherAccounts(section, matches);
  await tables.creditReviews.settle(section, { identities, causes: ['learner-left'] }, at);
}

/** Opens a review of each credit that came by these accounts, in the section it came from; takes nothing away. */
export async function questionMatches(
  { matches, creditReviews }: Tables,
  identities: readonly LmsIdentityId[],
  at: Instant,
): Promise<void> {
  const credits = await matches.creditsOf(identities);
  const reviews = credits.map((credit) => ({ ...credit, cause: 'match-taken-back' as const, seenPercent: null }));
  await creditReviews.open(reviews, at);
}
