import { Checkbox } from '@mantine/core';
import type { QueueEntry } from '@journeybook/contracts';
import type { HoursEntryId } from '@journeybook/domain';
import { Link } from '@tanstack/react-router';
import { Badge } from '../../ui/badge.js';
import { showDay } from '../../ui/show-dates.js';
import { showHours } from '../../ui/show-hours.js';
import { describeFlags } from './describe-flags.js';
import { minutesOf, type QueueGroup } from './group-queue.js';
import css from './queue-group.module.css';

interface QueueGroupProps {
  readonly group: QueueGroup;
  readonly chosen: ReadonlySet<HoursEntryId>;
  readonly onToggle: (entries: readonly QueueEntry[], on: boolean) => void;
}

/** What waits of one apprentice. */
export function QueueGroupCard({ group, chosen, onToggle }: QueueGroupProps) {
  const { apprenticeship, name, entries } = group;
  const on = entries.filter((entry) => chosen.has(entry.id)).length;
  return (
    <section className="card" aria-label={name}>
      <div className={css.head}>
        <Checkbox
          aria-label={`All of ${name}`}
          checked={on === entries.length}
          indeterminate={on > 0 && on < entries.length}
          onChange={(event) => onToggle(entries, event.currentTarget.checked)}
          classNames={{ body: css.tick ?? '' }}
        />
        <h2>
          <Link to="/apprentices/$apprenticeship" params={{ apprenticeship }} search={{ open: 'waiting' }}>
            {name}
          </Link>
        </h2>
        <span className="soft">{showHours(minutesOf(entries))}</span>
      </div>
      <ul>
        {entries.map((entry) => (
          <QueueLine
            key={entry.id}
            entry={entry}
            chosen={chosen.has(entry.id)}
            onToggle={(checked) => onToggle([entry], checked)}
          />
        ))}
      </ul>
    </section>
  );
}

function QueueLine(props: { entry: QueueEntry; chosen: boolean; onToggle: (on: boolean) => void }) {
  const { entry, chosen, onToggle } = props;
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
            <span>{entry.workProcess.title}</span>
            {entry.note !== '' && <span className="soft">{entry.note}</span>}
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
