import type { EntityManager } from 'typeorm';
import type { Acting } from '../acting.js';
import { newId } from '../new-id.js';
import type { Concerned } from './trail.js';

export type AuditKind = 'change' | 'view' | 'export' | 'refused';

export interface NewEvent {
  readonly kind: AuditKind;
  readonly concerned: readonly Concerned[];
  readonly details?: Readonly<Record<string, string | number | boolean>>;
}

/**
 * $6 the ids that were named, $7 the roles that let the caller in. What an id belongs to is looked up here, once for all routes. Of
 * several roles the one at an organisation that the act concerns was acted in. What the learning platform's reader reports stands on
 * file when it concerns an agreement: that it read once more does not.
 */
const insert = `
  with agreements as (
    select id, sponsor_id, employer_id from apprenticeships where id in (
      select unnest($6::uuid[])
      union all select apprenticeship_id from hours_entries where id = any($6)
      union all select apprenticeship_id from record_entries where id = any($6)
      union all select apprenticeship_id from sign_off_requests where id = any($6)
      union all select apprenticeship_id from standing_requests where id = any($6)
      union all select e.apprenticeship_id from credit_reviews c join record_entries e on e.id = c.entry_id where c.id = any($6)
    )
  ), concerned as (
    select sponsor_id as id from agreements
    union select employer_id from agreements
    union select id from organizations where id = any($6)
    union select organization_id from memberships where id = any($6)
    union select organization_id from invitations where id = any($6)
    union select sponsor_id from standards where id = any($6)
    union select sponsor_id from standard_drafts where id = any($6)
  ), held as (
    select role, organization from jsonb_to_recordset($7::jsonb) as h(role text, organization uuid, place int)
    order by organization in (select id from concerned) desc, place limit 1
  ), owner as (
    select case when count(distinct sponsor_id) = 1 then min(sponsor_id::text)::uuid end as id from agreements
  ), event as (
    insert into audit_events (id, kind, action, caller, person_id, role, organization_id, address, request_id, sponsor_id,
      subjects, details)
    select $1::uuid, $2, $3, $4::text, $5::uuid, held.role, held.organization, $8, $9,
      coalesce(owner.id, (select o.id from organizations o where o.id = held.organization and o.kind = 'sponsor')), $10, $11
    from owner left join held on true
    where $4::text <> 'machine' or exists (select from agreements)
    returning id, organization_id
  ), reached as (
    select sponsor_id as organization, id as apprenticeship, sponsor_id as sponsor from agreements
    union select employer_id, id, sponsor_id from agreements
    union select event.organization_id, agreements.id, agreements.sponsor_id from event, agreements
  ), others as (
    select id from concerned
    union select organization_id from event
    union select organization_id from memberships where person_id = $5 and ended_at is null and $7::jsonb = '[]'
  )
  insert into audit_reach (event_id, organization_id, apprenticeship_id, sponsor_id)
  select event.id, r.organization, r.apprenticeship, r.sponsor from event, (
    select organization, apprenticeship, sponsor from reached
    union all select id, null, null from others where id not in (select organization from reached where organization is not null)
  ) r where r.organization is not null`;

/** Puts an event on file, with whom it concerns, in one statement. */
export async function insertEvent(manager: EntityManager, act: Acting, event: NewEvent): Promise<void> {
  const { ids, subjects, details } = act.named();
  const concerned = event.concerned.flatMap((one) => [...(one.apprenticeships ?? []), ...(one.organizations ?? [])]);
  const person = event.concerned.flatMap((one) => one.person ?? []).at(-1) ?? personOf(act);
  await manager.query(insert, [
    newId(),
    event.kind,
    act.action,
    act.caller.kind,
    person,
    [...new Set([...ids, ...concerned])],
    JSON.stringify(rolesOf(act).map((held, place) => ({ ...held, place }))),
    act.address,
    act.requestId,
    JSON.stringify(subjectsOf(act, subjects)),
    JSON.stringify({ ...details, ...event.details }),
  ]);
}

const personOf = ({ caller }: Acting) => (caller.kind === 'person' || caller.kind === 'launch' ? caller.person : null);

/** A launch acts in its role at its college. */
const rolesOf = ({ caller, admittedBy }: Acting): readonly { role: string; organization: string }[] =>
  caller.kind === 'launch' ? [{ role: caller.role, organization: caller.college }] : admittedBy;

/** Whoever comes from a learning platform is known by an identity there, be it nobody's yet. */
const subjectsOf = ({ caller }: Acting, subjects: Readonly<Record<string, string>>) =>
  caller.kind === 'launch' ? { ...subjects, identity: subjects['identity'] ?? caller.identity } : subjects;
