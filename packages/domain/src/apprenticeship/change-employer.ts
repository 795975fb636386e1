import type { PersonActor } from '../access/roles.js';
import { holds } from '../access/roles.js';
import type { OrganizationId, RecordEntryId } from '../brand.js';
import type { EmployerChanged } from '../record/record-entry.js';
import { isClosed } from '../record/closed.js';
import type { Result } from '../result.js';
import { accept, refuse } from '../result.js';
import type { CalendarDate, Instant } from '../units.js';
import type { Apprenticeship, ApprenticeshipStatus } from './apprenticeship.js';

export interface ChangeEmployerFacts {
  readonly apprenticeship: Apprenticeship;
  readonly partners: readonly OrganizationId[];
  /** The changes of employer in the record. */
  readonly history: readonly EmployerChanged[];
  readonly today: CalendarDate;
  readonly now: Instant;
  readonly recordEntry: RecordEntryId;
}

export type ChangeEmployerRefusal =
  | { readonly kind: 'not-their-program' }
  | { readonly kind: 'record-closed'; readonly status: ApprenticeshipStatus }
  | { readonly kind: 'employer-not-in-program' }
  | { readonly kind: 'same-employer' }
  | { readonly kind: 'future-date'; readonly today: CalendarDate }
  | { readonly kind: 'before-agreement'; readonly beganOn: CalendarDate }
  | { readonly kind: 'before-last-change'; readonly changedOn: CalendarDate };

/**
 * The sponsor moves an apprentice to another employer of the same program from a day on. The agreement goes on; every hour stays
 * stamped with the employer it was worked at (PRODUCT, "Hours").
 */
export function changeEmployer(
  actor: PersonActor,
  { employer, from }: { employer: OrganizationId; from: CalendarDate },
  facts: ChangeEmployerFacts,
): Result<{ apprenticeship: Apprenticeship; change: EmployerChanged }, ChangeEmployerRefusal> {
  const { apprenticeship, today } = facts;
  if (actor.person === apprenticeship.apprentice || !holds(actor, 'sponsor-admin', apprenticeship.sponsor))
    return refuse({ kind: 'not-their-program' });
  if (isClosed(apprenticeship.status)) return refuse({ kind: 'record-closed', status: apprenticeship.status });
  if (!facts.partners.includes(employer)) return refuse({ kind: 'employer-not-in-program' });
  if (employer === apprenticeship.employer) return refuse({ kind: 'same-employer' });
  if (from > today) return refuse({ kind: 'future-date', today });
  if (from < apprenticeship.beganOn) return refuse({ kind: 'before-agreement', beganOn: apprenticeship.beganOn });
  const last = latest(facts.history);
  if (last && from <= last.occurredOn) return refuse({ kind: 'before-last-change', changedOn: last.occurredOn });
  return accept({
    apprenticeship: { ...apprenticeship, employer },
    change: {
      kind: 'employer-changed' as const,
      id: facts.recordEntry,
      apprenticeship: apprenticeship.id,
      source: `employer/${apprenticeship.id}/${facts.history.length + 1}`,
      standard: apprenticeship.standard,
      occurredOn: from,
      recordedAt: facts.now,
      answeredBy: actor.person,
      from: apprenticeship.employer,
      employer,
    },
  });
}

const latest = (history: readonly EmployerChanged[]): EmployerChanged | undefined =>
  history.toSorted((a, b) => (a.occurredOn < b.occurredOn ? -1 : 1)).at(-1);

/** The employer on a day: that of the last change up to then, and before the first the one it was changed from. */
export function employerOn(
  apprenticeship: Pick<Apprenticeship, 'employer'>,
  history: readonly EmployerChanged[],
  date: CalendarDate,
): OrganizationId {
  const changes = history.toSorted((a, b) => (a.occurredOn < b.occurredOn ? -1 : 1));
  const change = changes.findLast((one) => one.occurredOn <= date);
  return change?.employer ?? changes[0]?.from ?? apprenticeship.employer;
}
