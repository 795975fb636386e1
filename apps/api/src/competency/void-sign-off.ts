import type { CompetencyView } from '@journeybook/contracts';
import type { Agreement, KnownPerson, Tables } from '@journeybook/database';
import { Database, newId } from '@journeybook/database';
import type { ApprenticeshipId, CompetencyAttested, CompetencyCode, RecordEntryId } from '@journeybook/domain';
import { currentCode, takePart, voidSignOff } from '@journeybook/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock.js';
import { asActor } from '../http/actor.js';
import { found, orRefuse } from '../http/refused.js';
import { ReadRecord } from '../record/read-record.js';

/** The sign-off to void, by its entry, and why. */
export interface Voiding {
  readonly entry: RecordEntryId;
  readonly reason: string;
}

@Injectable()
export class VoidSignOff {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly readRecord: ReadRecord,
  ) {}

  /** Takes a sign-off back and answers the skill as it stands without it. */
  async void(by: KnownPerson, id: ApprenticeshipId, voiding: Voiding): Promise<CompetencyView> {
    const { signed, code } = await this.database.transaction((tables) =>
      this.voidWithin(tables, by, { id, ...voiding }),
    );
    return code === null ? this.readRecord.endedCompetency(id, signed) : this.readRecord.competency(id, code);
  }

  /** The sign-off, and what its skill is called today; null when that ended with a change of standard. */
  private async voidWithin(
    tables: Tables,
    by: KnownPerson,
    { id, entry, reason }: Voiding & { id: ApprenticeshipId },
  ): Promise<{ signed: CompetencyAttested; code: CompetencyCode | null }> {
    const agreement = found(await tables.agreements.lock(id), { kind: 'not-their-record' });
    const { apprenticeship, mentorships } = agreement;
    const signed = this.seen(agreement, by, await findSignOff(tables, { id, entry }));
    const voided = (await tables.record.reversedAmong([entry])).has(entry);
    const reversal = orRefuse(
      voidSignOff(
        asActor(by),
        { signed, reason },
        { apprenticeship, mentorships, voided, today: this.clock.today(), now: this.clock.now(), recordEntry: newId() },
      ),
    );
    await tables.record.append(apprenticeship.sponsor, id, [reversal]);
    const changes = await tables.record.listAgreement(id, ['standard-changed']);
    const code = currentCode(changes, { standard: signed.standard, subject: 'competency', code: signed.competency });
    return { signed, code: code as CompetencyCode | null };
  }

  /** The sign-off, for whoever signed it, also when they mentor no longer, and for whoever may open the record. */
  private seen(agreement: Agreement, by: KnownPerson, signed: CompetencyAttested | null): CompetencyAttested {
    if (signed?.answeredBy !== by.id) orRefuse(takePart(asActor(by), { ...agreement, today: this.clock.today() }));
    return found(signed);
  }
}

/** The sign-off of this record with that entry; null when the entry is another record's or no sign-off. */
async function findSignOff(
  { record }: Tables,
  { id, entry }: { id: ApprenticeshipId; entry: RecordEntryId },
): Promise<CompetencyAttested | null> {
  const [there] = await record.findAll([entry]);
  return there?.kind === 'competency-attested' && there.apprenticeship === id ? there : null;
}
