import { Database } from '@journeybook/database';
import type { Result } from '@journeybook/domain';
import { accept, passwordResetMinutes } from '@journeybook/domain';
import { Injectable } from '@nestjs/common';
import { placeOf } from '@journeybook/outgoing';
import { Clock } from '../clock.js';
import type { Letter } from '../mail/mailer.js';
import type { TooManyAttempts } from './attempts.js';
import { Attempts } from './attempts.js';
import { newToken } from './open-session.js';
import { resetLetter } from './password-letters.js';
import { Post } from './post.js';

/** Letters to one address: nobody's mailbox is filled by a stranger. */
const toOneAddress = [{ most: 3, minutes: 60 }] as const;
const fromOnePlace = [{ most: 20, minutes: 60 }] as const;

@Injectable()
export class ForgotPassword {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly attempts: Attempts,
    private readonly post: Post,
  ) {}

  /**
   * Sends a link of an hour, when the address has an account and was not sent three within the hour. The answer is given before
   * anything is looked up: neither it nor its time tells whether there is one.
   */
  async ask(email: string, ip: string | undefined): Promise<Result<null, TooManyAttempts>> {
    const here = await this.attempts.take([{ what: `forgotten from ${placeOf(ip)}`, limits: fromOnePlace }]);
    if (!here.ok) return here;
    const to = await this.attempts.take([{ what: `forgotten at ${email.toLowerCase()}`, limits: toOneAddress }]);
    if (to.ok) this.post.later((publicUrl) => this.write(email, publicUrl));
    return accept(null);
  }

  private async write(email: string, publicUrl: string): Promise<Letter | null> {
    const { people } = this.database.access.read;
    const account = await people.findAccount(email);
    const details = account && (await people.findDetails(account.id));
    if (!account || !details?.email) return null;
    const { token, hash } = newToken();
    const expiresAt = this.clock.in(passwordResetMinutes);
    await this.database.access.transaction(async ({ passwordResets, audit }) => {
      await passwordResets.put({ tokenHash: hash, person: account.id, at: this.clock.now(), expiresAt });
      audit.concern({ person: account.id });
    });
    return resetLetter({ email: details.email, name: details.name }, { publicUrl, token });
  }
}
