import type { KnownPerson, Tables } from '@journeybook/database';
import { newId } from '@journeybook/database';
import type { ApprenticeshipId, CompetencyFacts, Instant, RecordEntryId, Total } from '@journeybook/domain';
import { lockAgreement } from '../access/open-agreement.js';
import type { Clock } from '../clock.js';

/** What the rules of a mentor's act on a skill are told. */
export interface ActFacts extends CompetencyFacts {
  readonly now: Instant;
  readonly recordEntry: RecordEntryId;
}

/**
 * The agreement a mentor acts in, held until the transaction ends. Somebody who may not open the record learns nothing about it:
 * `not-their-record`.
 */
export async function lockForAct(
  tables: Tables,
  by: KnownPerson,
  { id, clock }: { id: ApprenticeshipId; clock: Clock },
): Promise<{ readonly facts: ActFacts; readonly totals: readonly Total[] }> {
  const today = clock.today();
  const { apprenticeship, standard, mentorships, totals } = await lockAgreement(tables, by, { id, today });
  const statusHistory = await tables.record.listAgreement(id, ['status-changed']);
  const now = clock.now();
  return {
    facts: { apprenticeship, standard, mentorships, statusHistory, today, now, recordEntry: newId() },
    totals,
  };
}
