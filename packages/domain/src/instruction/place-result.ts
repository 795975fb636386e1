import type { PersonId } from '../brand.js';
import type { LearnerDetails, MatchIndex } from './suggest-match.js';

/** Whom a line of a gradebook file is about: a learner, nobody of the section, or more than one who fit. */
export type ResultPlace =
  | { readonly kind: 'learner'; readonly person: PersonId }
  | { readonly kind: 'nobody' }
  | { readonly kind: 'several' };

/**
 * Finds the learner of a section that a line of a gradebook file is about: by student number, else by e-mail address, else by the
 * full name, told apart whatever their case. Who stands in no line of the section is `nobody`: gradebooks hold other students too.
 * A name that two learners have is `several`, and nobody's grade.
 */
export function placeResult(index: MatchIndex, { sisId, email, name }: LearnerDetails): ResultPlace {
  const details = [
    ['same-student-id', sisId],
    ['same-email', email],
    ['same-name', name],
  ] as const;
  for (const [reason, detail] of details) {
    const [only, ...others] = index[reason].get(plain(detail ?? '')) ?? [];
    if (only) return others.length > 0 ? { kind: 'several' } : { kind: 'learner', person: only };
  }
  return { kind: 'nobody' };
}

const plain = (text: string): string => text.trim().normalize('NFC').toLocaleLowerCase('en');
