import type { PersonId } from '../brand.js';
import type { Result } from '../result.js';
import { accept, refuse } from '../result.js';

/** A learner of whom a person says which apprentice they are. */
export interface AskedMatch {
  /** Whether they are a learner of the section now. */
  readonly isLearner: boolean;
  /** Who the apprentice is that was named; null when the college has nothing to do with such a one. */
  readonly person: PersonId | null;
  /** Who the learner is until now. */
  readonly before: PersonId | null;
  /** Whether nobody has said since the page was read who the learner is or is not. */
  readonly asShown: boolean;
}

export type MatchRefusal =
  | { readonly kind: 'not-a-learner-here' }
  | { readonly kind: 'not-an-apprentice-here' }
  | { readonly kind: 'changed-since-shown' };

/** Who the learner is to be; `already` when they are that by now, whoever said so. */
export interface DecidedMatch {
  readonly person: PersonId;
  readonly already: boolean;
}

/**
 * Whether a learner is matched to the apprentice that was named. What somebody else said meanwhile is not overwritten unseen; that it
 * is the same does no harm (lti.md §7.3, person_link).
 */
export function matchLearner({ isLearner, person, before, asShown }: AskedMatch): Result<DecidedMatch, MatchRefusal> {
  if (!isLearner) return refuse({ kind: 'not-a-learner-here' });
  if (person === null) return refuse({ kind: 'not-an-apprentice-here' });
  if (before === person) return accept({ person, already: true });
  if (!asShown) return refuse({ kind: 'changed-since-shown' });
  return accept({ person, already: false });
}

/**
 * Whether a match that was just made is taken back; `already` when it is by now. `changed-since-shown` when the learner has become
 * somebody else meanwhile.
 */
export function unmatchLearner({
  isLearner,
  person,
  before,
}: Omit<AskedMatch, 'asShown'>): Result<DecidedMatch, MatchRefusal> {
  if (!isLearner) return refuse({ kind: 'not-a-learner-here' });
  if (person === null) return refuse({ kind: 'not-an-apprentice-here' });
  if (before === null) return accept({ person, already: true });
  return before === person ? accept({ person, already: false }) : refuse({ kind: 'changed-since-shown' });
}
