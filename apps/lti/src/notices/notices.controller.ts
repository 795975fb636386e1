import { faultLine, isTooSlow } from '@journeybook/database/lti';
import { Body, Controller, Inject, Post, Res } from '@nestjs/common';
import type { Response } from 'express';
import type { Logger } from 'pino';
import { z } from 'zod';
import { NoticeToolsToken } from '../injected.js';
import { type NoticeRefusal, refuseNotice } from './notice-refusals.js';
import { mostAtOnce } from './most-at-once.js';
import { takeNotice, type TakeNoticeTools } from './take-notice.js';

const delivery = z.object({
  notices: z
    .array(z.object({ jwt: z.string() }))
    .min(1)
    .max(mostAtOnce),
});

export type NoticeTools = TakeNoticeTools & { readonly log: Logger };

/** Where platforms tell of copied courses (LTI PNS 1.0); open to everybody whose notices their own platform has signed. */
@Controller('lti')
export class NoticesController {
  constructor(@Inject(NoticeToolsToken) private readonly tools: NoticeTools) {}

  /**
   * Takes every good notice of a delivery, and answers 204, or why the first bad one is refused: platforms do not send again, so a bad
   * one must not take the others with it.
   */
  @Post('notices')
  async take(@Body() body: unknown, @Res() response: Response): Promise<void> {
    const parsed = delivery.safeParse(body);
    if (!parsed.success) return refuseNotice(response, 'notices-unreadable');
    const refusals: NoticeRefusal[] = [];
    try {
      for (const { jwt } of parsed.data.notices) {
        const refusal = await takeNotice(this.tools, jwt, new Date());
        if (refusal) refusals.push(refusal);
      }
    } catch (error) {
      this.tools.log.error({ error: faultLine(error) }, 'notices could not be taken');
      return refuseNotice(response, isTooSlow(error) ? 'too-slow' : 'unexpected');
    }
    const [first] = refusals;
    if (first === undefined) return void response.status(204).end();
    this.tools.log.warn({ reasons: refusals }, 'notices were refused');
    refuseNotice(response, first);
  }
}
