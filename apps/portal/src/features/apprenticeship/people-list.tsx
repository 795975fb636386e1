import type { ApprenticeshipSummary, PaceView } from '@journeybook/contracts';
import { Link } from '@tanstack/react-router';
import { Avatar } from '../../ui/avatar.js';
import { Badge } from '../../ui/badge.js';
import { firstReason, sayReason, sayStandingOfPace } from '../../ui/say-pace.js';
import { daysSince, showDate } from '../../ui/show-dates.js';
import { showHours, showHoursCount } from '../../ui/show-hours.js';
import { StackedBar } from '../../ui/stacked-bar.js';
import css from './people-list.module.css';

/** One card a person: where the record stands, at a glance; the whole card leads to it. */
export function PeopleList({ people }: { people: readonly ApprenticeshipSummary[] }) {
  return (
    <ul className={css.list}>
      {people.map((one) => (
        <li key={one.id} className={`card ${css.person}`}>
          <Avatar name={one.apprentice.name} />
          <div className={css.who}>
            <Link to="/apprentices/$apprenticeship" params={{ apprenticeship: one.id }} className={css.link ?? ''}>
              {one.apprentice.name}
            </Link>
            <span className="soft">
              {one.occupation} · {one.employer.name}
            </span>
          </div>
          <Standing person={one} />
          <div className={css.marks}>
            {one.status !== 'active' && <Badge tone="plain">{statusNames[one.status]}</Badge>}
            {one.pendingMinutes > 0 && <Badge tone="wait">{showHours(one.pendingMinutes)} waiting</Badge>}
            <span className="soft">{describeLastWork(one)}</span>
          </div>
          {one.pace && <PaceLine pace={one.pace} />}
        </li>
      ))}
    </ul>
  );
}

/** On pace, or how late and why first. */
function PaceLine({ pace }: { pace: PaceView }) {
  const { tone, words } = sayStandingOfPace(pace);
  const first = firstReason(pace);
  return (
    <p className={css.pace}>
      <Badge tone={tone}>{words}</Badge>
      {first && <span className="soft">{sayReason(first)}</span>}
    </p>
  );
}

function Standing({ person }: { person: ApprenticeshipSummary }) {
  const { creditedMinutes, requiredMinutes, pendingMinutes, competencies } = person;
  return (
    <div className={css.standing}>
      <span className={css.numbers}>
        <span>
          <b>{showHoursCount(creditedMinutes)}</b> <span className="soft">of {showHours(requiredMinutes)}</span>
        </span>
        <span className="soft">
          {competencies.signedOff} of {competencies.required} signed
        </span>
      </span>
      <StackedBar
        parts={{ ojt: creditedMinutes, pending: pendingMinutes, required: requiredMinutes }}
        label={`${showHours(creditedMinutes)} count, ${showHours(pendingMinutes)} wait, of ${showHours(requiredMinutes)}`}
      />
    </div>
  );
}

const statusNames = {
  draft: 'not registered yet',
  registered: 'on probation',
  active: 'active',
  suspended: 'suspended',
  completed: 'completed',
  cancelled: 'cancelled',
  transferred: 'transferred',
} as const satisfies Record<ApprenticeshipSummary['status'], string>;

function describeLastWork({ lastWorkedOn }: ApprenticeshipSummary): string {
  if (!lastWorkedOn) return 'no hours logged yet';
  const days = daysSince(lastWorkedOn);
  const since = days > 20 ? `, ${Math.floor(days / 7)} weeks ago` : '';
  return `last worked ${showDate(lastWorkedOn)}${since}`;
}
