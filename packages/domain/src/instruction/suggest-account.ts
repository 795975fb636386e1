import type { PersonId } from '../brand.js';
import type { MatchIndex } from './suggest-match.js';
import { indexCandidates, suggestFrom } from './suggest-match.js';

/** An account at the learning platform that is matched already. */
export interface KnownAccount {
  readonly person: PersonId;
  readonly email: string | null;
  readonly sisId: string | null;
}

/**
 * Known accounts as candidates for a learner who is a known person under a new account, as after two accounts were merged at
 * the platform: found by student number, then e-mail, never by name. A person confirms it (lti.md §5.3, user merge).
 */
export const indexAccounts = (accounts: readonly KnownAccount[]): MatchIndex =>
  indexCandidates(accounts.map(({ person, email, sisId }) => ({ person, email, studentId: sisId, name: '' })));

/** Whom such a learner may be; accounts of two people for one reason are no suggestion. */
export const suggestAccount = (
  learner: { readonly email: string | null; readonly sisId: string | null },
  accounts: MatchIndex,
  declined?: ReadonlySet<PersonId>,
) => suggestFrom(accounts, { ...learner, name: null }, declined);
