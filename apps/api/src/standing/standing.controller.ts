import { apprenticeshipId, endpoints, standingRequestId } from '@journeybook/contracts';
import type { KnownPerson } from '@journeybook/database';
import type { ApprenticeshipId, StandingRequestId } from '@journeybook/domain';
import { Body, Controller, Param } from '@nestjs/common';
import type { z } from 'zod';
import { SignedInPerson } from '../http/actor.js';
import { Serves } from '../http/route.js';
import { DecideStanding } from './decide-standing.js';
import { ListStandingRequests } from './list-standing-requests.js';
import { ReadStanding } from './read-standing.js';
import { RequestStanding } from './request-standing.js';

@Controller()
export class StandingController {
  constructor(
    private readonly readStanding: ReadStanding,
    private readonly requestStanding: RequestStanding,
    private readonly listRequests: ListStandingRequests,
    private readonly decideStanding: DecideStanding,
  ) {}

  @Serves(endpoints.readStanding, 'standing:read')
  read(
    @SignedInPerson() person: KnownPerson,
    @Param('apprenticeship', { schema: apprenticeshipId }) apprenticeship: ApprenticeshipId,
  ) {
    return this.readStanding.read(person, apprenticeship);
  }

  @Serves(endpoints.requestStanding, 'standing:request')
  request(
    @SignedInPerson() person: KnownPerson,
    @Param('apprenticeship', { schema: apprenticeshipId }) apprenticeship: ApprenticeshipId,
    @Body({ schema: endpoints.requestStanding.body }) asked: z.output<typeof endpoints.requestStanding.body>,
  ) {
    return this.requestStanding.request(person, apprenticeship, asked);
  }

  @Serves(endpoints.listStandingRequests, 'standing:decide')
  async list(@SignedInPerson() person: KnownPerson) {
    return { requests: await this.listRequests.list(person) };
  }

  @Serves(endpoints.decideStanding, 'standing:decide')
  decide(
    @SignedInPerson() person: KnownPerson,
    @Param('request', { schema: standingRequestId }) request: StandingRequestId,
    @Body({ schema: endpoints.decideStanding.body }) decision: z.output<typeof endpoints.decideStanding.body>,
  ) {
    return this.decideStanding.decide(person, request, decision);
  }
}
