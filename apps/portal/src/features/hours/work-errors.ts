import { calendarDate, ProblemError, workTimes } from '@journeybook/contracts';
import { type CalendarDate, daysBetween, minutesPerDay } from '@journeybook/domain';
import { z } from 'zod';
import { fieldError } from '../../ui/problem-notice.js';
import { showDate } from '../../ui/show-dates.js';
import { showHours } from '../../ui/show-hours.js';
import { minutesBetween, readTimes, showTimes, type WorkTimes } from '../../ui/work-times.js';
import type { WorkDetails } from './work-details.js';

/** What the server says of some work, each beside its field. */
export interface WorkErrors {
  readonly minutes?: string | undefined;
  readonly times?: string | undefined;
  readonly practised?: string | undefined;
}

type Work = WorkDetails & { readonly minutes: number };

/** The refusal of some work in its own request, by field. */
export const workErrors = (error: unknown, work: Work, workedOn: CalendarDate): WorkErrors => ({
  ...named(error, ''),
  ...located(error, [work], workedOn)?.errors,
});

/** The same for one line of several: the server names the line, or it is the one whose times the refusal is about. */
export function lineErrors(error: unknown, lines: readonly Work[], workedOn: CalendarDate, index: number): WorkErrors {
  const found = located(error, lines, workedOn);
  return { ...(found?.index === index ? found.errors : {}), ...named(error, `lines.${index}.`) };
}

function named(error: unknown, prefix: string): WorkErrors {
  const first = (...fields: string[]) =>
    fields.map((field) => fieldError(error, `${prefix}${field}`)).find((message) => message !== undefined);
  const [minutes, practised] = [first('minutes'), first('practised')];
  const times = first('times', 'times.startMinute', 'times.endMinute');
  return { ...(minutes ? { minutes } : {}), ...(times ? { times } : {}), ...(practised ? { practised } : {}) };
}

const overlapFacts = z.object({ with: z.object({ workedOn: calendarDate, times: workTimes }) });
const exceedFacts = z.object({ minutesBetween: z.int() });

/** Which work a refusal about times is about, and its words there; null for every other refusal. */
function located(
  error: unknown,
  all: readonly Work[],
  workedOn: CalendarDate,
): { index: number; errors: WorkErrors } | null {
  if (!(error instanceof ProblemError)) return null;
  const { kind, facts } = error.problem;
  const times = all.map((work) => readTimes(work.from, work.to));
  const overlapped = kind === 'overlapping-times' ? overlapFacts.safeParse(facts).data?.with : undefined;
  const exceeded = kind === 'minutes-exceed-times' ? exceedFacts.safeParse(facts).data : undefined;
  if (overlapped) {
    // The last that overlaps: two lines of one form are checked in their order, and the later one is refused.
    const index = times.findLastIndex((one) => one !== null && overlap(one, workedOn, overlapped));
    const message = `Overlaps ${showTimes(overlapped.times)} on ${showDate(overlapped.workedOn)}`;
    return index === -1 ? null : { index, errors: { times: message } };
  }
  if (exceeded) {
    const { minutesBetween: between } = exceeded;
    const index = times.findIndex(
      (one, at) => one !== null && minutesBetween(one) === between && (all[at]?.minutes ?? 0) > between,
    );
    return index === -1
      ? null
      : { index, errors: { minutes: `More than the ${showHours(between)} between start and end` } };
  }
  return null;
}

function overlap(one: WorkTimes, workedOn: CalendarDate, other: { workedOn: CalendarDate; times: WorkTimes }): boolean {
  const shift = daysBetween(workedOn, other.workedOn) * minutesPerDay;
  return one.startMinute < other.times.endMinute + shift && other.times.startMinute + shift < one.endMinute;
}
