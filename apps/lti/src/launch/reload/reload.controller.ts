import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { keepFramers } from '../../framing/framers.js';
import { ReloadToolsToken } from '../../injected.js';
import type { Sealer } from '../../services/seal.js';
import { type FramePageTools, sendFramePage } from '../send-frame-page.js';
import { framersOfReload } from './reload-address.js';

export interface ReloadTools extends FramePageTools {
  readonly reloadSealer: Sealer;
}

/** The page of a launch, reloaded; open to everybody, since there is nothing in it: what it goes on with is in the browser. */
@Controller('lti')
export class ReloadController {
  constructor(@Inject(ReloadToolsToken) private readonly tools: ReloadTools) {}

  @Get('opened')
  async show(@Req() request: Request, @Res() response: Response): Promise<void> {
    const framers = framersOfReload(this.tools.reloadSealer, request.query['framers']);
    keepFramers(response, framers ?? (await this.tools.knownFramers.list()));
    // Which page it is, only the browser knows.
    await sendFramePage(this.tools, response, { told: {}, mayChoose: true });
  }
}
