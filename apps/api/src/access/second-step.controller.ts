import type { PasskeyRequest, Session } from '@journeybook/contracts';
import { endpoints } from '@journeybook/contracts';
import type { KnownPerson } from '@journeybook/database';
import { Body, Controller, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { z } from 'zod';
import { SignedInPerson } from '../http/actor.js';
import { orRefuse } from '../http/refused.js';
import { Serves } from '../http/route.js';
import { WithoutSecondFactor } from '../http/second-factor.guard.js';
import { tokenOf } from './account.controller.js';
import { DescribeSession } from './describe-session.js';
import { FinishSignIn } from './finish-sign-in.js';
import { FreshenSession } from './freshen-session.js';
import { FreshenWithPasskey } from './freshen-with-passkey.js';
import { NoteFailedSignIn } from './note-failed-sign-in.js';
import type { OpenedSession } from './open-session.js';
import { SessionCookie } from './session-cookie.js';
import { SignInWithPasskey } from './sign-in-with-passkey.js';
import { StepCookie } from './step-cookie.js';

/** Signing in with more than a password, and proving anew who one is. */
@Controller()
export class SecondStepController {
  constructor(
    private readonly cookie: SessionCookie,
    private readonly steps: StepCookie,
    private readonly session: DescribeSession,
    private readonly finishSignIn: FinishSignIn,
    private readonly withPasskey: SignInWithPasskey,
    private readonly failed: NoteFailedSignIn,
    private readonly freshen: FreshenSession,
    private readonly freshenByPasskey: FreshenWithPasskey,
  ) {}

  @Serves(endpoints.finishSignIn, 'public')
  async finish(
    @Body({ schema: endpoints.finishSignIn.body }) step: z.output<typeof endpoints.finishSignIn.body>,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Session> {
    const pending = this.steps.read(request, 'pending');
    return this.open(
      request,
      response,
      orRefuse(await this.finishSignIn.finish(pending, step, this.browserOf(request))),
    );
  }

  @Serves(endpoints.askPasskeyToSignIn, 'public')
  async askPasskey(@Req() request: Request, @Res({ passthrough: true }) response: Response): Promise<PasskeyRequest> {
    const give = (minutes: number) => this.steps.give(response, 'passkey', minutes);
    return orRefuse(await this.withPasskey.ask(give, request.ip));
  }

  @Serves(endpoints.signInWithPasskey, 'public')
  async signInWithPasskey(
    @Body({ schema: endpoints.signInWithPasskey.body }) body: z.output<typeof endpoints.signInWithPasskey.body>,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Session> {
    const holder = this.steps.read(request, 'passkey');
    const opened = await this.failed.watch(
      () => this.withPasskey.ownerOf(body.passkey),
      () => this.withPasskey.signIn(holder, body.passkey, this.browserOf(request)),
    );
    return this.open(request, response, orRefuse(opened));
  }

  @Serves(endpoints.freshenSession, 'signed-in')
  @WithoutSecondFactor()
  async freshenWithPassword(
    @SignedInPerson() { id }: KnownPerson,
    @Body({ schema: endpoints.freshenSession.body }) body: z.output<typeof endpoints.freshenSession.body>,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<void> {
    await this.goOn(request, response, orRefuse(await this.freshen.withPassword(id, tokenOf(request), body)));
  }

  @Serves(endpoints.askPasskeyToFreshen, 'signed-in')
  @WithoutSecondFactor()
  askToFreshen(@SignedInPerson() { id }: KnownPerson, @Req() request: Request): Promise<PasskeyRequest> {
    return this.freshenByPasskey.ask(id, tokenOf(request));
  }

  @Serves(endpoints.freshenWithPasskey, 'signed-in')
  @WithoutSecondFactor()
  async freshenWithPasskey(
    @SignedInPerson() { id }: KnownPerson,
    @Body({ schema: endpoints.freshenWithPasskey.body }) body: z.output<typeof endpoints.freshenWithPasskey.body>,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<void> {
    const freshened = await this.freshenByPasskey.freshen(id, tokenOf(request), body.passkey);
    await this.goOn(request, response, orRefuse(freshened));
  }

  /** The browser goes on with the token that the session has now, if it is another one. */
  private async goOn(request: Request, response: Response, renewed: OpenedSession | null): Promise<void> {
    if (renewed) await this.cookie.set(request, response, renewed);
  }

  private browserOf(request: Request) {
    return { place: this.cookie.placeOf(request), ip: request.ip };
  }

  /** Nothing of the steps before is left in the browser. */
  private async open(request: Request, response: Response, opened: OpenedSession): Promise<Session> {
    this.steps.clear(response, 'pending');
    this.steps.clear(response, 'passkey');
    await this.cookie.set(request, response, opened);
    return this.session.of(opened.person);
  }
}
