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
import type { SecondStepAsked } from './second-step.js';
import { SecondStep } from './second-step.js';
import { SignInAttempts } from './sign-in-attempts.js';

/** Compared with when nobody has the address, so that the answer takes as long. */
const nobodysHash = hashPassword(randomBytes(16).toString('hex'));

export type SignInRefusal = { readonly kind: 'wrong-credentials' } | TooManyAttempts | SecondStepAsked;

/** The browser that signs in: where it is, and how it is given what it comes back with for a second step. */
export interface SignInBrowser {
  readonly place: SignInPlace;
  readonly ip: string | undefined;
  readonly give: (minutes: number) => Buffer;
}

@Injectable()
export class SignIn {
  constructor(
    private readonly database: Database,
    private readonly attempts: SignInAttempts,
    private readonly openSession: OpenSession,
    private readonly secondStep: SecondStep,
  ) {}

  /**
   * Opens a session, or asks for the second step where there is one. `wrong-credentials` does not tell whether the address or the
   * password is wrong.
   */
  async withPassword(
    { email, password }: { readonly email: string; readonly password: string },
    { place, ip, give }: SignInBrowser,
  ): Promise<Result<OpenedSession, SignInRefusal>> {
    const taken = await this.attempts.take({ email, ip, knownDevice: place.knownDevice });
    if (!taken.ok) return taken;
    const account = await this.database.access.read.people.findAccount(email);
    const right = await isPassword(password, account?.passwordHash ?? (await nobodysHash));
    if (!account || !right) {
      await this.database.access.read.audit.note({
        kind: 'refused',
        ...(account ? { person: account.id } : {}),
        details: { refusal: 'wrong-credentials' },
      });
      return refuse({ kind: 'wrong-credentials' });
    }
    await taken.value.giveBack();
    return this.database.access.transaction(async (tables) => {
      const asked = await this.secondStep.ask(tables, account.id, give);
      return asked ? refuse(asked) : accept(await this.openSession.open(tables, account.id, place));
    });
  }

  async out(token: string): Promise<void> {
    await this.database.access.transaction(({ sessions }) => sessions.end(tokenHash(token)));
  }
}
