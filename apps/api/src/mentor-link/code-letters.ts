import type { Tables } from '@journeybook/database';
import { Database } from '@journeybook/database';
import type { ApprenticeshipId, PersonActor } from '@journeybook/domain';
import { covers } from '@journeybook/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock.js';
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
    return (await this.database.read.mentorLinks.findCode(tokenHash(code), this.clock.now())) !== null;
  }

  /** The letter for the address, when it is that of a mentor of the apprentice whose code it is; null for every other. */
  write(code: string, email: string): Promise<Letter | null> {
    return this.database.transaction(async (tables) => {
      const known = await tables.mentorLinks.findCode(tokenHash(code), this.clock.now());
      const apprenticeship = known && (await tables.apprenticeships.find(known.apprenticeship));
      if (!apprenticeship) return null;
      const mentor = await this.mentorAt(tables, apprenticeship.id, email);
      if (!mentor) return null;
      const apprentice: PersonActor = { kind: 'person', person: apprenticeship.apprentice, roles: [] };
      const written = await this.sendLink
        .write(tables, apprentice, apprenticeship.id, { ...known, mentor })
        .catch((error: unknown) => {
          // What waited may have been decided meanwhile: then there is nothing to write.
          if (error instanceof Refused) return null;
          throw error;
        });
      if (written) await tables.mentorLinks.saveMailed(written.id, this.clock.now());
      return written?.letter ?? null;
    });
  }

  private async mentorAt({ apprenticeships, people }: Tables, id: ApprenticeshipId, email: string) {
    const today = this.clock.today();
    const mentor = await people.findByEmail(email.trim());
    const assigned = (await apprenticeships.mentorshipsOf([id])).filter((one) => covers(one, today));
    return assigned.find((one) => one.mentor === mentor)?.mentor ?? null;
  }
}
