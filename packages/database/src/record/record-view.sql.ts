import { paceWindowDays } from '@journeybook/domain';
import { madeByAnEmployer } from '../program/customisation.repository.js';
import { instantText } from '../instant-text.js';
import { prepared } from '../prepared.js';
import { hoursTimes, hoursViewColumns, hoursViewTables } from '../hours/hours.repository.js';

const person = (alias: string) => `json_build_object('id', ${alias}.id, 'name', ${alias}.name)`;

/** Names by scalar queries and titles not at all (a standard is in memory): with joins, planning took longer than reading. */
const sectionOf = (name: string) => `(select ${name} from sections s join organizations c on c.id = s.college_id
    where s.id = (e.details ->> 'section')::uuid)`;

/** `e` is the entry, `o` the one it reverses, whose subject and minutes (taken away) it shows. */
export const entryColumns = `
  e.id, e.sequence, e.kind, e.standard_id as standard, coalesce(e.subject, o.subject) as subject,
  coalesce(e.code, o.code) as code, coalesce(e.minutes, -o.minutes) as minutes, coalesce(e.level, o.level) as level,
  e.occurred_on as "occurredOn", ${instantText('e.recorded_at')} as "recordedAt",
  (select ${person('p')} from people p where p.id = e.answered_by) as "answeredBy",
  (select name from organizations where id = (e.details ->> 'employer')::uuid) as employer,
  ${sectionOf('c.name')} as college, ${sectionOf('s.title')} as section, e.details,
  (select json_build_object('id', h.id, 'version', h.version, 'status', h.status, 'times', ${hoursTimes},
      'practised', h.practised, 'loggedAt', ${instantText('h.logged_at')})
    from hours_entries h where h.id = (e.details ->> 'hoursEntry')::uuid) as hours,
  e.reverses, exists (select from record_entries r where r.reverses = e.id) as reversed`;

export const entryTables = 'record_entries e left join record_entries o on o.id = e.reverses';

const rows = (select: string) => `coalesce((select json_agg(r) from (${select}) r), '[]'::json)`;

const totals = rows(`
  select t.subject, t.code, t.minutes, t.advanced_minutes as "advancedMinutes",
    t.variance_minutes as "varianceMinutes", t.level, t.entries
  from record_totals t where t.apprenticeship_id = a.id and t.entries > 0`);

/** The entry that counts for each code: the highest level, then the latest. */
const standing = (kind: string) =>
  rows(`
    select distinct on (e.standard_id, e.code) e.id, e.standard_id as standard, e.code, e.kind, e.level, e.occurred_on as "occurredOn", e.details,
      (select ${person('p')} from people p where p.id = e.answered_by) as "answeredBy",
      ${sectionOf('c.name')} as college, ${sectionOf('s.title')} as section
    from record_entries e
    where e.apprenticeship_id = a.id and e.kind = '${kind}'
      and not exists (select from record_entries r where r.reverses = e.id)
    order by e.standard_id, e.code, e.level desc nulls last, e.sequence desc`);

/** Courses of learning platforms that the apprentice is in now. */
const running = rows(`
  select s.course_code as course, col.name as college, s.title
  from person_links l
  join lms_identities i on i.id = l.identity_id
  join section_members sm on sm.identity_id = i.id and sm.role = 'learner' and sm.left_at is null
  join sections s on s.id = sm.section_id and s.course_code is not null
  join organizations col on col.id = s.college_id
  where l.person_id = a.apprentice_id and l.revoked_at is null order by s.title`);

/** Changes of standard, through which codes of older versions are read. */
const moves = rows(`
  select e.standard_id as standard, e.details ->> 'to' as to, e.details -> 'mapping' as mapping from record_entries e
  where e.apprenticeship_id = a.id and e.subject is null and e.kind = 'standard-changed'`);

/** What the employers made their own, in the versions of this sponsor's programs; `a` is the agreement. */
export const selectCustomChanges = `
  select c.standard_id as standard, c.change, c.employer_id as employer, c.employer_id = a.employer_id as own
  from customisation_changes c where ${madeByAnEmployer} order by c.standard_id, c.employer_id, c.edition`;
const customChanges = rows(selectCustomChanges);

