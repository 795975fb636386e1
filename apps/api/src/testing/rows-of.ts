import { randomUUID } from 'node:crypto';
import { endpoints } from '@journeybook/contracts';
import { newId } from '@journeybook/database';
import type { Apprenticeship, OrganizationId, RecordEntryId } from '@journeybook/domain';
import { college, competencyCode, day, processCode, statusChanged } from '@journeybook/domain/testing';
import { asOwner } from './as-owner.js';
import type { AskedRows } from './call-route.js';
import { log } from './hours.js';
import { launch } from './launch.js';
import { outsiders } from './portal-roles.js';
import { reportRoster } from './section.js';
import type { RunningApi } from './start-api.js';
import type { Known } from './world.js';
import { agreements, mill, outsideCollege, people } from './world.js';

/** Those who act for an agreement, and where. */
interface Side {
  readonly agreement: Apprenticeship;
  readonly apprentice: Known;
  readonly mentor: Known;
  readonly employer: Known;
  readonly sponsor: Known;
  readonly college: OrganizationId;
}

const ours = { sponsor: people.councilAdmin, college };

/** Ada's at the foundry; Bela's at the mill, under the same sponsor; and Zoe's, where everything is another's. */
export const sides = {
  ada: {
    ...ours,
    agreement: agreements.ada,
    apprentice: people.ada,
    mentor: people.grace,
    employer: people.foundryAdmin,
  },
  bela: {
    ...ours,
    agreement: { ...agreements.bela, employer: mill },
    apprentice: people.bela,
    mentor: people.mona,
    employer: people.millAdmin,
  },
  zoe: {
    agreement: agreements.zoe,
    apprentice: people.zoe,
    mentor: people.outsideMentor,
    employer: outsiders.employer,
    sponsor: people.elsewhereAdmin,
    college: outsideCollege,
  },
} as const satisfies Record<string, Side>;

/** Rows for whoever acts at the employer, and for whoever acts for the sponsor: a few are the organisation's own. */
export interface RowsOfSide {
  readonly employer: AskedRows;
  readonly sponsor: AskedRows;
  readonly college: AskedRows;
  /** For the page that an instructor has open in a course of this side's college. */
  readonly page: AskedRows;
  readonly pageToken: string;
}

/** One row of everything that an agreement has, made over HTTP as far as its people make it. */
export async function rowsOf(api: RunningApi, side: Side): Promise<RowsOfSide> {
  const { agreement } = side;
  const common = {
    'apprenticeships/:apprenticeship': agreement.id,
    'competencies/:competency': 'WP01.01',
    'standards/:standard': agreement.standard,
    'customisations/:employer': agreement.employer,
    'colleges/:college': side.college,
    'organizations/:organization': side.college,
    'people/:person': side.mentor.id,
    'platforms/:platform': await addPlatform(api, side.college),
    ...(await recordRows(api, side)),
  };
  const learner = await learnerRow(api, side);
  const body = { ...bodyRows(side), entries: [{ id: common['hours/:entry'], version: 2 }] };
  const at = async (organization: OrganizationId, by: Known) => ({
    path: { ...common, ...(await peopleRows(api, organization, by)), 'organizations/:organization': organization },
    body: { ...body, organization },
  });
  return {
    employer: await at(agreement.employer, side.employer),
    sponsor: await at(agreement.sponsor, side.sponsor),
    college: { path: common, body: { ...body, organization: side.college } },
    page: { path: { 'learners/:identity': learner.identity }, body: { ...body, identity: learner.identity } },
    pageToken: learner.token,
  };
}

const bodyRows = ({ agreement, mentor }: Side) => ({
  sponsor: agreement.sponsor,
  employer: agreement.employer,
  standard: agreement.standard,
  from: agreement.standard,
  to: agreement.standard,
  with: agreement.standard,
  apprenticeship: agreement.id,
  mentor: mentor.id,
  competency: 'WP01.01',
  workProcess: 'WP01',
});

