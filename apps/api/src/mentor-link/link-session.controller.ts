import type { LinkSessionView } from '@journeybook/contracts';
import { endpoints } from '@journeybook/contracts';
import type { LinkSession } from '@journeybook/database';
import { Database } from '@journeybook/database';
import { Body, Controller, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { z } from 'zod';
import { nameDevice } from '../access/name-device.js';
import { CurrentLink } from '../http/actor.js';
import { Serves } from '../http/route.js';
import { DeclineByLink } from './decline-by-link.js';
import { HoursByLink } from './hours-by-link.js';
import { LinkCookie } from './link-cookie.js';
import { OpenMentorLink } from './open-mentor-link.js';
import { SkillsByLink } from './skills-by-link.js';
import { WaitingByLink } from './waiting-by-link.js';

type Body_<
  Name extends
    | 'openMentorLink'
    | 'linkApprove'
    | 'linkUndo'
    | 'linkReturn'
    | 'linkDemonstrate'
    | 'linkObserve'
    | 'linkSignOff'
    | 'linkDecline',
> = z.output<(typeof endpoints)[Name]['body']>;

/** Behind a mentor's link: what waits of one apprentice, and the mentor's acts on it. */
@Controller()
export class LinkSessionController {
  constructor(
    private readonly database: Database,
    private readonly openLink: OpenMentorLink,
    private readonly waiting: WaitingByLink,
    private readonly decideHours: HoursByLink,
    private readonly skills: SkillsByLink,
    private readonly requests: DeclineByLink,
    private readonly cookie: LinkCookie,
  ) {}

  @Serves(endpoints.openMentorLink, 'public')
  async open(
    @Body({ schema: endpoints.openMentorLink.body }) { token }: Body_<'openMentorLink'>,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<LinkSessionView> {
    const { session, secret } = await this.openLink.open(token, nameDevice(request.headers['user-agent']));
    this.cookie.set(response, secret, session.endsAt);
    return this.openLink.describe(session);
  }

  @Serves(endpoints.readLinkSession, 'mentor-link:decide')
  read(@CurrentLink() link: LinkSession): Promise<LinkSessionView> {
    return this.openLink.describe(link);
  }

  @Serves(endpoints.endLinkSession, 'mentor-link:decide')
  async end(@CurrentLink() { id }: LinkSession, @Res({ passthrough: true }) response: Response): Promise<void> {
    await this.database.access.transaction(({ mentorLinks }) => mentorLinks.endSession(id));
    this.cookie.clear(response);
  }

  @Serves(endpoints.linkQueue, 'mentor-link:decide')
  async hours(@CurrentLink() link: LinkSession) {
    return { entries: await this.waiting.hours(link) };
  }

  @Serves(endpoints.linkApprove, 'mentor-link:decide')
  approve(
    @CurrentLink() link: LinkSession,
    @Body({ schema: endpoints.linkApprove.body }) { entries }: Body_<'linkApprove'>,
  ) {
    return this.decideHours.approve(link, entries);
  }

  @Serves(endpoints.linkUndo, 'mentor-link:decide')
  undo(@CurrentLink() link: LinkSession, @Body({ schema: endpoints.linkUndo.body }) { entries }: Body_<'linkUndo'>) {
    return this.decideHours.undo(link, entries);
  }

  @Serves(endpoints.linkReturn, 'mentor-link:decide')
  return(
    @CurrentLink() link: LinkSession,
    @Body({ schema: endpoints.linkReturn.body }) { entries, reason }: Body_<'linkReturn'>,
  ) {
    return this.decideHours.return(link, entries, reason);
  }

  @Serves(endpoints.linkRequests, 'mentor-link:decide')
  async asked(@CurrentLink() link: LinkSession) {
    return { requests: await this.waiting.request(link) };
  }

  @Serves(endpoints.linkDemonstrate, 'mentor-link:decide')
  demonstrate(
    @CurrentLink() link: LinkSession,
    @Body({ schema: endpoints.linkDemonstrate.body }) act: Body_<'linkDemonstrate'>,
  ) {
    return this.skills.demonstrate(link, act);
  }

  @Serves(endpoints.linkObserve, 'mentor-link:decide')
  observe(@CurrentLink() link: LinkSession, @Body({ schema: endpoints.linkObserve.body }) act: Body_<'linkObserve'>) {
    return this.skills.observe(link, act);
  }

  @Serves(endpoints.linkSignOff, 'mentor-link:decide')
  signOff(@CurrentLink() link: LinkSession, @Body({ schema: endpoints.linkSignOff.body }) act: Body_<'linkSignOff'>) {
    return this.skills.signOff(link, act);
  }

  @Serves(endpoints.linkDecline, 'mentor-link:decide')
  decline(
    @CurrentLink() link: LinkSession,
    @Body({ schema: endpoints.linkDecline.body }) { feedback }: Body_<'linkDecline'>,
  ): Promise<void> {
    return this.requests.decline(link, feedback);
  }
}
