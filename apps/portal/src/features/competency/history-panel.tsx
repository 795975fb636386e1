import { type CompetencyEventView, endpoints } from '@journeybook/contracts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useClient } from '../../api/client.js';
import { Empty } from '../../ui/empty.js';
import { Loading } from '../../ui/loading.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { showDate } from '../../ui/show-dates.js';
import { SidePanel } from '../../ui/side-panel.js';
import { sayLevel } from '../../ui/skill-standing.js';
import css from './history-panel.module.css';
import type { Skill } from './skill.js';
import { VoidSignOff } from './void-sign-off.js';

interface HistoryPanelProps {
  readonly opened: Skill | null;
  /** Whether the reader may void a sign-off. */
  readonly mayVoid: boolean;
  readonly onClose: () => void;
}

/** Every act on one skill, oldest first; what was voided stays, struck. */
export function HistoryPanel({ opened, mayVoid, onClose }: HistoryPanelProps) {
  const [last, setLast] = useState(opened);
  if (opened && opened !== last) setLast(opened);
  if (!last) return null;
  return (
    <SidePanel opened={opened !== null} title={last.competency.title} onClose={onClose}>
      <History skill={last} mayVoid={mayVoid} />
    </SidePanel>
  );
}

function History({ skill, mayVoid }: { skill: Skill; mayVoid: boolean }) {
  const client = useClient();
  const { apprenticeship, competency } = skill;
  const params = { apprenticeship, competency: competency.code };
  const history = useQuery({
    queryKey: ['competency-history', apprenticeship, competency.code],
    queryFn: ({ signal }) => client(endpoints.competencyHistory, { params, signal }),
    select: (answer) => answer.events,
  });
  return (
    <div className="stack">
      {history.isPending && <Loading what="the history" heights={[60, 60]} />}
      <ProblemNotice error={history.error} onRetry={history.refetch} />
      {history.data?.length === 0 && (
        <Empty title="Nothing was done with it yet">It begins when a mentor demonstrates it.</Empty>
      )}
      <ol className={css.events}>
        {history.data?.map((event) => (
          <li key={`${event.entry} ${event.kind}`} className={css.event}>
            <EventLine event={event} levels={skill.levels} />
            {mayVoid && event.kind === 'signed-off' && !event.voided && (
              <VoidSignOff apprenticeship={apprenticeship} entry={event.entry} title={competency.title} />
            )}
          </li>
        ))}
      </ol>
    </div>
  );
}

const words = {
  demonstrated: () => 'Demonstrated',
  observed: (level) => `Observed at ${level}`,
  'signed-off': (level) => `Signed off at ${level}`,
  granted: (level) => `Granted as advanced standing at ${level}`,
  voided: () => 'Voided',
} as const satisfies Record<CompetencyEventView['kind'], (level: string) => string>;

function EventLine({ event, levels }: { event: CompetencyEventView; levels: Skill['levels'] }) {
  const what = words[event.kind](event.level === null ? 'no level' : sayLevel(event.level, levels));
  return (
    <div className={css.facts}>
      <span>
        {event.voided ? <s>{what}</s> : <b>{what}</b>}
        {event.voided && <span className={css.voided}> voided</span>}
      </span>
      {event.text !== '' && <p className={css.text}>{event.text}</p>}
      <span className="soft">
        {event.by.name}, {showDate(event.on)}
      </span>
    </div>
  );
}
