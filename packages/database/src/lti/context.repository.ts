import type { Instant } from '@journeybook/domain';
import type { EntityManager } from 'typeorm';
import { instantText } from '../instant-text.js';
import { newId } from '../new-id.js';
import { prepared } from '../prepared.js';
import type { Registration } from './registration.js';
import { registrationJson } from './registration.js';

/** What a launch says about the course it came from and about the services to reach it later. */
export interface SeenCourse {
  readonly deployment: string;
  readonly lmsContextId: string;
  readonly label: string | null;
  readonly title: string | null;
  readonly sisId: string | null;
  readonly lineItemsUrl: string | null;
  readonly rosterUrl: string | null;
  readonly scopes: readonly string[];
  /** Null when content is chosen and there is no link yet. */
  readonly link: {
    readonly id: string;
    readonly title: string | null;
    readonly lineItemUrl: string | null;
    /** The pick that the link's custom parameters name; null without one. */
    readonly pick: string | null;
  } | null;
  readonly at: Date;
  /** When the course ends, where the launch told. */
  readonly endsAt?: Date | null;
  /** Where the platform takes the address of whom to tell of copied courses, where the launch told. */
  readonly noticesUrl?: string | null;
}

/** Where a launch led, in our own words. */
export interface SeenPlace {
  readonly contextId: string;
  /** Empty for the platform's course as a whole, else which of its RTI courses. */
  readonly part: string;
  /** The pick the link is bound to; `copied` when it was made in another course of the platform. */
  readonly pick: { readonly id: string; readonly copied: boolean } | null;
  /** The courses it was copied from by what the platform's notices told, the copy that was made last first. */
  readonly copiedFrom: readonly string[];
}

/** A course with all that is needed to call its platform without a user. */
export interface ServiceContext {
  readonly id: string;
  readonly registration: Registration;
  /** The platform's own name of the deployment. */
  readonly deploymentId: string;
  readonly lineItemsUrl: string | null;
  readonly rosterUrl: string | null;
  readonly scopes: readonly string[];
  /** Whether the platform refused the course the last time, as it does once a course has ended. */
  readonly closed: boolean;
  readonly rosterSize: number | null;
  /** Whether the column that it had is no longer in the gradebook, and it has had no other since. */
  readonly columnLost: boolean;
  /** Since when a much smaller roster waits for somebody's word; null while none does. */
  readonly rosterShrunkAt: Instant | null;
}

/** How exactly it is known when a course was last launched: launches of one course do not wait for each other to write that down. */
const seenSeconds = 60;

const saveSeen = prepared(`
  with pick as (
    select p.id, p.part, p.lms_context_id <> $3 as copied from lti.course_picks p
    where p.deployment_id = $2 and p.id in ($15::uuid, (
      select l.pick_id from lti.resource_links l join lti.contexts c on c.id = l.context_id
      where c.deployment_id = $2 and c.lms_context_id = $3 and l.lms_link_id = $12 and l.pick_id is not null
      order by l.first_seen_at desc limit 1))
    order by p.id = $15::uuid desc nulls last limit 1
  ), unchanged as (
    select c.id, c.part from lti.contexts c
    where c.deployment_id = $2 and c.lms_context_id = $3 and c.part = coalesce((select part from pick), '')
      and c.closed_at is null and c.services_seen_at > $10::timestamptz - interval '${seenSeconds} seconds'
      and (c.label, c.title) is not distinct from ($4::text, $5::text)
      and ($6::text is null or c.sis_id = $6) and ($7::text is null or c.lineitems_url = $7)
      and ($8::text is null or c.roster_url = $8) and ($9::text[] = '{}' or c.scopes = $9)
      and ($16::timestamptz is null or c.ends_at = $16)
  ), written as (
    insert into lti.contexts as c (id, deployment_id, lms_context_id, part, label, title, sis_id, lineitems_url, roster_url,
      scopes, services_seen_at, ends_at)
    select $1::uuid, $2::uuid, $3::text, coalesce((select part from pick), ''), $4::text, $5::text, $6::text, $7::text, $8::text,
      $9::text[], $10::timestamptz, $16::timestamptz
    where not exists (select from unchanged)
    on conflict (deployment_id, lms_context_id, part) do update set
      label = excluded.label, title = excluded.title, sis_id = coalesce(excluded.sis_id, c.sis_id),
      lineitems_url = coalesce(excluded.lineitems_url, c.lineitems_url),
      roster_url = coalesce(excluded.roster_url, c.roster_url),
      scopes = case when excluded.scopes = '{}' then c.scopes else excluded.scopes end,
      services_seen_at = greatest(c.services_seen_at, excluded.services_seen_at),
      ends_at = coalesce(excluded.ends_at, c.ends_at), closed_at = null
    returning c.id, c.part
  ), course as (
    select id, part from unchanged union all select id, part from written
  ), link as (
    insert into lti.resource_links as l (id, context_id, lms_link_id, title, line_item_url, first_seen_at, pick_id)
    select $11, course.id, $12, $13, $14, $10, (select id from pick) from course
    where $12::text is not null and not exists (
      select from lti.resource_links l where l.context_id = course.id and l.lms_link_id = $12 and l.title is not distinct from $13
        and ($14::text is null or l.line_item_url = $14)
        and (l.pick_id is not distinct from (select id from pick) or not exists (select from pick)))
    on conflict (context_id, lms_link_id) do update set
      title = excluded.title, line_item_url = coalesce(excluded.line_item_url, l.line_item_url),
      pick_id = coalesce(excluded.pick_id, l.pick_id)
  ), notices as (
    insert into lti.notice_services as n (deployment_id, url, seen_at)
    select $2, $17, $10 where $17::text is not null and not exists (
      select from lti.notice_services k where k.deployment_id = $2 and k.url = $17 and k.seen_at > $10::timestamptz - interval '7 days')
    on conflict (deployment_id) do update set url = excluded.url, seen_at = excluded.seen_at
  )
  select course.id as "contextId", course.part,
    (select json_build_object('id', pick.id, 'copied', pick.copied) from pick) as pick,
    array(select o.id from lti.course_copies k cross join lateral unnest(k.origins) with ordinality as o(id, place)
      where k.deployment_id = $2 and k.lms_context_id = $3 order by k.copied_at desc, o.place limit 200) as "copiedFrom"
  from course`);

