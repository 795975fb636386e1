import type { PersonId } from '../brand.js';
import type { LearnerDetails } from './suggest-match.js';
import { suggestMatch } from './suggest-match.js';

/** An account at the learning platform that is matched already. */
export interface KnownAccount {
  readonly person: PersonId;
  readonly email: string | null;
  readonly sisId: string | null;
}

/**
 * Suggests that a learner is a known person under a new account, as after two accounts were merged at the platform: by student
 * number, then e-mail, never by name. Accounts of two people for one reason are no suggestion. A person confirms it (lti.md
 * §5.3, user merge).
 */
export function suggestAccount(
  learner: Omit<LearnerDetails, 'name'>,
  accounts: readonly KnownAccount[],
): { readonly person: PersonId; readonly reason: 'same-student-id' | 'same-email' } | null {
  const nameless = { ...learner, name: null };
  const candidates = accounts.map(({ person, email, sisId }) => ({ person, email, studentId: sisId, name: '' }));
  const one = new Map(candidates.map((each) => [`${each.person} ${each.studentId} ${each.email}`, each]));
  const byId = suggestMatch({ ...nameless, email: null }, distinct([...one.values()], 'studentId'));
  if (byId) return { person: byId.person, reason: 'same-student-id' };
  const byEmail = suggestMatch({ ...nameless, sisId: null }, distinct([...one.values()], 'email'));
  return byEmail ? { person: byEmail.person, reason: 'same-email' } : null;
}

/** One person with two accounts of the same number is one candidate. */
function distinct<Each extends { person: PersonId; email: string | null; studentId: string | null }>(
  candidates: readonly Each[],
  by: 'email' | 'studentId',
): readonly Each[] {
  return [...new Map(candidates.map((one) => [`${one.person} ${one[by]?.trim().toLowerCase()}`, one])).values()];
}
