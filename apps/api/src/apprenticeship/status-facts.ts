import type { Agreement, Tables } from '@journeybook/database';
import { newId } from '@journeybook/database';
import type { CalendarDate, ChangeStatusFacts } from '@journeybook/domain';
import { holidaysFrom, inProbation, probation, termsOf } from '@journeybook/domain';
import type { Clock } from '../clock.js';

/** What the rules of a change of status need to know about an agreement that this transaction holds. */
export async function statusFacts(
  tables: Tables,
  clock: Clock,
  { agreement: { apprenticeship, program }, effectiveOn }: { agreement: Agreement; effectiveOn: CalendarDate },
): Promise<ChangeStatusFacts> {
  const { id, beganOn } = apprenticeship;
  const history = await tables.record.listAgreement(id, ['status-changed']);
  const inIt = inProbation(apprenticeship, history);
  return {
    apprenticeship,
    history,
    probationEndsOn: inIt ? probation(program, { beganOn, entries: await tables.record.list(id) }).endsOn : null,
    agency: termsOf(program).agency,
    holidays: holidaysFrom(effectiveOn),
    today: clock.today(),
    now: clock.now(),
    recordEntry: newId(),
  };
}