async function recordRows(api: RunningApi, { agreement, apprentice, mentor, sponsor }: Side) {
  const params = { apprenticeship: agreement.id };
  const [own, teacher, office] = [await api.as(apprentice), await api.as(mentor), await api.as(sponsor)];
  const [hours] = await log(own, agreement.id);
  const body = { competency: competencyCode('WP01.01'), level: 3, observedOn: day('2026-03-03') };
  await teacher(endpoints.signOff, { params, body });
  const asked = { competency: competencyCode('WP01.06') };
  await own(endpoints.requestSignOff, { params, body: asked });
  const standing = await own(endpoints.requestStanding, {
    params,
    body: {
      items: [{ kind: 'work-process', workProcess: processCode('WP01'), minutes: 600 }],
      reason: 'Worked there before',
      evidence: [{ title: 'A letter' }],
    },
  });
  const [signedOff] = await api.database.read.record.list(agreement.id);
  const notice = await addNotice(api, agreement);
  const draft = await office(endpoints.createDraft, { body: { from: agreement.standard, version: newId() } });
  return {
    'hours/:entry': hours?.id ?? '',
    'sign-offs/:entry': signedOff?.id ?? '',
    'entries/:entry': signedOff?.id ?? '',
    'notices/:entry': notice,
    'sign-off-requests/:request': await only(api, 'sign_off_requests', 'apprenticeship_id', agreement.id),
    'standing-requests/:request': standing.id,
    'mentorships/:mentorship': await only(api, 'mentorships', 'apprenticeship_id', agreement.id),
    'standard-drafts/:draft': draft.id,
  };
}

async function peopleRows(api: RunningApi, organization: OrganizationId, by: Known) {
  const email = `invited.${randomUUID()}@people.example`;
  const role = by.id === people.councilAdmin.id || by.id === people.elsewhereAdmin.id ? 'auditor' : 'mentor';
  const body = { organization, role, name: 'Ivy Invited', email } as const;
  const invited = await (await api.as(by))(endpoints.invite, { body });
  return {
    'invitations/:invitation': invited.id,
    'memberships/:membership': await only(api, 'memberships', 'organization_id', organization),
    'sessions/:session': await sessionOf(api, by),
  };
}

/** A session of theirs that nothing else in the test needs. */
export async function sessionOf(api: RunningApi, person: Known): Promise<string> {
  await api.cookieOf(person);
  return only(api, 'sessions', 'person_id', person.id);
}

async function learnerRow(api: RunningApi, side: Side) {
  const context = { ...launch().context, id: randomUUID() };
  const page = await api.launched({ context, collegeId: side.college });
  await reportRoster(api, context.id, [side.agreement.id]);
  const { learners } = await page.call(endpoints.readSection, {});
  return { identity: learners[0]?.identity ?? '', token: page.token };
}

async function addNotice(api: RunningApi, { id, sponsor, standard }: Apprenticeship): Promise<string> {
  const entry = newId<RecordEntryId>();
  const change = statusChanged({ id: entry, source: `test/${entry}`, apprenticeship: id, standard });
  await api.database.transaction(({ record }) => record.append(sponsor, id, [change]));
  return entry;
}

async function addPlatform(api: RunningApi, of: OrganizationId): Promise<string> {
  const [registration, id] = [newId(), newId()];
  await asOwner(
    api.database,
    `insert into lti.registrations (id, issuer, client_id, auth_url, token_url, jwks_url, profile, name)
     values ($1, $2, 'c', 'a', 't', 'j', 'canvas', 'Canvas')`,
    [registration, randomUUID()],
  );
  await asOwner(
    api.database,
    `insert into lti.deployments (id, registration_id, deployment_id, college_id, status, seen_at)
     values ($1, $2, '9', $3, 'pending', now())`,
    [id, registration, of],
  );
  return id;
}

/** The newest row that belongs there. */
async function only(api: RunningApi, table: string, column: string, value: string): Promise<string> {
  const rows = await asOwner<{ id: string }>(
    api.database,
    `select id from ${table} where ${column} = $1 order by ctid desc limit 1`,
    [value],
  );
  return rows[0]?.id ?? '';
}
