import type { NoticeView } from '@journeybook/contracts';
import type { KnownPerson } from '@journeybook/database';
import { Database } from '@journeybook/database';
import type { CalendarDate, RecordEntryId } from '@journeybook/domain';
import { notices, reportNotice, termsOf } from '@journeybook/domain';
import { Injectable } from '@nestjs/common';
import { lockAgreement } from '../access/open-agreement.js';
import { Clock } from '../clock.js';
import { asActor } from '../http/actor.js';
import { asShown } from '../http/if-match.js';
import { found, orRefuse } from '../http/refused.js';
import { editionOfReport } from './present-notice.js';
import { ReadAgreement } from './read-agreement.js';

interface Report {
  readonly reportedOn: CalendarDate;
  readonly reference: string;
}

@Injectable()
export class ReportNotice {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly readAgreement: ReadAgreement,
  ) {}

  /**
   * Keeps that the agency was told of a change; said again by whoever was shown the word before, the later one holds. An entry that
   * needs no report is none of these.
   */
  async report(
    by: KnownPerson,
    { entry, shown }: { entry: RecordEntryId; shown: string },
    { reportedOn, reference }: Report,
  ): Promise<NoticeView> {
    const [about] = await this.database.read.record.findAll([entry]);
    const { apprenticeship: id } = found(about, { kind: 'not-their-record' });
    await this.database.transaction(async (tables) => {
      const today = this.clock.today();
      const { apprenticeship, program } = await lockAgreement(tables, by, { id, today });
      const history = await tables.record.listAgreement(id, ['status-changed']);
      const { agency } = termsOf(program);
      const toReport = notices(history, { agency, reported: new Map(), holidays: new Set(), today });
      const notice = found(toReport.find((one) => one.entry === entry));
      orRefuse(reportNotice(asActor(by), reportedOn, { apprenticeship, notice, today }));
      asShown(shown, editionOfReport((await tables.agencyReports.listOf([id])).get(entry)));
      const report = { entry, reportedOn, reference: reference.trim() };
      await tables.agencyReports.save(apprenticeship.sponsor, report, { by: by.id, at: this.clock.now() });
    });
    const agreement = await this.readAgreement.read(by, id);
    return found(agreement.notices.find((notice) => notice.entry === entry));
  }
}
