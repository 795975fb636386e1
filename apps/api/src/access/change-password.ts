import type { KnownPerson } from '@journeybook/database';
import { Database } from '@journeybook/database';
import type { ChoosePasswordRefusal, Result } from '@journeybook/domain';
import { accept, refuse } from '@journeybook/domain';
import { Injectable } from '@nestjs/common';
import { tokenHash } from '../http/admission.guard.js';
import type { TooManyAttempts } from './attempts.js';
import { Attempts } from './attempts.js';
import { keepPassword } from './keep-password.js';
import { isPassword } from './password.js';
import { changedLetter } from './password-letters.js';
import { Post } from './post.js';

const guesses = [{ most: 10, minutes: 15 }] as const;

export type ChangePasswordRefusal = ChoosePasswordRefusal | { readonly kind: 'wrong-password' } | TooManyAttempts;

@Injectable()
export class ChangePassword {
  constructor(
    private readonly database: Database,
    private readonly attempts: Attempts,
    private readonly post: Post,
  ) {}

  /** Changes the password of whoever knows the one before, and ends every other session of theirs. */
  async change(
    { id }: KnownPerson,
    { current, password }: { readonly current: string; readonly password: string },
    session: string,
  ): Promise<Result<null, ChangePasswordRefusal>> {
    const taken = await this.attempts.take([{ what: `password of ${id}`, limits: guesses }]);
    if (!taken.ok) return taken;
    const hash = await this.database.access.read.people.findPasswordHash(id);
    if (!hash || !(await isPassword(current, hash))) return refuse({ kind: 'wrong-password' });
    await taken.value.giveBack();
    const kept = await this.database.access.transaction(async (tables) => {
      const result = await keepPassword(tables, id, password);
      if (result.ok) await tables.sessions.endOthers(id, tokenHash(session));
      return result;
    });
    if (!kept.ok) return kept;
    this.post.later(async (publicUrl) => changedLetter(kept.value, publicUrl));
    return accept(null);
  }
}
