import type { PaceView } from '@journeybook/contracts';
import type { ProgramView } from '@journeybook/database';
import type { ApprenticeshipStatus, CalendarDate, CourseCode, PersonId, Progress, Standard } from '@journeybook/domain';
import { isClosed, pace } from '@journeybook/domain';
import type { Clock } from '../clock.js';

/** What is known of an agreement, in a record or in a list of them. */
interface PacedView extends Pick<ProgramView, 'running' | 'paceFacts'> {
  readonly status: string;
  readonly beganOn: CalendarDate;
}

/** Whether an apprentice will be done in time, with the mentors of waiting queues by name; null before and after training. */
export function presentPace(
  { status, beganOn, running, paceFacts }: PacedView,
  standard: Standard,
  { progress, today, dateOf }: { progress: Progress; today: CalendarDate; dateOf: Clock['dateOf'] },
): PaceView | null {
  const apprenticeship = { status: status as ApprenticeshipStatus, beganOn };
  if (status === 'draft' || isClosed(apprenticeship.status)) return null;
  const { reasons, processes, ...rest } = pace({
    apprenticeship,
    standard,
    progress,
    recentMinutes: paceFacts.recentMinutes,
    lastWorkedOn: paceFacts.lastWorkedOn,
    waiting: paceFacts.waiting.map(({ oldestAt, ...one }) => ({
      ...one,
      mentor: one.mentor.id as PersonId,
      oldestOn: dateOf(oldestAt),
    })),
    scheduled: new Set(running.map((one) => one.course as CourseCode)),
    today,
  });
  const names = new Map(paceFacts.waiting.map(({ mentor }) => [mentor.id as PersonId, mentor]));
  return {
    ...rest,
    processes: [...processes],
    reasons: reasons.map((reason) =>
      reason.kind === 'queue-waiting'
        ? { ...reason, mentor: names.get(reason.mentor) ?? { id: reason.mentor, name: '' } }
        : reason,
    ),
  };
}
