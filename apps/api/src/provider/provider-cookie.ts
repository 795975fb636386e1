import { providerAttemptMinutes } from '@journeybook/domain';
import { Inject, Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { Config } from '../config.js';
import { cookieOf, cookiePrefix, isHttps } from '../http/cookies.js';
import { configToken } from '../tokens.js';

const name = 'journeybook_provider';

/** The cookie that binds a way to a provider to the browser it began in. */
@Injectable()
export class ProviderCookie {
  constructor(@Inject(configToken) private readonly config: Config) {}

  set(response: Response, browser: string): void {
    response.cookie(this.name(), browser, { ...this.options(), maxAge: providerAttemptMinutes * 60_000 });
  }

  /** What the browser has, which is over with it. */
  take(request: Request, response: Response): string | null {
    response.clearCookie(this.name(), this.options());
    return cookieOf(request, name);
  }

  private name(): string {
    return `${cookiePrefix(this.config)}${name}`;
  }

  private options() {
    const secure = isHttps(this.config);
    // The prefix asks for the whole site.
    return { httpOnly: true, sameSite: 'strict', path: secure ? '/' : '/api/provider-sign-in', secure } as const;
  }
}
