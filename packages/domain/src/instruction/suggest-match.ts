import type { PersonId } from '../brand.js';

/** What a learning platform says of a learner; any of it may be missing. */
export interface LearnerDetails {
  readonly name: string | null;
  readonly email: string | null;
  readonly sisId: string | null;
}

export interface Candidate {
  readonly person: PersonId;
  readonly name: string;
  readonly email: string | null;
  readonly studentId: string | null;
}

export type MatchReason = 'same-student-id' | 'same-email' | 'same-name';

/**
 * Suggests which apprentice a learner may be: student number first, then e-mail, then the full name. Two candidates for
 * the same reason are no suggestion at all. A person confirms every match (lti.md §7.3: never by e-mail or name alone).
 */
export function suggestMatch(
  learner: LearnerDetails,
  candidates: readonly Candidate[],
): { readonly person: PersonId; readonly reason: MatchReason } | null {
  const reasons: readonly [MatchReason, (candidate: Candidate) => boolean][] = [
    ['same-student-id', (one) => same(learner.sisId, one.studentId)],
    ['same-email', (one) => same(learner.email, one.email)],
    ['same-name', (one) => same(learner.name, one.name)],
  ];
  for (const [reason, matches] of reasons) {
    const found = candidates.filter(matches);
    const [only] = found;
    if (only) return found.length === 1 ? { person: only.person, reason } : null;
  }
  return null;
}

/** An unset Canvas variable arrives as `$Person.sourcedId`: that is no id (lti.md §4.2). */
const same = (left: string | null, right: string | null): boolean =>
  left !== null && right !== null && left.trim() !== '' && !left.startsWith('$') && plain(left) === plain(right);

const plain = (text: string): string => text.trim().normalize('NFC').toLocaleLowerCase('en');
