import type { endpoints } from '@journeybook/contracts';
import { Link } from '@tanstack/react-router';
import type { z } from 'zod';
import { Badge } from '../../ui/badge.js';
import { Line, lineLink } from '../../ui/line.js';
import { showDate } from '../../ui/show-dates.js';

type Waiting = z.output<typeof endpoints.listCompletions.reply>['waiting'][number];

/** Completions that wait for the sponsor's review, a line each; each leads to its review. */
export const CompletionsWaitingLines = ({ waiting }: { waiting: readonly Waiting[] }) => (
  <ul>
    {waiting.map(({ apprenticeship, apprentice, employer, attestedOn, reviewed, requirements }) => (
      <Line
        key={apprenticeship}
        title={
          <Link to="/apprentices/$apprenticeship/completion" params={{ apprenticeship }} className={lineLink}>
            {apprentice.name}
          </Link>
        }
        end={<Badge tone="wait">attested {showDate(attestedOn)}</Badge>}
      >
        {`${reviewed} of ${requirements} requirements looked at · ${employer.name}`}
      </Line>
    ))}
  </ul>
);
