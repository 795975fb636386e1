import { Button } from '@mantine/core';
import type { StandingItemView, StandingRequestView } from '@journeybook/contracts';
import { itemKey } from '@journeybook/domain';
import { useState } from 'react';
import { useSession } from '../../api/read-session.js';
import { Badge } from '../../ui/badge.js';
import { sentence } from '../../ui/join-names.js';
import { Line } from '../../ui/line.js';
import { showInstantDate } from '../../ui/show-dates.js';
import { showHours } from '../../ui/show-hours.js';
import { DecideForm } from './decide-form.js';
import { itemAmount, sumOfItems } from './item-words.js';
import css from './standing-page.module.css';

interface RequestCardProps {
  readonly request: StandingRequestView;
  readonly onDecided: (words: string) => void;
}

/** One request: what was asked for, why and with which evidence, and what became of it. */
export function RequestCard({ request, onDecided }: RequestCardProps) {
  const [deciding, setDeciding] = useState(false);
  const { requestedBy, requestedAt, evidence, youthMinutes, may } = request;
  const decided = (granted: readonly StandingItemView[]) => {
    setDeciding(false);
    onDecided(granted.length > 0 ? `Granted: ${sumOfItems(granted)}. It counts now.` : 'The request is refused.');
  };
  const title = `request-${request.id}`;
  return (
    <section className="card stack" aria-labelledby={title}>
      <div className="row between">
        <h2 id={title}>Asked for {sumOfItems(request.items.map((one) => one.item))}</h2>
        <StateBadge request={request} />
      </div>
      <p>{sentence(request.reason)}</p>
      <p className="soft">
        by {requestedBy.name}, {showInstantDate(requestedAt)}
        {youthMinutes !== null && ` · ${showHours(youthMinutes)} as a youth apprentice`}
      </p>
      {evidence.length > 0 && (
        <div>
          <h3>Evidence</h3>
          <ul>
            {evidence.map((one, index) => (
              <li key={index}>
                {one.title} {one.reference && <span className="soft">{one.reference}</span>}
              </li>
            ))}
          </ul>
        </div>
      )}
      {deciding ? (
        <DecideForm request={request} onDone={decided} onClose={() => setDeciding(false)} />
      ) : (
        <ul className={css.items}>
          {request.items.map((one) => (
            <ItemLine key={itemKey(one.item)} request={request} line={one} />
          ))}
        </ul>
      )}
      <Decision request={request} />
      {may.decide && !deciding && (
        <div>
          <Button onClick={() => setDeciding(true)}>Decide</Button>
        </div>
      )}
    </section>
  );
}

function StateBadge({ request: { state, items } }: { request: StandingRequestView }) {
  if (state === 'refused') return <Badge tone="stop">refused</Badge>;
  if (state === 'requested') return <Badge tone="wait">waits for the sponsor</Badge>;
  const whole = items.every(({ item, granted }) => granted && itemAmount(granted) === itemAmount(item));
  return <Badge tone="ok">{whole ? 'granted' : 'granted in part'}</Badge>;
}

function ItemLine({ request, line }: { request: StandingRequestView; line: StandingRequestView['items'][number] }) {
  const { item, title, leftMinutes, granted } = line;
  const asked = itemAmount(item);
  const facts = {
    requested: leftMinutes === null ? '' : `${showHours(leftMinutes)} left`,
    granted: granted ? (itemAmount(granted) === asked ? '' : `asked for ${asked}`) : 'not granted',
    refused: 'not granted',
  }[request.state];
  return (
    <Line title={title} end={<b className="num">{granted ? itemAmount(granted) : asked}</b>}>
      {facts}
    </Line>
  );
}

/** Who decided, when and why; or who may, for whoever asked and would like to. */
function Decision({ request }: { request: StandingRequestView }) {
  const { person, roles } = useSession();
  const { decidedBy, decidedAt, decisionReason, state, requestedBy, may } = request;
  if (state !== 'requested')
    return (
      <p className="soft">
        {state === 'granted' ? 'Granted' : 'Refused'} by {decidedBy?.name ?? 'the sponsor'}
        {decidedAt && `, ${showInstantDate(decidedAt)}`}
        {decisionReason && `: ${sentence(decisionReason)}`}
      </p>
    );
  const sponsor = roles.some(({ role }) => role === 'sponsor-admin');
  if (!sponsor || may.decide || requestedBy.id !== person.id) return null;
  return <p className="soft">You asked for it, so another person of the sponsor decides.</p>;
}
