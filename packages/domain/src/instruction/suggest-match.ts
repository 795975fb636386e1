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

/** Candidates by what they are found by, so that a whole roster is looked up in the time of one. */
export type MatchIndex = Readonly<Record<MatchReason, ReadonlyMap<string, ReadonlySet<PersonId>>>>;

export function indexCandidates(candidates: readonly Candidate[]): MatchIndex {
  const by = (detail: (candidate: Candidate) => string | null) => {
    const people = new Map<string, Set<PersonId>>();
    for (const one of candidates) {
      const key = plain(detail(one) ?? '');
      if (key !== '') people.set(key, (people.get(key) ?? new Set()).add(one.person));
    }
    return people;
  };
  return {
    'same-student-id': by((one) => one.studentId),
    'same-email': by((one) => one.email),
    'same-name': by((one) => one.name),
  };
}

/**
 * Suggests which apprentice a learner may be: student number first, then e-mail, then the full name. Two people for the same
 * reason are no suggestion at all; whom somebody said no to does not count. A person confirms every match (lti.md §7.3: never
 * by e-mail or name alone).
 */
export function suggestFrom(
  index: MatchIndex,
  learner: LearnerDetails,
  declined: ReadonlySet<PersonId> = new Set(),
): { readonly person: PersonId; readonly reason: MatchReason } | null {
  const reasons: readonly [MatchReason, string | null][] = [
    ['same-student-id', learner.sisId],
    ['same-email', learner.email],
    ['same-name', learner.name],
  ];
  for (const [reason, detail] of reasons) {
    // An unset Canvas variable arrives as `$Person.sourcedId`: that is no id (lti.md §4.2).
    if (detail === null || detail.startsWith('$')) continue;
    const found = [...(index[reason].get(plain(detail)) ?? [])].filter((person) => !declined.has(person));
    const [only] = found;
    if (only) return found.length === 1 ? { person: only, reason } : null;
  }
  return null;
}

/** The same for one learner among few. */
export const suggestMatch = (learner: LearnerDetails, candidates: readonly Candidate[]) =>
  suggestFrom(indexCandidates(candidates), learner);

const plain = (text: string): string => text.trim().normalize('NFC').toLocaleLowerCase('en');
