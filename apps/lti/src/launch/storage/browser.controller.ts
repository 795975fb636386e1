import { Controller, Get, Header, Req } from '@nestjs/common';
import type { Request } from 'express';
import { checkCookiesScript, keepsCookies } from './check-cookies.js';

/** For the page that comes before a launch in a frame; open to everybody, since nobody is known yet. */
@Controller('lti')
export class CookiesController {
  @Get('cookies')
  @Header('cache-control', 'no-store')
  read(@Req() request: Request): { kept: boolean } {
    return { kept: keepsCookies(request) };
  }

  @Get('check-cookies.js')
  @Header('content-type', 'text/javascript; charset=utf-8')
  @Header('cache-control', 'public, max-age=3600')
  script(): string {
    return checkCookiesScript;
  }
}
