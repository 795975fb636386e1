import { apprenticeshipId, endpoints, mentorLinkId } from '@journeybook/contracts';
import type { KnownPerson } from '@journeybook/database';
import type { ApprenticeshipId, MentorLinkId } from '@journeybook/domain';
import { Body, Controller, Param, Req } from '@nestjs/common';
import type { Request } from 'express';
import type { z } from 'zod';
import { SignedInPerson } from '../http/actor.js';
import { Serves } from '../http/route.js';
import { ManageMentorLinks } from './manage-mentor-links.js';
import { MentorCodes } from './mentor-codes.js';
import { SendLinkByCode } from './send-link-by-code.js';

type Body_<Name extends 'sendMentorLink' | 'giveMentorCode' | 'openMentorCode' | 'sendLinkByCode'> = z.output<
  (typeof endpoints)[Name]['body']
>;
const Agreement = () => Param('apprenticeship', { schema: apprenticeshipId });

/** Asking mentors by link or QR code, and taking links back. */
@Controller()
export class MentorLinkController {
  constructor(
    private readonly links: ManageMentorLinks,
    private readonly codes: MentorCodes,
    private readonly letters: SendLinkByCode,
  ) {}

  @Serves(endpoints.listMentorLinks, 'mentor-link:send')
  list(@SignedInPerson() person: KnownPerson, @Agreement() apprenticeship: ApprenticeshipId) {
    return this.links.list(person, apprenticeship);
  }

  @Serves(endpoints.sendMentorLink, 'mentor-link:send')
  send(
    @SignedInPerson() person: KnownPerson,
    @Agreement() apprenticeship: ApprenticeshipId,
    @Body({ schema: endpoints.sendMentorLink.body }) asked: Body_<'sendMentorLink'>,
  ) {
    return this.links.send(person, apprenticeship, asked);
  }

  @Serves(endpoints.revokeMentorLink, 'mentor-link:send')
  revoke(
    @SignedInPerson() person: KnownPerson,
    @Param('link', { schema: mentorLinkId }) link: MentorLinkId,
  ): Promise<void> {
    return this.links.revoke(person, link);
  }

  @Serves(endpoints.giveMentorCode, 'mentor-link:send')
  give(
    @SignedInPerson() person: KnownPerson,
    @Agreement() apprenticeship: ApprenticeshipId,
    @Body({ schema: endpoints.giveMentorCode.body }) asked: Body_<'giveMentorCode'>,
  ) {
    return this.codes.give(person, apprenticeship, asked);
  }

  @Serves(endpoints.openMentorCode, 'public')
  open(@Body({ schema: endpoints.openMentorCode.body }) { code }: Body_<'openMentorCode'>) {
    return this.codes.open(code);
  }

  @Serves(endpoints.sendLinkByCode, 'public')
  sendByCode(
    @Body({ schema: endpoints.sendLinkByCode.body }) { code, email }: Body_<'sendLinkByCode'>,
    @Req() request: Request,
  ): Promise<void> {
    return this.letters.send(code, email, request.ip);
  }
}
