import type { ApprenticeshipStatus } from '../apprenticeship/apprenticeship.js';
import type { AgencyPolicy } from '../program/agency-policy.js';
import { isClosed } from '../record/closed.js';
import { keepUntilAfter } from '../record/keep-until.js';
import type { CalendarDate } from '../units.js';

/** `open` while the agreement runs, then `kept`, and `due` from the day after; `held` and `erased` whatever the day. */
export type RetentionState = 'open' | 'kept' | 'due' | 'held' | 'erased';

export interface Retention {
  readonly state: RetentionState;
  /** The last day it has to be kept; null while it is open, and where nothing was ever recorded. */
  readonly keptUntil: CalendarDate | null;
}

export interface RetentionFacts {
  readonly status: ApprenticeshipStatus;
  /** The latest day on which anything in the record happened or was recorded; null for an empty one. */
  readonly lastOn: CalendarDate | null;
  readonly agency: AgencyPolicy;
  /** Whether a legal hold on the apprentice stands, with whatever sponsor. */
  readonly held: boolean;
  readonly erased: boolean;
  readonly today: CalendarDate;
}

/**
 * Where an agreement stands on keeping: the agency's years run from the last thing that was recorded or happened (29 CFR 30.12: five years),
 * and a legal hold keeps everything until it is lifted. An agreement that has not ended is never due.
 */
export function retentionOf({ status, lastOn, agency, held, erased, today }: RetentionFacts): Retention {
  if (!isClosed(status)) return { state: 'open', keptUntil: null };
  const keptUntil = keepUntilAfter(lastOn, agency);
  if (erased) return { state: 'erased', keptUntil };
  if (held) return { state: 'held', keptUntil };
  return { state: keptUntil !== null && today <= keptUntil ? 'kept' : 'due', keptUntil };
}
