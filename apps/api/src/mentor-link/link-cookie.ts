import { Inject, Injectable } from '@nestjs/common';
import type { Response } from 'express';
import type { Config } from '../config.js';
import { linkCookie } from '../http/admission.guard.js';
import { configToken } from '../tokens.js';

/** The cookie that carries what a mentor's link has opened; it goes along to nothing else. */
@Injectable()
export class LinkCookie {
  constructor(@Inject(configToken) private readonly config: Config) {}

  set(response: Response, token: string, endsAt: string): void {
    response.cookie(linkCookie, token, { ...this.options(), expires: new Date(endsAt) });
  }

  clear(response: Response): void {
    response.clearCookie(linkCookie, this.options());
  }

  private options() {
    return {
      httpOnly: true,
      sameSite: 'strict',
      path: '/api/mentor-link',
      secure: this.config.PUBLIC_URL.startsWith('https:'),
    } as const;
  }
}
