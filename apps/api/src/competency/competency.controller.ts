import { apprenticeshipId, endpoints } from '@journeybook/contracts';
import type { KnownPerson } from '@journeybook/database';
import type { ApprenticeshipId } from '@journeybook/domain';
import { Body, Controller, Param } from '@nestjs/common';
import type { z } from 'zod';
import { SignedInPerson } from '../http/actor.js';
import { Serves } from '../http/route.js';
import { SignOffCompetency } from './sign-off-competency.js';

@Controller()
export class CompetencyController {
  constructor(private readonly signOffCompetency: SignOffCompetency) {}

  @Serves(endpoints.signOff, 'competency:sign-off')
  signOff(
    @SignedInPerson() person: KnownPerson,
    @Param('apprenticeship', { schema: apprenticeshipId }) apprenticeship: ApprenticeshipId,
    @Body({ schema: endpoints.signOff.body }) signOff: z.output<typeof endpoints.signOff.body>,
  ) {
    return this.signOffCompetency.signOff(person, apprenticeship, signOff);
  }
}
