/** The agreements of the person `$1`. */
const own = '(select id from apprenticeships where apprentice_id = $1)';
/** What learning platforms know the person as, as far as somebody confirmed it. */
const identities = '(select identity_id from person_links where person_id = $1 and revoked_at is null)';

/**
 * What is read about a person, part by part, column by column: what is not named here does not leave. Hashes of passwords and tokens never
 * do; other people only by the name under which they answered for something.
 */
export const ownDataStatements = {
  profile: `select id, name, email, student_number as "studentNumber", created_at as "knownSince",
      last_signed_in_at as "lastSignedInAt", has_sign_in as "hasPassword" from people where id = $1`,
  roles: `select m.role, o.name as organization, m.from_on as "from", m.until_on as "until", m.ended_at as "endedAt"
      from memberships m left join organizations o on o.id = m.organization_id where m.person_id = $1 order by m.from_on, m.id`,
  invitations: `select i.role, o.name as organization, i.name, i.email, i.invited_at as "invitedAt", i.accepted_at as "acceptedAt"
      from invitations i left join organizations o on o.id = i.organization_id where i.person_id = $1 order by i.invited_at`,
  agreements: `select a.id, s.name as sponsor, e.name as employer, d.occupation_title as occupation, d.rapids_code as "rapidsCode",
      d.version, a.status, a.began_on as "beganOn", g.minor, g.signed_by_apprentice_on as "signedOn",
      g.guardian_name as "guardianName", g.guardian_relation as "guardianRelation", g.guardian_contact as "guardianContact",
      g.guardian_signed_on as "guardianSignedOn"
      from apprenticeships a left join organizations s on s.id = a.sponsor_id left join organizations e on e.id = a.employer_id
      left join standards d on d.id = a.standard_id left join agreement_signatures g on g.apprenticeship_id = a.id
      where a.apprentice_id = $1 order by a.began_on, a.id`,
  mentors: `select m.apprenticeship_id as agreement, p.name, m.kind, m.from_on as "from", m.until_on as "until"
      from mentorships m left join people p on p.id = m.mentor_id where m.apprenticeship_id in ${own} order by m.from_on, m.id`,
  hours: `select h.id, h.apprenticeship_id as agreement, e.name as employer, h.worked_on as "workedOn", h.work_process_code as process,
      h.minutes, h.start_minute as "startMinute", h.end_minute as "endMinute", h.practised, h.note, h.status,
      h.logged_at as "loggedAt", h.submitted_at as "submittedAt", p.name as "decidedBy", h.decided_at as "decidedAt", h.reason
      from hours_entries h left join organizations e on e.id = h.employer_id left join people p on p.id = h.decided_by
      where h.apprenticeship_id in ${own} order by h.worked_on, h.id`,
  paidHours: `select h.apprenticeship_id as agreement, e.name as employer, h.from_on as "from", h.until_on as "until", h.minutes
      from paid_hours h left join organizations e on e.id = h.employer_id where h.apprenticeship_id in ${own} order by h.from_on`,
  signOffRequests: `select r.apprenticeship_id as agreement, r.competency_code as competency, r.note, r.requested_at as "requestedAt",
      r.state, r.feedback, p.name as "answeredBy", r.answered_at as "answeredAt"
      from sign_off_requests r left join people p on p.id = r.answered_by where r.apprenticeship_id in ${own}
      order by r.requested_at, r.id`,
  standingRequests: `select r.apprenticeship_id as agreement, r.requested_at as "requestedAt", r.items, r.reason, r.evidence, r.state,
      r.granted, p.name as "decidedBy", r.decided_at as "decidedAt", r.decision_reason as "decisionReason"
      from standing_requests r left join people p on p.id = r.decided_by where r.apprenticeship_id in ${own}
      order by r.requested_at, r.id`,
  record: `select r.id, r.apprenticeship_id as agreement, r.sequence, r.kind, r.source, r.standard_id as standard, r.subject, r.code,
      r.minutes, r.level, r.occurred_on as "occurredOn", r.recorded_at as "recordedAt", p.name as "answeredBy", r.answered_by as "answeredById",
      r.reverses, r.details, r.previous_hash as "previousHash", r.hash
      from record_entries r left join people p on p.id = r.answered_by where r.apprenticeship_id in ${own}
      order by r.apprenticeship_id, r.sequence`,
  notices: `select e.apprenticeship_id as agreement, e.sequence as entry, r.reported_on as "reportedOn", r.reference
      from agency_reports r join record_entries e on e.id = r.entry_id where e.apprenticeship_id in ${own} order by r.reported_on`,
  holds: `select o.name as sponsor, h.placed_at as "placedAt", h.lifted_at as "liftedAt" from legal_holds h
      left join organizations o on o.id = h.sponsor_id where h.person_id = $1 order by h.placed_at`,
  platforms: `select o.name as college, i.name, i.email, i.sis_id as "studentId", i.subject, i.first_seen_at as "firstSeenAt",
      l.method as "matchedBy", l.confirmed_at as "matchedAt"
      from person_links l join lms_identities i on i.id = l.identity_id left join organizations o on o.id = i.college_id
      where l.person_id = $1 and l.revoked_at is null order by i.first_seen_at, i.id`,
  courses: `select s.title, m.role, m.first_seen_at as "firstSeenAt", m.last_seen_at as "lastSeenAt", m.left_at as "leftAt"
      from section_members m left join sections s on s.id = m.section_id where m.identity_id in ${identities} order by m.first_seen_at`,
  results: 'select * from reach.own_results() where reach.person() = $1',
  scores: 'select * from reach.own_scores() where reach.person() = $1',
} as const;
