import { Body, Controller, Get, Header, Inject, Post, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import type { Logger } from 'pino';
import { z } from 'zod';
import { refuseAddress } from '@journeybook/outgoing';
import { RegisterToolsToken } from '../injected.js';
import { keepFramers } from '../framing/framers.js';
import { framersOfUnregistered } from '../framing/frame-ancestors.js';
import { digest } from '../services/seal.js';
import { showPlainPage } from '../show-plain-page.js';
import { registerPlatform, type RegisterTools, whyNot } from './register-platform.js';
import { RegistrationRefused, registrationRefusals } from './registration-refusal.js';
import { closeScript, showRegistered } from './show-registered.js';

const opening = z.object({
  invitation: z.string().max(200).optional().catch(undefined),
  openid_configuration: z.string().max(2_000).optional().catch(undefined),
  registration_token: z.string().max(8_000).optional().catch(undefined),
});
type Opening = z.output<typeof opening>;

/** Where a platform's administrator arrives with an invitation (LTI Dynamic Registration 1.0, 3.3). */
@Controller('lti/register')
export class RegisterController {
  constructor(@Inject(RegisterToolsToken) private readonly tools: RegisterTools & { readonly log: Logger }) {}

  /** Asks first: an address may be opened by what only looks ahead, and the invitation is used once. */
  @Get()
  async ask(@Query() query: unknown, @Res() response: Response): Promise<void> {
    const opened = opening.parse(query);
    await this.answer(response, opened, async () => {
      const { invitation, openid_configuration: configuration, registration_token: token } = opened;
      const found = await this.openInvitation(invitation);
      if (!configuration) throw new RegistrationRefused('not-from-a-platform');
      if (refuseAddress(configuration, this.tools.allowLoopback)) throw new RegistrationRefused('address-refused');
      const { host } = new URL(configuration);
      showPlainPage(response, {
        status: 200,
        title: `Connect ${host} to Journeybook?`,
        paragraphs: [`This connects your learning platform to ${found.collegeName}. The invitation is used up by it.`],
        form: {
          action: `${this.tools.addresses.publicUrl}/lti/register`,
          fields: {
            invitation: invitation ?? '',
            openid_configuration: configuration,
            ...(token ? { registration_token: token } : {}),
          },
          button: 'Connect',
        },
      });
    });
  }

  @Post()
  async register(@Body() body: unknown, @Res() response: Response): Promise<void> {
    const opened: Partial<Opening> = opening.safeParse(body ?? {}).data ?? {};
    await this.answer(response, opened, async () => {
      const { invitation, openid_configuration: configurationUrl, registration_token: token } = opened;
      if (!invitation) throw new RegistrationRefused('invitation-missing');
      if (!configurationUrl) throw new RegistrationRefused('not-from-a-platform');
      showRegistered(
        response,
        await registerPlatform(this.tools, { invitation, configurationUrl, token: token ?? null }),
      );
    });
  }

  @Get('close.js')
  @Header('content-type', 'text/javascript; charset=utf-8')
  @Header('cache-control', 'public, max-age=3600')
  script(): string {
    return closeScript;
  }

  private async openInvitation(token: string | undefined) {
    if (!token) throw new RegistrationRefused('invitation-missing');
    const { invitation } = await this.tools.store.invitations.find(digest(token));
    if (!invitation) throw new RegistrationRefused(await whyNot(this.tools.store, digest(token)));
    return invitation;
  }

  /** Whoever comes with an invitation of ours may show what comes of it in a frame: the platform it was pasted at, and nobody else. */
  private async answer(response: Response, opened: Partial<Opening>, work: () => Promise<void>): Promise<void> {
    const framers = framersOfUnregistered(opened, this.tools.allowLoopback);
    try {
      keepFramers(response, framers);
      await work();
    } catch (error) {
      if (!(error instanceof RegistrationRefused)) throw error;
      const { kind, seen } = error;
      if (kind === 'invitation-missing' || kind === 'invitation-unknown') keepFramers(response, []);
      this.tools.log.warn({ reason: kind, seen }, 'a registration was refused');
      const { status, what, next } = registrationRefusals[kind];
      showPlainPage(response, { status, title: 'Nothing was connected', paragraphs: [what, next, `(${kind})`] });
    }
  }
}
