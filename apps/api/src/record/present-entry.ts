import type { RecordEntryView } from '@journeybook/contracts';
import type { EntryView } from '@journeybook/database';
import type { MappedCode, StandardId } from '@journeybook/domain';
import { minutesPerHour } from '@journeybook/domain';

/** What a code is called today; null when it ended with a change of standard. */
export type CodeToday = (subject: MappedCode['subject'], of: { standard: StandardId; code: string }) => string | null;

export interface EntryReader {
  readonly codeToday: CodeToday;
  readonly seesWages: boolean;
}

function presentHours({ hours, standard, code }: EntryView, codeToday: CodeToday) {
  if (!hours) return null;
  const { id, version, status, times, practised } = hours;
  const workProcess = code === null ? null : codeToday('work-process', { standard, code });
  return { id, version, status, times, practised, workProcess };
}

/** An entry in the words of the contract: where it came from, and what was said with it; what is paid only for who `seesWages`. */
export function presentEntry(entry: EntryView, { codeToday, seesWages }: EntryReader): RecordEntryView {
  const { subject, standard, code, title } = entry;
  return {
    id: entry.id,
    sequence: entry.sequence,
    kind: entry.kind,
    subject:
      subject && code
        ? { kind: subject, code, title: title ?? code, ended: codeToday(subject, { standard, code }) === null }
        : null,
    minutes: entry.minutes,
    level: entry.level ?? numberIn(entry.details, 'level'),
    occurredOn: entry.occurredOn,
    recordedAt: entry.recordedAt,
    answeredBy: entry.answeredBy,
    origin: entry.kind === 'wage-step-given' && !seesWages ? 'Wage step recorded' : withScore(entry),
    text: textOf(entry.details),
    loggedAt: entry.hours?.loggedAt ?? null,
    hours: presentHours(entry, codeToday),
    reverses: entry.reverses,
    reversed: entry.reversed,
  } as RecordEntryView;
}

function withScore(entry: EntryView): string {
  if (entry.kind !== 'rti-hours-credited') return originOf(entry);
  const score = scoreOf(entry.details);
  return `${originOf(entry)}, ${score === null ? 'confirmed without a grade' : `${score} %`}`;
}

type Origin = Pick<EntryView, 'kind' | 'details' | 'section' | 'college'> & { readonly employer?: string | null };

/** Where an entry came from, e.g. "Northfield Castings" or "Blueprint Reading, Lakeside Community College". */
export function originOf({ kind, employer, section, college, details }: Origin): string {
  switch (kind) {
    case 'ojt-hours-credited':
    case 'mastery-attested':
      return employer ?? '';
    case 'rti-hours-credited':
      return [section, college].filter(Boolean).join(', ');
    case 'competency-attested':
      return 'Signed off by a mentor';
    case 'competency-demonstrated':
      return 'Demonstrated by a mentor';
    case 'competency-observed':
      return 'Observed by a mentor';
    case 'advanced-standing-granted':
      return 'Advanced standing';
    case 'entry-reversed':
      return 'Reversal';
    default:
      return originOfAgreement(kind, details, employer ?? '');
  }
}

/** The same for entries about the agreement itself: what changed, in a few words. */
function originOfAgreement(kind: string, details: EntryView['details'], employer: string): string {
  switch (kind) {
    case 'variance-approved':
      return `${(numberIn(details, 'minutes') ?? 0) / minutesPerHour} h above the maximum may count`;
    case 'employer-changed':
      return `Works for ${employer} from this day`;
    case 'wage-step-given':
      return `Wage step ${numberIn(details, 'step')}, $${((numberIn(details, 'centsPerHour') ?? 0) / 100).toFixed(2)} an hour`;
    case 'credential-earned':
      return [details['credential'], details['reference']].filter(Boolean).join(', ');
    case 'standard-changed':
      return 'Another version of the program';
    case 'completion-returned':
      return 'Returned to the employer';
    case 'completion-awarded':
      return 'Completion awarded';
    default:
      return typeof details['status'] === 'string' ? `Status: ${details['status']}` : '';
  }
}

/** The percent an instructor confirmed with; null when there was none. */
export const scoreOf = (details: EntryView['details']): number | null => numberIn(details, 'scorePercent');

const numberIn = (details: EntryView['details'], field: string): number | null => {
  const value = details[field];
  return typeof value === 'number' ? value : null;
};

/** The note, comment, feedback, statement or reason that belongs to an entry. */
export function textOf(details: EntryView['details']): string {
  const { note, comment, feedback, statement, reason, reasons } = details;
  const text = note ?? comment ?? feedback ?? statement ?? reason;
  if (Array.isArray(reasons)) return reasons.join(' ');
  return typeof text === 'string' ? text : '';
}
