import { Inject, Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { Config } from '../config.js';
import { cookieOf, cookiePrefix, isHttps } from '../http/cookies.js';
import { configToken } from '../tokens.js';
import { newToken } from './open-session.js';

/** What a browser holds while somebody signs in: after the password, and while a passkey signs. Each serves that alone. */
export type StepName = 'pending' | 'passkey';

const cookieNames = { pending: 'journeybook_pending', passkey: 'journeybook_passkey' } as const;

/** Binds the steps of one sign-in to one browser. */
@Injectable()
export class StepCookie {
  constructor(@Inject(configToken) private readonly config: Config) {}

  read(request: Request, step: StepName): string | null {
    return cookieOf(request, cookieNames[step]);
  }

  /** Gives the browser something nobody had before; returns its hash. */
  give(response: Response, step: StepName, minutes: number): Buffer {
    const { token, hash } = newToken();
    response.cookie(this.nameOf(step), token, { ...this.options(), maxAge: minutes * 60_000 });
    return hash;
  }

  clear(response: Response, step: StepName): void {
    response.clearCookie(this.nameOf(step), this.options());
  }

  private nameOf(step: StepName): string {
    return `${cookiePrefix(this.config)}${cookieNames[step]}`;
  }

  private options() {
    const secure = isHttps(this.config);
    // The prefix asks for the whole site.
    return { httpOnly: true, sameSite: 'strict', path: secure ? '/' : '/api/session', secure } as const;
  }
}
