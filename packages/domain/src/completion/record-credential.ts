import type { PersonActor } from '../access/roles.js';
import { holds } from '../access/roles.js';
import type { Apprenticeship } from '../apprenticeship/apprenticeship.js';
import type { RecordEntryId } from '../brand.js';
import type { Standard } from '../program/standard.js';
import type { ClosedRecordRefusal } from '../record/closed.js';
import { isClosed } from '../record/closed.js';
import type { CredentialEarned } from '../record/record-entry.js';
import type { Result } from '../result.js';
import { accept, refuse } from '../result.js';
import type { CalendarDate, Instant } from '../units.js';

export interface CredentialToRecord {
  readonly credential: string;
  readonly earnedOn: CalendarDate;
  /** Number of the certificate, or where it is kept. */
  readonly reference: string;
}

export interface RecordCredentialFacts {
  readonly apprenticeship: Apprenticeship;
  readonly standard: Standard;
  /** Whether one of the same code stands. */
  readonly earned: boolean;
  readonly today: CalendarDate;
  readonly now: Instant;
  readonly recordEntry: RecordEntryId;
}

export type MayRecordCredentialRefusal =
  | ClosedRecordRefusal
  | { readonly kind: 'own-credential' }
  | { readonly kind: 'not-their-apprentice' };

export type RecordCredentialRefusal =
  | MayRecordCredentialRefusal
  | { readonly kind: 'unknown-credential' }
  | { readonly kind: 'already-earned' }
  | { readonly kind: 'future-date'; readonly today: CalendarDate }
  | { readonly kind: 'reference-missing' };

/**
 * Records a completion credential that was seen, e.g. an OSHA-10 card (domain.md §2.1): by the employer or the sponsor, never by the
 * apprentice. It may have been earned before the agreement.
 */
export function recordCredential(
  actor: PersonActor,
  { credential, earnedOn, reference }: CredentialToRecord,
  facts: RecordCredentialFacts,
): Result<CredentialEarned, RecordCredentialRefusal> {
  const { apprenticeship, standard, today } = facts;
  const may = mayRecordCredential(actor, apprenticeship);
  if (!may.ok) return may;
  if (!standard.completionCredentials.some((one) => one.code === credential))
    return refuse({ kind: 'unknown-credential' });
  if (facts.earned) return refuse({ kind: 'already-earned' });
  if (earnedOn > today) return refuse({ kind: 'future-date', today });
  if (reference.trim() === '') return refuse({ kind: 'reference-missing' });
  return accept({
    kind: 'credential-earned' as const,
    id: facts.recordEntry,
    apprenticeship: apprenticeship.id,
    source: `credential/${facts.recordEntry}`,
    standard: standard.id,
    occurredOn: earnedOn,
    recordedAt: facts.now,
    answeredBy: actor.person,
    credential,
    reference: reference.trim(),
  });
}

/** Whether this person may record credentials here at all: the employer or the sponsor, while the record is open. */
export function mayRecordCredential(
  actor: PersonActor,
  apprenticeship: Apprenticeship,
): Result<Apprenticeship, MayRecordCredentialRefusal> {
  const { apprentice, employer, sponsor, status } = apprenticeship;
  if (actor.person === apprentice) return refuse({ kind: 'own-credential' });
  if (!holds(actor, 'employer-admin', employer) && !holds(actor, 'sponsor-admin', sponsor))
    return refuse({ kind: 'not-their-apprentice' });
  return isClosed(status) ? refuse({ kind: 'record-closed', status }) : accept(apprenticeship);
}
