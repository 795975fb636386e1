import { apprenticeshipId, competencyCode, endpoints, recordEntryId } from '@journeybook/contracts';
import type { KnownPerson } from '@journeybook/database';
import type { ApprenticeshipId, CompetencyCode, RecordEntryId } from '@journeybook/domain';
import { Body, Controller, Param } from '@nestjs/common';
import type { z } from 'zod';
import { SignedInPerson } from '../http/actor.js';
import { Serves } from '../http/route.js';
import { DemonstrateCompetency } from './demonstrate-competency.js';
import { ObserveCompetency } from './observe-competency.js';
import { ReadHistory } from './read-history.js';
import { SignOffCompetency } from './sign-off-competency.js';
import { VoidSignOff } from './void-sign-off.js';

type Body_<Name extends 'demonstrate' | 'observe' | 'signOff' | 'voidSignOff'> = z.output<
  (typeof endpoints)[Name]['body']
>;

/** The acts of a mentor on the skills of a Job Book. */
@Controller()
export class CompetencyController {
  constructor(
    private readonly demonstrateCompetency: DemonstrateCompetency,
    private readonly observeCompetency: ObserveCompetency,
    private readonly signOffCompetency: SignOffCompetency,
    private readonly voidSignOff: VoidSignOff,
    private readonly readHistory: ReadHistory,
  ) {}

  @Serves(endpoints.demonstrate, 'competency:demonstrate')
  demonstrate(
    @SignedInPerson() person: KnownPerson,
    @Param('apprenticeship', { schema: apprenticeshipId }) apprenticeship: ApprenticeshipId,
    @Body({ schema: endpoints.demonstrate.body }) demonstration: Body_<'demonstrate'>,
  ) {
    return this.demonstrateCompetency.demonstrate(person, apprenticeship, demonstration);
  }

  @Serves(endpoints.observe, 'competency:observe')
  observe(
    @SignedInPerson() person: KnownPerson,
    @Param('apprenticeship', { schema: apprenticeshipId }) apprenticeship: ApprenticeshipId,
    @Body({ schema: endpoints.observe.body }) observation: Body_<'observe'>,
  ) {
    return this.observeCompetency.observe(person, apprenticeship, observation);
  }

  @Serves(endpoints.signOff, 'competency:sign-off')
  signOff(
    @SignedInPerson() person: KnownPerson,
    @Param('apprenticeship', { schema: apprenticeshipId }) apprenticeship: ApprenticeshipId,
    @Body({ schema: endpoints.signOff.body }) signOff: Body_<'signOff'>,
  ) {
    return this.signOffCompetency.signOff(person, apprenticeship, signOff);
  }

  @Serves(endpoints.voidSignOff, 'competency:void')
  void(
    @SignedInPerson() person: KnownPerson,
    @Param('apprenticeship', { schema: apprenticeshipId }) apprenticeship: ApprenticeshipId,
    @Param('entry', { schema: recordEntryId }) entry: RecordEntryId,
    @Body({ schema: endpoints.voidSignOff.body }) { reason }: Body_<'voidSignOff'>,
  ) {
    return this.voidSignOff.void(person, apprenticeship, { entry, reason });
  }

  @Serves(endpoints.competencyHistory, 'record:read')
  async history(
    @SignedInPerson() person: KnownPerson,
    @Param('apprenticeship', { schema: apprenticeshipId }) apprenticeship: ApprenticeshipId,
    @Param('competency', { schema: competencyCode }) competency: CompetencyCode,
  ) {
    return { events: await this.readHistory.read(person, apprenticeship, competency) };
  }
}
