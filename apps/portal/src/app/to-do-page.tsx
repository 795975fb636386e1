import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useSession } from '../api/read-session.js';
import { NoticeLines } from '../features/apprenticeship/notice-lines.js';
import { CompletionsWaitingLines } from '../features/completion/completions-waiting-lines.js';
import { StandingToDecideLines } from '../features/standing/standing-to-decide-lines.js';
import { WagesDueLines } from '../features/wages/wages-due-lines.js';
import { Badge } from '../ui/badge.js';
import { Empty } from '../ui/empty.js';
import { Loading } from '../ui/loading.js';
import { PageHeading } from '../ui/page-heading.js';
import { ProblemNotice } from '../ui/problem-notice.js';
import { PageForOthers } from './page-for-others.js';
import { countToDo, useToDo, type Waiting } from './use-to-do.js';

/** What waits for a sponsor or an employer, by kind; each line leads to the place where it is done. */
export function ToDoPage() {
  const toDo = useToDo(useSession());
  const { notices, requests, completions, wages } = toDo;
  const reads = Object.values(toDo).flatMap((part) => (part ? [part.read] : []));
  if (reads.length === 0)
    return (
      <PageForOthers whom="employers and sponsors">
        Here they find the notices, requests and wage steps that wait for them.
      </PageForOthers>
    );
  const isDone = countToDo(toDo) === 0 && reads.every(({ isPending, error }) => !isPending && !error);
  return (
    <div className="stack">
      <PageHeading title="To do" />
      {isDone && <Empty title="Nothing waits for you.">What falls due appears here.</Empty>}
      {reads.some(({ isPending }) => isPending) && <Loading what="what waits" heights={[120, 120]} />}
      <Part title="Notices to the agency" waiting={notices} lines={(items) => <NoticeLines notices={items} named />} />
      <Part
        title="Advanced standing to decide"
        waiting={requests}
        lines={(items) => <StandingToDecideLines requests={items} />}
      />
      <Part
        title="Completions to review"
        waiting={completions}
        lines={(items) => <CompletionsWaitingLines waiting={items} />}
      />
      <Part title="Wage steps to pay" waiting={wages} lines={(items) => <WagesDueLines due={items} />} />
      {notices && (
        <p>
          <Link to="/notices">All notices to the agency</Link> · <Link to="/privacy">Voluntary answers</Link> ·{' '}
          <Link to="/privacy/records">Keeping records</Link>
        </p>
      )}
    </div>
  );
}

interface PartProps<Item> {
  readonly title: string;
  readonly waiting: Waiting<Item> | null;
  readonly lines: (items: readonly Item[]) => ReactNode;
}

/** Things of one kind with their number; nothing where none wait. */
function Part<Item>({ title, waiting, lines }: PartProps<Item>) {
  if (!waiting || (waiting.items.length === 0 && !waiting.read.error)) return null;
  const { items, read } = waiting;
  return (
    <section className="card" aria-label={title}>
      <div className="row between">
        <h2>{title}</h2>
        {items.length > 0 && <Badge tone="plain">{items.length}</Badge>}
      </div>
      <ProblemNotice error={read.error} onRetry={() => void read.refetch()} />
      {items.length > 0 && lines(items)}
    </section>
  );
}
