import type { ProviderAnswer } from '@journeybook/contracts';
import { endpoints, organizationId } from '@journeybook/contracts';
import type { KnownPerson } from '@journeybook/database';
import { Database } from '@journeybook/database';
import type { OrganizationId } from '@journeybook/domain';
import { Body, Controller, Param, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { z } from 'zod';
import { DescribeSession } from '../access/describe-session.js';
import { NoteFailedSignIn } from '../access/note-failed-sign-in.js';
import { SessionCookie } from '../access/session-cookie.js';
import { StepCookie } from '../access/step-cookie.js';
import { Clock } from '../clock.js';
import { SignedInPerson } from '../http/actor.js';
import { sessionCookie, tokenHash } from '../http/admission.guard.js';
import { cookieOf } from '../http/cookies.js';
import { orRefuse } from '../http/refused.js';
import { Serves } from '../http/route.js';
import { NeedsFreshSignIn } from '../http/second-factor.guard.js';
import { BeginProviderSignIn } from './begin-provider-sign-in.js';
import { ConnectAccount } from './connect-account.js';
import { EndProviderSignIn } from './end-provider-sign-in.js';
import { ProviderCookie } from './provider-cookie.js';

/** Coming in by an organisation's own provider. */
@Controller()
export class ProviderSignInController {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly beginSignIn: BeginProviderSignIn,
    private readonly connectAccount: ConnectAccount,
    private readonly endSignIn: EndProviderSignIn,
    private readonly cookie: ProviderCookie,
    private readonly sessionCookie: SessionCookie,
    private readonly steps: StepCookie,
    private readonly session: DescribeSession,
    private readonly failed: NoteFailedSignIn,
  ) {}

  @Serves(endpoints.beginProviderSignIn, 'public')
  async begin(
    @Body({ schema: endpoints.beginProviderSignIn.body })
    asked: z.output<typeof endpoints.beginProviderSignIn.body>,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<{ url: string }> {
    const { url, browser } = orRefuse(await this.beginSignIn.begin(asked, request.ip));
    this.cookie.set(response, browser);
    return { url };
  }

  // It opens the account by another way from now on.
  @Serves(endpoints.connectAccount, 'signed-in')
  @NeedsFreshSignIn()
  async connect(
    @SignedInPerson() person: KnownPerson,
    @Res({ passthrough: true }) response: Response,
  ): Promise<{ url: string }> {
    const { url, browser } = orRefuse(await this.connectAccount.begin(person));
    this.cookie.set(response, browser);
    return { url };
  }

  @Serves(endpoints.endProviderSignIn, 'public')
  async end(
    @Param('organization', { schema: organizationId }) organization: OrganizationId,
    @Body({ schema: endpoints.endProviderSignIn.body })
    { parameters }: z.output<typeof endpoints.endProviderSignIn.body>,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ProviderAnswer> {
    const tried = await this.endSignIn.end({
      organization,
      parameters,
      browser: this.cookie.take(request, response),
      signedIn: await this.signedIn(request),
      place: this.sessionCookie.placeOf(request),
      give: (minutes) => this.steps.give(response, 'pending', minutes),
    });
    if (!tried.ended.ok) await this.failed.note(tried.ended.refusal.kind, tried.account);
    const ended = orRefuse(tried.ended);
    if (ended.kind === 'tested') return ended;
    await this.sessionCookie.set(request, response, ended.opened);
    return { kind: 'signed-in', session: await this.session.of(ended.opened.person) };
  }

  private async signedIn(request: Request): Promise<KnownPerson | null> {
    const token = cookieOf(request, sessionCookie);
    const { roles } = this.database.access.read;
    return token === null ? null : roles.findBySession(tokenHash(token), this.clock.now(), this.clock.today());
  }
}
