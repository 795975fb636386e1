import type {
  ApprenticeshipId,
  CalendarDate,
  CompetencyCode,
  EmployersChange,
  Instant,
  MappedCode,
  MentorshipKind,
  Minutes,
  OrganizationId,
  PersonActor,
  SignOffRequest,
  SignOffRequestId,
  Standard,
  StandardChanged,
  StandardId,
  Total,
} from '@journeybook/domain';
import { applyCustomisation, employerOn, formerCodes } from '@journeybook/domain';
import type { EntityManager } from 'typeorm';
import type { HoursView } from '../hours/hours.repository.js';
import { hoursViewColumns, hoursViewTables } from '../hours/hours.repository.js';
import { StandardRepository } from '../program/standard.repository.js';
import { RecordRepository } from './record.repository.js';
import { entryColumns, entryTables, readRecord, listReadable, selectCustomChanges } from './record-view.sql.js';

interface Named {
  readonly id: string;
  readonly name: string;
}

/** An entry with the names a person reads. */
export interface EntryView {
  readonly id: string;
  readonly sequence: number;
  readonly kind: string;
  /** The version it was made under. */
  readonly standard: StandardId;
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
  /** The hours entry behind a credit; null for every other kind. */
  readonly hours: Pick<HoursView, 'id' | 'version' | 'status' | 'times' | 'practised' | 'loggedAt'> | null;
  readonly reverses: string | null;
  readonly reversed: boolean;
}

/** The entry that counts for a competency or a course. */
export type StandingEntry = Pick<
  EntryView,
  'id' | 'kind' | 'code' | 'level' | 'occurredOn' | 'details' | 'answeredBy' | 'college' | 'section'
> & { readonly standard: StandardId };

/** A demonstration or an observation. */
export type CompetencyActView = Pick<EntryView, 'kind' | 'code' | 'occurredOn' | 'details' | 'answeredBy'> & {
  readonly standard: StandardId;
};

/** The latest request for the sign-off of a skill. */
export interface RequestView {
  readonly id: SignOffRequestId;
  readonly competency: CompetencyCode;
  readonly note: string;
  readonly state: SignOffRequest['state'];
  readonly feedback: string | null;
  readonly requestedAt: Instant;
  readonly answeredAt: Instant | null;
  readonly answeredBy: Named | null;
}

/** What pace is told of one apprentice. */
export interface PaceFactsView {
  readonly recentMinutes: Minutes;
  readonly lastWorkedOn: CalendarDate | null;
  readonly waiting: readonly { mentor: Named; entries: number; minutes: Minutes; oldestAt: Instant }[];
}

/** How an older code is read today, and what the employer made its own in each version. */
export interface ProgramView {
  readonly moves: readonly Pick<StandardChanged, 'standard' | 'to' | 'mapping'>[];
  readonly customChanges: readonly (EmployersChange & {
    readonly standard: StandardId;
    readonly employer: OrganizationId;
  })[];
  readonly running: readonly { course: string; college: string; title: string }[];
  readonly paceFacts: PaceFactsView;
}

type UntitledEntry = Omit<EntryView, 'title'>;

/** All that the page of one record needs, read in one statement. */
export interface RecordView extends ProgramView {
  readonly id: ApprenticeshipId;
  readonly status: string;
  readonly beganOn: CalendarDate;
  readonly standard: string;
  readonly apprentice: Named;
  readonly employer: Named;
  readonly sponsor: Named;
  readonly mentorships: readonly {
    mentor: Named;
    from: CalendarDate;
    until: CalendarDate | null;
    kind: MentorshipKind;
  }[];
  readonly totals: readonly Total[];
  readonly pending: readonly HoursView[];
  readonly attestations: readonly StandingEntry[];
  readonly credits: readonly StandingEntry[];
  readonly acts: readonly CompetencyActView[];
  readonly requests: readonly RequestView[];
  readonly timeline: readonly EntryView[];
  readonly timelineTotal: number;
}

export interface Summary extends ProgramView {
  readonly id: string;
  readonly status: string;
  readonly beganOn: CalendarDate;
  readonly standard: string;
  readonly apprentice: Named;
  readonly employer: Named;
  readonly sponsor: Named;
  readonly totals: readonly Total[];
  readonly pendingMinutes: number;
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

  async find(apprenticeship: ApprenticeshipId, today: CalendarDate): Promise<RecordView | null> {
    const [row] = await this.manager.query<(RecordView & { timeline: UntitledEntry[] })[]>(readRecord, [
      apprenticeship,
      today,
    ]);
    return row ? { ...row, timeline: await this.titled(apprenticeship, row.timeline, row.customChanges) } : null;
  }

  /** Every record the person may open today, by the apprentice's name. */
  async listReadable(actor: PersonActor, today: CalendarDate): Promise<readonly Summary[]> {
    const organizations = (...roles: readonly string[]) =>
      actor.roles.filter((held) => roles.includes(held.role)).map((held) => held.organization);
    return this.manager.query(listReadable, [
      actor.person,
      today,
      organizations('employer-admin'),
      organizations('sponsor-admin', 'auditor'),
    ]);
  }

