import type { PaceView } from '@journeybook/contracts';
import { sayAgainstPlan } from '../../ui/say-pace.js';
import { showDate } from '../../ui/show-dates.js';

/** The day the work will be done at the rate of the last weeks, against the planned one. */
export function PaceLine({ pace: { plannedOn, projectedOn, daysLate, ojtLeftMinutes } }: { pace: PaceView }) {
  if (ojtLeftMinutes === 0)
    return (
      <p className="soft">
        Every hour asked for on the job is credited; the term is planned to end {showDate(plannedOn)}.
      </p>
    );
  if (projectedOn === null || daysLate === null)
    return (
      <p className="soft">
        No day can be named at the pace of the last weeks; planned is <b>{showDate(plannedOn)}</b>.
      </p>
    );
  return (
    <p className="soft">
      At this pace: done about <b>{showDate(projectedOn)}</b>, {sayAgainstPlan(daysLate)}
    </p>
  );
}
