import { apprenticeshipId, endpoints } from '@journeybook/contracts';
import type { KnownPerson } from '@journeybook/database';
import type { ApprenticeshipId } from '@journeybook/domain';
import { Body, Controller, Param } from '@nestjs/common';
import type { z } from 'zod';
import { SignedInPerson } from '../http/actor.js';
import { Serves } from '../http/route.js';
import { EraseAgreement } from './erase-agreement.js';
import { HoldRecords } from './hold-records.js';
import { ListRetention } from './list-retention.js';

type Because = z.output<(typeof endpoints)['placeHold']['body']>;

const Agreement = () => Param('apprenticeship', { schema: apprenticeshipId });

@Controller()
export class RetentionController {
  constructor(
    private readonly retention: ListRetention,
    private readonly holds: HoldRecords,
    private readonly erasure: EraseAgreement,
  ) {}

  @Serves(endpoints.listRetention, 'retention:manage')
  async list(@SignedInPerson() person: KnownPerson) {
    return { agreements: await this.retention.list(person) };
  }

  @Serves(endpoints.placeHold, 'retention:manage')
  place(
    @SignedInPerson() person: KnownPerson,
    @Agreement() apprenticeship: ApprenticeshipId,
    @Body({ schema: endpoints.placeHold.body }) { reason }: Because,
  ): Promise<void> {
    return this.holds.place(person, apprenticeship, reason);
  }

  @Serves(endpoints.liftHold, 'retention:manage')
  lift(
    @SignedInPerson() person: KnownPerson,
    @Agreement() apprenticeship: ApprenticeshipId,
    @Body({ schema: endpoints.liftHold.body }) { reason }: Because,
  ): Promise<void> {
    return this.holds.lift(person, apprenticeship, reason);
  }

  @Serves(endpoints.eraseAgreement, 'retention:manage')
  erase(
    @SignedInPerson() person: KnownPerson,
    @Agreement() apprenticeship: ApprenticeshipId,
    @Body({ schema: endpoints.eraseAgreement.body }) { reason }: Because,
  ): Promise<void> {
    return this.erasure.erase(person, apprenticeship, reason);
  }
}
