import { apprenticeshipId, endpoints } from '@journeybook/contracts';
import type { KnownPerson } from '@journeybook/database';
import type { ApprenticeshipId } from '@journeybook/domain';
import { Body, Controller, Param } from '@nestjs/common';
import type { z } from 'zod';
import { SignedInPerson } from '../http/actor.js';
import { ShownEdition } from '../http/if-match.js';
import { Serves } from '../http/route.js';
import { ListPaidHours } from './list-paid-hours.js';
import { RecordPaidHours } from './record-paid-hours.js';

@Controller()
export class PaidHoursController {
  constructor(
    private readonly listPaidHours: ListPaidHours,
    private readonly recordPaidHours: RecordPaidHours,
  ) {}

  @Serves(endpoints.listPaidHours, 'hours:record-paid')
  list(
    @SignedInPerson() person: KnownPerson,
    @Param('apprenticeship', { schema: apprenticeshipId }) apprenticeship: ApprenticeshipId,
  ) {
    return this.listPaidHours.list(person, apprenticeship);
  }

  @Serves(endpoints.recordPaidHours, 'hours:record-paid')
  record(
    @SignedInPerson() person: KnownPerson,
    @Param('apprenticeship', { schema: apprenticeshipId }) apprenticeship: ApprenticeshipId,
    @ShownEdition() shown: string,
    @Body({ schema: endpoints.recordPaidHours.body }) paid: z.output<typeof endpoints.recordPaidHours.body>,
  ) {
    return this.recordPaidHours.record(person, { apprenticeship, shown }, paid);
  }
}
