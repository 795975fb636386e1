import { randomBytes } from 'node:crypto';
import { Database } from '@journeybook/database';
import type { Result } from '@journeybook/domain';
import { accept, refuse } from '@journeybook/domain';
import { Injectable } from '@nestjs/common';
import { tokenHash } from '../http/admission.guard.js';
import type { TooManyAttempts } from './attempts.js';
import type { OpenedSession, SignInPlace } from './open-session.js';
import { OpenSession } from './open-session.js';
import { hashPassword, isPassword } from './password.js';
import { SignInAttempts } from './sign-in-attempts.js';

/** Compared with when nobody has the address, so that the answer takes as long. */
const nobodysHash = hashPassword(randomBytes(16).toString('hex'));

export type SignInRefusal = { readonly kind: 'wrong-credentials' } | TooManyAttempts;

@Injectable()
export class SignIn {
  constructor(
    private readonly database: Database,
    private readonly attempts: SignInAttempts,
    private readonly openSession: OpenSession,
  ) {}

  /** Opens a session; `wrong-credentials` does not tell whether the address or the password is wrong. */
  async withPassword(
    { email, password }: { readonly email: string; readonly password: string },
    place: SignInPlace,
    ip: string | undefined,
  ): Promise<Result<OpenedSession, SignInRefusal>> {
    const taken = await this.attempts.take({ email, ip, knownDevice: place.knownDevice });
    if (!taken.ok) return taken;
    const account = await this.database.read.people.findAccount(email);
    const right = await isPassword(password, account?.passwordHash ?? (await nobodysHash));
    if (!account || !right) return refuse({ kind: 'wrong-credentials' });
    await taken.value.giveBack();
    return accept(await this.database.transaction((tables) => this.openSession.open(tables, account.id, place)));
  }

  async out(token: string): Promise<void> {
    await this.database.read.sessions.end(tokenHash(token));
  }
}
