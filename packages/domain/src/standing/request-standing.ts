import type { PersonActor } from '../access/roles.js';
import { holds } from '../access/roles.js';
import type { Apprenticeship } from '../apprenticeship/apprenticeship.js';
import type { Standard } from '../program/standard.js';
import type { ClosedRecordRefusal } from '../record/closed.js';
import { isClosed } from '../record/closed.js';
import type { Result } from '../result.js';
import { accept, refuse } from '../result.js';
import type { Instant } from '../units.js';
import type { OpenStandingRequest, StandingItem } from './standing-request.js';
import { itemKey } from './standing-request.js';

export type StandingToRequest = Pick<OpenStandingRequest, 'id' | 'items' | 'reason' | 'evidence' | 'youthMinutes'>;

export type StandingItemRefusal =
  | { readonly kind: 'unknown-work-process'; readonly workProcess: string }
  | { readonly kind: 'course-not-in-standard'; readonly course: string }
  | { readonly kind: 'unknown-competency' }
  | { readonly kind: 'minutes-not-positive' }
  | { readonly kind: 'level-not-on-scale' }
  | { readonly kind: 'below-required-level'; readonly requiredLevel: number };

export type RequestStandingRefusal =
  | ClosedRecordRefusal
  | StandingItemRefusal
  | { readonly kind: 'not-their-record' }
  | { readonly kind: 'nothing-requested' }
  | { readonly kind: 'item-twice'; readonly item: string }
  | { readonly kind: 'reason-missing' }
  | { readonly kind: 'evidence-missing' };

/**
 * Asks for advanced standing with reason and evidence: by the apprentice, the employer or the sponsor, for items of the standard
 * (29 CFR 29.5(b)(12); PRODUCT, "Advanced standing"). Nothing counts until another person has granted it (`decideStanding`).
 */
export function requestStanding(
  actor: PersonActor,
  asked: StandingToRequest,
  facts: { readonly apprenticeship: Apprenticeship; readonly standard: Standard; readonly now: Instant },
): Result<OpenStandingRequest, RequestStandingRefusal> {
  const { apprenticeship, standard, now } = facts;
  const may = mayRequestStanding(actor, apprenticeship);
  if (!may.ok) return may;
  if (asked.items.length === 0) return refuse({ kind: 'nothing-requested' });
  const keys = asked.items.map(itemKey);
  const twice = keys.find((key, index) => keys.indexOf(key) !== index);
  if (twice) return refuse({ kind: 'item-twice', item: twice });
  const fault = asked.items.map((item) => itemFault(item, standard)).find((one) => one !== null);
  if (fault) return refuse(fault);
  if (asked.youthMinutes !== null && asked.youthMinutes <= 0) return refuse({ kind: 'minutes-not-positive' });
  if (asked.reason.trim() === '') return refuse({ kind: 'reason-missing' });
  if (!asked.evidence.some((one) => one.title.trim() !== '')) return refuse({ kind: 'evidence-missing' });
  return accept({
    ...asked,
    state: 'requested' as const,
    reason: asked.reason.trim(),
    apprenticeship: apprenticeship.id,
    requestedBy: actor.person,
    requestedAt: now,
  });
}

/** Whether this person may ask for credit in this agreement at all: the apprentice, the employer or the sponsor, while it is open. */
export function mayRequestStanding(
  actor: PersonActor,
  apprenticeship: Apprenticeship,
): Result<Apprenticeship, ClosedRecordRefusal | { readonly kind: 'not-their-record' }> {
  const may =
    actor.person === apprenticeship.apprentice ||
    holds(actor, 'employer-admin', apprenticeship.employer) ||
    holds(actor, 'sponsor-admin', apprenticeship.sponsor);
  if (!may) return refuse({ kind: 'not-their-record' });
  const { status } = apprenticeship;
  return isClosed(status) ? refuse({ kind: 'record-closed', status }) : accept(apprenticeship);
}

/** What is wrong with an item under this standard; null when nothing is. */
export function itemFault(item: StandingItem, standard: Standard): StandingItemRefusal | null {
  if (item.kind === 'competency') {
    const competency = standard.competencies.find((one) => one.code === item.competency);
    if (!competency) return { kind: 'unknown-competency' };
    if (!standard.levels.some((one) => one.level === item.level)) return { kind: 'level-not-on-scale' };
    const { requiredLevel } = competency;
    return item.level < requiredLevel ? { kind: 'below-required-level', requiredLevel } : null;
  }
  if (item.minutes <= 0) return { kind: 'minutes-not-positive' };
  if (item.kind === 'work-process')
    return standard.workProcesses.some((one) => one.code === item.workProcess)
      ? null
      : { kind: 'unknown-work-process', workProcess: item.workProcess };
  return standard.courses.some((one) => one.code === item.course)
    ? null
    : { kind: 'course-not-in-standard', course: item.course };
}
