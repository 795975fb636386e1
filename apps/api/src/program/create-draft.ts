import { fileURLToPath } from 'node:url';
import type { StandardDraftView } from '@journeybook/contracts';
import type { KnownPerson, Tables } from '@journeybook/database';
import { Database, newId } from '@journeybook/database';
import type { OrganizationId, StandardId, StandardVersion } from '@journeybook/domain';
import { draftFrom } from '@journeybook/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock.js';
import { found, Refused } from '../http/refused.js';
import { findStandard } from './open-version.js';
import { presentDraft } from './present-draft.js';
import { readProgramFile } from './read-program-file.js';

const imtFile = fileURLToPath(new URL('../../programs/imt.yaml', import.meta.url));

/** The sponsor that a person drafts for when nothing else says which: the first they administer, by name. */
export const firstSponsor = ({ roles }: KnownPerson): OrganizationId =>
  found(roles.find((held) => held.role === 'sponsor-admin')?.organization.id, { kind: 'not-their-program' });

@Injectable()
export class CreateDraft {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Begins a draft with the contents of a published version, for the sponsor of that one, or with the IMT program. */
  async create(
    by: KnownPerson,
    { from, version }: { from: StandardId | null; version: string },
  ): Promise<StandardDraftView> {
    return this.database.transaction(async (tables) => {
      const source = from === null ? imt(firstSponsor(by)) : await versionOf(tables, by, from);
      const draft = draftFrom(source, { id: newId(), version });
      await tables.drafts.add({ version: draft, from, notes: [], by: by.id, at: this.clock.now() });
      return presentDraft(tables, found(await tables.drafts.find(draft.standard.id)));
    });
  }
}

const imt = (sponsor: OrganizationId): StandardVersion => ({
  sponsor,
  status: 'published',
  edition: 1,
  standard: readProgramFile(imtFile, newId()),
});

/** Whoever reads a version for another reason than being its sponsor makes no draft of it. */
async function versionOf(tables: Tables, by: KnownPerson, id: StandardId): Promise<StandardVersion> {
  const { standard, sponsor, readAs } = await findStandard(tables, by, id);
  if (readAs !== 'sponsor') throw new Refused({ kind: 'not-their-program' });
  return { sponsor, status: 'published', edition: 1, standard };
}
