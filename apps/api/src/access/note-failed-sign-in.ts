import { Database, describeFault } from '@journeybook/database';
import type { PersonId, Result } from '@journeybook/domain';
import { Injectable, Logger } from '@nestjs/common';
import type { RefusalKind } from '../http/refusals.js';
import { Refused } from '../http/refused.js';
import { Attempts } from './attempts.js';

/** Failures on file for one account, and for all that name none: whoever tries without end fills no table. */
const noted = [{ most: 60, minutes: 1 }];

@Injectable()
export class NoteFailedSignIn {
  private readonly log = new Logger(NoteFailedSignIn.name);

  constructor(
    private readonly database: Database,
    private readonly attempts: Attempts,
  ) {}

  /**
   * Puts on file that somebody was not let in: at whose account, where that is known, and why; never what was sent (ASVS 5.0 16.3.1). That
   * a second step is asked is none. Never throws: an answer is given whether or not it can be put on file.
   */
  async note(refusal: RefusalKind, person: PersonId | null): Promise<void> {
    if (refusal === 'second-factor-asked') return;
    try {
      const taken = await this.attempts.take([{ what: `failed sign-ins of ${person ?? 'nobody'}`, limits: noted }]);
      if (!taken.ok) return;
      const whose = person ? { person } : {};
      await this.database.access.read.audit.note({ kind: 'refused', ...whose, details: { refusal } });
    } catch (error) {
      this.log.error({ fault: describeFault(error), msg: 'A failed sign-in was not put on file' });
    }
  }

  /** Runs a sign-in and notes when it is refused, by its result or by an exception; `owner` says whose account it is. */
  async watch<T, Refusal extends { readonly kind: RefusalKind }>(
    owner: () => Promise<PersonId | null>,
    signIn: () => Promise<Result<T, Refusal>>,
  ): Promise<Result<T, Refusal>> {
    try {
      const result = await signIn();
      if (!result.ok) await this.note(result.refusal.kind, await owner());
      return result;
    } catch (error) {
      if (error instanceof Refused) await this.note(error.refusal.kind, await owner());
      throw error;
    }
  }
}
