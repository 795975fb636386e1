import { creditFromEarlier } from '../apprenticeship/credit-from-earlier.js';
import type { Standard } from '../program/standard.js';
import { progress } from '../record/progress.js';
import type { Total } from '../record/totals.js';
import type { Minutes } from '../units.js';
import type { StandingItem } from './standing-request.js';
import { itemKey } from './standing-request.js';

export interface ProposalFacts {
  /** What the earlier record counts. */
  readonly earlier: readonly Total[];
  /** What this record counts, with what was granted in it. */
  readonly totals: readonly Total[];
  /** What waits for a decision already. */
  readonly waiting: readonly StandingItem[];
}

/**
 * What to ask for still, of what an earlier record shows: less what was granted for it or is asked for, and no more than is left, which
 * is all that can be granted (29 CFR 29.5(b)(12)-(13)). In the order of the standard.
 */
export function proposeStanding(standard: Standard, facts: ProposalFacts): readonly StandingItem[] {
  const now = progress(standard, facts.totals, new Map());
  const parts = new Map<string, { advancedMinutes: Minutes; leftMinutes: Minutes }>([
    ...now.processes.map((one) => [`work-process ${one.code}`, one] as const),
    ...now.courses.map((one) => [`course ${one.code}`, one] as const),
  ]);
  const skills = now.processes.flatMap((one) => one.competencies);
  const signed = new Set(skills.filter((one) => one.signedOff).map((one) => `competency ${one.code}`));
  const waiting = new Set(facts.waiting.map(itemKey));
  return creditFromEarlier(standard, facts.earlier).flatMap((item): readonly StandingItem[] => {
    const key = itemKey(item);
    if (item.kind === 'competency') return signed.has(key) || waiting.has(key) ? [] : [item];
    const { advancedMinutes = 0, leftMinutes = 0 } = parts.get(key) ?? {};
    const minutes = Math.min(item.minutes - advancedMinutes, leftMinutes) - askedMinutes(facts.waiting, key);
    return minutes > 0 ? [{ ...item, minutes: minutes as Minutes }] : [];
  });
}

const askedMinutes = (waiting: readonly StandingItem[], key: string): number =>
  waiting.reduce((sum, one) => sum + (one.kind !== 'competency' && itemKey(one) === key ? one.minutes : 0), 0);
