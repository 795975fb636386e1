import { Button } from '@mantine/core';
import type { MergedRecord, OwnHoursEntry } from '@journeybook/contracts';
import { useState } from 'react';
import { Badge } from '../../ui/badge.js';
import { anyOf } from '../../ui/join-names.js';
import { showDate } from '../../ui/show-dates.js';
import { showHours } from '../../ui/show-hours.js';
import { showTimes } from '../../ui/work-times.js';
import { EntryActions } from './entry-actions.js';
import css from './hours-history.module.css';
import { stateWords } from './hours-words.js';
import { Practised } from './practised.js';
import { skillTitles } from './work-details.js';

interface HoursHistoryProps {
  readonly title: string;
  readonly record: MergedRecord;
  readonly entries: readonly OwnHoursEntry[];
  /** How many are shown before one asks for more; all of them without it. */
  readonly shownFirst?: number;
}

/** Entries with the state they are in, and what can still be done with them. */
export function HoursHistory({ title, record, entries, shownFirst = entries.length }: HoursHistoryProps) {
  const [all, setAll] = useState(false);
  if (entries.length === 0) return null;
  const shown = all ? entries : entries.slice(0, shownFirst);
  return (
    <section className="card" aria-label={title}>
      <h2>{title}</h2>
      <ul>
        {shown.map((entry) => (
          <HoursLine key={entry.id} entry={entry} record={record} />
        ))}
      </ul>
      {shown.length < entries.length && (
        <Button variant="subtle" onClick={() => setAll(true)}>
          Show {entries.length - shown.length} more
        </Button>
      )}
    </section>
  );
}

function HoursLine({ entry, record }: { entry: OwnHoursEntry; record: MergedRecord }) {
  const { tone, say } = stateWords[entry.status];
  return (
    <li className={css.line}>
      <div className={css.facts}>
        <span>
          <b>{showHours(entry.minutes)}</b> · {entry.workProcess.title}
        </span>
        <span className="soft">
          {showDate(entry.workedOn)}
          {entry.times && `, ${showTimes(entry.times)}`}
          {entry.note && ` · ${entry.note}`}
        </span>
        <Practised titles={skillTitles(entry.practised, record.processes)} />
        <span>
          <Badge tone={tone}>{say(entry, anyOf(record.mentors))}</Badge>
        </span>
        {entry.reason && (
          <blockquote className={css.reason}>
            {entry.decidedBy && <span className="hidden-visually">{entry.decidedBy.name} writes: </span>}
            {entry.reason}
          </blockquote>
        )}
      </div>
      <EntryActions entry={entry} record={record} />
    </li>
  );
}
