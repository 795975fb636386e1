import { z } from 'zod';
import { calendarDate, courseCode, minutes, named } from './shared.js';
import { apprenticeshipStatus } from './vocabulary.js';

/** One cause of being behind, as a kind and the numbers of its sentence. */
export const paceReason = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('not-in-training'), status: apprenticeshipStatus }),
    z.object({ kind: z.literal('nothing-logged'), days: z.int() }),
    z.object({ kind: z.literal('no-log'), days: z.int(), lastWorkedOn: calendarDate }),
    z.object({ kind: z.literal('queue-waiting'), mentor: named, days: z.int(), entries: z.int(), minutes }),
    z.object({ kind: z.literal('course-not-scheduled'), course: courseCode, title: z.string(), minutes }),
    z.object({ kind: z.literal('too-few-hours'), weeklyMinutes: minutes, neededWeeklyMinutes: minutes }),
    z.object({ kind: z.literal('term-over'), days: z.int() }),
  ])
  .meta({ id: 'PaceReason' });
export type PaceReasonView = z.output<typeof paceReason>;

/** Whether an apprentice will be done in time, from the record alone. */
export const pace = z
  .object({
    plannedOn: calendarDate,
    /** At the rate of the last 13 weeks; null while nothing is worked. */
    projectedOn: calendarDate.nullable(),
    /** Days after the planned day; negative before it, null without a projection. */
    daysLate: z.int().nullable(),
    /** Minutes on the job that completion asks for still. */
    ojtLeftMinutes: minutes,
    /** Work processes behind an even course through the term, most first. */
    processes: z.array(z.object({ code: z.string(), title: z.string(), behindMinutes: minutes })),
    ojtBehindMinutes: minutes,
    rtiBehindMinutes: minutes,
    reasons: z.array(paceReason),
  })
  .meta({ id: 'Pace' });
export type PaceView = z.output<typeof pace>;
