import type { endpoints } from '@journeybook/contracts';
import { Link } from '@tanstack/react-router';
import type { z } from 'zod';
import { Badge } from '../../ui/badge.js';
import { Line, lineLink } from '../../ui/line.js';
import { showRate } from '../../ui/show-dollars.js';
import { stepState } from './step-words.js';

type Due = z.output<typeof endpoints.listWagesDue.reply>['due'][number];

/** Steps due and overdue, a line each; each leads to where the pay is recorded. */
export const WagesDueLines = ({ due }: { due: readonly Due[] }) => (
  <ul>
    {due.map(({ apprenticeship, apprentice, employer, step }) => {
      const { tone, words } = stepState(step);
      return (
        <Line
          key={`${apprenticeship} ${step.step.step}`}
          title={
            <Link to="/apprentices/$apprenticeship/wages" params={{ apprenticeship }} className={lineLink}>
              {apprentice.name}
            </Link>
          }
          end={<Badge tone={tone}>{words}</Badge>}
        >
          {`Step ${step.step.step}, ${step.step.title} · at least ${showRate(step.leastCentsPerHour)} · ${employer.name}`}
        </Line>
      );
    })}
  </ul>
);
