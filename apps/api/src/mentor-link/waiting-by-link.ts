import type { QueueEntry, SignOffRequestView } from '@journeybook/contracts';
import type { LinkSession } from '@journeybook/database';
import { Injectable } from '@nestjs/common';
import { ListSignOffRequests } from '../competency/list-sign-off-requests.js';
import { ListWaiting } from '../hours/list-waiting.js';
import { LinkReach } from './link-reach.js';

@Injectable()
export class WaitingByLink {
  constructor(
    private readonly reach: LinkReach,
    private readonly waiting: ListWaiting,
    private readonly requests: ListSignOffRequests,
  ) {}

  /** The hours of this apprentice that wait for the mentor; none when the link is about none. */
  async hours(link: LinkSession): Promise<QueueEntry[]> {
    if (!link.aboutHours) return [];
    const all = await this.waiting.list(await this.reach.mentorOf(link));
    return all.filter((entry) => entry.apprenticeship === link.apprenticeship);
  }

  /** The request that the link is about, while it is open. */
  async request(link: LinkSession): Promise<SignOffRequestView[]> {
    if (!link.signOffRequest) return [];
    const all = await this.requests.list(await this.reach.mentorOf(link));
    return all.filter((request) => request.id === link.signOffRequest);
  }
}
