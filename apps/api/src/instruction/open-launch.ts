import { randomBytes } from 'node:crypto';
import type { LaunchSession } from '@journeybook/contracts';
import type { LaunchSessionRow } from '@journeybook/database';
import { Database } from '@journeybook/database';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock.js';
import { tokenHash } from '../http/admission.guard.js';
import { onBehalfOf } from '../http/actor.js';
import { found, Refused } from '../http/refused.js';

/** A bearer lives this long and is renewed while its page is open, for at most one working day. */
const bearerMinutes = 15;
const longestMinutes = 12 * 60;

@Injectable()
export class OpenLaunch {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Trades the one-time code of a launch for a bearer; `launch-ended` when it was used or is too old. */
  async open(code: string): Promise<LaunchSession> {
    const { token, tokenExpiresAt } = this.bearer();
    const launch = await this.database.access.transaction(async ({ launches, audit }) => {
      const opening = { codeHash: tokenHash(code), at: this.clock.now(), tokenHash: tokenHash(token), tokenExpiresAt };
      const opened = found(await launches.open(opening), { kind: 'launch-ended' });
      audit.concern({ organizations: [opened.college], ...(opened.person ? { person: opened.person } : {}) });
      return opened;
    });
    return onBehalfOf({ kind: 'launch', launch }, () => this.present(launch, { token, tokenExpiresAt }));
  }

  async renew(launch: LaunchSessionRow): Promise<LaunchSession> {
    const age = Date.parse(this.clock.now()) - Date.parse(launch.openedAt);
    if (age > longestMinutes * 60_000) throw new Refused({ kind: 'launch-ended' });
    const bearer = this.bearer();
    await this.database.access.read.launches.renew(launch.id, {
      tokenHash: tokenHash(bearer.token),
      expiresAt: bearer.tokenExpiresAt,
    });
    return this.present(launch, bearer);
  }

  private bearer() {
    return { token: randomBytes(32).toString('base64url'), tokenExpiresAt: this.clock.in(bearerMinutes) };
  }

  private async present(
    launch: LaunchSessionRow,
    { token, tokenExpiresAt }: ReturnType<OpenLaunch['bearer']>,
  ): Promise<LaunchSession> {
    const section = await this.database.read.sections.get(launch.section);
    return {
      token,
      expiresAt: tokenExpiresAt,
      role: launch.role,
      person: { identity: launch.identity, name: launch.name },
      section: { id: section.id, title: section.title, mapped: section.mapping !== null },
    };
  }
}
