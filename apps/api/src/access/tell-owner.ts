import { Database } from '@journeybook/database';
import type { PersonId } from '@journeybook/domain';
import { Injectable } from '@nestjs/common';
import { Post } from './post.js';
import type { WriteLetter } from './second-factor-letters.js';

@Injectable()
export class TellOwner {
  constructor(
    private readonly database: Database,
    private readonly post: Post,
  ) {}

  /** Sends somebody a letter about their own account, later; whoever has no address gets none. */
  later(person: PersonId, write: WriteLetter): void {
    this.post.later(async (publicUrl) => {
      const details = await this.database.access.read.people.findDetails(person);
      return details?.email ? write({ email: details.email, name: details.name }, publicUrl) : null;
    });
  }
}
