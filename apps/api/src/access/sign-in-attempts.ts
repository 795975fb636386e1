import { Database } from '@journeybook/database';
import type { Result } from '@journeybook/domain';
import { Injectable } from '@nestjs/common';
import { placeOf } from '@journeybook/outgoing';
import { tokenHash } from '../http/admission.guard.js';
import type { Limited, Taken, TooManyAttempts } from './attempts.js';
import { Attempts } from './attempts.js';

/** Wrong guesses at one account from one place, or from one browser: the more, the longer the wait. */
const atOneDoor = [
  { most: 10, minutes: 1 },
  { most: 40, minutes: 60 },
  { most: 100, minutes: 24 * 60 },
] as const;
/** Wrong guesses at any account from one place; behind one address there may be a whole college. */
const fromOnePlace = [{ most: 300, minutes: 60 }] as const;
/** Wrong guesses at one account from everywhere, by browsers in which nobody of that account has signed in before. */
const byStrangers = [{ most: 100, minutes: 60 }] as const;

/** Who tries to sign in, from where, and with which token of a browser, if any. */
export interface SignInAttempt {
  readonly email: string;
  readonly ip: string | undefined;
  readonly knownDevice: string | null;
}

/**
 * How often somebody may guess a password (OWASP ASVS 5.0, 6.3.1). Strangers are stopped together, whatever address they come from; a
 * browser in which the account's owner has signed in before is counted by itself, so that strangers lock nobody out.
 */
@Injectable()
export class SignInAttempts {
  constructor(
    private readonly database: Database,
    private readonly attempts: Attempts,
  ) {}

  /** Counts one more. Whether anybody has the address makes no difference, neither to the answer nor to what is asked for it. */
  async take({ email, ip, knownDevice }: SignInAttempt): Promise<Result<Taken, TooManyAttempts>> {
    const account = email.trim().toLowerCase();
    const device = knownDevice === null ? null : tokenHash(knownDevice);
    if (device && (await this.database.access.read.knownDevices.isKnown(device, account)))
      return this.attempts.take([{ what: `sign-in at ${account} in ${device.toString('hex')}`, limits: atOneDoor }]);
    const place = placeOf(ip);
    // First by place: what one place sends in vain must not use up what is left for all the others.
    return this.inTurn(
      [
        { what: `sign-in at ${account} from ${place}`, limits: atOneDoor },
        { what: `sign-in from ${place}`, limits: fromOnePlace },
      ],
      [{ what: `sign-in at ${account}`, limits: byStrangers }],
    );
  }

  private async inTurn(first: readonly Limited[], second: readonly Limited[]): Promise<Result<Taken, TooManyAttempts>> {
    const near = await this.attempts.take(first);
    if (!near.ok) return near;
    const all = await this.attempts.take(second);
    if (!all.ok) return all;
    const giveBack = async () => {
      await near.value.giveBack();
      await all.value.giveBack();
    };
    return { ok: true, value: { giveBack } };
  }
}
