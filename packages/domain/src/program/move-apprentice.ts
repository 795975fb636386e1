import type { PersonActor } from '../access/roles.js';
import { holds } from '../access/roles.js';
import type { Apprenticeship } from '../apprenticeship/apprenticeship.js';
import type { RecordEntryId, StandardId, WorkProcessCode } from '../brand.js';
import type { ClosedRecordRefusal } from '../record/closed.js';
import { isClosed } from '../record/closed.js';
import type { MappedCode, StandardChanged } from '../record/record-entry.js';
import type { Total } from '../record/totals.js';
import type { Result } from '../result.js';
import { accept, refuse } from '../result.js';
import type { CalendarDate, Instant } from '../units.js';
import type { EmployersChange } from './customisation.js';
import { applyCustomisation, changesFor, formerSkills, signedCodes } from './customisation.js';
import type { Standard } from './standard.js';
import type { StandardStatus } from './standard-draft.js';

export interface Move {
  /** Every work process, course and competency of the version left, once. */
  readonly mapping: readonly MappedCode[];
  readonly reason: string;
}

export interface MoveFacts {
  readonly apprenticeship: Apprenticeship;
  /** The version left, as the apprentice has it. */
  readonly from: Standard;
  /** What the apprentice's employers made their own in it. */
  readonly fromChanges: readonly EmployersChange[];
  /** The version as it is published, and what the apprentice's employers made their own in it. */
  readonly to: Standard;
  readonly toChanges: readonly EmployersChange[];
  readonly toStatus: StandardStatus;
  /** The totals of the record, under the codes of the version left. */
  readonly totals: readonly Total[];
  /** Processes with hours that wait for a decision, under the codes of the version left. */
  readonly waiting: readonly WorkProcessCode[];
  /** Every version the apprentice was ever bound to. */
  readonly earlier: readonly StandardId[];
  readonly today: CalendarDate;
  readonly now: Instant;
  readonly recordEntry: RecordEntryId;
}

export type MoveRefusal =
  | ClosedRecordRefusal
  | { readonly kind: 'not-their-program' }
  | { readonly kind: 'standard-not-published' }
  | { readonly kind: 'another-occupation' }
  | { readonly kind: 'already-bound-before' }
  | { readonly kind: 'reason-missing' }
  | { readonly kind: 'mapping-incomplete'; readonly codes: readonly string[] }
  | { readonly kind: 'mapping-unknown-code'; readonly codes: readonly string[] }
  | { readonly kind: 'signed-work-lost'; readonly codes: readonly string[] }
  | { readonly kind: 'waiting-hours-lost'; readonly codes: readonly string[] }
  | { readonly kind: 'history-not-possible'; readonly codes: readonly string[] }
  | { readonly kind: 'competencies-merged'; readonly code: string };

/**
 * Binds an apprentice to another published version of the same occupation by a mapping of every old code to a new one, recorded as an
 * entry. What is signed is carried over whole: a code with signed work or waiting hours has to go somewhere, and two signed competencies
 * never become one (PRODUCT, "The program"; domain.md §7.11). Only a skill of a former employer that the new version has no place for may
 * be kept as history: it stays on the record as it was signed and counts to nothing there. What the employer made its own counts on both
 * sides. Totals are then read through the entry (`totals`); nothing is rewritten.
 */
export function moveApprentice(
  actor: PersonActor,
  move: Move,
  facts: MoveFacts,
): Result<{ apprenticeship: Apprenticeship; change: StandardChanged }, MoveRefusal> {
  const may = mayMove(actor, facts);
  if (!may.ok) return may;
  const refusal = move.reason.trim() === '' ? ({ kind: 'reason-missing' } as const) : wrongMapping(move.mapping, facts);
  if (refusal) return refuse(refusal);
  const { apprenticeship, from, to } = facts;
  return accept({
    apprenticeship: { ...apprenticeship, standard: to.id },
    change: {
      kind: 'standard-changed' as const,
      id: facts.recordEntry,
      apprenticeship: apprenticeship.id,
      source: `standard/${apprenticeship.id}/${to.id}`,
      standard: from.id,
      occurredOn: facts.today,
      recordedAt: facts.now,
      answeredBy: actor.person,
      to: to.id,
      mapping: move.mapping,
      reason: move.reason.trim(),
    },
  });
}

/** Whether this person may move the apprentice to that version at all, whatever the mapping. */
export function mayMove(
  actor: PersonActor,
  facts: Pick<MoveFacts, 'apprenticeship' | 'from' | 'to' | 'toStatus' | 'earlier'>,
): Result<null, MoveRefusal> {
  const { apprenticeship, from, to } = facts;
  if (actor.person === apprenticeship.apprentice || !holds(actor, 'sponsor-admin', apprenticeship.sponsor))
    return refuse({ kind: 'not-their-program' });
  if (isClosed(apprenticeship.status)) return refuse({ kind: 'record-closed', status: apprenticeship.status });
  if (facts.toStatus !== 'published') return refuse({ kind: 'standard-not-published' });
  if (to.occupation.rapidsCode !== from.occupation.rapidsCode) return refuse({ kind: 'another-occupation' });
  if (to.id === apprenticeship.standard || facts.earlier.includes(to.id))
    return refuse({ kind: 'already-bound-before' });
  return accept(null);
}

