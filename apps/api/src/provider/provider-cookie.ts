import { providerAttemptMinutes } from '@journeybook/domain';
import { Inject, Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { Config } from '../config.js';
import { cookieOf } from '../http/admission.guard.js';
import { configToken } from '../tokens.js';

const name = 'journeybook_provider';

/** The cookie that binds a way to a provider to the browser it began in. */
@Injectable()
export class ProviderCookie {
  constructor(@Inject(configToken) private readonly config: Config) {}

  set(response: Response, browser: string): void {
    response.cookie(name, browser, { ...this.options(), maxAge: providerAttemptMinutes * 60_000 });
  }

  /** What the browser has, which is over with it. */
  take(request: Request, response: Response): string | null {
    response.clearCookie(name, this.options());
    return cookieOf(request, name);
  }

  private options() {
    return {
      httpOnly: true,
      sameSite: 'strict',
      path: '/api/provider-sign-in',
      secure: this.config.PUBLIC_URL.startsWith('https:'),
    } as const;
  }
}
