import type { StandardDraftView } from '@journeybook/contracts';
import type { KnownPerson } from '@journeybook/database';
import { Database, newId } from '@journeybook/database';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock.js';
import { found, Refused } from '../http/refused.js';
import { firstSponsor } from './create-draft.js';
import { presentDraft } from './present-draft.js';
import { readDraftFile } from './read-draft-file.js';

@Injectable()
export class ImportDraft {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Begins a draft with what a file says; a file with faults is refused with all of them, and nothing is written. */
  async import(
    by: KnownPerson,
    { fileName, contentBase64 }: { fileName: string; contentBase64: string },
  ): Promise<StandardDraftView> {
    const sponsor = firstSponsor(by);
    const reading = await readDraftFile({ fileName, bytes: Buffer.from(contentBase64, 'base64') }, newId());
    if (!reading.ok) throw new Refused({ kind: 'file-faulty' }, [...reading.faults]);
    const { standard, notes } = reading;
    const version = { sponsor, status: 'draft', edition: 1, standard } as const;
    return this.database.transaction(async (tables) => {
      await tables.drafts.add({ version, from: null, notes, by: by.id, at: this.clock.now() });
      return presentDraft(tables, found(await tables.drafts.find(standard.id)));
    });
  }
}
