import type { Agreement, Tables } from '@journeybook/database';
import { newId } from '@journeybook/database';
import type { CalendarDate, ChangeStatusFacts } from '@journeybook/domain';
import { holidaysFrom, termsOf } from '@journeybook/domain';
import type { Clock } from '../clock.js';

/** What the rules of a change of status need to know about an agreement that this transaction holds. */
export async function statusFacts(
  tables: Tables,
  clock: Clock,
  { agreement: { apprenticeship, program }, effectiveOn }: { agreement: Agreement; effectiveOn: CalendarDate },
): Promise<ChangeStatusFacts> {
  return {
    apprenticeship,
    history: await tables.record.listAgreement(apprenticeship.id, ['status-changed']),
    agency: termsOf(program).agency,
    holidays: holidaysFrom(effectiveOn),
    today: clock.today(),
    now: clock.now(),
    recordEntry: newId(),
  };
}
