import type { OpenedInvitation, Session } from '@journeybook/contracts';
import { endpoints } from '@journeybook/contracts';
import type { KnownPerson } from '@journeybook/database';
import { Body, Controller, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { z } from 'zod';
import { DescribeSession } from '../access/describe-session.js';
import { SessionCookie } from '../access/session-cookie.js';
import { SignedInPerson } from '../http/actor.js';
import { Serves } from '../http/route.js';
import { AcceptInvitation } from './accept-invitation.js';

/** Behind the link of an invitation. */
@Controller()
export class WelcomeController {
  constructor(
    private readonly acceptInvitation: AcceptInvitation,
    private readonly cookie: SessionCookie,
    private readonly session: DescribeSession,
  ) {}

  @Serves(endpoints.openInvitation, 'public')
  open(
    @Body({ schema: endpoints.openInvitation.body }) { token }: z.output<typeof endpoints.openInvitation.body>,
  ): Promise<OpenedInvitation> {
    return this.acceptInvitation.open(token);
  }

  @Serves(endpoints.acceptInvitation, 'public')
  async accept(
    @Body({ schema: endpoints.acceptInvitation.body }) body: z.output<typeof endpoints.acceptInvitation.body>,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Session> {
    const opened = await this.acceptInvitation.accept(body.token, body, this.cookie.placeOf(request));
    await this.cookie.set(request, response, opened);
    return this.session.of(opened.person);
  }

  @Serves(endpoints.acceptWithoutAccount, 'public')
  acceptWithoutAccount(
    @Body({ schema: endpoints.acceptWithoutAccount.body })
    { token, name }: z.output<typeof endpoints.acceptWithoutAccount.body>,
  ): Promise<void> {
    return this.acceptInvitation.withoutAccount(token, name);
  }

  @Serves(endpoints.joinByInvitation, 'signed-in')
  async join(
    @SignedInPerson() person: KnownPerson,
    @Body({ schema: endpoints.joinByInvitation.body }) { token }: z.output<typeof endpoints.joinByInvitation.body>,
  ): Promise<Session> {
    await this.acceptInvitation.join(person, token);
    return this.session.of(person.id);
  }
}
