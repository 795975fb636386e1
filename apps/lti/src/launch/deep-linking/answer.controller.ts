import { Controller, Get, Header, Inject, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { AnswerToolsToken } from '../../injected.js';
import { answerPlatform, type AnswerTools } from './answer-platform.js';
import { sendAnswerScript } from './show-answer.js';

/** Where the picker's page brings its choice; open to everybody who holds the sealed ticket of such a page. */
@Controller('lti')
export class AnswerController {
  constructor(@Inject(AnswerToolsToken) private readonly tools: AnswerTools) {}

  @Post('picked')
  answer(@Req() request: Request, @Res() response: Response): Promise<void> {
    return answerPlatform(this.tools, request, response);
  }

  @Get('send-answer.js')
  @Header('content-type', 'text/javascript; charset=utf-8')
  @Header('cache-control', 'no-cache')
  script(): string {
    return sendAnswerScript;
  }
}
