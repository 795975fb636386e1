import type { Agreement, KnownPerson, Tables } from '@journeybook/database';
import type { ApprenticeshipId, CalendarDate, RecordReader } from '@journeybook/domain';
import { openRecord } from '@journeybook/domain';
import { asActor } from '../http/actor.js';
import { found, orRefuse } from '../http/refused.js';

/** An agreement that somebody may open, and why they may. */
export interface OpenedAgreement extends Agreement {
  readonly readAs: RecordReader;
}

/** The agreement for whoever may open its record; `not-their-record` for everybody else, whether or not it exists. */
export const findAgreement = async (
  tables: Tables,
  by: KnownPerson,
  asked: { id: ApprenticeshipId; today: CalendarDate },
): Promise<OpenedAgreement> => opened(await tables.agreements.find(asked.id), by, asked.today);

/** As `findAgreement`, held until the transaction ends. */
export const lockAgreement = async (
  tables: Tables,
  by: KnownPerson,
  asked: { id: ApprenticeshipId; today: CalendarDate },
): Promise<OpenedAgreement> => opened(await tables.agreements.lock(asked.id), by, asked.today);

function opened(agreement: Agreement | null, by: KnownPerson, today: CalendarDate): OpenedAgreement {
  const there = found(agreement, { kind: 'not-their-record' });
  return { ...there, readAs: orRefuse(openRecord(asActor(by), { ...there, today })) };
}
