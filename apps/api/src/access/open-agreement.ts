import type { Agreement, KnownPerson, Tables } from '@journeybook/database';
import type { ApprenticeshipId, CalendarDate, RecordReader } from '@journeybook/domain';
import { openRecord, takePart } from '@journeybook/domain';
import { asActor } from '../http/actor.js';
import { found, orRefuse } from '../http/refused.js';

/** An agreement that somebody may open, and why they may. */
export interface OpenedAgreement<Reader = Exclude<RecordReader, 'auditor'>> extends Agreement {
  readonly readAs: Reader;
}

interface Asked {
  readonly id: ApprenticeshipId;
  readonly today: CalendarDate;
}

/** The agreement for whoever takes part in it; `not-their-record` for everybody else, whether or not it exists. */
export const findAgreement = async (tables: Tables, by: KnownPerson, asked: Asked): Promise<OpenedAgreement> =>
  opened(await tables.agreements.find(asked.id), by, asked.today);

/** As `findAgreement`, held until the transaction ends. */
export const lockAgreement = async (tables: Tables, by: KnownPerson, asked: Asked): Promise<OpenedAgreement> =>
  opened(await tables.agreements.lock(asked.id), by, asked.today);

/** As `findAgreement`, for the sponsor's auditors too. */
export async function findForAudit(
  tables: Tables,
  by: KnownPerson,
  { id, today }: Asked,
): Promise<OpenedAgreement<RecordReader>> {
  const there = found(await tables.agreements.find(id), { kind: 'not-their-record' });
  return { ...there, readAs: orRefuse(openRecord(asActor(by), { ...there, today })) };
}

function opened(agreement: Agreement | null, by: KnownPerson, today: CalendarDate): OpenedAgreement {
  const there = found(agreement, { kind: 'not-their-record' });
  return { ...there, readAs: orRefuse(takePart(asActor(by), { ...there, today })) };
}
