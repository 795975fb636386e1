import type { AccessView } from '@journeybook/contracts';
import { Empty } from '../../ui/empty.js';
import { Line } from '../../ui/line.js';
import { showInstant } from '../../ui/show-dates.js';

const what: Record<AccessView['kind'], string> = {
  'agency-export': 'Took your answers out for the agency',
  counts: 'Looked at counts without names',
};

/** Who has looked, when and why. Nobody can change this list. */
export const AccessesCard = ({ accesses }: { accesses: readonly AccessView[] }) => (
  <section className="card stack" aria-labelledby="accesses">
    <h2 id="accesses">Who has looked at this</h2>
    {accesses.length === 0 ? (
      <Empty title="Nobody has looked.">Every time somebody does, it stands here.</Empty>
    ) : (
      <ul aria-labelledby="accesses">
        {accesses.map(({ kind, at, by, organization, reason, requestId }) => (
          <Line key={requestId} title={`${by.name}, administrator of ${organization.name}`}>
            {what[kind]} · {showInstant(at)} · {reason}
          </Line>
        ))}
      </ul>
    )}
  </section>
);