/** What a complete reading of the roster leaves behind. */
export interface ReadRoster {
  readonly size: number;
  readonly mapped: boolean;
}

/** What a complete reading of the grades leaves behind. */
export interface ReadResults {
  readonly mapped: boolean;
  /** Our id of the column that they were read from; null when nobody has one. */
  readonly gradedColumn: string | null;
}

/** When colleges in the United States sleep, in UTC. */
const night = { beginsAtHour: 6, hours: 5 } as const;

export class ContextRepository {
  constructor(private readonly manager: EntityManager) {}

  /**
   * Saves the course, its service addresses and the link, in one statement. An address that a launch leaves out keeps its last
   * known value, and one of which nothing is new within a minute writes nothing. A link that was picked is bound to its pick at its
   * first launch, and stays bound when the platform forgets it. Where the platform tells of copies is written down once a week.
   */
  async saveSeen(course: SeenCourse): Promise<SeenPlace> {
    const [row] = await this.manager.query(saveSeen, [
      newId(),
      course.deployment,
      course.lmsContextId,
      course.label,
      course.title,
      course.sisId,
      course.lineItemsUrl,
      course.rosterUrl,
      course.scopes,
      course.at,
      newId(),
      course.link?.id ?? null,
      course.link?.title ?? null,
      course.link?.lineItemUrl ?? null,
      course.link?.pick ?? null,
      course.endsAt ?? null,
      course.noticesUrl ?? null,
    ]);
    return row;
  }

  async find(contextId: string): Promise<ServiceContext | null> {
    const [row] = await this.manager.query(
      `select c.id, ${registrationJson} as registration, d.deployment_id as "deploymentId",
         c.lineitems_url as "lineItemsUrl", c.roster_url as "rosterUrl", c.scopes, c.closed_at is not null as closed,
         c.roster_size as "rosterSize", ${instantText('c.roster_shrunk_at')} as "rosterShrunkAt",
         c.column_lost_at is not null as "columnLost"
       from lti.contexts c
       join lti.deployments d on d.id = c.deployment_id
       join lti.registrations r on r.id = d.registration_id
       where c.id = $1 and d.status = 'active'`,
      [contextId],
    );
    return row ?? null;
  }

  /** Leaves the course alone until somebody launches it again. */
  async close(contextId: string): Promise<void> {
    await this.manager.query('update lti.contexts set closed_at = coalesce(closed_at, now()) where id = $1', [
      contextId,
    ]);
  }

  async rosterRead(contextId: string, { size, mapped }: ReadRoster): Promise<void> {
    await this.manager.query(
      'update lti.contexts set roster_size = $2, mapped = $3, roster_shrunk_at = null where id = $1',
      [contextId, size, mapped],
    );
  }

  /**
   * Of a course whose platform gives no roster this alone says whether it is read every night. A column that had grades stays the
   * course's.
   */
  async resultsRead(contextId: string, { mapped, gradedColumn }: ReadResults): Promise<void> {
    await this.manager.query(
      `with kept as (
         update lti.line_items set grades_read_at = now() where id = $3 and grades_read_at is null
       )
       update lti.contexts set mapped = $2 where id = $1`,
      [contextId, mapped, gradedColumn],
    );
  }

  /** A much smaller roster waits for somebody's word, and they have been told. */
  async rosterShrank(contextId: string): Promise<void> {
    await this.manager.query(
      'update lti.contexts set roster_shrunk_at = coalesce(roster_shrunk_at, now()) where id = $1',
      [contextId],
    );
  }

  /**
   * Takes the courses that are due for their reading and sets when they are due next: every night, spread over it by chance, and
   * 7, 3 and 1 days before the course ends, after which a platform may refuse it (lti.md §7.4). Two servers never get the same
   * course. A course nobody mapped is read for a week after its last launch, one that has ended by its own date for a month.
   */
  async claimDue(now: Date, most: number): Promise<readonly string[]> {
    const [rows] = await this.manager.query<[{ id: string }[], number]>(
      `update lti.contexts c set next_read_at = least(
         ($1::timestamptz at time zone 'UTC')::date::timestamp at time zone 'UTC' + interval '1 day'
           + make_interval(secs => $3 + random() * $4),
         (select min(c.ends_at - make_interval(days => d)) from unnest(array[7, 3, 1]) d
          where c.ends_at - make_interval(days => d) > $1))
       from (
         select x.id from lti.contexts x join lti.deployments p on p.id = x.deployment_id and p.status = 'active'
         where x.closed_at is null and x.next_read_at <= $1 and (x.mapped or x.services_seen_at > $1 - interval '7 days')
           and (x.ends_at is null or x.ends_at > $1 - interval '30 days')
         order by x.next_read_at limit $2 for update of x skip locked
       ) due
       where c.id = due.id returning c.id`,
      [now, most, night.beginsAtHour * 3600, night.hours * 3600],
    );
    return rows.map(({ id }) => id);
  }
}
