import type { Agreement, KnownPerson, Tables } from '@journeybook/database';
import type { CalendarDate, HoursEntry, HoursEntryId } from '@journeybook/domain';
import { mentoredOn, takePart } from '@journeybook/domain';
import { asActor } from '../http/actor.js';
import { found, Refused } from '../http/refused.js';

/**
 * Hours with their agreement, both held until the transaction ends, the agreement first as everywhere. For whoever may open the record
 * or mentored on the day worked, which may be over; `not-their-hours` for everybody else, whether or not the hours exist.
 */
export async function lockRecorded(
  tables: Tables,
  by: KnownPerson,
  { id, today }: { id: HoursEntryId; today: CalendarDate },
): Promise<{ readonly agreement: Agreement; readonly entry: HoursEntry }> {
  const there = found((await tables.hours.findAll([id]))[0], { kind: 'not-their-hours' });
  const agreement = found(await tables.agreements.lock(there.apprenticeship));
  const entry = found((await tables.hours.lockAll([id]))[0], { kind: 'not-their-hours' });
  const { apprenticeship, mentorships } = agreement;
  const thatDay = { mentor: by.id, apprenticeship: apprenticeship.id, date: entry.workedOn };
  if (!takePart(asActor(by), { ...agreement, today }).ok && !mentoredOn(mentorships, thatDay))
    throw new Refused({ kind: 'not-their-hours' });
  return { agreement, entry };
}
