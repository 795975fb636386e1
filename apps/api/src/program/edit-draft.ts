import type { StandardContents, StandardDraftView } from '@journeybook/contracts';
import type { KnownPerson } from '@journeybook/database';
import { Database } from '@journeybook/database';
import type { StandardId } from '@journeybook/domain';
import { editStandard } from '@journeybook/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock.js';
import { asActor } from '../http/actor.js';
import { asShown } from '../http/if-match.js';
import { found, orRefuse } from '../http/refused.js';
import { lockDraft } from './open-version.js';
import { presentDraft } from './present-draft.js';

@Injectable()
export class EditDraft {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Replaces what a draft says, as it was shown; it may be faulty meanwhile. */
  async edit(
    by: KnownPerson,
    id: StandardId,
    { edition, contents }: { edition: number; contents: StandardContents },
  ): Promise<StandardDraftView> {
    return this.database.transaction(async (tables) => {
      const { version } = await lockDraft(tables, by, id);
      const edit = { standard: { ...contents, id }, shownEdition: edition };
      const edited = orRefuse(editStandard(asActor(by), version, edit));
      await tables.drafts.save(edited, { by: by.id, at: this.clock.now() });
      return presentDraft(tables, found(await tables.drafts.find(id)));
    });
  }

  /** Takes a draft away, as it was shown; nobody was ever bound to it. */
  async discard(by: KnownPerson, id: StandardId, shown: string): Promise<void> {
    await this.database.transaction(async (tables) => {
      const { version } = await lockDraft(tables, by, id);
      asShown(shown, String(version.edition));
      await tables.drafts.discard(id);
      tables.audit.concern({ organizations: [version.sponsor] });
    });
  }
}
