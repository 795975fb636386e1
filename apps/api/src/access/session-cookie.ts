import { Inject, Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { Config } from '../config.js';
import { cookieOf, sessionCookie } from '../http/admission.guard.js';
import { configToken } from '../tokens.js';
import { nameDevice } from './name-device.js';
import type { OpenedSession, SignInPlace } from './open-session.js';

/** The cookie that carries a session. */
@Injectable()
export class SessionCookie {
  constructor(@Inject(configToken) private readonly config: Config) {}

  set(response: Response, { token, expiresAt }: OpenedSession): void {
    response.cookie(sessionCookie, token, { ...this.options(), expires: new Date(expiresAt) });
  }

  clear(response: Response): void {
    response.clearCookie(sessionCookie, this.options());
  }

  /** On what and over which session somebody signs in. */
  placeOf(request: Request): SignInPlace {
    return { device: nameDevice(request.headers['user-agent']), before: cookieOf(request, sessionCookie) };
  }

  private options() {
    return {
      httpOnly: true,
      sameSite: 'lax',
      path: '/api',
      secure: this.config.PUBLIC_URL.startsWith('https:'),
    } as const;
  }
}