/** What the rules of pace are told: $2 is today. */
const paceFacts = `json_build_object(
  'recentMinutes', coalesce((select sum(e.minutes) from record_entries e where e.apprenticeship_id = a.id
    and e.kind = 'ojt-hours-credited' and e.occurred_on > $2::date - ${paceWindowDays} and e.occurred_on <= $2::date
    and not exists (select from record_entries r where r.reverses = e.id)), 0),
  'lastWorkedOn', (select max(worked_on) from hours_entries h where h.apprenticeship_id = a.id
    and h.status in ('submitted', 'approved')),
  'waiting', ${rows(`
    select ${person('wp')} as mentor, count(*) as entries, sum(h.minutes) as minutes,
      ${instantText('min(h.submitted_at)')} as "oldestAt"
    from hours_entries h
    join mentorships m on m.apprenticeship_id = h.apprenticeship_id and m.from_on <= h.worked_on
      and (m.until_on is null or m.until_on >= h.worked_on)
    join people wp on wp.id = m.mentor_id
    where h.apprenticeship_id = a.id and h.status = 'submitted' group by wp.id, wp.name order by wp.name`)})`;

/** The latest act of each kind on each skill that is no sign-off and was not taken back. */
const acts = rows(`
  select distinct on (e.standard_id, e.code, e.kind) e.standard_id as standard, e.code, e.kind,
    e.occurred_on as "occurredOn", e.details, (select ${person('p')} from people p where p.id = e.answered_by) as "answeredBy"
  from record_entries e
  where e.apprenticeship_id = a.id and e.subject = 'competency' and e.kind in ('competency-demonstrated', 'competency-observed')
    and not exists (select from record_entries r where r.reverses = e.id)
  order by e.standard_id, e.code, e.kind, e.occurred_on desc, e.sequence desc`);

/** The latest request for each skill. */
const requests = rows(`
  select distinct on (q.competency_code) q.id, q.competency_code as competency, q.note, q.state, q.feedback,
    ${instantText('q.requested_at')} as "requestedAt", ${instantText('q.answered_at')} as "answeredAt",
    (select ${person('p')} from people p where p.id = q.answered_by) as "answeredBy"
  from sign_off_requests q where q.apprenticeship_id = a.id order by q.competency_code, q.requested_at desc, q.id desc`);

/** One statement for one page: $1 is the apprenticeship, $2 today. */
export const readRecord = prepared(`
  select a.id, a.status, a.began_on as "beganOn", a.standard_id as standard,
    ${person('p')} as apprentice, ${person('emp')} as employer, ${person('spo')} as sponsor,
    ${rows(`
      select ${person('mp')} as mentor, m.from_on as "from", m.until_on as "until", m.kind
      from mentorships m join people mp on mp.id = m.mentor_id where m.apprenticeship_id = a.id order by m.from_on, mp.name`)}
      as mentorships,
    ${totals} as totals, ${moves} as moves, ${customChanges} as "customChanges", ${paceFacts} as "paceFacts",
    ${acts} as acts, ${requests} as requests,
    ${rows(`
      select ${hoursViewColumns} from ${hoursViewTables}
      where h.apprenticeship_id = a.id and h.status = 'submitted' order by h.worked_on, h.id`)} as pending,
    ${standing('competency-attested')} as attestations,
    ${standing('rti-hours-credited')} as credits,
    ${running} as running,
    ${rows(`
      select ${entryColumns} from ${entryTables} where e.apprenticeship_id = a.id order by e.sequence desc limit 40`)}
      as timeline,
    coalesce((select sequence from record_heads where apprenticeship_id = a.id), 0) as "timelineTotal"
  from apprenticeships a
  join people p on p.id = a.apprentice_id
  join organizations emp on emp.id = a.employer_id
  join organizations spo on spo.id = a.sponsor_id
  where a.id = $1`);

/** The same relations as the domain's `openRecord`: $1 the person, $2 today, $3 employers they administer, $4 sponsors they
 * administer or audit. Needs `a`. */
export const readable = `(
  a.apprentice_id = $1 or a.employer_id = any($3) or a.sponsor_id = any($4) or exists (
    select from mentorships m where m.apprenticeship_id = a.id and m.mentor_id = $1
      and m.from_on <= $2::date and (m.until_on is null or m.until_on >= $2::date)))`;

/** Every record that may be opened: parameters as in `readable`. */
export const listReadable = `
  select a.id, a.status, a.began_on as "beganOn", a.standard_id as standard,
    ${person('p')} as apprentice, ${person('emp')} as employer, ${person('spo')} as sponsor, ${totals} as totals,
    coalesce((select sum(minutes) from hours_entries h where h.apprenticeship_id = a.id and h.status = 'submitted'), 0)
      as "pendingMinutes",
    ${moves} as moves, ${customChanges} as "customChanges", ${paceFacts} as "paceFacts", ${running} as running
  from apprenticeships a
  join people p on p.id = a.apprentice_id
  join organizations emp on emp.id = a.employer_id
  join organizations spo on spo.id = a.sponsor_id
  where ${readable} order by p.name, a.id`;
