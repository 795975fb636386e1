import type { KnownPerson } from '@journeybook/database';
import { Database } from '@journeybook/database';
import type { Standard, StandardId } from '@journeybook/domain';
import { publishStandard } from '@journeybook/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock.js';
import { asActor } from '../http/actor.js';
import { Refused } from '../http/refused.js';
import { lockDraft } from './open-version.js';

@Injectable()
export class PublishDraft {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Makes a version that never changes of a draft, under the draft's own id; the draft is gone with it. */
  async publish(by: KnownPerson, id: StandardId, shownEdition: number): Promise<Standard> {
    return this.database.transaction(async (tables) => {
      const { version: draft } = await lockDraft(tables, by, id);
      const { sponsor, standard } = draft;
      const publishedVersions = await tables.standards.lockVersions(sponsor, standard.occupation.rapidsCode);
      const decision = publishStandard(asActor(by), draft, { shownEdition, publishedVersions });
      if (!decision.ok) throw new Refused(decision.refusal, errorsOf(decision.refusal));
      await tables.standards.publish(sponsor, standard, this.clock.now());
      await tables.drafts.discard(id);
      return standard;
    });
  }
}

/** The findings as the errors of a problem, for whoever reads them beside the fields. */
const errorsOf = (refusal: { kind: string; findings?: readonly { field: string; message: string }[] }) =>
  refusal.findings?.map(({ field, message }) => ({ field, message }));
