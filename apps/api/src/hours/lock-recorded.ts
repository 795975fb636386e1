import type { Agreement, KnownPerson, Tables } from '@journeybook/database';
import type { CalendarDate, HoursEntry, HoursEntryId } from '@journeybook/domain';
import { mentoredOn, stillMentors, takePart } from '@journeybook/domain';
import { asActor } from '../http/actor.js';
import { found, Refused } from '../http/refused.js';

/**
 * Hours with their agreement, both held until the transaction ends, the agreement first as everywhere. For whoever may open the record
 * or mentored on the day worked, which may be over, while a mentor there; `not-their-hours` for everybody else, whether or not the hours exist.
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
  const actor = asActor(by);
  const mentors =
    mentoredOn(mentorships, thatDay) && stillMentors(actor, { ...apprenticeship, workedFor: entry.employer });
  if (!takePart(actor, { ...agreement, today }).ok && !mentors) throw new Refused({ kind: 'not-their-hours' });
  return { agreement, entry };
}
