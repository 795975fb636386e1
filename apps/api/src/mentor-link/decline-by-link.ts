import type { LinkSession } from '@journeybook/database';
import { Injectable } from '@nestjs/common';
import { DeclineSignOff } from '../competency/decline-sign-off.js';
import { found } from '../http/refused.js';
import { LinkReach } from './link-reach.js';

@Injectable()
export class DeclineByLink {
  constructor(
    private readonly reach: LinkReach,
    private readonly declineSignOff: DeclineSignOff,
  ) {}

  /** Answers the request that the link is about with what is missing. */
  async decline(link: LinkSession, feedback: string): Promise<void> {
    const request = found(link.signOffRequest, { kind: 'not-their-record' });
    await this.declineSignOff.decline(await this.reach.mentorOf(link), request, feedback);
    await this.reach.note(link, 'declined', [request]);
  }
}
