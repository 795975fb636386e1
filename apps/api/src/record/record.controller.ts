import { apprenticeshipId, endpoints, recordEntryId } from '@journeybook/contracts';
import type { KnownPerson, LaunchSessionRow } from '@journeybook/database';
import type { ApprenticeshipId, RecordEntryId } from '@journeybook/domain';
import { Body, Controller, Param, Query } from '@nestjs/common';
import type { z } from 'zod';
import { CurrentLaunch, SignedInPerson } from '../http/actor.js';
import { Serves } from '../http/route.js';
import { ListApprenticeships } from './list-apprenticeships.js';
import { ReadRecord } from './read-record.js';
import { VoidEntry } from './void-entry.js';

type Filter = z.output<typeof endpoints.listEntries.query>;

@Controller()
export class RecordController {
  constructor(
    private readonly readRecord: ReadRecord,
    private readonly listApprenticeships: ListApprenticeships,
    private readonly voidEntry: VoidEntry,
  ) {}

  @Serves(endpoints.listApprenticeships, 'apprenticeship:list')
  async list(@SignedInPerson() person: KnownPerson) {
    return { apprenticeships: await this.listApprenticeships.list(person) };
  }

  @Serves(endpoints.readRecord, 'record:read')
  read(
    @SignedInPerson() person: KnownPerson,
    @Param('apprenticeship', { schema: apprenticeshipId }) apprenticeship: ApprenticeshipId,
  ) {
    return this.readRecord.read(person, apprenticeship);
  }

  @Serves(endpoints.listEntries, 'record:read')
  entries(
    @SignedInPerson() person: KnownPerson,
    @Param('apprenticeship', { schema: apprenticeshipId }) apprenticeship: ApprenticeshipId,
    @Query({ schema: endpoints.listEntries.query }) filter: Filter,
  ) {
    return this.readRecord.entries(person, apprenticeship, filter);
  }

  @Serves(endpoints.voidEntry, 'record:void')
  void(
    @SignedInPerson() person: KnownPerson,
    @Param('apprenticeship', { schema: apprenticeshipId }) apprenticeship: ApprenticeshipId,
    @Param('entry', { schema: recordEntryId }) entry: RecordEntryId,
    @Body({ schema: endpoints.voidEntry.body }) { reason }: z.output<typeof endpoints.voidEntry.body>,
  ) {
    return this.voidEntry.void(person, apprenticeship, { entry, reason });
  }

  @Serves(endpoints.ownLaunchRecord, 'instruction:read-own-record')
  own(@CurrentLaunch() launch: LaunchSessionRow) {
    return this.readRecord.readOwn(launch);
  }

  @Serves(endpoints.ownLaunchEntries, 'instruction:read-own-record')
  ownEntries(
    @CurrentLaunch() launch: LaunchSessionRow,
    @Query({ schema: endpoints.ownLaunchEntries.query }) filter: Filter,
  ) {
    return this.readRecord.ownEntries(launch, filter);
  }
}
