import { Button } from '@mantine/core';
import type { RetentionView } from '@journeybook/contracts';
import { Line } from '../../ui/line.js';
import { showDate, showInstantDate } from '../../ui/show-dates.js';

export type RetentionAct = 'hold' | 'lift' | 'erase';

interface RetentionLineProps {
  readonly kept: RetentionView;
  readonly onAct: (act: RetentionAct) => void;
}

/** One agreement: until when it is kept, what holds it, and what can be done. */
export function RetentionLine({ kept, onAct }: RetentionLineProps) {
  const { apprentice, occupation, status, state, hold } = kept;
  const button = (act: RetentionAct, label: string, tone?: 'stop') => (
    <Button
      variant={tone ? 'outline' : 'default'}
      {...(tone ? { color: tone } : {})}
      aria-label={`${label}: ${apprentice.name}`}
      onClick={() => onAct(act)}
    >
      {label}
    </Button>
  );
  return (
    <Line
      title={apprentice.name}
      end={
        state !== 'erased' && (
          <>
            {state === 'due' && button('erase', 'Erase', 'stop')}
            {hold ? button('lift', 'Lift the hold') : button('hold', 'Place a legal hold')}
          </>
        )
      }
    >
      {occupation}, {status} · {until(kept)}
      {hold && ` · held by ${hold.by.name} since ${showInstantDate(hold.at)}: ${hold.reason}`}
    </Line>
  );
}

function until({ state, keptUntil, erasedAt, heldElsewhere }: RetentionView): string {
  if (state === 'erased') return `erased on ${erasedAt ? showInstantDate(erasedAt) : 'an unknown day'}`;
  if (state === 'open') return 'runs still';
  const day = keptUntil ? `kept until ${showDate(keptUntil)}` : 'nothing was recorded';
  return heldElsewhere ? `${day}, and longer: another sponsor holds it` : day;
}
