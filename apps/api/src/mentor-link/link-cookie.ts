import { Inject, Injectable } from '@nestjs/common';
import type { Response } from 'express';
import type { Config } from '../config.js';
import { linkCookie, linkPath } from '../http/admission.guard.js';
import { cookiePrefix, isHttps } from '../http/cookies.js';
import { configToken } from '../tokens.js';

/** The cookie that carries what a mentor's link has opened; it goes along to nothing else. */
@Injectable()
export class LinkCookie {
  constructor(@Inject(configToken) private readonly config: Config) {}

  set(response: Response, token: string, endsAt: string): void {
    response.cookie(this.name(), token, { ...this.options(), expires: new Date(endsAt) });
  }

  clear(response: Response): void {
    response.clearCookie(this.name(), this.options());
  }

  private name(): string {
    return `${cookiePrefix(this.config)}${linkCookie}`;
  }

  private options() {
    const secure = isHttps(this.config);
    // The prefix asks for the whole site.
    return { httpOnly: true, sameSite: 'strict', path: secure ? '/' : linkPath, secure } as const;
  }
}
