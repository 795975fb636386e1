import type {
  ApprenticeshipId,
  CalendarDate,
  CompetencyCode,
  HoursEntry,
  HoursEntryId,
  Instant,
  Minutes,
  OrganizationId,
  PayrollPeriod,
  PersonId,
  StandardId,
  TimedWork,
  WorkProcessCode,
  WorkTimes,
} from '@journeybook/domain';
import type { EntityManager } from 'typeorm';
import { closedList } from '../apprenticeship/closed-list.sql.js';
import { instantText } from '../instant-text.js';
import { HoursEntryRow } from './hours-entry.entity.js';
import type { HoursRow } from './hours-row.js';
import { toHoursEntry, toHoursRow } from './hours-row.js';

/** An entry with the names that a person reads. */
export interface HoursView {
  readonly id: HoursEntryId;
  readonly version: number;
  readonly status: HoursEntry['status'];
  /** The version it was logged under. */
  readonly standard: StandardId;
  readonly workedOn: CalendarDate;
  readonly minutes: Minutes;
  readonly times: WorkTimes | null;
  readonly practised: CompetencyCode[];
  readonly workProcess: { readonly code: WorkProcessCode; readonly title: string };
  readonly employer: { readonly id: OrganizationId; readonly name: string };
  readonly note: string;
  readonly loggedAt: Instant;
  readonly decidedBy: { readonly id: PersonId; readonly name: string } | null;
  readonly decidedAt: Instant | null;
  readonly reason: string | null;
}

export interface WaitingHours extends HoursView {
  readonly apprenticeship: ApprenticeshipId;
  readonly apprentice: { readonly id: PersonId; readonly name: string };
  readonly minutesThatDay: Minutes;
  readonly sameEntries: number;
  /** What its employer paid for the pay period of the date, and what was logged there in it; null where nobody said. */
  readonly payroll: PayrollPeriod | null;
}

const rows = `
  select h.id, h.sponsor_id as "sponsorId", h.apprenticeship_id as "apprenticeshipId", h.employer_id as "employerId",
    h.standard_id as "standardId", h.work_process_code as "workProcessCode", h.worked_on as "workedOn", h.minutes, h.note,
    h.start_minute as "startMinute", h.end_minute as "endMinute", h.practised, h.status, h.version, h.logged_at as "loggedAt", h.submitted_at as "submittedAt", h.decided_by as "decidedBy",
    h.decided_at as "decidedAt", h.reason, a.apprentice_id as "apprenticeId"
  from hours_entries h join apprenticeships a on a.id = h.apprenticeship_id`;

/** When the work began and ended, null where that was not said; `h` is the entry. */
export const hoursTimes = `case when h.start_minute is null then null
    else json_build_object('startMinute', h.start_minute, 'endMinute', h.end_minute) end`;

export const hoursViewColumns = `
  h.id, h.version, h.status, h.standard_id as standard, h.worked_on as "workedOn", h.minutes, h.note, h.practised,
  ${hoursTimes} as times, ${instantText('h.logged_at')} as "loggedAt",
  json_build_object('code', h.work_process_code, 'title', w.title) as "workProcess",
  json_build_object('id', e.id, 'name', e.name) as employer,
  case when d.id is null then null else json_build_object('id', d.id, 'name', d.name) end as "decidedBy",
  ${instantText('h.decided_at')} as "decidedAt", h.reason`;

export const hoursViewTables = `
  hours_entries h
  join work_processes w on w.standard_id = h.standard_id and w.code = h.work_process_code
  join organizations e on e.id = h.employer_id
  left join people d on d.id = h.decided_by`;

/**
 * Assigned on the day worked; never the apprentice, and nothing of a closed record, where nobody may decide any more. Needs `h`, and
 * `a` for its agreement; $1 is the mentor, $2 where they are one.
 */
const waitsForMentor = `
  h.status = 'submitted' and a.apprentice_id <> $1 and a.status not in (${closedList}) and exists (
    select from mentorships m where m.apprenticeship_id = h.apprenticeship_id and m.mentor_id = $1
      and m.from_on <= h.worked_on and (m.until_on is null or m.until_on >= h.worked_on))
  and $2::uuid[] && array[h.employer_id, a.employer_id, a.sponsor_id]`;

/** Hours on their way from the apprentice to the record. */
export class HoursRepository {
  constructor(private readonly manager: EntityManager) {}

  /**
   * Adds the entries and says whether all of them could be: false when an id was taken meanwhile, and then the transaction has to be
   * given up. They are added in one order for everybody, so that two who bring the same ids never wait for each other.
   */
  async add(sponsor: OrganizationId, entries: readonly HoursEntry[]): Promise<boolean> {
    const ordered = entries.toSorted((left, right) => (left.id < right.id ? -1 : 1));
    const added = await this.manager
      .createQueryBuilder()
      .insert()
      .into(HoursEntryRow)
      .values(ordered.map((entry) => toHoursRow(sponsor, entry)))
      .orIgnore()
      .returning('id')
      .execute();
    return (added.raw as unknown[]).length === entries.length;
  }

  async findAll(ids: readonly HoursEntryId[]): Promise<readonly HoursEntry[]> {
    const found: HoursRow[] = await this.manager.query(`${rows} where h.id = any($1)`, [ids]);
    return found.map(toHoursEntry);
  }

  /** Holds the entries until the transaction ends, always in the same order, so that two batches cannot wait for each other. */
  async lockAll(ids: readonly HoursEntryId[]): Promise<readonly HoursEntry[]> {
    const found: HoursRow[] = await this.manager.query(`${rows} where h.id = any($1) order by h.id for update of h`, [
      ids,
    ]);
    return found.map(toHoursEntry);
  }

