import type { StandingPolicy } from '../program/agency-policy.js';
import { dueOn } from '../program/agency-policy.js';
import type { CalendarDate } from '../units.js';

/**
 * The last day on which the evidence for advanced standing may reach the agency, counted from registration (Ohio: 10 business days, or
 * the request is denied there); null where it need not be sent.
 */
export const evidenceDueOn = (
  registeredOn: CalendarDate,
  policy: StandingPolicy,
  holidays: ReadonlySet<CalendarDate> = new Set(),
): CalendarDate | null => policy.evidenceDue && dueOn(registeredOn, policy.evidenceDue, holidays);
