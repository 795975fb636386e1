import type { PersonActor } from '../access/roles.js';
import { holds } from '../access/roles.js';
import type { Apprenticeship } from '../apprenticeship/apprenticeship.js';
import type { RecordEntryId } from '../brand.js';
import { termsOf } from '../program/program-terms.js';
import type { ClosedRecordRefusal } from '../record/closed.js';
import { isClosed } from '../record/closed.js';
import type { WageStepGiven } from '../record/record-entry.js';
import type { Result } from '../result.js';
import { accept, refuse } from '../result.js';
import type { CalendarDate, Instant } from '../units.js';
import { stepCentsPerHour } from './wage-schedule.js';
import type { WageFacts } from './wage-steps.js';
import { givenSteps } from './wage-steps.js';

export interface WageToGive {
  readonly step: number;
  readonly centsPerHour: number;
  readonly from: CalendarDate;
}

export interface GiveWageStepFacts extends Omit<WageFacts, 'beganOn'> {
  readonly apprenticeship: Apprenticeship;
  readonly now: Instant;
  readonly recordEntry: RecordEntryId;
}

export type GiveWageStepRefusal =
  | ClosedRecordRefusal
  | { readonly kind: 'own-wage' }
  | { readonly kind: 'not-their-apprentice' }
  | { readonly kind: 'no-wage-schedule' }
  | { readonly kind: 'unknown-wage-step' }
  | { readonly kind: 'future-date'; readonly today: CalendarDate }
  | { readonly kind: 'before-agreement'; readonly beganOn: CalendarDate }
  | { readonly kind: 'below-step-rate'; readonly leastCentsPerHour: number }
  | { readonly kind: 'below-minimum-wage'; readonly leastCentsPerHour: number }
  | { readonly kind: 'before-last-change'; readonly changedOn: CalendarDate }
  | { readonly kind: 'wage-falls'; readonly centsPerHour: number }
  | { readonly kind: 'step-falls'; readonly step: number };

/**
 * Records the wage that is really paid for a step and since when; it may be given before it falls due and above its rate. Never below the
 * step's rate or the minimum wage, and never less, nor a lower step, than before (29 CFR 29.5(b)(5)). By the employer or the sponsor.
 */
export function giveWageStep(
  actor: PersonActor,
  wage: WageToGive,
  facts: GiveWageStepFacts,
): Result<WageStepGiven, GiveWageStepRefusal> {
  const refusal = whyNot(actor, wage, facts) ?? wrongRate(wage, facts);
  if (refusal) return refuse(refusal);
  const { apprenticeship, standard, recordEntry, now } = facts;
  return accept({
    kind: 'wage-step-given' as const,
    id: recordEntry,
    apprenticeship: apprenticeship.id,
    source: `wage/${apprenticeship.id}/${wage.step}/${wage.from}/${wage.centsPerHour}`,
    standard: standard.id,
    occurredOn: wage.from,
    recordedAt: now,
    answeredBy: actor.person,
    step: wage.step,
    centsPerHour: wage.centsPerHour,
  });
}

function whyNot(actor: PersonActor, wage: WageToGive, facts: GiveWageStepFacts): GiveWageStepRefusal | null {
  const { apprenticeship, today } = facts;
  const { beganOn, status } = apprenticeship;
  if (actor.person === apprenticeship.apprentice) return { kind: 'own-wage' };
  if (
    !holds(actor, 'employer-admin', apprenticeship.employer) &&
    !holds(actor, 'sponsor-admin', apprenticeship.sponsor)
  )
    return { kind: 'not-their-apprentice' };
  if (isClosed(status)) return { kind: 'record-closed', status };
  if (wage.from > today) return { kind: 'future-date', today };
  return wage.from < beganOn ? { kind: 'before-agreement', beganOn } : null;
}

function wrongRate(wage: WageToGive, { standard, entries }: GiveWageStepFacts): GiveWageStepRefusal | null {
  const { wages, agency } = termsOf(standard);
  if (!wages) return { kind: 'no-wage-schedule' };
  const step = wages.steps.find((one) => one.step === wage.step);
  if (!step) return { kind: 'unknown-wage-step' };
  if (wage.centsPerHour < agency.minimumWageCents)
    return { kind: 'below-minimum-wage', leastCentsPerHour: agency.minimumWageCents };
  const leastCentsPerHour = stepCentsPerHour(wages, step);
  if (wage.centsPerHour < leastCentsPerHour) return { kind: 'below-step-rate', leastCentsPerHour };
  const before = [...givenSteps(entries)];
  const later = before.find(([, given]) => given.on > wage.from);
  if (later) return { kind: 'before-last-change', changedOn: later[1].on };
  const highest = Math.max(0, ...before.map(([number]) => number));
  if (wage.step < highest) return { kind: 'step-falls', step: highest };
  const rate = Math.max(0, ...before.map(([, given]) => given.centsPerHour));
  return wage.centsPerHour < rate ? { kind: 'wage-falls', centsPerHour: rate } : null;
}
