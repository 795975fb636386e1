import type { Installation, Session } from '@journeybook/contracts';
import { endpoints } from '@journeybook/contracts';
import type { KnownPerson } from '@journeybook/database';
import { Database } from '@journeybook/database';
import type { PersonId } from '@journeybook/domain';
import { isTraining } from '@journeybook/domain';
import { Body, Controller, Inject, Req, Res, UseGuards } from '@nestjs/common';
import { ThrottlerGuard } from '@nestjs/throttler';
import type { Request, Response } from 'express';
import type { z } from 'zod';
import { Clock } from '../clock.js';
import type { Config } from '../config.js';
import { SignedInPerson } from '../http/actor.js';
import { cookieOf, sessionCookie } from '../http/admission.guard.js';
import { found, orRefuse } from '../http/refused.js';
import { Serves } from '../http/route.js';
import { configToken, demoSignInsToken } from '../tokens.js';
import { SignIn } from './sign-in.js';

@Controller()
export class SessionController {
  constructor(
    private readonly signIn: SignIn,
    private readonly database: Database,
    private readonly clock: Clock,
    @Inject(configToken) private readonly config: Config,
    @Inject(demoSignInsToken) private readonly demoSignIns: Installation['signIns'],
  ) {}

  @Serves(endpoints.signIn, 'public')
  @UseGuards(ThrottlerGuard)
  async open(
    @Body({ schema: endpoints.signIn.body }) { email, password }: z.output<typeof endpoints.signIn.body>,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Session> {
    const opened = orRefuse(await this.signIn.withPassword(email, password));
    response.cookie(sessionCookie, opened.token, { ...this.cookie(), expires: new Date(opened.expiresAt) });
    return this.describe(found(await this.database.read.roles.find(opened.person, this.clock.today())));
  }

  @Serves(endpoints.currentSession, 'signed-in')
  current(@SignedInPerson() person: KnownPerson): Promise<Session> {
    return this.describe(person);
  }

  @Serves(endpoints.signOut, 'signed-in')
  async end(@Req() request: Request, @Res({ passthrough: true }) response: Response): Promise<void> {
    const token = cookieOf(request, sessionCookie);
    if (token) await this.signIn.out(token);
    response.clearCookie(sessionCookie, this.cookie());
  }

  @Serves(endpoints.installation, 'public')
  installation(): Installation {
    return {
      demo: this.config.DEMO,
      signIns: this.config.DEMO ? this.demoSignIns : [],
      demoPlatformUrl: this.config.DEMO ? this.config.LMS_PUBLIC_URL : null,
    };
  }

  private async describe({ id, name, email, roles }: KnownPerson): Promise<Session> {
    const own = await this.database.read.apprenticeships.listOf(id);
    const open = own.find((one) => isTraining(one.status)) ?? own[0];
    const mentor = roles.some((held) => held.role === 'mentor');
    return {
      person: { id, name, email },
      roles: [...roles],
      ownApprenticeship: open?.id ?? null,
      waitingForApproval: mentor ? await this.countWaiting(id) : 0,
    };
  }

  /** All that waits for a mentor: hours to decide and skills to look at. */
  private async countWaiting(mentor: PersonId): Promise<number> {
    const { hours, signOffRequests } = this.database.read;
    const [entries, requests] = await Promise.all([
      hours.countWaiting(mentor),
      signOffRequests.countWaiting(mentor, this.clock.today()),
    ]);
    return entries + requests;
  }

  private cookie() {
    return {
      httpOnly: true,
      sameSite: 'lax',
      path: '/api',
      secure: this.config.PUBLIC_URL.startsWith('https:'),
    } as const;
  }
}
