import type { PersonActor } from '../access/roles.js';
import { holds } from '../access/roles.js';
import type { Apprenticeship } from '../apprenticeship/apprenticeship.js';
import type { RecordEntryId } from '../brand.js';
import { termsOf } from '../program/program-terms.js';
import type { Standard } from '../program/standard.js';
import type { ClosedRecordRefusal } from '../record/closed.js';
import { isClosed } from '../record/closed.js';
import type { RecordEntry, WageStepGiven } from '../record/record-entry.js';
import { standingEntries } from '../record/totals.js';
import type { Result } from '../result.js';
import { accept, refuse } from '../result.js';
import type { CalendarDate, Instant } from '../units.js';
import type { WageSchedule } from './wage-schedule.js';
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

export type MayGiveWagesRefusal =
  | ClosedRecordRefusal
  | { readonly kind: 'own-wage' }
  | { readonly kind: 'not-their-apprentice' }
  | { readonly kind: 'no-wage-schedule' };

export type GiveWageStepRefusal =
  | MayGiveWagesRefusal
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
 * Said again, it is the entry that stands.
 */
export function giveWageStep(
  actor: PersonActor,
  wage: WageToGive,
  facts: GiveWageStepFacts,
): Result<WageStepGiven, GiveWageStepRefusal> {
  const { apprenticeship, standard, entries, recordEntry, now } = facts;
  const may = mayGiveWages(actor, { apprenticeship, standard });
  if (!may.ok) return may;
  const again = standingEntries(entries).find((entry) => isSame(entry, wage));
  if (again?.kind === 'wage-step-given') return accept(again);
  const refusal = wrongDay(wage, facts) ?? wrongRate(may.value, wage, facts);
  if (refusal) return refuse(refusal);
  // All of the same that went before were taken back: each needs a source of its own.
  const times = entries.filter((entry) => isSame(entry, wage)).length;
  return accept({
    kind: 'wage-step-given' as const,
    id: recordEntry,
    apprenticeship: apprenticeship.id,
    source: `wage/${apprenticeship.id}/${wage.step}/${wage.from}/${wage.centsPerHour}/${times + 1}`,
    standard: standard.id,
    occurredOn: wage.from,
    recordedAt: now,
    answeredBy: actor.person,
    step: wage.step,
    centsPerHour: wage.centsPerHour,
  });
}

/** Whether this person may record wages here at all: the employer or the sponsor, while the record is open and a schedule is laid down. */
export function mayGiveWages(
  actor: PersonActor,
  { apprenticeship, standard }: { readonly apprenticeship: Apprenticeship; readonly standard: Standard },
): Result<WageSchedule, MayGiveWagesRefusal> {
  const { apprentice, employer, sponsor, status } = apprenticeship;
  if (actor.person === apprentice) return refuse({ kind: 'own-wage' });
  if (!holds(actor, 'employer-admin', employer) && !holds(actor, 'sponsor-admin', sponsor))
    return refuse({ kind: 'not-their-apprentice' });
  if (isClosed(status)) return refuse({ kind: 'record-closed', status });
  const { wages } = termsOf(standard);
  return wages ? accept(wages) : refuse({ kind: 'no-wage-schedule' });
}

const isSame = (entry: RecordEntry, { step, centsPerHour, from }: WageToGive): boolean =>
  entry.kind === 'wage-step-given' &&
  entry.step === step &&
  entry.centsPerHour === centsPerHour &&
  entry.occurredOn === from;

function wrongDay(wage: WageToGive, { apprenticeship, today }: GiveWageStepFacts): GiveWageStepRefusal | null {
  const { beganOn } = apprenticeship;
  if (wage.from > today) return { kind: 'future-date', today };
  return wage.from < beganOn ? { kind: 'before-agreement', beganOn } : null;
}

function wrongRate(
  wages: WageSchedule,
  wage: WageToGive,
  { standard, entries }: GiveWageStepFacts,
): GiveWageStepRefusal | null {
  const { agency } = termsOf(standard);
  const step = wages.steps.find((one) => one.step === wage.step);
  if (!step) return { kind: 'unknown-wage-step' };
  if (wage.centsPerHour < agency.minimumWageCents)
    return { kind: 'below-minimum-wage', leastCentsPerHour: agency.minimumWageCents };
  const leastCentsPerHour = stepCentsPerHour(wages, step);
  if (wage.centsPerHour < leastCentsPerHour) return { kind: 'below-step-rate', leastCentsPerHour };
  const before = [...givenSteps(entries, { schedule: wages, standard })];
  const later = before.find(([, given]) => given.on > wage.from);
  if (later) return { kind: 'before-last-change', changedOn: later[1].on };
  const highest = Math.max(0, ...before.map(([number]) => number));
  if (wage.step < highest) return { kind: 'step-falls', step: highest };
  const rate = Math.max(0, ...before.map(([, given]) => given.centsPerHour));
  return wage.centsPerHour < rate ? { kind: 'wage-falls', centsPerHour: rate } : null;
}
