import type { CompletionView } from '@journeybook/contracts';
import type { KnownPerson } from '@journeybook/database';
import { Database, newId } from '@journeybook/database';
import type { ApprenticeshipId, CredentialToRecord } from '@journeybook/domain';
import { recordCredential } from '@journeybook/domain';
import { Injectable } from '@nestjs/common';
import { lockAgreement } from '../access/open-agreement.js';
import { Clock } from '../clock.js';
import { asActor } from '../http/actor.js';
import { orRefuse } from '../http/refused.js';
import { ReadCompletion } from './read-completion.js';

@Injectable()
export class RecordCredential {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly readCompletion: ReadCompletion,
  ) {}

  /** Puts a credential that was seen on the record. */
  async record(by: KnownPerson, id: ApprenticeshipId, seen: CredentialToRecord): Promise<CompletionView> {
    await this.database.transaction(async (tables) => {
      const today = this.clock.today();
      const { apprenticeship, standard } = await lockAgreement(tables, by, { id, today });
      const standing = (await tables.records.listStanding([id], ['credential-earned'])).get(id) ?? [];
      const earned = standing.some((one) => one.credential === seen.credential);
      const facts = { apprenticeship, standard, earned, today, now: this.clock.now() };
      const entry = orRefuse(recordCredential(asActor(by), seen, { ...facts, recordEntry: newId() }));
      await tables.record.append(apprenticeship.sponsor, id, [entry]);
    });
    return this.readCompletion.read(by, id);
  }
}
