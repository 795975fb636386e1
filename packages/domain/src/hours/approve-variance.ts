import type { PersonActor } from '../access/roles.js';
import { holds } from '../access/roles.js';
import type { Apprenticeship } from '../apprenticeship/apprenticeship.js';
import type { RecordEntryId, WorkProcessCode } from '../brand.js';
import type { Standard } from '../program/standard.js';
import type { ClosedRecordRefusal } from '../record/closed.js';
import { isClosed } from '../record/closed.js';
import type { VarianceApproved } from '../record/record-entry.js';
import type { Result } from '../result.js';
import { accept, refuse } from '../result.js';
import type { CalendarDate, Instant, Minutes } from '../units.js';

export interface Variance {
  readonly workProcess: WorkProcessCode;
  /** Minutes that may count above the maximum, besides those of earlier variances. */
  readonly minutes: Minutes;
  /** Those of earlier variances, as they were shown. */
  readonly shownMinutes: Minutes;
  readonly reason: string;
}

export interface VarianceFacts {
  readonly apprenticeship: Apprenticeship;
  readonly standard: Standard;
  /** Minutes of this process that variances let count already. */
  readonly allowedMinutes: Minutes;
  /** Variances of this process ever approved, reversed ones included; makes the source unique. */
  readonly approvedTimes: number;
  readonly today: CalendarDate;
  readonly now: Instant;
  readonly recordEntry: RecordEntryId;
}

export type VarianceRefusal =
  | ClosedRecordRefusal
  | { readonly kind: 'not-their-program' }
  | { readonly kind: 'unknown-work-process'; readonly workProcess: WorkProcessCode }
  | { readonly kind: 'minutes-not-positive' }
  | { readonly kind: 'reason-missing' }
  | { readonly kind: 'own-variance' }
  | { readonly kind: 'changed-since-shown' };

/**
 * The sponsor lets minutes above the maximum of one process count; `progress` adds them to what may count there and to nothing else
 * (PRODUCT, "Hours"; domain.md §7.1). With a reason, never by the apprentice, and beside what
 * was allowed as it was shown: the same excess is not allowed for twice.
 */
export function approveVariance(
  actor: PersonActor,
  variance: Variance,
  facts: VarianceFacts,
): Result<VarianceApproved, VarianceRefusal> {
  const { apprenticeship, standard } = facts;
  const { workProcess } = variance;
  if (actor.person === apprenticeship.apprentice) return refuse({ kind: 'own-variance' });
  if (!holds(actor, 'sponsor-admin', apprenticeship.sponsor)) return refuse({ kind: 'not-their-program' });
  if (isClosed(apprenticeship.status)) return refuse({ kind: 'record-closed', status: apprenticeship.status });
  if (!standard.workProcesses.some((one) => one.code === workProcess))
    return refuse({ kind: 'unknown-work-process', workProcess });
  if (variance.minutes <= 0) return refuse({ kind: 'minutes-not-positive' });
  if (variance.reason.trim() === '') return refuse({ kind: 'reason-missing' });
  if (variance.shownMinutes !== facts.allowedMinutes) return refuse({ kind: 'changed-since-shown' });
  return accept({
    kind: 'variance-approved' as const,
    id: facts.recordEntry,
    apprenticeship: apprenticeship.id,
    source: `variance/${apprenticeship.id}/${workProcess}/${facts.approvedTimes + 1}`,
    standard: standard.id,
    occurredOn: facts.today,
    recordedAt: facts.now,
    answeredBy: actor.person,
    workProcess,
    minutes: variance.minutes,
    reason: variance.reason.trim(),
  });
}
