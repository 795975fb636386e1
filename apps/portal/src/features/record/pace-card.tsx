import { Button } from '@mantine/core';
import type { PaceView } from '@journeybook/contracts';
import { useState } from 'react';
import { Badge } from '../../ui/badge.js';
import { isBehind, reasonsInOrder, sayReason, sayStandingOfPace, showRoughly } from '../../ui/say-pace.js';
import { showDate } from '../../ui/show-dates.js';
import css from './pace-card.module.css';

/** What is behind, and every reason why; nothing at all while somebody is on pace and nothing stands in the way. */
export function PaceCard({ pace }: { pace: PaceView }) {
  const { plannedOn, reasons } = pace;
  if (!isBehind(pace) && reasons.length === 0) return null;
  const { tone, words } = sayStandingOfPace(pace);
  return (
    <section className="card" aria-labelledby="pace">
      <div className="row">
        <h2 id="pace">Pace</h2>
        <Badge tone={tone}>{words}</Badge>
        <span className="soft">planned to end {showDate(plannedOn)}</span>
      </div>
      <div className={css.parts}>
        {reasons.length > 0 && <Reasons pace={pace} />}
        <BehindList pace={pace} />
      </div>
    </section>
  );
}

const reasonsFirst = 4;

function Reasons({ pace }: { pace: PaceView }) {
  const [all, setAll] = useState(false);
  const sentences = reasonsInOrder(pace).map(sayReason);
  const shown = all ? sentences : sentences.slice(0, reasonsFirst);
  return (
    <div>
      <ul className={css.reasons} aria-label="Why">
        {shown.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      {shown.length < sentences.length && (
        <Button variant="subtle" onClick={() => setAll(true)}>
          Show {sentences.length - shown.length} more reasons
        </Button>
      )}
    </div>
  );
}

const shownFirst = 3;

function BehindList({ pace: { ojtBehindMinutes, rtiBehindMinutes, processes } }: { pace: PaceView }) {
  const [all, setAll] = useState(false);
  const shown = all ? processes : processes.slice(0, shownFirst);
  if (ojtBehindMinutes === 0 && rtiBehindMinutes === 0 && processes.length === 0) return null;
  return (
    <section aria-label="Behind an even course through the term">
      <h3>Behind an even course through the term</h3>
      <dl className={css.behind}>
        {ojtBehindMinutes > 0 && <Behind what="On the job" minutes={ojtBehindMinutes} />}
        {rtiBehindMinutes > 0 && <Behind what="Instruction" minutes={rtiBehindMinutes} />}
        {shown.map((process) => (
          <Behind key={process.code} what={process.title} minutes={process.behindMinutes} part />
        ))}
      </dl>
      {shown.length < processes.length && (
        <Button variant="subtle" onClick={() => setAll(true)}>
          Show {processes.length - shown.length} more
        </Button>
      )}
    </section>
  );
}

const Behind = ({ what, minutes, part = false }: { what: string; minutes: number; part?: boolean }) => (
  <div className={part ? css.part : css.whole}>
    <dt>{what}</dt>
    <dd className="num">{showRoughly(minutes)}</dd>
  </div>
);
