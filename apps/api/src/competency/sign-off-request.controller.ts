import { apprenticeshipId, endpoints, signOffRequestId } from '@journeybook/contracts';
import type { KnownPerson } from '@journeybook/database';
import type { ApprenticeshipId, SignOffRequestId } from '@journeybook/domain';
import { Body, Controller, Param } from '@nestjs/common';
import type { z } from 'zod';
import { SignedInPerson } from '../http/actor.js';
import { Serves } from '../http/route.js';
import { DeclineSignOff } from './decline-sign-off.js';
import { ListSignOffRequests } from './list-sign-off-requests.js';
import { RequestSignOff } from './request-sign-off.js';
import { WithdrawSignOffRequest } from './withdraw-sign-off-request.js';

type Body_<Name extends 'requestSignOff' | 'declineSignOff'> = z.output<(typeof endpoints)[Name]['body']>;

/** What apprentices ask their mentors to look at. */
@Controller()
export class SignOffRequestController {
  constructor(
    private readonly requestSignOff: RequestSignOff,
    private readonly withdrawSignOffRequest: WithdrawSignOffRequest,
    private readonly listSignOffRequests: ListSignOffRequests,
    private readonly declineSignOff: DeclineSignOff,
  ) {}

  @Serves(endpoints.requestSignOff, 'competency:request')
  request(
    @SignedInPerson() person: KnownPerson,
    @Param('apprenticeship', { schema: apprenticeshipId }) apprenticeship: ApprenticeshipId,
    @Body({ schema: endpoints.requestSignOff.body }) asked: Body_<'requestSignOff'>,
  ) {
    return this.requestSignOff.request(person, apprenticeship, asked);
  }

  @Serves(endpoints.withdrawSignOffRequest, 'competency:request')
  withdraw(
    @SignedInPerson() { id }: KnownPerson,
    @Param('request', { schema: signOffRequestId }) request: SignOffRequestId,
  ) {
    return this.withdrawSignOffRequest.withdraw(id, request);
  }

  @Serves(endpoints.listSignOffRequests, 'competency:sign-off')
  async list(@SignedInPerson() person: KnownPerson) {
    return { requests: await this.listSignOffRequests.list(person) };
  }

  @Serves(endpoints.declineSignOff, 'competency:sign-off')
  decline(
    @SignedInPerson() person: KnownPerson,
    @Param('request', { schema: signOffRequestId }) request: SignOffRequestId,
    @Body({ schema: endpoints.declineSignOff.body }) { feedback }: Body_<'declineSignOff'>,
  ) {
    return this.declineSignOff.decline(person, request, feedback);
  }
}
