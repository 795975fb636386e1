import { randomBytes } from 'node:crypto';
import { Database } from '@journeybook/database';
import type { Result } from '@journeybook/domain';
import { accept, refuse } from '@journeybook/domain';
import { Injectable } from '@nestjs/common';
import { tokenHash } from '../http/admission.guard.js';
import { Attempts } from './attempts.js';
import { DemandProvider } from './demand-provider.js';
import type { OpenedSession, SignInPlace } from './open-session.js';
import { OpenSession } from './open-session.js';
import { hashPassword, isPassword } from './password.js';

/** Compared with when nobody has the address, so that the answer takes as long. */
const nobodysHash = hashPassword(randomBytes(16).toString('hex'));

/** Wrong guesses at one account from anywhere, beside the ten a minute from one place. */
const atOneAccount = { most: 100, minutes: 60 };
/** Wrong guesses at any account from one place; behind one address there may be a whole college. */
const fromOnePlace = { most: 300, minutes: 60 };

export type SignInRefusal =
  | { readonly kind: 'wrong-credentials' }
  | { readonly kind: 'too-many-attempts' }
  | { readonly kind: 'sign-in-with-organization' };

@Injectable()
export class SignIn {
  constructor(
    private readonly database: Database,
    private readonly attempts: Attempts,
    private readonly openSession: OpenSession,
    private readonly demand: DemandProvider,
  ) {}

  /**
   * Opens a session; `wrong-credentials` does not tell whether the address or the password is wrong. That an organisation demands its
   * own sign-in is told to whoever knows the password.
   */
  async withPassword(
    { email, password }: { readonly email: string; readonly password: string },
    place: SignInPlace,
    ip: string | undefined,
  ): Promise<Result<OpenedSession, SignInRefusal>> {
    const limits = [
      [`sign-in at ${email.toLowerCase()}`, atOneAccount],
      [`sign-in from ${ip}`, fromOnePlace],
    ] as const;
    const taken = limits.map(([key, limit]) => this.attempts.take(key, limit));
    if (taken.includes(false)) return refuse({ kind: 'too-many-attempts' });
    const account = await this.database.read.people.findAccount(email);
    const right = await isPassword(password, account?.passwordHash ?? (await nobodysHash));
    if (!account || !right) return refuse({ kind: 'wrong-credentials' });
    for (const [key] of limits) this.attempts.giveBack(key);
    if (await this.demand.of(this.database.read, account.id, email))
      return refuse({ kind: 'sign-in-with-organization' });
    return accept(await this.database.transaction((tables) => this.openSession.open(tables, account.id, place)));
  }

  async out(token: string): Promise<void> {
    await this.database.read.sessions.end(tokenHash(token));
  }
}
