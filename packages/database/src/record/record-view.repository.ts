import type { ApprenticeshipId, CalendarDate, Instant, PersonActor, StandardId, Total } from '@journeybook/domain';
import type { EntityManager } from 'typeorm';
import type { HoursView } from '../hours/hours.repository.js';
import { hoursViewColumns, hoursViewTables } from '../hours/hours.repository.js';
import { StandardRepository } from '../program/standard.repository.js';
import { entryColumns, entryTables, readRecord, listReadable } from './record-view.sql.js';

interface Named {
  readonly id: string;
  readonly name: string;
}

/** An entry with the names a person reads. */
export interface EntryView {
  readonly id: string;
  readonly sequence: number;
  readonly kind: string;
  readonly subject: 'work-process' | 'course' | 'competency' | null;
  readonly code: string | null;
  /** What the standard of the entry calls its subject. */
  readonly title: string | null;
  readonly minutes: number | null;
  readonly level: number | null;
  readonly occurredOn: CalendarDate;
  readonly recordedAt: Instant;
  readonly answeredBy: Named;
  readonly employer: string | null;
  readonly college: string | null;
  readonly section: string | null;
  readonly details: Readonly<Record<string, unknown>>;
  readonly loggedAt: Instant | null;
  readonly reverses: string | null;
  readonly reversed: boolean;
}

/** The entry that counts for a competency or a course. */
export type StandingEntry = Pick<
  EntryView,
  'kind' | 'code' | 'level' | 'occurredOn' | 'details' | 'answeredBy' | 'college' | 'section'
>;

type UntitledEntry = Omit<EntryView, 'title'> & { readonly standard: StandardId };

/** All that the page of one record needs, read in one statement. */
export interface RecordView {
  readonly id: ApprenticeshipId;
  readonly status: string;
  readonly beganOn: CalendarDate;
  readonly standard: string;
  readonly apprentice: Named;
  readonly employer: Named;
  readonly sponsor: Named;
  readonly mentorships: readonly { mentor: Named; from: CalendarDate; until: CalendarDate | null }[];
  readonly totals: readonly Total[];
  readonly pending: readonly HoursView[];
  readonly attestations: readonly StandingEntry[];
  readonly credits: readonly StandingEntry[];
  readonly running: readonly { course: string; college: string; title: string }[];
  readonly timeline: readonly EntryView[];
  readonly timelineTotal: number;
}

export interface Summary {
  readonly id: string;
  readonly status: string;
  readonly beganOn: CalendarDate;
  readonly standard: string;
  readonly apprentice: Named;
  readonly employer: Named;
  readonly sponsor: Named;
  readonly totals: readonly Total[];
  readonly pendingMinutes: number;
  readonly lastWorkedOn: CalendarDate | null;
}

export interface EntryFilter {
  readonly subject?: string | undefined;
  readonly code?: string | undefined;
  readonly before?: number | undefined;
}

/** Records as they are shown. */
export class RecordViewRepository {
  private readonly standards = new StandardRepository(this.manager);

  constructor(private readonly manager: EntityManager) {}

  async find(apprenticeship: ApprenticeshipId): Promise<RecordView | null> {
    const [row] = await this.manager.query<(RecordView & { timeline: UntitledEntry[] })[]>(readRecord, [
      apprenticeship,
    ]);
    return row ? { ...row, timeline: await this.titled(row.timeline) } : null;
  }

  /** Every record the person may open today, by the apprentice's name. */
  async listReadable(actor: PersonActor, today: CalendarDate): Promise<readonly Summary[]> {
    const organizations = (role: string) =>
      actor.roles.filter((held) => held.role === role).map((held) => held.organization);
    return this.manager.query(listReadable, [
      actor.person,
      today,
      organizations('employer-admin'),
      organizations('sponsor-admin'),
    ]);
  }

  /** Entries newest first, 100 at most, with the count of all that match; a reversal belongs to what it reverses. */
  async page(
    apprenticeship: ApprenticeshipId,
    { subject, code, before }: EntryFilter,
  ): Promise<{ readonly entries: readonly EntryView[]; readonly total: number }> {
    const matching = `
      e.apprenticeship_id = $1 and ($2::text is null or coalesce(e.subject, o.subject) = $2)
      and ($3::text is null or coalesce(e.code, o.code) = $3)`;
    const parameters = [apprenticeship, subject ?? null, code ?? null];
    const entries: UntitledEntry[] = await this.manager.query(
      `select ${entryColumns} from ${entryTables}
       where ${matching} and ($4::int is null or e.sequence < $4) order by e.sequence desc limit 100`,
      [...parameters, before ?? null],
    );
    const [count] = await this.manager.query<{ total: number }[]>(
      `select count(*) as total from record_entries e left join record_entries o on o.id = e.reverses where ${matching}`,
      parameters,
    );
    return { entries: await this.titled(entries), total: count?.total ?? 0 };
  }

  private async titled(entries: readonly UntitledEntry[]): Promise<readonly EntryView[]> {
    const titles = new Map<string, string>();
    for (const id of new Set(entries.map((entry) => entry.standard))) {
      const { workProcesses, courses, competencies } = await this.standards.get(id);
      const add = (subject: string, items: readonly { code: string; title: string }[]) =>
        items.forEach(({ code, title }) => titles.set(`${id} ${subject} ${code}`, title));
      add('work-process', workProcesses);
      add('course', courses);
      add('competency', competencies);
    }
    return entries.map(({ standard, ...entry }) => ({
      ...entry,
      title: titles.get(`${standard} ${entry.subject} ${entry.code}`) ?? null,
    }));
  }

  /** Hours that wait for a decision, all or of one work process. */
  async pending(apprenticeship: ApprenticeshipId, code: string | null): Promise<readonly HoursView[]> {
    return this.manager.query(
      `select ${hoursViewColumns} from ${hoursViewTables}
       where h.apprenticeship_id = $1 and h.status = 'submitted' and ($2::text is null or h.work_process_code = $2)
       order by h.worked_on, h.id`,
      [apprenticeship, code],
    );
  }
}
