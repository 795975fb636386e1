import type { Agreement, Tables } from '@journeybook/database';
import type { CalendarDate, HoursEntryId, LoggingFacts } from '@journeybook/domain';
import type { Clock } from '../clock.js';

/** What the rules of logging need to know about one date of an apprenticeship that this transaction holds. */
export async function loggingFacts(
  tables: Tables,
  clock: Clock,
  {
    agreement: { apprenticeship, standard },
    workedOn,
    except,
  }: { agreement: Agreement; workedOn: CalendarDate; except: HoursEntryId[] },
): Promise<LoggingFacts> {
  const history = await tables.record.listAgreement(apprenticeship.id, ['status-changed', 'employer-changed']);
  return {
    apprenticeship,
    standard,
    minutesThatDay: await tables.hours.minutesOn(apprenticeship.id, workedOn, except),
    timed: await tables.hours.timedAround(apprenticeship.id, workedOn, except),
    statusHistory: history.filter((entry) => entry.kind === 'status-changed'),
    employerHistory: history.filter((entry) => entry.kind === 'employer-changed'),
    today: clock.today(),
    now: clock.now(),
  };
}
