import type { Installation, Session } from '@journeybook/contracts';
import { endpoints } from '@journeybook/contracts';
import type { SessionPerson } from '@journeybook/database';
import { Body, Controller, Inject, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { z } from 'zod';
import type { Config } from '../config.js';
import { SignedInPerson } from '../http/actor.js';
import { sessionCookie } from '../http/admission.guard.js';
import { cookieOf } from '../http/cookies.js';
import { orRefuse } from '../http/refused.js';
import { Serves } from '../http/route.js';
import { WithoutSecondFactor } from '../http/second-factor.guard.js';
import { configToken, demoSignInsToken } from '../tokens.js';
import { DescribeSession } from './describe-session.js';
import { SessionCookie } from './session-cookie.js';
import { SignIn } from './sign-in.js';
import { StepCookie } from './step-cookie.js';

@Controller()
export class SessionController {
  constructor(
    private readonly signIn: SignIn,
    private readonly cookie: SessionCookie,
    private readonly steps: StepCookie,
    private readonly session: DescribeSession,
    @Inject(configToken) private readonly config: Config,
    @Inject(demoSignInsToken) private readonly demoSignIns: Installation['signIns'],
  ) {}

  @Serves(endpoints.signIn, 'public')
  async open(
    @Body({ schema: endpoints.signIn.body }) credentials: z.output<typeof endpoints.signIn.body>,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Session> {
    const give = (minutes: number) => this.steps.give(response, 'pending', minutes);
    const browser = { place: this.cookie.placeOf(request), ip: request.ip, give };
    const opened = orRefuse(await this.signIn.withPassword(credentials, browser));
    await this.cookie.set(request, response, opened);
    return this.session.of(opened.person);
  }

  @Serves(endpoints.currentSession, 'signed-in')
  @WithoutSecondFactor()
  current(@SignedInPerson() person: SessionPerson): Promise<Session> {
    return this.session.describe(person);
  }

  @Serves(endpoints.signOut, 'signed-in')
  @WithoutSecondFactor()
  async end(@Req() request: Request, @Res({ passthrough: true }) response: Response): Promise<void> {
    const token = cookieOf(request, sessionCookie);
    if (token) await this.signIn.out(token);
    this.cookie.clear(response);
  }

  @Serves(endpoints.installation, 'public')
  installation(): Installation {
    return {
      demo: this.config.DEMO,
      signIns: this.config.DEMO ? this.demoSignIns : [],
      demoPlatformUrl: this.config.DEMO ? this.config.LMS_PUBLIC_URL : null,
    };
  }
}
