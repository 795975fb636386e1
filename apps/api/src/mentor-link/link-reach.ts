import type { KnownPerson, LinkSession, MentorLinkAct } from '@journeybook/database';
import { Database, newId } from '@journeybook/database';
import type { CompetencyCode, HoursEntryId } from '@journeybook/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock.js';
import { found, Refused } from '../http/refused.js';

/** Hours as they were on the screen. */
export type Shown = readonly { readonly id: HoursEntryId; readonly version: number }[];

/** How far a mentor's link reaches: one apprentice, and the matter it was sent for. The rules for mentors hold besides. */
@Injectable()
export class LinkReach {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Refuses hours of anybody else, and all where the link is about none. */
  async needHours({ apprenticeship, aboutHours }: LinkSession, shown: Shown): Promise<void> {
    const entries = await this.database.read.hours.findAll(shown.map(({ id }) => id));
    const areTheirs = entries.every((entry) => entry.apprenticeship === apprenticeship);
    if (!aboutHours || !areTheirs) throw new Refused({ kind: 'not-their-hours' });
  }

  /** Refuses every skill but the one that was asked about, and that one once it is answered. */
  async needRequest({ signOffRequest }: LinkSession, competency: CompetencyCode): Promise<void> {
    const request = signOffRequest && (await this.database.read.signOffRequests.find(signOffRequest));
    if (!request || request.competency !== competency) throw new Refused({ kind: 'not-their-record' });
    if (request.state !== 'open') throw new Refused({ kind: 'already-answered', state: request.state });
  }

  /** The mentor, as one who signed in would be known. */
  async mentorOf({ mentor }: LinkSession): Promise<KnownPerson> {
    return found(await this.database.access.read.roles.find(mentor, this.clock.today()));
  }

  /** Writes down that it was done by the link; the record says by whom. */
  async note({ id }: LinkSession, act: MentorLinkAct, subjects: readonly string[]): Promise<void> {
    await this.database.read.mentorLinks.addAct(newId(), id, { act, subjects, at: this.clock.now() });
  }
}