function wrongMapping(mapping: readonly MappedCode[], facts: MoveFacts): MoveRefusal | null {
  const { from, totals, waiting } = facts;
  const old = new Set(codesOf(from));
  const next = new Set(codesOf(standardAfter(facts, mapping)));
  const named = mapping.map((one) => keyOf(one.subject, one.from));
  const missing = [...old].filter((key) => named.filter((one) => one === key).length !== 1);
  if (missing.length > 0) return { kind: 'mapping-incomplete', codes: missing.map(codeOf) };
  const unknown = mapping.filter(
    (one) => !old.has(keyOf(one.subject, one.from)) || (one.to !== null && !next.has(keyOf(one.subject, one.to))),
  );
  if (unknown.length > 0) return { kind: 'mapping-unknown-code', codes: unknown.map((one) => one.to ?? one.from) };
  const kept = mapping.filter((one) => one.asHistory);
  const wrong = kept.filter((one) => one.to !== null || !mayBeHistory(facts, one));
  if (wrong.length > 0) return { kind: 'history-not-possible', codes: wrong.map((one) => one.from) };
  const signed = new Set(totals.map((one) => keyOf(one.subject, one.code)));
  const carried = mapping.filter((one) => signed.has(keyOf(one.subject, one.from)));
  const lost = carried.filter((one) => one.to === null && !one.asHistory);
  if (lost.length > 0) return { kind: 'signed-work-lost', codes: lost.map((one) => one.from) };
  const unread = waiting.filter((code) =>
    mapping.some((one) => one.subject === 'work-process' && one.from === code && one.to === null),
  );
  if (unread.length > 0) return { kind: 'waiting-hours-lost', codes: unread };
  const skills = carried.filter((one) => one.subject === 'competency' && one.to !== null).map((one) => one.to);
  const merged = skills.find((code, index) => skills.indexOf(code) !== index);
  return merged ? { kind: 'competencies-merged', code: merged } : null;
}

/**
 * Whether what was signed under this code may be kept as history: a skill that only a former employer has, signed, and without a place
 * of its own in the version moved to.
 */
export function mayBeHistory(
  facts: Pick<MoveFacts, 'fromChanges' | 'to' | 'toChanges' | 'totals'>,
  { subject, from }: Pick<MappedCode, 'subject' | 'from'>,
): boolean {
  const isSigned = facts.totals.some((one) => one.subject === subject && one.code === from);
  const isFormer = subject === 'competency' && formerSkills(facts.fromChanges).some((code) => code === from);
  return isSigned && isFormer && !standardAfter(facts, []).competencies.some(({ code }) => code === from);
}

const keyOf = (subject: MappedCode['subject'], code: string): string => `${subject} ${code}`;
const codeOf = (key: string): string => key.slice(key.indexOf(' ') + 1);

/**
 * The version moved to as the apprentice will have it: what is signed under an old code stays under the new one, also where the employer
 * has set it aside or divided it for others. A code that the mapping does not name keeps its name.
 */
export function standardAfter(
  { to, toChanges, totals }: Pick<MoveFacts, 'to' | 'toChanges' | 'totals'>,
  mapping: readonly MappedCode[],
): Standard {
  const next = new Map(mapping.map((one) => [keyOf(one.subject, one.from), one.to]));
  const carried = totals.flatMap(({ subject, code }) => {
    const called = next.get(keyOf(subject, code));
    return called === null ? [] : [{ subject, code: called ?? code }];
  });
  const signed = signedCodes(carried);
  return applyCustomisation(to, changesFor(toChanges, signed), signed);
}

/** Everything in a version that has a code to be mapped, with its title. */
export const itemsOf = (
  standard: Standard,
): readonly { readonly subject: MappedCode['subject']; readonly code: string; readonly title: string }[] => [
  ...standard.workProcesses.map(({ code, title }) => ({ subject: 'work-process' as const, code, title })),
  ...standard.courses.map(({ code, title }) => ({ subject: 'course' as const, code, title })),
  ...standard.competencies.map(({ code, title }) => ({ subject: 'competency' as const, code, title })),
];

const codesOf = (standard: Standard): readonly string[] =>
  itemsOf(standard).map(({ subject, code }) => keyOf(subject, code));

/** A mapping to start from: every code that both versions have goes to itself, the rest ends until somebody says otherwise. */
export function proposeMapping(from: Standard, to: Standard): readonly MappedCode[] {
  const next = new Set(codesOf(to));
  return itemsOf(from).map(({ subject, code }) => ({
    subject,
    from: code,
    to: next.has(keyOf(subject, code)) ? code : null,
  }));
}
