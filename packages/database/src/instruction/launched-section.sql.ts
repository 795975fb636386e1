/** What a launch tells of a course that is known already; what it leaves out keeps its last value. */
export const bringSectionUpToDate = `
  on conflict (context_id) do update set platform_name = excluded.platform_name, title = excluded.title,
    label = excluded.label, sis_id = excluded.sis_id, has_roster = excluded.has_roster, has_grades = excluded.has_grades,
    registration_id = excluded.registration_id, lms_id = coalesce(excluded.lms_id, s.lms_id),
    history = case when excluded.history = '{}' then s.history else excluded.history end
  where s.college_id = excluded.college_id`;

/**
 * Parts of a statement over the row `launch`: `known` is the section as it was, `section` as it is now. There is none where the college
 * is unknown, or is another than the one the course was first opened for. A section of which nothing is new is only held, so that
 * launches of one course do not wait for each other's end: `share` against whoever locks it, `no key update` to go on with it alone.
 */
export const launchedSection = (hold: 'share' | 'no key update'): string => `
  known as (
    select s.id, s.college_id, s.roster_state, s.roster_read_at, s.results_state, s.results_read_at,
      (s.platform_name, s.title, s.label, s.sis_id, s.has_roster, s.has_grades, s.registration_id)
        is not distinct from (l."platformName", l.title, l.label, l."sisId", l.roster, l.grades, l."registrationId")
      and (l."lmsId" is null or l."lmsId" is not distinct from s.lms_id)
      and (l.history = '{}' or l.history = s.history) as unchanged
    from launch l join sections s on s.context_id = l."contextId"
  ), written as (
    insert into sections as s (id, college_id, context_id, platform_name, title, label, sis_id, has_roster, has_grades,
      registration_id, lms_id, history, roster_state)
    select l.section, l.college, l."contextId", l."platformName", l.title, l.label, l."sisId", l.roster, l.grades,
      l."registrationId", l."lmsId", l.history, 'never'
    from launch l join organizations o on o.id = l.college
    where not exists (select from known k where k.unchanged or k.college_id <> l.college)
    ${bringSectionUpToDate}
    returning s.id, s.course_code
  ), held as (
    select s.id, s.course_code from launch l join known k on k.unchanged and k.college_id = l.college
    join sections s on s.id = k.id for ${hold} of s
  ), section as (
    select id, course_code is not null as mapped from written union all select id, course_code is not null from held
  )`;
