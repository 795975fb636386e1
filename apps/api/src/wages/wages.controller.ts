import { apprenticeshipId, endpoints } from '@journeybook/contracts';
import type { KnownPerson } from '@journeybook/database';
import type { ApprenticeshipId } from '@journeybook/domain';
import { Body, Controller, Param } from '@nestjs/common';
import type { z } from 'zod';
import { SignedInPerson } from '../http/actor.js';
import { Serves } from '../http/route.js';
import { GiveWageStep } from './give-wage-step.js';
import { ListWagesDue } from './list-wages-due.js';
import { ReadWages } from './read-wages.js';

@Controller()
export class WagesController {
  constructor(
    private readonly readWages: ReadWages,
    private readonly giveWageStep: GiveWageStep,
    private readonly listWagesDue: ListWagesDue,
  ) {}

  @Serves(endpoints.readWages, 'wages:read')
  read(
    @SignedInPerson() person: KnownPerson,
    @Param('apprenticeship', { schema: apprenticeshipId }) apprenticeship: ApprenticeshipId,
  ) {
    return this.readWages.read(person, apprenticeship);
  }

  @Serves(endpoints.giveWageStep, 'wages:give')
  give(
    @SignedInPerson() person: KnownPerson,
    @Param('apprenticeship', { schema: apprenticeshipId }) apprenticeship: ApprenticeshipId,
    @Body({ schema: endpoints.giveWageStep.body }) wage: z.output<typeof endpoints.giveWageStep.body>,
  ) {
    return this.giveWageStep.give(person, apprenticeship, wage);
  }

  @Serves(endpoints.listWagesDue, 'wages:give')
  async listDue(@SignedInPerson() person: KnownPerson) {
    return { due: await this.listWagesDue.list(person) };
  }
}
