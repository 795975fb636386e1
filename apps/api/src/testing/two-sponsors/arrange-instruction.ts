import { randomUUID } from 'node:crypto';
import type { Database, Tables } from '@journeybook/database';
import { newId } from '@journeybook/database';
import type { OrganizationId } from '@journeybook/domain';
import { now, rtiHoursCredited } from '@journeybook/domain/testing';
import { entryOf } from '../change-agreement.js';
import { registration } from '../launch.js';
import type { Known } from '../world.js';
import { addRows } from './add-rows.js';
import type { Shared, Side } from './side.js';

/** A course of a learning platform with one learner, who has a grade, a credit in question and a score on its way. */
export async function addSection(tables: Tables, side: Side, college: OrganizationId, learner: Known): Promise<void> {
  const { mark, sponsor, teacher } = side;
  const { record, runSql } = tables;
  const [section, identity] = [newId(), newId()];
  await runSql(
    `insert into sections (id, college_id, context_id, platform_name, title, has_roster, has_grades, roster_state, rapids_code, course_code,
       pass_mark_percent, mapped_by, mapped_at) values ($1, $2, $3, 'LMS', $4, true, true, 'never', '2031', 'RTI03', 70, $5, $6)`,
    [section, college, newId(), `${mark} course`, teacher.id, now],
  );
  await runSql(
    `insert into lms_identities (id, college_id, registration_id, subject, name, email, first_seen_at) values ($1, $2, $3, $4, $5, $6, $7)`,
    [identity, college, registration, `${mark}-${identity}`, learner.name, learner.email, now],
  );
  await runSql(
    `insert into person_links (id, identity_id, person_id, method, confirmed_by, confirmed_at) values ($1, $2, $3, 'confirmed-by-instructor', $4, $5)`,
    [newId(), identity, learner.id, teacher.id, now],
  );
  await runSql(
    `insert into section_members (section_id, identity_id, role, first_seen_at, last_seen_at) values ($1, $2, 'learner', $3, $3)`,
    [section, identity, now],
  );
  await addRows(tables, [['claim_tries', { identity_id: identity, tried_at: now }]]);
  await runSql(
    `insert into course_results (id, section_id, identity_id, score_percent, comment, observed_at) values ($1, $2, $3, 88, $4, $5)`,
    [newId(), section, identity, `${mark} graded`, now],
  );
  await runSql(
    `insert into score_deliveries (id, section_id, identity_id, score_percent, graded, comment, decided_at, state)
     values ($1, $2, $3, 88, true, $4, $5, 'waiting')`,
    [newId(), section, identity, `${mark} score`, now],
  );
  const [agreement] = await tables.apprenticeships.listOf(learner.id);
  if (!agreement) throw new Error('the learner has no agreement');
  const credit = rtiHoursCredited({
    ...entryOf(agreement.id),
    standard: agreement.standard,
    answeredBy: teacher.id,
    section: section as never,
  });
  await record.append(sponsor, agreement.id, [credit]);
  await runSql(
    `insert into credit_reviews (id, section_id, identity_id, entry_id, cause, opened_at) values ($1, $2, $3, $4, 'learner-left', $5)`,
    [newId(), section, identity, credit.id, now],
  );
}

/** The platform of a side's own college. */
export async function addPlatform({ platforms, runSql }: Tables, { mark, school, admin }: Side): Promise<void> {
  const at = `https://${mark.toLowerCase()}.example`;
  const entry = { issuer: at, clientId: `${mark}-client`, authUrl: at, tokenUrl: at, jwksUrl: at };
  const made = await platforms.addRegistration({
    ...entry,
    profile: 'moodle',
    name: `${mark} Moodle`,
    college: school,
  });
  const deployment = await platforms.activate(made, {
    college: school,
    deploymentId: `${mark}-1`,
    name: `${mark} Moodle`,
  });
  await platforms.addInvitation({
    tokenHash: Buffer.from(randomUUID()),
    college: { id: school, name: `${mark} School` },
    by: admin.id,
    at: now,
    expiresAt: '2026-04-01T00:00:00.000Z' as typeof now,
  });
  await platforms.addCheck(deployment, admin.id, now);
  await platforms.note({
    college: school,
    deployment,
    act: 'connected',
    by: admin.id,
    at: now,
    detail: `${mark} detail`,
  });
  await addToolRows({ runSql }, mark, made, deployment);
}

/** What the LTI tool keeps of a platform, a row in each of its tables. */
async function addToolRows(
  tables: Pick<Tables, 'runSql'>,
  mark: string,
  registration_id: string,
  deployment_id: string,
): Promise<void> {
  const [context_id, line_item_id] = [newId(), newId()];
  const expires_at = '2026-12-31T00:00:00.000Z';
  const hash = () => Buffer.from(randomUUID());
  const problem = { last_problem_at: now, last_problem_kind: 'unreachable', last_problem_words: `${mark} is away` };
  await addRows(tables, [
    ['lti.platform_health', { registration_id, state: 'failing', failures: 1, failing_since: now, ...problem }],
    [
      'lti.contexts',
      { id: context_id, deployment_id, lms_context_id: '1', title: `${mark} course`, services_seen_at: now },
    ],
    ['lti.resource_links', { id: newId(), context_id, lms_link_id: '1', title: `${mark} link`, first_seen_at: now }],
    ['lti.line_items', { id: line_item_id, context_id, url: `${mark}/1`, source: 'created', chosen_at: now }],
    ['lti.score_times', { line_item_id, subject: `${mark}-1`, delivery_id: newId(), sent_at: now }],
    ['lti.result_seeds', { line_item_id, subject: `${mark}-1` }],
    ['lti.notice_services', { deployment_id, url: `${mark}/notices`, seen_at: now }],
    [
      'lti.course_copies',
      {
        deployment_id,
        notice_id: `${mark}-1`,
        lms_context_id: '1',
        origins: [`${mark}-0`],
        copied_at: now,
        received_at: now,
      },
    ],
    ['lti.course_picks', { id: newId(), deployment_id, lms_context_id: '1', part: '', answered_at: now }],
    [
      'lti.oidc_states',
      { state_hash: hash(), nonce_hash: hash(), registration_id, target: mark, resume: mark, expires_at },
    ],
    ['lti.seen_nonces', { registration_id, nonce_hash: hash(), expires_at }],
  ]);
}

/** The platform of the college that both sides share. */
export async function connectCampus({ read }: Database, { campus }: Shared): Promise<void> {
  const at = 'https://shared.example';
  const entry = { issuer: at, clientId: 'shared', authUrl: at, tokenUrl: at, jwksUrl: at };
  const made = await read.platforms.addRegistration({
    ...entry,
    profile: 'canvas',
    name: 'Shared Canvas',
    college: campus,
  });
  await read.platforms.activate(made, { college: campus, deploymentId: '1', name: 'Shared Canvas' });
}
