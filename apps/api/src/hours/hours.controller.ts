import { apprenticeshipId, endpoints, hoursEntryId } from '@journeybook/contracts';
import type { KnownPerson } from '@journeybook/database';
import type { ApprenticeshipId, HoursEntryId } from '@journeybook/domain';
import { Body, Controller, Param } from '@nestjs/common';
import type { z } from 'zod';
import { SignedInPerson } from '../http/actor.js';
import { ShownVersion } from '../http/if-match.js';
import { Serves } from '../http/route.js';
import { ApproveHours } from './approve-hours.js';
import { CorrectHours } from './correct-hours.js';
import { ListOwnHours } from './list-own-hours.js';
import { ListWaiting } from './list-waiting.js';
import { LogHours } from './log-hours.js';
import { ReturnHours } from './return-hours.js';
import { UndoApproval } from './undo-approval.js';

type Body_<Name extends 'logHours' | 'correctHours' | 'approveHours' | 'undoApproval' | 'returnHours'> = z.output<
  (typeof endpoints)[Name]['body']
>;

@Controller()
export class HoursController {
  constructor(
    private readonly listOwnHours: ListOwnHours,
    private readonly logHours: LogHours,
    private readonly correctHours: CorrectHours,
    private readonly waiting: ListWaiting,
    private readonly approveHours: ApproveHours,
    private readonly undoApproval: UndoApproval,
    private readonly returnHours: ReturnHours,
  ) {}

  @Serves(endpoints.logHours, 'hours:log')
  async log(
    @SignedInPerson() { id }: KnownPerson,
    @Param('apprenticeship', { schema: apprenticeshipId }) apprenticeship: ApprenticeshipId,
    @Body({ schema: endpoints.logHours.body }) day: Body_<'logHours'>,
  ) {
    return { entries: await this.logHours.log({ ...day, apprentice: id, apprenticeship }) };
  }

  @Serves(endpoints.listHours, 'hours:log')
  async list(
    @SignedInPerson() { id }: KnownPerson,
    @Param('apprenticeship', { schema: apprenticeshipId }) apprenticeship: ApprenticeshipId,
  ) {
    return { entries: await this.listOwnHours.list(id, apprenticeship) };
  }

  @Serves(endpoints.correctHours, 'hours:log')
  correct(
    @SignedInPerson() { id }: KnownPerson,
    @Param('entry', { schema: hoursEntryId }) entry: HoursEntryId,
    @ShownVersion() version: number,
    @Body({ schema: endpoints.correctHours.body }) correction: Body_<'correctHours'>,
  ) {
    return this.correctHours.correct(id, entry, { ...correction, version });
  }

  @Serves(endpoints.discardHours, 'hours:log')
  discard(
    @SignedInPerson() { id }: KnownPerson,
    @Param('entry', { schema: hoursEntryId }) entry: HoursEntryId,
    @ShownVersion() version: number,
  ) {
    return this.correctHours.discard(id, entry, version);
  }

  @Serves(endpoints.approvalQueue, 'hours:approve')
  async queue(@SignedInPerson() person: KnownPerson) {
    return { entries: await this.waiting.list(person) };
  }

  @Serves(endpoints.approveHours, 'hours:approve')
  approve(
    @SignedInPerson() person: KnownPerson,
    @Body({ schema: endpoints.approveHours.body }) { entries }: Body_<'approveHours'>,
  ) {
    return this.approveHours.approve(person, entries);
  }

  @Serves(endpoints.undoApproval, 'hours:approve')
  undo(
    @SignedInPerson() person: KnownPerson,
    @Body({ schema: endpoints.undoApproval.body }) { entries }: Body_<'undoApproval'>,
  ) {
    return this.undoApproval.undo(person, entries);
  }

  @Serves(endpoints.returnHours, 'hours:approve')
  return(
    @SignedInPerson() person: KnownPerson,
    @Body({ schema: endpoints.returnHours.body }) { entries, reason }: Body_<'returnHours'>,
  ) {
    return this.returnHours.return(person, entries, reason);
  }
}
