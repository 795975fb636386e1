import type { Tables } from '@journeybook/database';
import type { Apprenticeship, CalendarDate, HoursEntryId, LoggingFacts } from '@journeybook/domain';
import type { Clock } from '../clock.js';

/** What the rules of logging need to know about one date of an apprenticeship that this transaction holds. */
export async function loggingFacts(
  tables: Tables,
  clock: Clock,
  {
    apprenticeship,
    workedOn,
    except,
  }: { apprenticeship: Apprenticeship; workedOn: CalendarDate; except: HoursEntryId[] },
): Promise<LoggingFacts> {
  return {
    apprenticeship,
    standard: await tables.standards.get(apprenticeship.standard),
    minutesThatDay: await tables.hours.minutesOn(apprenticeship.id, workedOn, except),
    today: clock.today(),
    now: clock.now(),
  };
}
