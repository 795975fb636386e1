import { Button } from '@mantine/core';
import type { ActivityPage, AuditEvent } from '@journeybook/contracts';
import { Badge } from '../../ui/badge.js';
import { Line } from '../../ui/line.js';
import { sayRole, sayWhen, sayWho } from './event-words.js';

interface EventListProps {
  readonly pages: readonly ActivityPage[];
  readonly hasMore: boolean;
  readonly busy: boolean;
  readonly onMore: () => void;
  /** Shows only what one person did; left out where that is not asked. */
  readonly onPerson?: (person: NonNullable<AuditEvent['person']>) => void;
}

/** What was done, the newest first, and more of it when asked. */
export function EventList({ pages, hasMore, busy, onMore, onPerson }: EventListProps) {
  return (
    <>
      <ul aria-label="What was done">
        {pages.flatMap(({ events, timeZone }) =>
          events.map((event) => (
            <Line
              key={event.id}
              title={`${sayWho(event)} ${event.what}`}
              end={<EventEnd event={event} onPerson={onPerson} />}
            >
              <Facts event={event} timeZone={timeZone} />
            </Line>
          )),
        )}
      </ul>
      {hasMore && (
        <Button variant="default" loading={busy} onClick={onMore}>
          Show earlier
        </Button>
      )}
    </>
  );
}

/** When, as what, about whom and from where. */
function Facts({ event, timeZone }: { event: AuditEvent; timeZone: string }) {
  const about = [...event.about.map(({ name }) => name), ...(event.whom ? [event.whom] : [])];
  return (
    <>
      <p>
        <time dateTime={event.at}>{sayWhen(event.at, timeZone)}</time>
        {sayRole(event) && ` · as ${sayRole(event)}`}
      </p>
      {(about.length > 0 || event.address) && (
        <p>
          {[about.length > 0 ? `about ${about.join(', ')}` : '', event.address ? `from ${event.address}` : '']
            .filter(Boolean)
            .join(' · ')}
        </p>
      )}
    </>
  );
}

const kinds = {
  change: null,
  view: <Badge tone="plain">Looked at</Badge>,
  export: <Badge tone="wait">Saved as a file</Badge>,
  refused: <Badge tone="stop">Refused</Badge>,
} as const;

function EventEnd({ event, onPerson }: { event: AuditEvent; onPerson: EventListProps['onPerson'] }) {
  const { person } = event;
  return (
    <>
      {kinds[event.kind]}
      {person && onPerson && (
        <Button variant="subtle" onClick={() => onPerson(person)}>
          Only {person.name}
        </Button>
      )}
    </>
  );
}
