import type { Tables } from '@journeybook/database';
import type { PersonId } from '@journeybook/domain';
import { replacedSessionMinutes } from '@journeybook/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock.js';
import { tokenHash } from '../http/admission.guard.js';
import type { OpenedSession } from './open-session.js';
import { newToken } from './open-session.js';

@Injectable()
export class RenewSession {
  constructor(private readonly clock: Clock) {}

  /**
   * Gives the session of somebody who just proved again who they are a token nobody had before (ASVS 5.0 7.2.4). Whoever stole the one
   * before has nothing that is fresh, and soon nothing at all: it opens half a minute longer what other tabs have sent with it. Null when
   * another tab did the same just now: its token is in the browser already.
   */
  async renew({ sessions }: Tables, person: PersonId, session: string): Promise<OpenedSession | null> {
    const { token, hash } = newToken();
    const until = this.clock.in(replacedSessionMinutes);
    const expiresAt = await sessions.replace(tokenHash(session), { by: hash, now: this.clock.now(), until });
    return expiresAt && { token, expiresAt, person };
  }
}
