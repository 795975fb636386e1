import type { PersonActor } from '../access/roles.js';
import { holds } from '../access/roles.js';
import type { Apprenticeship } from '../apprenticeship/apprenticeship.js';
import { probation } from '../apprenticeship/probation.js';
import type { RecordEntryId } from '../brand.js';
import { termsOf } from '../program/program-terms.js';
import type { Standard } from '../program/standard.js';
import type { ClosedRecordRefusal } from '../record/closed.js';
import { isClosed } from '../record/closed.js';
import type { AdvancedStandingGranted, RecordEntry } from '../record/record-entry.js';
import { standingEntries, totals } from '../record/totals.js';
import type { Result } from '../result.js';
import { accept, refuse } from '../result.js';
import type { CalendarDate, Instant, Minutes } from '../units.js';
import { sumMinutes } from '../units.js';
import { reachedStep } from '../wages/wage-steps.js';
import type { StandingCapRefusal } from './standing-caps.js';
import { capFault } from './standing-caps.js';
import type { DecidedStandingRequest, OpenStandingRequest, StandingItem, StandingRequest } from './standing-request.js';
import { itemKey } from './standing-request.js';
import type { StandingItemRefusal } from './request-standing.js';
import { itemFault } from './request-standing.js';

export interface StandingDecision {
  /** What is granted of the request, each item no more than was asked; empty refuses it. */
  readonly granted: readonly StandingItem[];
  readonly reason: string;
  /** One id for each item granted. */
  readonly recordEntries: readonly RecordEntryId[];
}

export interface DecideStandingFacts {
  readonly apprenticeship: Apprenticeship;
  readonly standard: Standard;
  /** The whole record: what is granted already, what is left, and the wage step that follows. */
  readonly entries: readonly RecordEntry[];
  /** The other requests of the agreement. */
  readonly others: readonly StandingRequest[];
  readonly today: CalendarDate;
  readonly now: Instant;
}

export type MayDecideStandingRefusal =
  | ClosedRecordRefusal
  | { readonly kind: 'not-their-program' }
  | { readonly kind: 'own-standing' }
  | { readonly kind: 'requester-cannot-decide' }
  | { readonly kind: 'already-decided'; readonly state: StandingRequest['state'] };

export type DecideStandingRefusal =
  | MayDecideStandingRefusal
  | StandingCapRefusal
  | StandingItemRefusal
  | { readonly kind: 'more-than-requested'; readonly item: string }
  | { readonly kind: 'reason-missing' };

export interface DecidedStanding {
  readonly decided: DecidedStandingRequest;
  readonly grants: readonly AdvancedStandingGranted[];
  /** The wage step the apprentice stands on with it; null when the policy moves none or no schedule is laid down. */
  readonly wageStep: number | null;
}

/**
 * The sponsor grants a request, in whole or in part, or refuses it: with a reason, under the agency's policy, and never the person who
 * asked nor the apprentice. What is granted reduces what is left at once and may move the wage step (29 CFR 29.5(b)(12)).
 */
export function decideStanding(
  actor: PersonActor,
  request: StandingRequest,
  decision: StandingDecision,
  facts: DecideStandingFacts,
): Result<DecidedStanding, DecideStandingRefusal> {
  const may = mayDecideStanding(actor, request, facts.apprenticeship);
  if (!may.ok) return may;
  if (decision.reason.trim() === '') return refuse({ kind: 'reason-missing' });
  const refusal = overPolicy(may.value, decision, facts);
  if (refusal) return refuse(refusal);
  const grants = decision.granted.map((item, index) => grantOf(item, index, { actor, request, decision, facts }));
  const { movesWageStep } = termsOf(facts.standard).agency.standing;
  const wageStep = movesWageStep && grants.length > 0 ? stepWith(grants, facts) : null;
  return accept({
    decided: {
      ...may.value,
      state: grants.length > 0 ? ('granted' as const) : ('refused' as const),
      granted: decision.granted,
      decidedBy: actor.person,
      decidedAt: facts.now,
      decisionReason: decision.reason.trim(),
    },
    grants: grants.map((grant) => ({ ...grant, wageStep })),
    wageStep,
  });
}

