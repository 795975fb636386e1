import { randomBytes } from 'node:crypto';
import { Database } from '@journeybook/database';
import type { Instant, PersonId, Result } from '@journeybook/domain';
import { accept, refuse } from '@journeybook/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock.js';
import { tokenHash } from '../http/admission.guard.js';
import { hashPassword, isPassword } from './password.js';

const sessionMinutes = 12 * 60;

/** Compared with when nobody has the address, so that the answer takes as long. */
const nobodysHash = hashPassword(randomBytes(16).toString('hex'));

export interface OpenedSession {
  readonly token: string;
  readonly expiresAt: Instant;
  readonly person: PersonId;
}

@Injectable()
export class SignIn {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Opens a session of twelve hours; `wrong-credentials` does not tell whether the address or the password is wrong. */
  async withPassword(
    email: string,
    password: string,
  ): Promise<Result<OpenedSession, { readonly kind: 'wrong-credentials' }>> {
    const account = await this.database.read.people.findAccount(email);
    const right = await isPassword(password, account?.passwordHash ?? (await nobodysHash));
    if (!account || !right) return refuse({ kind: 'wrong-credentials' });
    const token = randomBytes(32).toString('base64url');
    const expiresAt = this.clock.in(sessionMinutes);
    await this.database.transaction(async ({ sessions }) => {
      await sessions.endExpired(this.clock.now());
      await sessions.add({ tokenHash: tokenHash(token), person: account.id, at: this.clock.now(), expiresAt });
    });
    return accept({ token, expiresAt, person: account.id });
  }

  async out(token: string): Promise<void> {
    await this.database.read.sessions.end(tokenHash(token));
  }
}
