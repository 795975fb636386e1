import type { MergedRecord } from '@journeybook/contracts';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { countOf } from '../../ui/show-dates.js';
import { showHours } from '../../ui/show-hours.js';
import css from './left-list.module.css';
import { type LeftItem, whatIsLeft } from './what-is-left.js';

const shownFirst = 5;

/** What is left, the largest shortfall first. */
export function LeftList({ record }: { record: MergedRecord }) {
  const [all, setAll] = useState(false);
  const items = whatIsLeft(record);
  const shown = all ? items : items.slice(0, shownFirst);
  return (
    <section className="card" aria-labelledby="left">
      <h2 id="left">What is left, in order</h2>
      {items.length === 0 && <p className="soft">Nothing: every hour asked for and every sign-off is on the record.</p>}
      <ol className={css.list}>
        {shown.map((item) => (
          <li key={`${item.kind} ${item.code}`}>
            <b>{item.title}</b>: {describeLeft(item)}
          </li>
        ))}
      </ol>
      {items.length > shown.length && (
        <Button variant="subtle" onClick={() => setAll(true)}>
          Show {items.length - shown.length} more
        </Button>
      )}
    </section>
  );
}

// With a hyphen at which no line breaks.
const signOff = 'sign\u2011off';

/** `96 h and 4 sign-offs, of which 8 h wait`. */
export function describeLeft(item: LeftItem): string {
  const parts = [
    ...(item.leftMinutes > 0 ? [showHours(item.leftMinutes)] : []),
    ...(item.signOffsLeft > 0 ? [countOf(item.signOffsLeft, signOff)] : []),
  ].join(' and ');
  if (item.pendingMinutes > 0) return `${parts}; ${showHours(item.pendingMinutes)} of it waiting`;
  return item.runningAt.length > 0 ? `${parts}, in class now at ${item.runningAt.join(' and ')}` : parts;
}
