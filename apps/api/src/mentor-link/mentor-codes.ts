import type { KnownPerson } from '@journeybook/database';
import { Database } from '@journeybook/database';
import type { ApprenticeshipId, Instant, SignOffRequestId } from '@journeybook/domain';
import { mentorCodeMinutes, waits } from '@journeybook/domain';
import { Injectable } from '@nestjs/common';
import { newToken } from '../access/open-session.js';
import { Clock } from '../clock.js';
import { tokenHash } from '../http/admission.guard.js';
import { found, Refused } from '../http/refused.js';

export interface CodeAsked {
  readonly aboutHours: boolean;
  readonly signOffRequest: SignOffRequestId | null;
}

const over = { kind: 'mentor-code-over' } as const;

/** What an apprentice shows as a QR code: it leads a mentor to a letter, and signs nothing. */
@Injectable()
export class MentorCodes {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** A code for half an hour, for the apprentice of the agreement alone. */
  async give(by: KnownPerson, id: ApprenticeshipId, asked: CodeAsked): Promise<{ code: string; expiresAt: Instant }> {
    const { apprenticeships, signOffRequests } = this.database.read;
    const apprenticeship = await apprenticeships.find(id);
    if (apprenticeship?.apprentice !== by.id) throw new Refused({ kind: 'not-their-record' });
    const request = asked.signOffRequest && (await signOffRequests.find(asked.signOffRequest));
    if (asked.signOffRequest && !request) throw new Refused({ kind: 'nothing-waits' });
    const what = { aboutHours: asked.aboutHours, request: request || null };
    if (!waits(what, { apprenticeship, hoursWaiting: 1 })) throw new Refused({ kind: 'nothing-waits' });
    const { token, hash } = newToken();
    const expiresAt = this.clock.in(mentorCodeMinutes);
    await this.database.access.read.mentorLinks.removeExpiredCodes(this.clock.now());
    await this.database.transaction((tables) =>
      tables.mentorLinks.addCode(hash, { ...asked, apprenticeship: id, expiresAt }),
    );
    return { code: token, expiresAt };
  }

  /** Whose code it is, for the page that asks the mentor for their address. */
  async open(code: string): Promise<{ apprentice: string; employer: string }> {
    const { mentorLinks } = this.database.access.read;
    const known = found(await mentorLinks.findCode(tokenHash(code), this.clock.now()), over);
    const { apprentice, employer } = found(await mentorLinks.partiesOf(known.apprenticeship));
    return { apprentice: apprentice.name, employer: employer.name };
  }
}
