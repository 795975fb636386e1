import type { Tables } from '@journeybook/database';
import { Database, newId } from '@journeybook/database';
import type {
  ApprenticeshipId,
  MentorLink,
  MentorLinkId,
  PersonActor,
  PersonId,
  SignOffRequestId,
} from '@journeybook/domain';
import { mentorLinkMinutes, sendMentorLink } from '@journeybook/domain';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { newToken } from '../access/open-session.js';
import { codeOf } from '../access/post.js';
import { Clock } from '../clock.js';
import type { Config } from '../config.js';
import { found, orRefuse, Refused } from '../http/refused.js';
import { Mailer } from '../mail/mailer.js';
import type { Letter } from '../mail/mailer.js';
import { configToken } from '../tokens.js';
import { mentorLinkLetter } from './mentor-link-letter.js';

/** What somebody asks a mentor to look at. */
export interface AskedOfMentor {
  readonly mentor: PersonId;
  readonly aboutHours: boolean;
  readonly signOffRequest: SignOffRequestId | null;
}

export interface WrittenLink {
  readonly id: MentorLinkId;
  readonly letter: Letter;
}

@Injectable()
export class SendMentorLink {
  private readonly log = new Logger(SendMentorLink.name);

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly mailer: Mailer,
    @Inject(configToken) private readonly config: Config,
  ) {}

  /** Keeps a link and the letter for it, which `post` sends once the transaction is done. */
  async write(tables: Tables, by: PersonActor, id: ApprenticeshipId, asked: AskedOfMentor): Promise<WrittenLink> {
    const { mentor, aboutHours, signOffRequest } = asked;
    const agreement = found(await tables.agreements.find(id), { kind: 'not-their-record' });
    const { apprenticeship, standard } = agreement;
    const request = signOffRequest && (await tables.signOffRequests.find(signOffRequest));
    if (signOffRequest && !request) throw new Refused({ kind: 'nothing-waits' });
    const details = await tables.people.findDetails(mentor);
    const address = orRefuse(
      sendMentorLink(
        by,
        { mentor, aboutHours, request: request || null },
        {
          ...agreement,
          today: this.clock.today(),
          address: details?.email ?? null,
          hoursWaiting: await tables.mentorLinks.countHours(id, mentor),
        },
      ),
    );
    const { token, hash } = newToken();
    const link: MentorLink = {
      id: newId<MentorLinkId>(),
      apprenticeship: id,
      mentor,
      aboutHours,
      signOffRequest: request?.id ?? null,
      askedBy: by.person,
      askedAt: this.clock.now(),
      expiresAt: this.clock.in(mentorLinkMinutes),
      openedAt: null,
      revokedAt: null,
    };
    await tables.mentorLinks.add(apprenticeship.sponsor, link, hash);
    const skill = standard.competencies.find((one) => one.code === request?.competency)?.title ?? null;
    const letter = mentorLinkLetter({
      to: { email: address, name: details?.name ?? '' },
      apprentice: found(await tables.people.find(apprenticeship.apprentice)).name,
      aboutHours,
      skill,
      link: `${this.config.PUBLIC_URL}/mentor#${token}`,
    });
    return { id: link.id, letter };
  }

  /** Sends the letter. When it cannot be sent the link stays, and says so. */
  async post({ id, letter }: WrittenLink): Promise<void> {
    try {
      await this.mailer.send(letter);
      await this.database.read.mentorLinks.saveMailed(id, this.clock.now());
    } catch (error) {
      this.log.error(`A mentor's link was not sent: ${codeOf(error)}`);
    }
  }
}
