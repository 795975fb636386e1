import type { LinkSessionView } from '@journeybook/contracts';
import type { LinkSession } from '@journeybook/database';
import { Database } from '@journeybook/database';
import { mentorLinkSessionMinutes, openMentorLink } from '@journeybook/domain';
import { Injectable } from '@nestjs/common';
import { newToken } from '../access/open-session.js';
import { Clock } from '../clock.js';
import { tokenHash } from '../http/admission.guard.js';
import { found, orRefuse } from '../http/refused.js';

/** A link that was opened. */
type OpenedLink = Omit<LinkSession, 'mentorAt'>;

@Injectable()
export class OpenMentorLink {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Opens a link, once, for half an hour in one browser. */
  open(token: string, device: string): Promise<{ readonly session: OpenedLink; readonly secret: string }> {
    return this.database.access.transaction(async ({ mentorLinks, audit }) => {
      const kept = await mentorLinks.lockByToken(tokenHash(token), this.clock.today());
      const now = this.clock.now();
      const link = orRefuse(openMentorLink(kept, { now, isTheirMentor: kept?.isTheirMentor ?? false }));
      const secret = newToken();
      const endsAt = this.clock.in(mentorLinkSessionMinutes);
      await mentorLinks.saveOpened(link.id, { sessionHash: secret.hash, at: now, endsAt, device });
      audit.concern({ apprenticeships: [link.apprenticeship], person: link.mentor });
      return { session: { ...link, endsAt }, secret: secret.token };
    });
  }

  /** What the page behind it shows. */
  async describe({ apprenticeship, mentor, ...session }: OpenedLink): Promise<LinkSessionView> {
    const { people, mentorLinks } = this.database.access.read;
    const { apprentice, employer } = found(await mentorLinks.partiesOf(apprenticeship));
    return {
      ...session,
      mentor: found(await people.find(mentor)),
      apprentice,
      employer: employer.name,
    };
  }
}
