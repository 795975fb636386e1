import type { CompetencyView, QueueEntry, SignOffRequestView } from '@journeybook/contracts';
import type { KnownPerson, LinkSession, MentorLinkAct } from '@journeybook/database';
import { Database, newId } from '@journeybook/database';
import type { CompetencyAct, CompetencyCode, HoursEntryId, SignOff } from '@journeybook/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock.js';
import { DeclineSignOff } from '../competency/decline-sign-off.js';
import { DemonstrateCompetency } from '../competency/demonstrate-competency.js';
import { ListSignOffRequests } from '../competency/list-sign-off-requests.js';
import { ObserveCompetency } from '../competency/observe-competency.js';
import { SignOffCompetency } from '../competency/sign-off-competency.js';
import { ApproveHours } from '../hours/approve-hours.js';
import { ListWaiting } from '../hours/list-waiting.js';
import { ReturnHours } from '../hours/return-hours.js';
import { UndoApproval } from '../hours/undo-approval.js';
import { found, Refused } from '../http/refused.js';

type Shown = readonly { readonly id: HoursEntryId; readonly version: number }[];

/** A mentor's acts by a link: the same use-cases and rules as for one who signed in, on this apprentice and matter alone. */
@Injectable()
export class DecideByLink {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly waiting: ListWaiting,
    private readonly approveHours: ApproveHours,
    private readonly undoApproval: UndoApproval,
    private readonly returnHours: ReturnHours,
    private readonly requests: ListSignOffRequests,
    private readonly demonstrateCompetency: DemonstrateCompetency,
    private readonly observeCompetency: ObserveCompetency,
    private readonly signOffCompetency: SignOffCompetency,
    private readonly declineSignOff: DeclineSignOff,
  ) {}

  /** The hours of this apprentice that wait for the mentor; none when the link is about none. */
  async listHours({ mentor, apprenticeship, aboutHours }: LinkSession): Promise<QueueEntry[]> {
    if (!aboutHours) return [];
    return (await this.waiting.list(mentor)).filter((entry) => entry.apprenticeship === apprenticeship);
  }

  async approve(link: LinkSession, shown: Shown) {
    await this.needHours(link, shown);
    const decided = await this.approveHours.approve(link.mentor, shown);
    await this.note(link, 'approved', shown);
    return decided;
  }

  async undo(link: LinkSession, shown: Shown) {
    await this.needHours(link, shown);
    const decided = await this.undoApproval.undo(link.mentor, shown);
    await this.note(link, 'undone', shown);
    return decided;
  }

  async return(link: LinkSession, shown: Shown, reason: string) {
    await this.needHours(link, shown);
    const decided = await this.returnHours.return(link.mentor, shown, reason);
    await this.note(link, 'returned', shown);
    return decided;
  }

  /** The request that the link is about, while it is open. */
  async listRequests(link: LinkSession): Promise<SignOffRequestView[]> {
    if (!link.signOffRequest) return [];
    const all = await this.requests.list(await this.mentorOf(link));
    return all.filter((request) => request.id === link.signOffRequest);
  }

  async demonstrate(
    link: LinkSession,
    act: Omit<CompetencyAct, 'by'> & { readonly comment: string },
  ): Promise<CompetencyView> {
    await this.needRequest(link, act.competency);
    const after = await this.demonstrateCompetency.demonstrate(await this.mentorOf(link), link.apprenticeship, act);
    await this.note(link, 'demonstrated', [{ id: act.competency }]);
    return after;
  }

  async observe(
    link: LinkSession,
    act: Parameters<ObserveCompetency['observe']>[2],
  ): Promise<CompetencyView> {
    await this.needRequest(link, act.competency);
    const after = await this.observeCompetency.observe(await this.mentorOf(link), link.apprenticeship, act);
    await this.note(link, 'observed', [{ id: act.competency }]);
    return after;
  }

  async signOff(link: LinkSession, act: Omit<SignOff, 'by'>): Promise<CompetencyView> {
    await this.needRequest(link, act.competency);
    const after = await this.signOffCompetency.signOff(await this.mentorOf(link), link.apprenticeship, act);
    await this.note(link, 'signed-off', [{ id: act.competency }]);
    return after;
  }

  async decline(link: LinkSession, feedback: string): Promise<void> {
    const request = found(link.signOffRequest, { kind: 'not-their-record' });
    await this.declineSignOff.decline(await this.mentorOf(link), request, feedback);
    await this.note(link, 'declined', [{ id: request }]);
  }

  /** Refuses hours of anybody else: a link reaches one apprentice. */
  private async needHours({ apprenticeship, aboutHours }: LinkSession, shown: Shown): Promise<void> {
    const entries = await this.database.read.hours.findAll(shown.map(({ id }) => id));
    const areTheirs = entries.every((entry) => entry.apprenticeship === apprenticeship);
    if (!aboutHours || !areTheirs) throw new Refused({ kind: 'not-their-hours' });
  }

  /** Refuses every skill but the one that was asked about. */
  private async needRequest({ signOffRequest }: LinkSession, competency: CompetencyCode): Promise<void> {
    const request = signOffRequest && (await this.database.read.signOffRequests.find(signOffRequest));
    if (!request || request.competency !== competency) throw new Refused({ kind: 'not-their-record' });
    if (request.state !== 'open') throw new Refused({ kind: 'already-answered', state: request.state });
  }

  private async mentorOf({ mentor }: LinkSession): Promise<KnownPerson> {
    return found(await this.database.read.roles.find(mentor, this.clock.today()));
  }

  private async note({ id }: LinkSession, act: MentorLinkAct, subjects: readonly { readonly id: string }[]) {
    const at = this.clock.now();
    await this.database.read.mentorLinks.addAct(newId(), id, { act, subjects: subjects.map((one) => one.id), at });
  }
}
