import type { MentorLinkView, MentorLinksView } from '@journeybook/contracts';
import type { KeptMentorLink, KnownPerson } from '@journeybook/database';
import { Database } from '@journeybook/database';
import type { ApprenticeshipId, Instant, MentorLinkId } from '@journeybook/domain';
import { covers, mayAskForLink, revokeMentorLink } from '@journeybook/domain';
import { Injectable } from '@nestjs/common';
import { Attempts } from '../access/attempts.js';
import { findAgreement } from '../access/open-agreement.js';
import { Clock } from '../clock.js';
import { asActor } from '../http/actor.js';
import { found, orRefuse, Refused } from '../http/refused.js';
import type { AskedOfMentor } from './send-mentor-link.js';
import { SendMentorLink } from './send-mentor-link.js';

/** Letters to one mentor about one apprentice: nobody's mailbox is filled. */
const toOneMentor = [{ most: 10, minutes: 60 }];

@Injectable()
export class ManageMentorLinks {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly attempts: Attempts,
    private readonly sendLink: SendMentorLink,
  ) {}

  /** Sends a mentor a link, for the apprentice or the employer. */
  async send(by: KnownPerson, id: ApprenticeshipId, asked: AskedOfMentor): Promise<MentorLinkView> {
    const written = await this.database.transaction(async (tables) => {
      const link = await this.sendLink.write(tables, asActor(by), id, asked);
      // Counted once it is known that they may: nobody else uses up what others may send.
      orRefuse(await this.attempts.take([{ what: `mentor link ${id} ${asked.mentor}`, limits: toOneMentor }]));
      return link;
    });
    await this.sendLink.post(written);
    const links = await this.database.read.mentorLinks.list(id);
    return present(found(links.find((one) => one.id === written.id)), this.clock.now());
  }

  /** The links of an agreement, whom one can be sent to, and what it can be about. */
  async list(by: KnownPerson, id: ApprenticeshipId): Promise<MentorLinksView> {
    const today = this.clock.today();
    const { apprenticeship, standard, mentorships } = await findAgreement(this.database.read, by, { id, today });
    if (!mayAskForLink(asActor(by), apprenticeship)) throw new Refused({ kind: 'not-their-record' });
    const { mentorLinks, people, signOffRequests } = this.database.read;
    const assigned = mentorships.filter((one) => covers(one, today)).map((one) => one.mentor);
    const mentors = [...(await people.namesOf(assigned)).values()];
    const open = await signOffRequests.listOpen(id);
    return {
      links: (await mentorLinks.list(id)).map((one) => present(one, this.clock.now())),
      mentors: await Promise.all(
        mentors.map(async (mentor) => ({
          mentor,
          hasAddress: Boolean((await people.findDetails(mentor.id))?.email),
          hoursWaiting: await mentorLinks.countHours(id, mentor.id),
        })),
      ),
      requests: open.flatMap((request) => {
        const skill = standard.competencies.find(({ code }) => code === request.competency);
        return skill ? [{ id: request.id, title: skill.title }] : [];
      }),
    };
  }

  /** Takes a link back: it opens nothing any more, and what it has opened is shut. */
  async revoke(by: KnownPerson, id: MentorLinkId): Promise<void> {
    await this.database.transaction(async ({ mentorLinks, apprenticeships }) => {
      const link = found(await mentorLinks.lock(id), { kind: 'not-their-record' });
      const apprenticeship = found(await apprenticeships.find(link.apprenticeship));
      orRefuse(revokeMentorLink(asActor(by), link, apprenticeship));
      await mentorLinks.saveRevoked(id, { person: by.id, at: this.clock.now() });
    });
  }
}

function present(link: KeptMentorLink, now: Instant): MentorLinkView {
  const { id, mentor, mentorName, askedBy, askedByName, mailedAt, acts, ...rest } = link;
  return {
    ...rest,
    id,
    mentor: { id: mentor, name: mentorName },
    askedBy: { id: askedBy, name: askedByName },
    mailed: mailedAt !== null,
    state: stateOf(link, now),
    acts: [...acts],
  };
}

function stateOf({ revokedAt, openedAt, expiresAt }: KeptMentorLink, now: Instant): MentorLinkView['state'] {
  if (revokedAt !== null) return 'taken-back';
  if (openedAt !== null) return 'opened';
  return expiresAt <= now ? 'run-out' : 'waiting';
}
