import type { DraftHours } from './hours-entry.js';
import type { Apprenticeship } from '../apprenticeship/apprenticeship.js';
import { isTraining } from '../apprenticeship/apprenticeship.js';
import type { HoursEntryId, WorkProcessCode } from '../brand.js';
import type { Standard } from '../program/standard.js';
import type { Result } from '../result.js';
import { accept, refuse } from '../result.js';
import type { CalendarDate, Instant, Minutes } from '../units.js';
import { minutesPerDay } from '../units.js';

export const longestNote = 2_000;

export interface HoursToLog {
  readonly id: HoursEntryId;
  readonly workProcess: WorkProcessCode;
  readonly workedOn: CalendarDate;
  readonly minutes: Minutes;
  readonly note: string;
}

export type LogHoursRefusal =
  | { readonly kind: 'minutes-not-positive' }
  | { readonly kind: 'note-too-long'; readonly longest: number }
  | { readonly kind: 'future-date'; readonly today: CalendarDate }
  | { readonly kind: 'before-agreement'; readonly beganOn: CalendarDate }
  | { readonly kind: 'not-in-training'; readonly status: Apprenticeship['status'] }
  | { readonly kind: 'unknown-work-process'; readonly workProcess: WorkProcessCode }
  | { readonly kind: 'over-24-hours'; readonly minutesThatDay: Minutes };

export interface LoggingFacts {
  readonly apprenticeship: Apprenticeship;
  readonly standard: Standard;
  /** Minutes of the apprentice's other entries on that date, in whatever state. */
  readonly minutesThatDay: Minutes;
  readonly today: CalendarDate;
  readonly now: Instant;
}

/** Makes a draft of hours worked, or says why they cannot be logged (PRODUCT, "Hours": Refused). */
export function logHours(entry: HoursToLog, facts: LoggingFacts): Result<DraftHours, LogHoursRefusal> {
  const { apprenticeship, standard, today, now } = facts;
  if (entry.minutes <= 0) return refuse({ kind: 'minutes-not-positive' });
  if (entry.note.length > longestNote) return refuse({ kind: 'note-too-long', longest: longestNote });
  if (entry.workedOn > today) return refuse({ kind: 'future-date', today });
  if (entry.workedOn < apprenticeship.beganOn)
    return refuse({ kind: 'before-agreement', beganOn: apprenticeship.beganOn });
  if (!isTraining(apprenticeship.status)) return refuse({ kind: 'not-in-training', status: apprenticeship.status });
  if (!standard.workProcesses.some((process) => process.code === entry.workProcess))
    return refuse({ kind: 'unknown-work-process', workProcess: entry.workProcess });
  if (facts.minutesThatDay + entry.minutes > minutesPerDay)
    return refuse({ kind: 'over-24-hours', minutesThatDay: facts.minutesThatDay });
  return accept({
    status: 'draft' as const,
    id: entry.id,
    workProcess: entry.workProcess,
    workedOn: entry.workedOn,
    minutes: entry.minutes,
    note: entry.note,
    apprenticeship: apprenticeship.id,
    apprentice: apprenticeship.apprentice,
    employer: apprenticeship.employer,
    standard: standard.id,
    version: 1,
    loggedAt: now,
  });
}
