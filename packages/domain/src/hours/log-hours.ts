import type { TimedWork, TimesRefusal } from './check-times.js';
import { checkTimes } from './check-times.js';
import type { DraftHours, WorkTimes } from './hours-entry.js';
import type { Apprenticeship } from '../apprenticeship/apprenticeship.js';
import { employerOn } from '../apprenticeship/change-employer.js';
import { trainingOn } from '../apprenticeship/training-on.js';
import type { CompetencyCode, HoursEntryId, WorkProcessCode } from '../brand.js';
import type { Standard } from '../program/standard.js';
import type { EmployerChanged, StatusChanged } from '../record/record-entry.js';
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
  readonly times?: WorkTimes;
  readonly practised?: readonly CompetencyCode[];
  readonly note: string;
}

export type LogHoursRefusal =
  | { readonly kind: 'minutes-not-positive' }
  | { readonly kind: 'note-too-long'; readonly longest: number }
  | { readonly kind: 'future-date'; readonly today: CalendarDate }
  | { readonly kind: 'before-agreement'; readonly beganOn: CalendarDate }
  | { readonly kind: 'not-in-training'; readonly status: Apprenticeship['status'] }
  | { readonly kind: 'unknown-work-process'; readonly workProcess: WorkProcessCode }
  | { readonly kind: 'over-24-hours'; readonly minutesThatDay: Minutes }
  | { readonly kind: 'unknown-competency' }
  | TimesRefusal;

export interface LoggingFacts {
  readonly apprenticeship: Apprenticeship;
  readonly standard: Standard;
  /** Minutes of the apprentice's other entries on that date, in whatever state. */
  readonly minutesThatDay: Minutes;
  /** The apprentice's other entries with times, on that date, the day before and the day after; left out, there are none. */
  readonly timed?: readonly TimedWork[];
  /** Changes of status in the record; left out, the status of today holds for every date. */
  readonly statusHistory?: readonly StatusChanged[];
  /** Changes of employer in the record; left out, there were none. */
  readonly employerHistory?: readonly EmployerChanged[];
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
  const training = trainingOn(apprenticeship, entry.workedOn, facts.statusHistory);
  if (!training.ok) return training;
  if (!standard.workProcesses.some((process) => process.code === entry.workProcess))
    return refuse({ kind: 'unknown-work-process', workProcess: entry.workProcess });
  if (facts.minutesThatDay + entry.minutes > minutesPerDay)
    return refuse({ kind: 'over-24-hours', minutesThatDay: facts.minutesThatDay });
  if (entry.practised?.some((code) => !standard.competencies.some((one) => one.code === code)))
    return refuse({ kind: 'unknown-competency' });
  const times = checkTimes(entry, facts.timed ?? []);
  if (!times.ok) return times;
  return accept({
    status: 'draft' as const,
    id: entry.id,
    workProcess: entry.workProcess,
    workedOn: entry.workedOn,
    minutes: entry.minutes,
    ...(entry.times === undefined ? {} : { times: entry.times }),
    ...(entry.practised === undefined ? {} : { practised: entry.practised }),
    note: entry.note,
    apprenticeship: apprenticeship.id,
    apprentice: apprenticeship.apprentice,
    employer: employerOn(apprenticeship, facts.employerHistory ?? [], entry.workedOn),
    standard: standard.id,
    version: 1,
    loggedAt: now,
  });
}
