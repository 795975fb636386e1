import { Database } from '@journeybook/database';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock.js';
import { asActor, onBehalfOf } from '../http/actor.js';
import { tokenHash } from '../http/admission.guard.js';
import { Refused } from '../http/refused.js';
import type { Letter } from '../mail/mailer.js';
import { SendMentorLink } from './send-mentor-link.js';

@Injectable()
export class CodeLetters {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly sendLink: SendMentorLink,
  ) {}

  /** Whether the code is good now. */
  async isGood(code: string): Promise<boolean> {
    return (await this.database.access.read.mentorLinks.findCode(tokenHash(code), this.clock.now())) !== null;
  }

  /** The letter for the address, when it is that of a mentor of the apprentice whose code it is; null for every other. */
  async write(code: string, email: string): Promise<Letter | null> {
    const { mentorLinks, people, roles } = this.database.access.read;
    const known = await mentorLinks.findCode(tokenHash(code), this.clock.now());
    const parties = known && (await mentorLinks.partiesOf(known.apprenticeship));
    const apprentice = parties && (await roles.find(parties.apprentice.id, this.clock.today()));
    const mentor = await people.findByEmail(email.trim());
    if (!known || !apprentice || !mentor) return null;
    // It is the apprentice who asks, within their reach and by the same rules.
    return onBehalfOf({ kind: 'person', person: apprentice }, async () => {
      const written = await this.database
        .transaction((tables) =>
          this.sendLink.write(tables, asActor(apprentice), known.apprenticeship, { ...known, mentor }),
        )
        .catch(nothingToWrite);
      if (written) await this.database.read.mentorLinks.saveMailed(written.id, this.clock.now());
      return written?.letter ?? null;
    });
  }
}

/** Somebody who is no mentor of theirs gets no letter, and nobody when what waited was decided meanwhile. */
function nothingToWrite(error: unknown): null {
  if (error instanceof Refused) return null;
  throw error;
}
