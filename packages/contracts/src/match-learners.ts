import { z } from 'zod';
import { apprenticeshipId, atOnce, edition, lmsIdentityId } from './shared.js';

export const matchLearnersBody = z
  .object({
    learners: atOnce(
      z.object({
        identity: lmsIdentityId,
        apprenticeship: apprenticeshipId,
        /** Of the learner as it was shown; refused when somebody has said meanwhile who they are or are not. */
        edition: edition.max(100),
      }),
    ),
  })
  .meta({ id: 'MatchLearners' });

const answeredMatch = <Outcome extends string>(outcome: z.ZodType<Outcome, Outcome>) =>
  z.object({
    learners: z.array(
      z.object({
        identity: lmsIdentityId,
        outcome,
        /** Why it was refused, in words; null otherwise. */
        reason: z.string().nullable(),
        kind: z.string().nullable(),
      }),
    ),
  });

/** What came of each: who is that apprentice already is left as they are, whoever said so. */
export const matchedLearners = answeredMatch(z.enum(['matched', 'already-matched', 'refused'])).meta({
  id: 'MatchedLearners',
});
export type MatchedLearners = z.output<typeof matchedLearners>;

export const undoMatchesBody = z
  .object({
    /** Which apprentice each was matched to; a learner who is another by now is refused. */
    learners: atOnce(z.object({ identity: lmsIdentityId, apprenticeship: apprenticeshipId })),
  })
  .meta({ id: 'UndoMatches' });

export const undoneMatches = answeredMatch(z.enum(['unmatched', 'refused'])).meta({ id: 'UndoneMatches' });
export type UndoneMatches = z.output<typeof undoneMatches>;