  /** Writes the new state of entries that this transaction holds. */
  async saveAll(entries: readonly HoursEntry[]): Promise<void> {
    await this.manager.query(
      `update hours_entries h set
         work_process_code = n."workProcessCode", worked_on = n."workedOn", minutes = n.minutes, note = n.note,
         employer_id = n."employerId", standard_id = n."standardId", start_minute = n."startMinute", end_minute = n."endMinute",
         practised = array(select jsonb_array_elements_text(n.practised)),
         status = n.status, version = n.version, submitted_at = n."submittedAt", decided_by = n."decidedBy",
         decided_at = n."decidedAt", reason = n.reason
       from jsonb_to_recordset($1::jsonb) as n(id uuid, "employerId" uuid, "standardId" uuid, "workProcessCode" text,
         "workedOn" date, minutes int, note text, "startMinute" int, "endMinute" int, practised jsonb,
         status text, version int, "submittedAt" timestamptz, "decidedBy" uuid, "decidedAt" timestamptz, reason text)
       where h.id = n.id`,
      [JSON.stringify(entries.map((entry) => toHoursRow('', entry)))],
    );
  }

  /** Work processes with hours that wait for a decision, each under the version it was logged under. */
  async listWaitingProcesses(
    apprenticeship: ApprenticeshipId,
  ): Promise<readonly { readonly standard: StandardId; readonly workProcess: WorkProcessCode }[]> {
    return this.manager.query(
      `select distinct standard_id as standard, work_process_code as "workProcess" from hours_entries
       where apprenticeship_id = $1 and status = 'submitted'`,
      [apprenticeship],
    );
  }

  async discard(id: HoursEntryId): Promise<void> {
    await this.manager.delete(HoursEntryRow, { id });
  }

  /** Minutes of all the apprenticeship's entries on a date but those named. */
  async minutesOn(
    apprenticeship: ApprenticeshipId,
    date: CalendarDate,
    except: readonly HoursEntryId[],
  ): Promise<Minutes> {
    const [row] = await this.manager.query<{ minutes: Minutes }[]>(
      `select coalesce(sum(minutes), 0) as minutes from hours_entries
       where apprenticeship_id = $1 and worked_on = $2 and id <> all($3)`,
      [apprenticeship, date, except],
    );
    return row?.minutes ?? (0 as Minutes);
  }

  /** Other entries with times on the date, the day before and the day after. */
  async timedAround(
    apprenticeship: ApprenticeshipId,
    date: CalendarDate,
    except: readonly HoursEntryId[],
  ): Promise<readonly TimedWork[]> {
    return this.manager.query(
      `select worked_on as "workedOn", json_build_object('startMinute', start_minute, 'endMinute', end_minute) as times
       from hours_entries where apprenticeship_id = $1 and worked_on between $2::date - 1 and $2::date + 1
         and start_minute is not null and id <> all($3)`,
      [apprenticeship, date, except],
    );
  }

  async listViews(ids: readonly HoursEntryId[]): Promise<readonly HoursView[]> {
    return this.manager.query(
      `select ${hoursViewColumns} from ${hoursViewTables} where h.id = any($1) order by h.worked_on desc, h.id desc`,
      [ids],
    );
  }

  /** The newest 200 entries by work date. */
  async listOf(apprenticeship: ApprenticeshipId): Promise<readonly HoursView[]> {
    return this.manager.query(
      `select ${hoursViewColumns} from ${hoursViewTables} where h.apprenticeship_id = $1
       order by h.worked_on desc, h.id desc limit 200`,
      [apprenticeship],
    );
  }

  /** What waits for this mentor, by apprentice and date; at most 500. */
  async listWaiting(mentor: PersonId, at: readonly OrganizationId[]): Promise<readonly WaitingHours[]> {
    return this.manager.query(
      `select ${hoursViewColumns}, h.apprenticeship_id as apprenticeship,
         json_build_object('id', p.id, 'name', p.name) as apprentice, day.minutes as "minutesThatDay", day.same as "sameEntries",
         (select json_build_object('paidMinutes', pay.minutes, 'loggedMinutes', (select sum(o.minutes) from hours_entries o
             where o.apprenticeship_id = h.apprenticeship_id and o.employer_id = pay.employer_id
               and o.worked_on between pay.from_on and pay.until_on and o.status in ('submitted', 'approved')))
           from paid_hours pay where pay.apprenticeship_id = h.apprenticeship_id
             and pay.employer_id = h.employer_id and h.worked_on between pay.from_on and pay.until_on) as payroll
       from ${hoursViewTables}
       join apprenticeships a on a.id = h.apprenticeship_id
       join people p on p.id = a.apprentice_id
       cross join lateral (
         select sum(o.minutes) as minutes,
           count(*) filter (where o.work_process_code = h.work_process_code and o.minutes = h.minutes) as same
         from hours_entries o where o.apprenticeship_id = h.apprenticeship_id and o.worked_on = h.worked_on
       ) day
       where ${waitsForMentor}
       order by p.name, p.id, h.worked_on, h.id limit 500`,
      [mentor, at],
    );
  }

  async countWaiting(mentor: PersonId, at: readonly OrganizationId[]): Promise<number> {
    const [row] = await this.manager.query<{ waiting: number }[]>(
      `select count(*) as waiting from hours_entries h join apprenticeships a on a.id = h.apprenticeship_id
       where ${waitsForMentor}`,
      [mentor, at],
    );
    return row?.waiting ?? 0;
  }
}
