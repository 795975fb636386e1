import { instantText } from '../instant-text.js';
import { prepared } from '../prepared.js';
import { launchedMember } from './launched-member.sql.js';
import { launchedSection } from './launched-section.sql.js';

/** Everything that a launch leaves, in one statement; no row where there is no such college or the course is another college's. */
const reportLaunch = (hold: 'share' | 'no key update'): string => `
  with launch as (
    select * from jsonb_to_record($1::jsonb) as l(id uuid, kind text, college uuid, section uuid, "contextId" uuid,
      "platformName" text, title text, label text, "sisId" text, "registrationId" uuid, "lmsId" text, history text[],
      roster boolean, grades boolean, identity uuid, subject text, name text, email text, "studentId" text, role text,
      "openedAt" timestamptz, "codeHash" text, "codeExpiresAt" timestamptz)
  ), ${launchedSection(hold)}, ${launchedMember}, opened as (
    insert into launch_sessions (id, kind, section_id, identity_id, role, opened_at, code_hash, code_expires_at)
    select l.id, l.kind, section.id, identity.id, l.role, l."openedAt", decode(l."codeHash", 'hex'), l."codeExpiresAt"
    from launch l cross join section cross join identity
  )
  select section.id as section, section.mapped, identity.id as identity,
    (select json_build_object('state', k.roster_state, 'readAt', ${instantText('k.roster_read_at')}) from known k) as roster,
    (select json_build_object('state', k.results_state, 'readAt', ${instantText('k.results_read_at')}) from known k) as results
  from section cross join identity`;

/** For a launch that leads to nothing else. */
export const reportLaunchAlone = prepared(reportLaunch('share'));

/** Holds the section for the rest of the transaction. */
export const reportLaunchFirst = prepared(reportLaunch('no key update'));
