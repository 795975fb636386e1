/** What the platform left out keeps its last value. */
export const bringIdentityUpToDate = `
  on conflict (registration_id, college_id, subject) do update set name = coalesce(excluded.name, i.name),
    email = coalesce(excluded.email, i.email), sis_id = coalesce(excluded.sis_id, i.sis_id)`;

export const bringMemberUpToDate = `
  on conflict (section_id, identity_id) do update set role = excluded.role, last_seen_at = excluded.last_seen_at, left_at = null`;

/** Parts of a statement over the rows `launch` and `section`: whoever launched, known by `identity` and seen in the section. */
export const launchedMember = `
  identity as (
    insert into lms_identities as i (id, college_id, registration_id, subject, name, email, sis_id, first_seen_at)
    select l.identity, l.college, l."registrationId", l.subject, l.name, l.email, l."studentId", l."openedAt"
    from launch l cross join section
    ${bringIdentityUpToDate}
    returning i.id
  ), seen as (
    insert into section_members as m (section_id, identity_id, role, first_seen_at, last_seen_at)
    select section.id, identity.id, l.role, l."openedAt", l."openedAt" from launch l cross join section cross join identity
    ${bringMemberUpToDate}
  )`;
