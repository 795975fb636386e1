import type { StandingRequestView } from '@journeybook/contracts';
import { Link } from '@tanstack/react-router';
import { Badge } from '../../ui/badge.js';
import { Line, lineLink } from '../../ui/line.js';
import { showInstantDate } from '../../ui/show-dates.js';
import { sumOfItems } from './item-words.js';

/** Requests for advanced standing that wait for a decision, a line each; each leads to where it is decided. */
export const StandingToDecideLines = ({ requests }: { requests: readonly StandingRequestView[] }) => (
  <ul>
    {requests.map(({ id, apprenticeship, apprentice, employer, items, requestedBy, requestedAt }) => (
      <Line
        key={id}
        title={
          <Link to="/apprentices/$apprenticeship/standing" params={{ apprenticeship }} className={lineLink}>
            {apprentice.name}
          </Link>
        }
        end={<Badge tone="wait">asked {showInstantDate(requestedAt)}</Badge>}
      >
        {`${sumOfItems(items.map(({ item }) => item))} · asked for by ${requestedBy.name} · ${employer.name}`}
      </Line>
    ))}
  </ul>
);
