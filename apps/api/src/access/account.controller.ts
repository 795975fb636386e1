import { endpoints } from '@journeybook/contracts';
import type { KnownPerson } from '@journeybook/database';
import { Database } from '@journeybook/database';
import { Body, Controller, Param, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { z } from 'zod';
import { Clock } from '../clock.js';
import { SignedInPerson } from '../http/actor.js';
import { sessionCookie, tokenHash } from '../http/admission.guard.js';
import { cookieOf } from '../http/cookies.js';
import { found, orRefuse } from '../http/refused.js';
import { Serves } from '../http/route.js';
import { NeedsFreshSignIn } from '../http/second-factor.guard.js';
import { ChangePassword } from './change-password.js';
import { ForgotPassword } from './forgot-password.js';
import { ResetPassword } from './reset-password.js';
import { SessionCookie } from './session-cookie.js';

const sessionId = z.uuid('must be an id').toLowerCase();

/** The token of the session that the request came with. */
export const tokenOf = (request: Request): string => found(cookieOf(request, sessionCookie), { kind: 'not-signed-in' });

@Controller()
export class AccountController {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly changePassword: ChangePassword,
    private readonly forgotPassword: ForgotPassword,
    private readonly resetPassword: ResetPassword,
    private readonly cookie: SessionCookie,
  ) {}

  // The password before is asked for here; that alone is not enough where more than a password opens the account.
  @Serves(endpoints.changePassword, 'signed-in')
  @NeedsFreshSignIn('those with a second factor')
  async change(
    @SignedInPerson() person: KnownPerson,
    @Body({ schema: endpoints.changePassword.body }) body: z.output<typeof endpoints.changePassword.body>,
    @Req() request: Request,
  ): Promise<void> {
    orRefuse(await this.changePassword.change(person, body, tokenOf(request)));
  }

  @Serves(endpoints.listSessions, 'signed-in')
  async list(@SignedInPerson() { id }: KnownPerson, @Req() request: Request) {
    const asked = { current: tokenHash(tokenOf(request)), now: this.clock.now() };
    return { sessions: [...(await this.database.access.read.sessions.list(id, asked))] };
  }

  // Whoever sits at a screen that was left open shuts its owner out nowhere else.
  @Serves(endpoints.endSession, 'signed-in')
  @NeedsFreshSignIn()
  async end(
    @SignedInPerson() { id }: KnownPerson,
    @Param('session', { schema: sessionId }) session: string,
  ): Promise<void> {
    await this.database.access.transaction(async ({ sessions }) => found((await sessions.endOne(id, session)) || null));
  }

  @Serves(endpoints.endOtherSessions, 'signed-in')
  @NeedsFreshSignIn()
  async endOthers(@SignedInPerson() { id }: KnownPerson, @Req() request: Request): Promise<void> {
    await this.database.access.transaction(({ sessions }) => sessions.endOthers(id, tokenHash(tokenOf(request))));
  }

  @Serves(endpoints.forgotPassword, 'public')
  async forgot(
    @Body({ schema: endpoints.forgotPassword.body }) { email }: z.output<typeof endpoints.forgotPassword.body>,
    @Req() request: Request,
  ): Promise<void> {
    orRefuse(await this.forgotPassword.ask(email, request.ip));
  }

  @Serves(endpoints.resetPassword, 'public')
  async reset(
    @Body({ schema: endpoints.resetPassword.body }) body: z.output<typeof endpoints.resetPassword.body>,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<void> {
    const person = orRefuse(await this.resetPassword.reset(body.token, body.password));
    // Whoever reads the letters of the address is no stranger: they get in here however many others guess.
    await this.cookie.setKnownDevice(request, response, person);
  }
}
