import { randomBytes } from 'node:crypto';
import type { endpoints } from '@journeybook/contracts';
import type { KnownPerson } from '@journeybook/database';
import { Database } from '@journeybook/database';
import type { OrganizationId } from '@journeybook/domain';
import { Inject, Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { Clock } from '../clock.js';
import type { Config } from '../config.js';
import { tokenHash } from '../http/admission.guard.js';
import { configToken } from '../tokens.js';
import { openCollege } from './open-college.js';

const lifetimeMinutes = 7 * 24 * 60;

@Injectable()
export class InvitePlatform {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    @Inject(configToken) private readonly config: Config,
  ) {}

  /** A link that connects one platform to the college, once, within seven days. It is shown now and never again. */
  invite(by: KnownPerson, college: OrganizationId): Promise<z.output<typeof endpoints.invitePlatform.reply>> {
    return this.database.transaction(async (tables) => {
      const opened = await openCollege(tables, by, { college, today: this.clock.today() });
      const [at, expiresAt] = [this.clock.now(), this.clock.in(lifetimeMinutes)];
      const token = randomBytes(32).toString('base64url');
      await tables.platforms.addInvitation({ tokenHash: tokenHash(token), college: opened, by: by.id, at, expiresAt });
      await tables.platforms.note({ college, act: 'invited', by: by.id, at });
      const link = new URL('/lti/register', this.config.LTI_PUBLIC_URL);
      link.searchParams.set('invitation', token);
      return { link: link.href, expiresAt };
    });
  }
}
