import type { PersonActor } from '../access/roles.js';
import { holds } from '../access/roles.js';
import type { Apprenticeship, ApprenticeshipStatus } from '../apprenticeship/apprenticeship.js';
import type { OrganizationId, RecordEntryId } from '../brand.js';
import type { Standard } from '../program/standard.js';
import type { MasteryAttested, RecordEntry } from '../record/record-entry.js';
import { standingEntries } from '../record/totals.js';
import type { Result } from '../result.js';
import { accept, refuse } from '../result.js';
import type { CalendarDate, Instant } from '../units.js';
import type { Requirement } from './requirements.js';
import { listRequirements, unmet } from './requirements.js';

export type UnmetRefusal = { readonly kind: 'requirements-unmet'; readonly unmet: readonly Requirement[] };

export interface AttestMasteryFacts {
  readonly apprenticeship: Apprenticeship;
  readonly entries: readonly RecordEntry[];
  /** As the apprentice has it, with what the employer made its own. */
  readonly standard: Standard;
  readonly today: CalendarDate;
  readonly now: Instant;
  readonly recordEntry: RecordEntryId;
}

export type MayAttestRefusal =
  | UnmetRefusal
  | { readonly kind: 'own-mastery' }
  | { readonly kind: 'not-their-apprentice' }
  | { readonly kind: 'not-active'; readonly status: ApprenticeshipStatus }
  | { readonly kind: 'already-attested' };

export type AttestMasteryRefusal = MayAttestRefusal | { readonly kind: 'statement-missing' };

/** The attestation that stands, of the employer of today: that of a former one binds nobody; null when there is none. */
export const standingAttestation = (
  entries: readonly RecordEntry[],
  employer: OrganizationId,
): MasteryAttested | null =>
  standingEntries(entries)
    .filter((entry) => entry.kind === 'mastery-attested')
    .find((entry) => entry.employer === employer) ?? null;

/**
 * The employer attests that the apprentice has mastered the occupation (PRODUCT, "Completion"). Refused while any requirement is unmet;
 * never by the apprentice; once, until the sponsor returns the materials or the employer changes.
 */
export function attestMastery(
  actor: PersonActor,
  statement: string,
  facts: AttestMasteryFacts,
): Result<MasteryAttested, AttestMasteryRefusal> {
  const { apprenticeship, entries, today } = facts;
  const may = mayAttest(actor, facts);
  if (!may.ok) return may;
  if (statement.trim() === '') return refuse({ kind: 'statement-missing' });
  const times = entries.filter((entry) => entry.kind === 'mastery-attested').length;
  return accept({
    kind: 'mastery-attested' as const,
    id: facts.recordEntry,
    apprenticeship: apprenticeship.id,
    source: `mastery/${apprenticeship.id}/${times + 1}`,
    standard: apprenticeship.standard,
    occurredOn: today,
    recordedAt: facts.now,
    answeredBy: actor.person,
    employer: apprenticeship.employer,
    statement: statement.trim(),
  });
}

/** Whether this person may attest mastery now: the employer, of an active apprentice, with nothing unmet, once. */
export function mayAttest(
  actor: PersonActor,
  { apprenticeship, entries, standard, today }: Omit<AttestMasteryFacts, 'now' | 'recordEntry'>,
): Result<Apprenticeship, MayAttestRefusal> {
  const { apprentice, employer, status, beganOn } = apprenticeship;
  if (actor.person === apprentice) return refuse({ kind: 'own-mastery' });
  if (!holds(actor, 'employer-admin', employer)) return refuse({ kind: 'not-their-apprentice' });
  if (status !== 'active') return refuse({ kind: 'not-active', status });
  if (standingAttestation(entries, employer)) return refuse({ kind: 'already-attested' });
  const open = unmet(listRequirements(standard, { beganOn, entries, today }));
  return open.length > 0 ? refuse({ kind: 'requirements-unmet', unmet: open }) : accept(apprenticeship);
}
