import { endpoints, recordEntryId } from '@journeybook/contracts';
import type { KnownPerson } from '@journeybook/database';
import type { RecordEntryId } from '@journeybook/domain';
import { Body, Controller, Param } from '@nestjs/common';
import type { z } from 'zod';
import { SignedInPerson } from '../http/actor.js';
import { ShownEdition } from '../http/if-match.js';
import { Serves } from '../http/route.js';
import { ListNotices } from './list-notices.js';
import { ReportNotice } from './report-notice.js';

@Controller()
export class NoticeController {
  constructor(
    private readonly listNotices: ListNotices,
    private readonly reportNotice: ReportNotice,
  ) {}

  @Serves(endpoints.listNotices, 'apprenticeship:report')
  async list(@SignedInPerson() person: KnownPerson) {
    return { notices: await this.listNotices.list(person) };
  }

  @Serves(endpoints.reportNotice, 'apprenticeship:report')
  report(
    @SignedInPerson() person: KnownPerson,
    @Param('entry', { schema: recordEntryId }) entry: RecordEntryId,
    @ShownEdition() shown: string,
    @Body({ schema: endpoints.reportNotice.body }) report: z.output<typeof endpoints.reportNotice.body>,
  ) {
    return this.reportNotice.report(person, { entry, shown }, report);
  }
}
