import type { KnownPerson, Tables } from '@journeybook/database';
import { Database } from '@journeybook/database';
import type { ApprenticeshipId, Instant, PersonActor, SignOffRequestId } from '@journeybook/domain';
import { covers, mentorCodeMinutes, waits } from '@journeybook/domain';
import { Injectable } from '@nestjs/common';
import { Attempts } from '../access/attempts.js';
import { newToken } from '../access/open-session.js';
import { Post } from '../access/post.js';
import { Clock } from '../clock.js';
import { tokenHash } from '../http/admission.guard.js';
import { found, Refused } from '../http/refused.js';
import type { Letter } from '../mail/mailer.js';
import { SendMentorLink } from './send-mentor-link.js';

export interface CodeAsked {
  readonly aboutHours: boolean;
  readonly signOffRequest: SignOffRequestId | null;
}

const over = { kind: 'mentor-code-over' } as const;
const [fromOneCode, fromOnePlace] = [
  { most: 5, minutes: mentorCodeMinutes },
  { most: 30, minutes: 60 },
];

/** What an apprentice shows as a QR code: it leads a mentor to a letter, and signs nothing. */
@Injectable()
export class MentorCodes {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly attempts: Attempts,
    private readonly post: Post,
    private readonly sendLink: SendMentorLink,
  ) {}

  /** A code for half an hour, for the apprentice of the agreement alone. */
  async give(by: KnownPerson, id: ApprenticeshipId, asked: CodeAsked): Promise<{ code: string; expiresAt: Instant }> {
    const { apprenticeships, mentorLinks, signOffRequests } = this.database.read;
    const apprenticeship = await apprenticeships.find(id);
    if (apprenticeship?.apprentice !== by.id) throw new Refused({ kind: 'not-their-record' });
    const request = asked.signOffRequest && (await signOffRequests.find(asked.signOffRequest));
    const what = { aboutHours: asked.aboutHours, request: request || null };
    if (!waits(what, { apprenticeship, hoursWaiting: 1 })) throw new Refused({ kind: 'nothing-waits' });
    const { token, hash } = newToken();
    const expiresAt = this.clock.in(mentorCodeMinutes);
    await mentorLinks.removeExpiredCodes(this.clock.now());
    await mentorLinks.addCode(hash, { ...asked, apprenticeship: id, expiresAt });
    return { code: token, expiresAt };
  }

  /** Whose code it is, for the page that asks the mentor for their address. */
  async open(code: string): Promise<{ apprentice: string; employer: string }> {
    const { mentorLinks, apprenticeships, people } = this.database.read;
    const known = found(await mentorLinks.findCode(tokenHash(code), this.clock.now()), over);
    const { apprentice, employer } = found(await apprenticeships.find(known.apprenticeship));
    return {
      apprentice: found(await people.find(apprentice)).name,
      employer: found(await people.findOrganization(employer)).name,
    };
  }

  /** Sends the link to the address, when it is that of a mentor of this apprentice. The answer does not tell, nor its time. */
  async send(code: string, email: string, ip: string | undefined): Promise<void> {
    found(await this.database.read.mentorLinks.findCode(tokenHash(code), this.clock.now()), over);
    const isFree =
      this.attempts.take(`mentor code from ${ip}`, fromOnePlace) &&
      this.attempts.take(`mentor code ${tokenHash(code).toString('hex')}`, fromOneCode);
    if (!isFree) throw new Refused({ kind: 'too-many-attempts' });
    this.post.later(() => this.write(code, email));
  }

  private write(code: string, email: string): Promise<Letter | null> {
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