/** Whether this person may decide the request at all: somebody of the sponsor who did not ask, once, while the record is open. */
export function mayDecideStanding(
  actor: PersonActor,
  request: StandingRequest,
  { apprentice, sponsor, status }: Apprenticeship,
): Result<OpenStandingRequest, MayDecideStandingRefusal> {
  if (actor.person === apprentice) return refuse({ kind: 'own-standing' });
  if (!holds(actor, 'sponsor-admin', sponsor)) return refuse({ kind: 'not-their-program' });
  if (actor.person === request.requestedBy) return refuse({ kind: 'requester-cannot-decide' });
  if (request.state !== 'requested') return refuse({ kind: 'already-decided', state: request.state });
  return isClosed(status) ? refuse({ kind: 'record-closed', status }) : accept(request);
}

function overPolicy(
  request: StandingRequest,
  { granted }: StandingDecision,
  facts: DecideStandingFacts,
): DecideStandingRefusal | null {
  const { apprenticeship, standard, entries, today } = facts;
  if (granted.length === 0) return null;
  const over = granted.find((item, index) => isOver(item, request) || repeats(item, granted.slice(0, index)));
  if (over) return { kind: 'more-than-requested', item: itemKey(over) };
  const fault = granted.map((item) => itemFault(item, standard)).find((one) => one !== null);
  if (fault) return fault;
  return capFault(granted, {
    standard,
    totals: totals(entries),
    policy: termsOf(standard).agency.standing,
    youthMinutes: request.youthMinutes,
    youthGrantedMinutes: grantedOnYouthHours(facts),
    probation: probation(standard, { beganOn: apprenticeship.beganOn, entries }),
    today,
  });
}

/** Minutes on the job that stand from earlier grants whose ground was work as a youth apprentice: the same hours count once. */
function grantedOnYouthHours({ entries, others }: DecideStandingFacts): Minutes {
  const sources = others.filter((one) => one.youthMinutes !== null).map(sourceOf);
  return sumMinutes(
    standingEntries(entries).flatMap((entry) =>
      entry.kind === 'advanced-standing-granted' &&
      entry.subject.kind === 'work-process' &&
      sources.some((source) => entry.source.startsWith(source))
        ? [entry.subject.minutes]
        : [],
    ),
  );
}

/** What the sources of the grants of a request begin with. */
const sourceOf = ({ id }: Pick<StandingRequest, 'id'>): string => `standing/${id}/`;

const repeats = (item: StandingItem, before: readonly StandingItem[]): boolean =>
  before.some((one) => itemKey(one) === itemKey(item));

function isOver(item: StandingItem, request: StandingRequest): boolean {
  const asked = request.items.find((one) => itemKey(one) === itemKey(item));
  if (!asked) return true;
  if (item.kind === 'competency') return asked.kind !== 'competency' || item.level > asked.level;
  return asked.kind === 'competency' || item.minutes > asked.minutes;
}

function grantOf(
  subject: StandingItem,
  index: number,
  {
    actor,
    request,
    decision,
    facts,
  }: { actor: PersonActor; request: StandingRequest; decision: StandingDecision; facts: DecideStandingFacts },
): AdvancedStandingGranted {
  const id = decision.recordEntries[index];
  if (!id) throw new RangeError('one record entry id is needed for each item granted');
  return {
    kind: 'advanced-standing-granted',
    id,
    apprenticeship: facts.apprenticeship.id,
    source: `${sourceOf(request)}${itemKey(subject)}`,
    standard: facts.standard.id,
    occurredOn: facts.today,
    recordedAt: facts.now,
    answeredBy: actor.person,
    subject,
    reason: decision.reason.trim(),
    requestedBy: request.requestedBy,
    evidence: request.evidence.map((one) => one.title),
    policy: termsOf(facts.standard).agency.standing.id,
  };
}

function stepWith(grants: readonly AdvancedStandingGranted[], facts: DecideStandingFacts): number | null {
  const { wages } = termsOf(facts.standard);
  if (!wages) return null;
  const { standard, today, apprenticeship } = facts;
  return reachedStep(wages, {
    standard,
    beganOn: apprenticeship.beganOn,
    entries: [...facts.entries, ...grants],
    today,
  });
}
