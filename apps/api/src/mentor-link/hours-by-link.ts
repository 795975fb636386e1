import type { KnownPerson, LinkSession, MentorLinkAct } from '@journeybook/database';
import { Injectable } from '@nestjs/common';
import { ApproveHours } from '../hours/approve-hours.js';
import { ReturnHours } from '../hours/return-hours.js';
import { UndoApproval } from '../hours/undo-approval.js';
import type { Shown } from './link-reach.js';
import { LinkReach } from './link-reach.js';

/** A mentor's word on hours by a link: the same use-cases and rules as for one who signed in. */
@Injectable()
export class HoursByLink {
  constructor(
    private readonly reach: LinkReach,
    private readonly approveHours: ApproveHours,
    private readonly undoApproval: UndoApproval,
    private readonly returnHours: ReturnHours,
  ) {}

  approve(link: LinkSession, shown: Shown) {
    return this.decide(link, shown, { act: 'approved', work: (by) => this.approveHours.approve(by, shown) });
  }

  undo(link: LinkSession, shown: Shown) {
    return this.decide(link, shown, { act: 'undone', work: (by) => this.undoApproval.undo(by, shown) });
  }

  return(link: LinkSession, shown: Shown, reason: string) {
    return this.decide(link, shown, { act: 'returned', work: (by) => this.returnHours.return(by, shown, reason) });
  }

  private async decide<Decided>(
    link: LinkSession,
    shown: Shown,
    { act, work }: { readonly act: MentorLinkAct; readonly work: (by: KnownPerson) => Promise<Decided> },
  ): Promise<Decided> {
    await this.reach.needHours(link, shown);
    const decided = await work(await this.reach.mentorOf(link));
    await this.reach.note(
      link,
      act,
      shown.map(({ id }) => id),
    );
    return decided;
  }
}
