import type { AgreementView } from '@journeybook/contracts';
import { type CalendarDate, findTransition } from '@journeybook/domain';
import { showDate } from '../../ui/show-dates.js';

type Status = AgreementView['status'];

/** What a status is called on a page. */
export const statusNames = {
  draft: 'Not registered yet',
  registered: 'On probation',
  active: 'Active',
  suspended: 'Suspended',
  completed: 'Completed',
  cancelled: 'Cancelled',
  transferred: 'Transferred',
} as const satisfies Record<Status, string>;

/** The name of a status within a sentence: `on probation`. */
export const statusInSentence = (status: Status): string =>
  statusNames[status].charAt(0).toLowerCase() + statusNames[status].slice(1);

/** What one presses to change a status, with what follows from it. */
export interface StatusAct {
  readonly action: string;
  readonly title: string;
  /** Said before it is confirmed, a sentence each. */
  readonly consequences: readonly string[];
  /** Whether nothing leads back. */
  readonly final: boolean;
}

/** A change of status in words: what it is called and what follows from it, the report to the agency among it. */
export function statusAct(
  agreement: Pick<AgreementView, 'status' | 'sponsor' | 'agency' | 'may'>,
  to: Status,
): StatusAct {
  const reported = findTransition(agreement.status, to)?.reported ?? null;
  const { agency, sponsor, may } = agreement;
  const told = may.report
    ? `${agency.name} has to be told; the notice is prepared for you.`
    : `${sponsor.name} tells ${agency.name}.`;
  const report = reported ? [told] : [];
  if (to === 'suspended')
    return {
      action: 'Suspend',
      title: 'Suspend the agreement',
      consequences: ['Nothing is logged until it is reinstated; what counts stays.', ...report],
      final: false,
    };
  if (to === 'cancelled') return cancelling(agreement.status, report);
  if (agreement.status === 'suspended')
    return {
      action: to === 'registered' ? 'Reinstate on probation' : 'Reinstate',
      title: 'Reinstate the agreement',
      consequences: ['Hours and classes count again from this day on.', ...report],
      final: false,
    };
  return {
    action: 'Make active',
    title: 'End probation and make active',
    consequences: [
      'From then on the agreement is suspended or cancelled only with notice to the apprentice.',
      ...report,
    ],
    final: false,
  };
}

function cancelling(from: Status, report: readonly string[]): StatusAct {
  if (from === 'draft')
    return {
      action: 'Drop the draft',
      title: 'Drop this draft',
      consequences: ['This is final. The agreement will never be registered; a new one can be prepared.'],
      final: true,
    };
  return {
    action: 'Cancel the agreement',
    title: 'Cancel the agreement',
    consequences: [
      'This is final. The record stays readable and takes no more; coming back is a new agreement with credit.',
      ...report,
    ],
    final: true,
  };
}

/** When probation ends and by which limit; `over` when it may be ended now. */
export function probationWords(
  { endsOn, because }: NonNullable<AgreementView['probation']>,
  today: CalendarDate,
): { readonly over: boolean; readonly sentence: string } {
  const limit = {
    hours: 'when the hours for it were worked',
    months: 'with its part of the term',
    longest: 'the longest the agency allows',
  }[because];
  const day = showDate(endsOn);
  if (endsOn <= today) return { over: true, sentence: `Probation ended on ${day}, ${limit}.` };
  return { over: false, sentence: `Probation ends on ${day}, ${limit}. Hours worked may end it earlier.` };
}
