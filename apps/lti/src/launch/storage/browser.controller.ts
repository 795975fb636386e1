import { Controller, Get, Header, Req } from '@nestjs/common';
import type { Request } from 'express';
import { browserScript } from './browser-script.js';
import { keepsCookies } from './check-browser.js';

/** For the pages that come before a launch in a frame; open to everybody, since nobody is known yet. */
@Controller('lti')
export class BrowserController {
  @Get('cookies')
  @Header('cache-control', 'no-store')
  read(@Req() request: Request): { kept: boolean } {
    return { kept: keepsCookies(request) };
  }

  @Get('check-browser.js')
  @Header('content-type', 'text/javascript; charset=utf-8')
  @Header('cache-control', 'no-cache')
  script(): string {
    return browserScript;
  }
}
