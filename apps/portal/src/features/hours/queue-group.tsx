import { Checkbox } from '@mantine/core';
import type { QueueEntry } from '@journeybook/contracts';
import type { HoursEntryId } from '@journeybook/domain';
import { Link } from '@tanstack/react-router';
import { Badge } from '../../ui/badge.js';
import { useReachesRecords } from '../../ui/reach.js';
import { showDay } from '../../ui/show-dates.js';
import { showHours } from '../../ui/show-hours.js';
import { showTimes } from '../../ui/work-times.js';
import { describeFlags } from './describe-flags.js';
import { minutesOf, type QueueGroup } from './group-queue.js';
import { Practised } from './practised.js';
import css from './queue-group.module.css';
import { usePractisedTitles } from './use-practised-titles.js';

interface QueueGroupProps {
  readonly group: QueueGroup;
  readonly chosen: ReadonlySet<HoursEntryId>;
  readonly onToggle: (entries: readonly QueueEntry[], on: boolean) => void;
}

/** What waits of one apprentice. */
export function QueueGroupCard({ group, chosen, onToggle }: QueueGroupProps) {
  const { apprenticeship, name, entries } = group;
  const practised = usePractisedTitles(group);
  const reaches = useReachesRecords();
  // What can only be returned is chosen by itself, never with the others.
  const free = entries.filter((entry) => entry.blocked === null);
  const on = free.filter((entry) => chosen.has(entry.id)).length;
  return (
    <section className="card" aria-label={name}>
      <div className={css.head}>
        {free.length > 0 && (
          <Checkbox
            aria-label={`All of ${name}`}
            checked={on === free.length}
            indeterminate={on > 0 && on < free.length}
            onChange={(event) => onToggle(free, event.currentTarget.checked)}
            classNames={{ body: css.tick ?? '' }}
          />
        )}
        <h2>
          {reaches ? (
            <Link to="/apprentices/$apprenticeship" params={{ apprenticeship }} search={{ open: 'waiting' }}>
              {name}
            </Link>
          ) : (
            name
          )}
        </h2>
        <span className="soft">{showHours(minutesOf(entries))}</span>
      </div>
      <ul>
        {entries.map((entry) => (
          <QueueLine
            key={entry.id}
            entry={entry}
            practised={practised(entry)}
            chosen={chosen.has(entry.id)}
            onToggle={(checked) => onToggle([entry], checked)}
          />
        ))}
      </ul>
    </section>
  );
}

interface QueueLineProps {
  readonly entry: QueueEntry;
  /** Titles of the skills that were practised. */
  readonly practised: readonly string[];
  readonly chosen: boolean;
  readonly onToggle: (on: boolean) => void;
}

function QueueLine({ entry, practised, chosen, onToggle }: QueueLineProps) {
  const flags = describeFlags(entry);
  return (
    <li className={css.line}>
      <Checkbox
        checked={chosen}
        onChange={(event) => onToggle(event.currentTarget.checked)}
        classNames={{ body: css.wide ?? '', labelWrapper: css.label ?? '' }}
        label={
          <span className={css.facts}>
            <span className={css.what}>
              <b>{showDay(entry.workedOn)}</b>
              <b>{showHours(entry.minutes)}</b>
            </span>
            <span>
              {entry.workProcess.title}
              {entry.times && <span className="soft"> {showTimes(entry.times)}</span>}
            </span>
            {entry.note !== '' && <span className="soft">{entry.note}</span>}
            <Practised titles={practised} />
            {entry.blocked && <span className={css.blocked}>{entry.blocked}</span>}
            {flags.length > 0 && (
              <span className={css.flags}>
                {flags.map((flag) => (
                  <Badge key={flag} tone="wait">
                    {flag}
                  </Badge>
                ))}
              </span>
            )}
          </span>
        }
      />
    </li>
  );
}
