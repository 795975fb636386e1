import type { Instant, LaunchRole, LmsIdentityId, OrganizationId, PersonId, SectionId } from '@journeybook/domain';
import type { EntityManager } from 'typeorm';
import { newId } from '../new-id.js';
import { prepared } from '../prepared.js';
import { reportLaunchAlone, reportLaunchFirst } from './report-launch.sql.js';
import type { LmsMember } from './roster.repository.js';
import type { LaunchedSection, Section } from './section.repository.js';

export type LaunchKind = 'course' | 'picker';

/** A page inside a learning platform's frame: who opened it, as what, in which section. */
export interface LaunchSessionRow {
  readonly id: string;
  /** A `picker` was opened to choose what a new link is for, and does nothing else. */
  readonly kind: LaunchKind;
  readonly section: SectionId;
  readonly college: OrganizationId;
  readonly identity: LmsIdentityId;
  readonly role: LaunchRole;
  readonly name: string | null;
  readonly openedAt: Instant;
  /** The person the identity is linked to; null while nobody confirmed who it is. */
  readonly person: PersonId | null;
}

const select = `
  select l.id, l.kind, l.section_id as section, s.college_id as college, l.identity_id as identity, l.role, i.name,
    l.opened_at as "openedAt", k.person_id as person
  from launch_sessions l
  join sections s on s.id = l.section_id
  join lms_identities i on i.id = l.identity_id
  left join person_links k on k.identity_id = i.id and k.revoked_at is null
  left join lti.contexts c on c.id = s.context_id
  left join lti.deployments d on d.id = c.deployment_id
  where d.status is distinct from 'blocked'`;

const openLaunch = prepared(`
  with opened as (
    update launch_sessions set code_hash = null, token_hash = $3, token_expires_at = $4
    where code_hash = $1 and code_expires_at > $2 returning id
  )
  ${select} and l.id = (select id from opened)`);

const launchOfToken = prepared(`${select} and l.token_hash = $1 and l.token_expires_at > $2`);

/** A launch as a learning platform tells it. */
export interface ReportedLaunch {
  readonly id: string;
  readonly kind: LaunchKind;
  readonly section: Required<Omit<LaunchedSection, 'id'>>;
  readonly member: LmsMember;
  readonly openedAt: Instant;
  readonly codeHash: Buffer;
  readonly codeExpiresAt: Instant;
}

/** What it led to. */
export interface KeptLaunch {
  readonly section: SectionId;
  /** Whether somebody has said which course the section is. */
  readonly mapped: boolean;
  readonly identity: LmsIdentityId;
  /** The reading of the roster as it was before; null at the first launch of the course. */
  readonly roster: Pick<Section['roster'], 'state' | 'readAt'> | null;
  /** The same of the grades. */
  readonly results: Pick<Section['results'], 'state' | 'readAt'> | null;
}

/** Sessions of launches; codes and bearers are kept as hashes. None is found while the installation it came from is blocked. */
export class LaunchRepository {
  constructor(private readonly manager: EntityManager) {}

  /**
   * Keeps all that a launch tells, in one statement: the section of its course, the identity, that it was seen there, and the session
   * whose code was given. Null, and nothing kept, where the college is not known or is not the one that the course was first opened
   * for. With `hold` nobody else changes the section before the transaction ends.
   */
  async report(launch: ReportedLaunch, { hold = false } = {}): Promise<KeptLaunch | null> {
    const { section, member, codeHash, ...session } = launch;
    const { services, college, ...course } = section;
    const { role, sisId: studentId, ...person } = member;
    const told = { ...session, ...course, ...services, ...person, college, role, studentId };
    const made = { section: newId(), identity: newId(), codeHash: codeHash.toString('hex') };
    const text = hold ? reportLaunchFirst : reportLaunchAlone;
    const [kept] = await this.manager.query<KeptLaunch[]>(text, [JSON.stringify({ ...told, ...made })]);
    return kept ?? null;
  }

  /** Trades a code for a bearer: once, and only while the code lives; null otherwise. */
  async open(code: {
    codeHash: Buffer;
    at: Instant;
    tokenHash: Buffer;
    tokenExpiresAt: Instant;
  }): Promise<LaunchSessionRow | null> {
    const [session] = await this.manager.query<LaunchSessionRow[]>(openLaunch, [
      code.codeHash,
      code.at,
      code.tokenHash,
      code.tokenExpiresAt,
    ]);
    return session ?? null;
  }

  async findByToken(tokenHash: Buffer, now: Instant): Promise<LaunchSessionRow | null> {
    const [row] = await this.manager.query<LaunchSessionRow[]>(launchOfToken, [tokenHash, now]);
    return row ?? null;
  }

  async renew(id: string, token: { tokenHash: Buffer; expiresAt: Instant }): Promise<void> {
    await this.manager.query('update launch_sessions set token_hash = $2, token_expires_at = $3 where id = $1', [
      id,
      token.tokenHash,
      token.expiresAt,
    ]);
  }
}
