import type { PersonActor } from '../access/roles.js';
import { holds } from '../access/roles.js';
import type { Apprenticeship } from '../apprenticeship/apprenticeship.js';
import type { RecordEntryId } from '../brand.js';
import type { Result } from '../result.js';
import { accept, refuse } from '../result.js';
import type { CalendarDate, Instant } from '../units.js';
import type { ClosedRecordRefusal } from './closed.js';
import { isClosed } from './closed.js';
import type { RecordEntry, EntryReversed } from './record-entry.js';
import { reverseEntry } from './reverse-entry.js';

/** Kinds that the sponsor may take back by themselves. Hours and sign-offs have rules of their own; the others bind somebody else. */
export const voidableKinds = [
  'advanced-standing-granted',
  'variance-approved',
  'rti-hours-credited',
  'wage-step-given',
  'credential-earned',
  'competency-demonstrated',
  'competency-observed',
] as const satisfies readonly RecordEntry['kind'][];

export type VoidEntryRefusal =
  | ClosedRecordRefusal
  | { readonly kind: 'own-record' }
  | { readonly kind: 'not-their-program' }
  | { readonly kind: 'not-voidable'; readonly entry: RecordEntry['kind'] }
  | { readonly kind: 'already-voided' }
  | { readonly kind: 'reason-missing' };

export interface VoidEntryFacts {
  readonly apprenticeship: Apprenticeship;
  readonly voided: boolean;
  readonly today: CalendarDate;
  readonly now: Instant;
  readonly recordEntry: RecordEntryId;
}

/**
 * The sponsor takes an entry out of every total with a reason; both stay readable (PRODUCT, "The record" 1). Never the apprentice, not
 * twice, and not in a record that is closed.
 */
export function voidEntry(
  actor: PersonActor,
  { entry, reason }: { entry: RecordEntry; reason: string },
  facts: VoidEntryFacts,
): Result<EntryReversed, VoidEntryRefusal> {
  const { apprenticeship, today, now, recordEntry } = facts;
  if (actor.person === apprenticeship.apprentice) return refuse({ kind: 'own-record' });
  if (!holds(actor, 'sponsor-admin', apprenticeship.sponsor)) return refuse({ kind: 'not-their-program' });
  if (isClosed(apprenticeship.status)) return refuse({ kind: 'record-closed', status: apprenticeship.status });
  if (!isVoidable(entry)) return refuse({ kind: 'not-voidable', entry: entry.kind });
  if (facts.voided) return refuse({ kind: 'already-voided' });
  if (reason.trim() === '') return refuse({ kind: 'reason-missing' });
  return accept(reverseEntry(entry, { id: recordEntry, by: actor.person, at: now, on: today, reason: reason.trim() }));
}

const isVoidable = (entry: RecordEntry): entry is Extract<RecordEntry, { kind: (typeof voidableKinds)[number] }> =>
  (voidableKinds as readonly string[]).includes(entry.kind);
