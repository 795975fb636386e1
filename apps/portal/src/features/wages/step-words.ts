import type { WageStepView } from '@journeybook/contracts';
import type { BadgeTone } from '../../ui/badge.js';
import { countOf, showDate } from '../../ui/show-dates.js';
import { showHours } from '../../ui/show-hours.js';
import { showRate } from '../../ui/show-dollars.js';

/** What a step asks for: `684 h on the job and 5 months`; the first asks for nothing. */
export function stepAsks({ after }: WageStepView['step']): string {
  const parts = [
    ...(after.ojtMinutes ? [`${showHours(after.ojtMinutes)} on the job`] : []),
    ...(after.rtiMinutes ? [`${showHours(after.rtiMinutes)} of instruction`] : []),
    ...(after.months ? [countOf(after.months, 'month')] : []),
    ...(after.competencies ? [`${countOf(after.competencies, 'skill')} signed off`] : []),
  ];
  if (parts.length === 0) return 'from the first day';
  return `after ${parts.length === 1 ? parts[0] : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`}`;
}

/** Where an apprentice stands on a step. */
export function stepState({ state, reachedOn, given }: WageStepView): { tone: BadgeTone; words: string } {
  const since = reachedOn ? ` since ${showDate(reachedOn)}` : '';
  switch (state) {
    case 'ahead':
      return { tone: 'plain', words: 'still ahead' };
    case 'due':
      return { tone: 'wait', words: `due${since}` };
    case 'overdue':
      return { tone: 'stop', words: `overdue, due${since}` };
    case 'given':
      return given
        ? { tone: 'ok', words: `${showRate(given.centsPerHour)} since ${showDate(given.on)}` }
        : { tone: 'plain', words: 'passed over: a higher step is paid' };
  }
}

/** The step that is paid now: the highest that was given; null while none was. */
export const paidStep = (steps: readonly WageStepView[]): WageStepView | null =>
  steps.findLast(({ given }) => given !== null) ?? null;

/** Whether a rate may be recorded for the step: never for a lower one than is paid already. */
export const mayBeGiven = (step: WageStepView, steps: readonly WageStepView[]): boolean =>
  step.step.step >= (paidStep(steps)?.step.step ?? 0);
