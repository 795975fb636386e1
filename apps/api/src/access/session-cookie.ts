import { Database } from '@journeybook/database';
import type { PersonId } from '@journeybook/domain';
import { Inject, Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Clock } from '../clock.js';
import type { Config } from '../config.js';
import { sessionCookie, tokenHash } from '../http/admission.guard.js';
import { cookieOf, cookiePrefix, isHttps } from '../http/cookies.js';
import { configToken } from '../tokens.js';
import { nameDevice } from './name-device.js';
import type { OpenedSession, SignInPlace } from './open-session.js';
import { newToken } from './open-session.js';

/** Says that somebody has signed in in this browser before. */
const deviceCookie = 'journeybook_device';
/** A browser that nobody signed in with for so long is a stranger's again. */
const deviceDays = 180;

/** The cookies of a browser: one carries a session, one says who has signed in there before. */
@Injectable()
export class SessionCookie {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    @Inject(configToken) private readonly config: Config,
  ) {}

  /** Puts the session into the browser, and remembers that its person was here. */
  async set(request: Request, response: Response, { token, expiresAt, person }: OpenedSession): Promise<void> {
    response.cookie(this.nameOf(sessionCookie), token, { ...this.options(), expires: new Date(expiresAt) });
    await this.setKnownDevice(request, response, person);
  }

  /** Remembers that the person was in this browser, which several may share. It opens nothing. */
  async setKnownDevice(request: Request, response: Response, person: PersonId): Promise<void> {
    const { knownDevices } = this.database.access.read;
    await knownDevices.forgetUnused(this.clock.in(-deviceDays * 24 * 60));
    const brought = cookieOf(request, deviceCookie);
    const token = brought && (await knownDevices.isThere(tokenHash(brought))) ? brought : newToken().token;
    await knownDevices.keep(tokenHash(token), person, this.clock.now());
    const expires = new Date(this.clock.in(deviceDays * 24 * 60));
    response.cookie(this.nameOf(deviceCookie), token, { ...this.options(), expires });
  }

  clear(response: Response): void {
    response.clearCookie(this.nameOf(sessionCookie), this.options());
  }

  /** On what and over which session somebody signs in. */
  placeOf(request: Request): SignInPlace {
    return {
      device: nameDevice(request.headers['user-agent']),
      before: cookieOf(request, sessionCookie),
      knownDevice: cookieOf(request, deviceCookie),
    };
  }

  private nameOf(cookie: string): string {
    return `${cookiePrefix(this.config)}${cookie}`;
  }

  private options() {
    const secure = isHttps(this.config);
    // The prefix asks for the whole site.
    return { httpOnly: true, sameSite: 'lax', path: secure ? '/' : '/api', secure } as const;
  }
}
