import { Database } from '@journeybook/database';
import type { ChoosePasswordRefusal, PersonId, Result } from '@journeybook/domain';
import { accept, refuse } from '@journeybook/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock.js';
import { tokenHash } from '../http/admission.guard.js';
import { keepPassword } from './keep-password.js';
import { changedLetter } from './password-letters.js';
import { Post } from './post.js';

export type ResetPasswordRefusal = ChoosePasswordRefusal | { readonly kind: 'link-over' };

@Injectable()
export class ResetPassword {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly post: Post,
  ) {}

  /** Keeps a new password for the one with the link, and ends every session of theirs: answers whose it is. A password that is refused leaves the link. */
  async reset(token: string, password: string): Promise<Result<PersonId, ResetPasswordRefusal>> {
    const kept = await this.database.access.transaction(async (tables) => {
      const person = await tables.passwordResets.lock(tokenHash(token), this.clock.now());
      if (!person) return refuse({ kind: 'link-over' });
      tables.audit.concern({ person });
      const result = await keepPassword(tables, person, password);
      if (result.ok) await tables.sessions.endOthers(person, null);
      return result.ok ? accept({ person, letter: result.value }) : result;
    });
    if (!kept.ok) return kept;
    this.post.later(async (publicUrl) => changedLetter(kept.value.letter, publicUrl));
    return accept(kept.value.person);
  }
}
