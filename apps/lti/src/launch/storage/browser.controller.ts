import { Controller, Get, Header, Inject, Req } from '@nestjs/common';
import type { Request } from 'express';
import { CookiePrefixToken } from '../../injected.js';
import { browserScript } from './browser-script.js';
import { keepsCookies } from './check-browser.js';

/** For the pages that come before a launch in a frame; open to everybody, since nobody is known yet. */
@Controller('lti')
export class BrowserController {
  constructor(@Inject(CookiePrefixToken) private readonly cookiePrefix: string) {}

  @Get('cookies')
  @Header('cache-control', 'no-store')
  read(@Req() request: Request): { kept: boolean } {
    return { kept: keepsCookies(request, this.cookiePrefix) };
  }

  @Get('check-browser.js')
  @Header('content-type', 'text/javascript; charset=utf-8')
  @Header('cache-control', 'no-cache')
  script(): string {
    return browserScript;
  }
}
