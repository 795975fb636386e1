const named = (row: string) =>
  `case when ${row}.id is not null then json_build_object('id', ${row}.id, 'name', ${row}.name) end`;

/** The events of `wanted`, with names; which agreements are told of is up to `told`, a condition on the reach `r`. */
const events = (wanted: string, told: string) => `
  select e.id, e.at, e.kind, e.action, e.caller, ${named('p')} as person, e.role, ${named('o')} as organization, e.address,
    e.request_id as "requestId", e.details,
    coalesce((
      select json_agg(distinct jsonb_build_object('id', a.id, 'name', ap.name))
      from audit_reach r join apprenticeships a on a.id = r.apprenticeship_id join people ap on ap.id = a.apprentice_id
      where r.event_id = e.id and ${told}), '[]') as about,
    (select w.name from memberships m join people w on w.id = m.person_id where m.id = (e.subjects ->> 'membership')::uuid
      union all select i.name from invitations i where i.id = (e.subjects ->> 'invitation')::uuid limit 1) as whom
  from (${wanted}) w
  join audit_events e on e.id = w.event_id
  left join people p on p.id = e.person_id
  left join organizations o on o.id = e.organization_id
  order by e.id desc`;

/** $1 the organisation, $2 before which event, $3 how many, then the filters and the time zone in which a day begins. */
export const listOfOrganization = events(
  `select distinct r.event_id from audit_reach r join audit_events e on e.id = r.event_id
   where r.organization_id = $1 and ($2::uuid is null or r.event_id < $2)
     and ($4::uuid is null or e.person_id = $4) and ($5::uuid is null or r.apprenticeship_id = $5)
     and ($6::text is null or e.action = $6)
     and ($7::date is null or (e.at at time zone $9)::date >= $7) and ($8::date is null or (e.at at time zone $9)::date <= $8)
   order by r.event_id desc limit $3`,
  'r.organization_id = $1',
);

/** $1 the agreement, $2 before which event, $3 how many. */
export const listOfAgreement = events(
  `select distinct r.event_id from audit_reach r
   where r.apprenticeship_id = $1 and ($2::uuid is null or r.event_id < $2) order by r.event_id desc limit $3`,
  'r.apprenticeship_id = $1',
);
