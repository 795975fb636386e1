import type { CompetencyCode, PersonId, RecordEntryId } from '../brand.js';
import { currentCode, standardChanges } from '../record/current-code.js';
import type { RecordEntry, EntryReversed } from '../record/record-entry.js';
import type { CalendarDate, Instant } from '../units.js';

/** One act in the history of a competency; a void stands at the day it was said, beside what it voids. */
export interface CompetencyEvent {
  readonly entry: RecordEntryId;
  readonly kind: 'demonstrated' | 'observed' | 'signed-off' | 'granted' | 'voided';
  readonly on: CalendarDate;
  readonly recordedAt: Instant;
  readonly by: PersonId;
  /** Null for a demonstration and a void. */
  readonly level: number | null;
  /** The comment, the feedback or the reason. */
  readonly text: string;
  /** Whether a later entry voids this one. */
  readonly voided: boolean;
}

/** Every act on one competency, oldest first, also those made under an older standard's code (PRODUCT, "Job Book"). */
export function competencyHistory(entries: readonly RecordEntry[], code: CompetencyCode): readonly CompetencyEvent[] {
  const changes = standardChanges(entries);
  const voids = new Map(
    entries.flatMap((one) => (one.kind === 'entry-reversed' ? [[one.reverses, one] as const] : [])),
  );
  return entries
    .flatMap((entry) => {
      const act = actOf(entry);
      if (!act) return [];
      const called = currentCode(changes, { standard: entry.standard, subject: 'competency', code: act.competency });
      if (called !== code) return [];
      const voiding = voids.get(entry.id);
      return [eventOf(entry, act, voiding !== undefined), ...(voiding ? [voidOf(voiding)] : [])];
    })
    .sort((a, b) => compare(a.on, b.on) || compare(a.recordedAt, b.recordedAt));
}

interface Act extends Pick<CompetencyEvent, 'kind' | 'level' | 'text'> {
  readonly competency: CompetencyCode;
}

function actOf(entry: RecordEntry): Act | null {
  switch (entry.kind) {
    case 'competency-demonstrated':
      return { kind: 'demonstrated', competency: entry.competency, level: null, text: entry.comment };
    case 'competency-observed':
      return { kind: 'observed', competency: entry.competency, level: entry.level, text: entry.feedback };
    case 'competency-attested':
      return { kind: 'signed-off', competency: entry.competency, level: entry.level, text: entry.comment };
    case 'advanced-standing-granted':
      return entry.subject.kind === 'competency'
        ? { kind: 'granted', competency: entry.subject.competency, level: entry.subject.level, text: entry.reason }
        : null;
    default:
      return null;
  }
}

const eventOf = (
  entry: RecordEntry,
  { kind, level, text }: Pick<CompetencyEvent, 'kind' | 'level' | 'text'>,
  voided: boolean,
): CompetencyEvent => ({
  entry: entry.id,
  kind,
  on: entry.occurredOn,
  recordedAt: entry.recordedAt,
  by: entry.answeredBy,
  level,
  text,
  voided,
});

const voidOf = (entry: EntryReversed): CompetencyEvent =>
  eventOf(entry, { kind: 'voided', level: null, text: entry.reason }, false);

const compare = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);