  /** Entries newest first, 100 at most, with the count of all that match; a reversal belongs to what it reverses. */
  async page(
    apprenticeship: ApprenticeshipId,
    { subject, code, before }: EntryFilter,
  ): Promise<{ readonly entries: readonly EntryView[]; readonly total: number }> {
    const codes = subject && code ? await this.codesOf(apprenticeship, { subject, code }) : null;
    const matching = `
      e.apprenticeship_id = $1 and ($2::text is null or coalesce(e.subject, o.subject) = $2)
      and ($3::text is null or coalesce(e.code, o.code) = $3 or $4::jsonb is not null)
      and ($4::jsonb is null or exists (select from jsonb_to_recordset($4::jsonb) as n(standard uuid, code text)
        where n.standard = coalesce(o.standard_id, e.standard_id) and n.code = coalesce(e.code, o.code)))`;
    const parameters = [apprenticeship, subject ?? null, code ?? null, codes && JSON.stringify(codes)];
    const entries: UntitledEntry[] = await this.manager.query(
      `select ${entryColumns} from ${entryTables}
       where ${matching} and ($5::int is null or e.sequence < $5) order by e.sequence desc limit 100`,
      [...parameters, before ?? null],
    );
    const [count] = await this.manager.query<{ total: number }[]>(
      `select count(*) as total from record_entries e left join record_entries o on o.id = e.reverses where ${matching}`,
      parameters,
    );
    const customChanges = await this.manager.query<ProgramView['customChanges']>(
      `select c.* from apprenticeships a cross join lateral (${selectCustomChanges}) c where a.id = $1`,
      [apprenticeship],
    );
    return { entries: await this.titled(apprenticeship, entries, customChanges), total: count?.total ?? 0 };
  }

  /** The codes that are read as this one today; null while the apprentice never went over to another version. */
  private async codesOf(
    apprenticeship: ApprenticeshipId,
    { subject, code }: { subject: string; code: string },
  ): Promise<ReturnType<typeof formerCodes> | null> {
    const changes = await new RecordRepository(this.manager).listAgreement(apprenticeship, ['standard-changed']);
    const last = changes.at(-1);
    return last ? formerCodes(changes, { standard: last.to, subject: subject as MappedCode['subject'], code }) : null;
  }

  /** With the titles of their time: those of the employer on the day of the entry, of every employer where that one has none. */
  private async titled(
    apprenticeship: ApprenticeshipId,
    entries: readonly UntitledEntry[],
    customChanges: ProgramView['customChanges'],
  ): Promise<readonly EntryView[]> {
    const employerAt = await this.employerAt(apprenticeship, customChanges);
    const titles = new Map<string, ReadonlyMap<string, string>>();
    for (const { standard, occurredOn } of entries) {
      const employer = employerAt(occurredOn);
      const key = `${standard} ${employer}`;
      if (titles.has(key)) continue;
      const made = customChanges.filter((one) => one.standard === standard);
      titles.set(key, titlesAt(await this.standards.get(standard), made, employer));
    }
    return entries.map((entry) => {
      const own = titles.get(`${entry.standard} ${employerAt(entry.occurredOn)}`);
      return { ...entry, title: own?.get(`${entry.subject} ${entry.code}`) ?? null };
    });
  }

  /** Whose the apprentice was on a day; null where no employer made anything its own, so that it does not matter. */
  private async employerAt(
    apprenticeship: ApprenticeshipId,
    customChanges: ProgramView['customChanges'],
  ): Promise<(date: CalendarDate) => OrganizationId | null> {
    if (customChanges.length === 0) return () => null;
    const changes = await new RecordRepository(this.manager).listAgreement(apprenticeship, ['employer-changed']);
    const employer = customChanges.find((one) => one.own)?.employer;
    return (date) =>
      changes.length > 0 || employer ? employerOn({ employer: employer as OrganizationId }, changes, date) : null;
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

/** The titles that hold at an employer; of what it does not have, those of whoever has it. */
function titlesAt(
  program: Standard,
  made: ProgramView['customChanges'],
  employer: OrganizationId | null,
): ReadonlyMap<string, string> {
  const own = made.filter((one) => one.employer === employer);
  return new Map([...everyTitle(program, made), ...everyTitle(program, own)]);
}

/** Everything that ever had a title in a version: what was set aside or divided since keeps its own. */
function everyTitle(program: Standard, made: ProgramView['customChanges']): readonly (readonly [string, string])[] {
  const changes = made.map((one) => one.change);
  const custom = applyCustomisation(program, changes, new Set());
  const added = changes.flatMap((one) => (one.kind === 'competency-added' ? [one.competency] : []));
  const titled = (subject: string, items: readonly { code: string; title: string }[]) =>
    items.map(({ code, title }) => [`${subject} ${code}`, title] as const);
  return [
    ...titled('work-process', custom.workProcesses),
    ...titled('course', [...program.courses, ...custom.courses]),
    ...titled('competency', [...program.competencies, ...added, ...custom.competencies]),
  ];
}
