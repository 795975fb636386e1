import type { PersonActor } from '../access/roles.js';
import type { Result } from '../result.js';
import { accept, refuse } from '../result.js';
import type { CalendarDate } from '../units.js';
import type { Apprenticeship } from './apprenticeship.js';
import { deciderOf } from './change-status.js';
import type { Notice } from './notices.js';

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
  facts: { apprenticeship: Apprenticeship; notice: Pick<Notice, 'occurredOn'>; today: CalendarDate },
): Result<CalendarDate, ReportNoticeRefusal> {
  const { apprenticeship, notice, today } = facts;
  if (deciderOf(actor, apprenticeship) !== 'sponsor') return refuse({ kind: 'not-their-program' });
  if (reportedOn > today) return refuse({ kind: 'future-date', today });
  if (reportedOn < notice.occurredOn) return refuse({ kind: 'reported-before-change', changedOn: notice.occurredOn });
  return accept(reportedOn);
}
