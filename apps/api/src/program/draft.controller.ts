import { endpoints, standardId } from '@journeybook/contracts';
import type { KnownPerson } from '@journeybook/database';
import { Database } from '@journeybook/database';
import type { StandardId } from '@journeybook/domain';
import { Body, Controller, Param } from '@nestjs/common';
import type { z } from 'zod';
import { SignedInPerson } from '../http/actor.js';
import { ShownEdition, ShownVersion } from '../http/if-match.js';
import { Serves } from '../http/route.js';
import { CreateDraft } from './create-draft.js';
import { EditDraft } from './edit-draft.js';
import { ImportDraft } from './import-draft.js';
import { findDraft } from './open-version.js';
import { presentDraft } from './present-draft.js';
import { PublishDraft } from './publish-draft.js';
import { ReadStandard } from './read-standard.js';

/** Versions being written, from the first line to publication. */
@Controller()
export class DraftController {
  constructor(
    private readonly database: Database,
    private readonly createDraft: CreateDraft,
    private readonly importDraft: ImportDraft,
    private readonly editDraft: EditDraft,
    private readonly publishDraft: PublishDraft,
    private readonly readStandard: ReadStandard,
  ) {}

  @Serves(endpoints.createDraft, 'program:edit')
  create(
    @SignedInPerson() person: KnownPerson,
    @Body({ schema: endpoints.createDraft.body }) draft: z.output<typeof endpoints.createDraft.body>,
  ) {
    return this.createDraft.create(person, draft);
  }

  @Serves(endpoints.importDraft, 'program:edit')
  import(
    @SignedInPerson() person: KnownPerson,
    @Body({ schema: endpoints.importDraft.body }) file: z.output<typeof endpoints.importDraft.body>,
  ) {
    return this.importDraft.import(person, file);
  }

  @Serves(endpoints.readDraft, 'program:edit')
  async read(@SignedInPerson() person: KnownPerson, @Param('draft', { schema: standardId }) draft: StandardId) {
    return presentDraft(this.database.read, await findDraft(this.database.read, person, draft));
  }

  @Serves(endpoints.editDraft, 'program:edit')
  edit(
    @SignedInPerson() person: KnownPerson,
    @Param('draft', { schema: standardId }) draft: StandardId,
    @ShownVersion() edition: number,
    @Body({ schema: endpoints.editDraft.body }) { contents }: z.output<typeof endpoints.editDraft.body>,
  ) {
    return this.editDraft.edit(person, draft, { edition, contents });
  }

  @Serves(endpoints.discardDraft, 'program:edit')
  discard(
    @SignedInPerson() person: KnownPerson,
    @Param('draft', { schema: standardId }) draft: StandardId,
    @ShownEdition() shown: string,
  ) {
    return this.editDraft.discard(person, draft, shown);
  }

  @Serves(endpoints.publishDraft, 'program:publish')
  async publish(
    @SignedInPerson() person: KnownPerson,
    @Param('draft', { schema: standardId }) draft: StandardId,
    @Body({ schema: endpoints.publishDraft.body }) { edition }: z.output<typeof endpoints.publishDraft.body>,
  ) {
    const { id } = await this.publishDraft.publish(person, draft, edition);
    return this.readStandard.read(person, id);
  }
}
