import { apprenticeshipId, endpoints, hoursEntryId } from '@journeybook/contracts';
import type { KnownPerson } from '@journeybook/database';
import type { ApprenticeshipId, HoursEntryId } from '@journeybook/domain';
import { Body, Controller, Param } from '@nestjs/common';
import type { z } from 'zod';
import { SignedInPerson } from '../http/actor.js';
import { Serves } from '../http/route.js';
import { ApproveVariance } from './approve-variance.js';
import { CorrectRecordedHours } from './correct-recorded-hours.js';
import { ReverseHours } from './reverse-hours.js';

type Body_<Name extends 'correctRecordedHours' | 'reverseHours' | 'approveVariance'> = z.output<
  (typeof endpoints)[Name]['body']
>;

/** Hours that are on the record. */
@Controller()
export class RecordedHoursController {
  constructor(
    private readonly correctRecordedHours: CorrectRecordedHours,
    private readonly reverseHours: ReverseHours,
    private readonly approveVariance: ApproveVariance,
  ) {}

  @Serves(endpoints.correctRecordedHours, 'hours:correct-record')
  correct(
    @SignedInPerson() person: KnownPerson,
    @Param('entry', { schema: hoursEntryId }) entry: HoursEntryId,
    @Body({ schema: endpoints.correctRecordedHours.body }) correction: Body_<'correctRecordedHours'>,
  ) {
    return this.correctRecordedHours.correct(person, entry, correction);
  }

  @Serves(endpoints.reverseHours, 'hours:correct-record')
  reverse(
    @SignedInPerson() person: KnownPerson,
    @Param('entry', { schema: hoursEntryId }) entry: HoursEntryId,
    @Body({ schema: endpoints.reverseHours.body }) reversal: Body_<'reverseHours'>,
  ) {
    return this.reverseHours.reverse(person, entry, reversal);
  }

  @Serves(endpoints.approveVariance, 'hours:approve-variance')
  approve(
    @SignedInPerson() person: KnownPerson,
    @Param('apprenticeship', { schema: apprenticeshipId }) apprenticeship: ApprenticeshipId,
    @Body({ schema: endpoints.approveVariance.body }) variance: Body_<'approveVariance'>,
  ) {
    return this.approveVariance.approve(person, apprenticeship, variance);
  }
}
