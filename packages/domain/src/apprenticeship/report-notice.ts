import type { PersonActor } from '../access/roles.js';
import type { StatusChanged } from '../record/record-entry.js';
import type { Result } from '../result.js';
import { accept, refuse } from '../result.js';
import type { CalendarDate } from '../units.js';
import type { Apprenticeship } from './apprenticeship.js';
import { deciderOf } from './change-status.js';

export type ReportNoticeRefusal =
  | { readonly kind: 'not-their-program' }
  | { readonly kind: 'future-date'; readonly today: CalendarDate }
  | { readonly kind: 'reported-before-change'; readonly changedOn: CalendarDate };

/**
 * The day on which the sponsor told the agency of a change of status, also of a record that is closed since; not before the change,
 * nor a day to come (29 CFR 29.5(b)(19)).
 */
export function reportNotice(
  actor: PersonActor,
  reportedOn: CalendarDate,
  { apprenticeship, change, today }: { apprenticeship: Apprenticeship; change: StatusChanged; today: CalendarDate },
): Result<CalendarDate, ReportNoticeRefusal> {
  if (deciderOf(actor, apprenticeship) !== 'sponsor') return refuse({ kind: 'not-their-program' });
  if (reportedOn > today) return refuse({ kind: 'future-date', today });
  if (reportedOn < change.occurredOn) return refuse({ kind: 'reported-before-change', changedOn: change.occurredOn });
  return accept(reportedOn);
}
