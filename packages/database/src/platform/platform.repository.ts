import type {
  DeploymentStatus,
  Instant,
  OrganizationId,
  PersonId,
  PlatformAddresses,
  PlatformFacts,
  CorrectionFacts,
  RegistrationName,
} from '@journeybook/domain';
import type { EntityManager } from 'typeorm';
import { instantText } from '../instant-text.js';
import { activateDeployment } from '../lti/activate-deployment.js';
import type { PlatformProfile } from '../lti/registration.js';
import { newId } from '../new-id.js';
import { factsJson } from './platform-facts.sql.js';

/** One installation of ours in a college's learning platform, and what is known of how it works. */
export interface PlatformConnection extends PlatformAddresses {
  readonly id: string;
  readonly registrationId: string;
  readonly profile: PlatformProfile;
  readonly name: string;
  readonly issuer: string;
  readonly clientId: string;
  readonly deploymentId: string;
  readonly status: DeploymentStatus;
  readonly courseTitle: string | null;
  readonly platformName: string | null;
  readonly seenAt: Instant | null;
  readonly facts: PlatformFacts;
  readonly registration: CorrectionFacts;
  /** Whether somebody opened a course from it, or picked courses there. */
  readonly opened: boolean;
}

export type HeldPlatform = Omit<PlatformConnection, 'profile' | 'courseTitle' | 'platformName' | 'seenAt' | 'facts'>;

/** A registration that no launch has come from yet. */
export interface RegisteredPlatform {
  readonly id: string;
  readonly profile: PlatformProfile;
  readonly name: string;
  readonly registeredAt: Instant;
}

export interface KnownRegistration extends PlatformAddresses {
  readonly id: string;
}

export interface NewInvitation {
  readonly tokenHash: Buffer;
  readonly college: { readonly id: OrganizationId; readonly name: string };
  readonly by: PersonId;
  readonly at: Instant;
  readonly expiresAt: Instant;
}

export interface NewRegistration extends PlatformAddresses {
  readonly issuer: string;
  readonly clientId: string;
  readonly profile: PlatformProfile;
  readonly name: string;
  readonly college: OrganizationId;
}

export type ConnectionAct =
  | 'invited'
  | 'connected'
  | 'approved'
  | 'blocked'
  | 'unblocked'
  | 'renamed'
  | 'corrected'
  | 'removed';

export interface ConnectionChange {
  readonly college: OrganizationId;
  readonly act: ConnectionAct;
  readonly by: PersonId;
  readonly at: Instant;
  readonly registration?: string;
  readonly deployment?: string;
  readonly detail?: string;
}

const held = `d.id, r.id as "registrationId", coalesce(d.name, r.name) as name, r.issuer, r.client_id as "clientId",
    r.auth_url as "authUrl", r.token_url as "tokenUrl", r.jwks_url as "jwksUrl", d.deployment_id as "deploymentId", d.status,
    (select row_to_json(f) from lti.registration_facts(r.id, d.college_id) f) as registration, lti.is_opened(d.id) as opened`;

const connection = `
  select ${held}, r.profile, d.course_title as "courseTitle", d.platform_name as "platformName",
    ${instantText('d.seen_at')} as "seenAt", ${factsJson} as facts
  from lti.deployments d join lti.registrations r on r.id = d.registration_id`;

const advisoryName = ({ issuer, clientId }: RegistrationName): string => `lti ${issuer} ${clientId}`;

/** Learning platforms as the colleges that connected them see them. Nothing here can be had without naming the college. */
export class PlatformRepository {
  constructor(private readonly manager: EntityManager) {}

  /** A college's installations, those that wait for approval included. */
  async list(college: OrganizationId): Promise<readonly PlatformConnection[]> {
    return this.manager.query(`${connection} where d.college_id = $1 order by name, d.created_at, d.id`, [college]);
  }

  /** A college's registrations without any installation of its own yet. */
  async listRegistered(college: OrganizationId): Promise<readonly RegisteredPlatform[]> {
    return this.manager.query(
      `select r.id, r.profile, r.name, ${instantText('r.created_at')} as "registeredAt" from lti.registrations r
       where r.college_id = $1
         and not exists (select from lti.deployments d where d.registration_id = r.id and d.college_id = $1)
       order by r.created_at, r.id`,
      [college],
    );
  }

  /** One installation of the college, held until the transaction ends; null when it is not theirs. */
  async lock(college: OrganizationId, id: string): Promise<HeldPlatform | null> {
    const [row] = await this.manager.query(
      `select ${held} from lti.deployments d join lti.registrations r on r.id = d.registration_id
       where d.id = $1 and d.college_id = $2 for update of d`,
      [id, college],
    );
    return row ?? null;
  }

  /**
   * Holds everybody who connects, corrects or removes what has one of these names, and what the installation's own name is now, until the
   * transaction ends. The installation itself is locked after that, as all who connect do it.
   */
  async holdNames(id: string, given: RegistrationName | null = null): Promise<void> {
    const names = await this.manager.query(
      `select r.issuer, r.client_id as "clientId" from lti.deployments d join lti.registrations r on r.id = d.registration_id
       where d.id = $1`,
      [id],
    );
    const keys = [...names, ...(given ? [given] : [])].map(advisoryName);
    for (const key of [...new Set(keys)].toSorted()) await this.hold(key);
  }

  private async hold(key: string): Promise<void> {
    await this.manager.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [key]);
  }

  async setStatus(id: string, status: DeploymentStatus): Promise<void> {
    await this.manager.query('update lti.deployments set status = $2 where id = $1', [id, status]);
  }

  async rename(id: string, name: string): Promise<void> {
    await this.manager.query('update lti.deployments set name = $2 where id = $1', [id, name]);
  }

  /** Holds everybody else who connects a platform under this name until the transaction ends. */
  async lockRegistration(issuer: string, clientId: string): Promise<KnownRegistration | null> {
    await this.hold(advisoryName({ issuer, clientId }));
    const [row] = await this.manager.query(
      'select id, auth_url as "authUrl", token_url as "tokenUrl", jwks_url as "jwksUrl" from lti.known_registration($1, $2)',
      [issuer, clientId],
    );
    return row ?? null;
  }

  async addRegistration(entry: NewRegistration): Promise<string> {
    const id = newId();
    await this.manager.query(
      `insert into lti.registrations (id, issuer, client_id, auth_url, token_url, jwks_url, profile, name, college_id)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        id,
        entry.issuer,
        entry.clientId,
        entry.authUrl,
        entry.tokenUrl,
        entry.jwksUrl,
        entry.profile,
        entry.name,
        entry.college,
      ],
    );
    return id;
  }

  /** Puts right what the college entered; what a check or a call found out under the old addresses is forgotten. */
  async correctRegistration(id: string, entry: Omit<NewRegistration, 'name'>): Promise<void> {
    const { college, issuer, clientId, authUrl, tokenUrl, jwksUrl, profile } = entry;
    await this.manager.query('select lti.correct_registration($1, $2, $3, $4, $5, $6, $7, $8)', [
      id,
      college,
      issuer,
      clientId,
      authUrl,
      tokenUrl,
      jwksUrl,
      profile,
    ]);
  }

  /** Takes an installation away that nobody opened, and with the last one of a registration that too. */
  async remove(id: string, college: OrganizationId): Promise<void> {
    await this.manager.query('select lti.remove_deployment($1, $2)', [id, college]);
  }

  /** The installations of a registration that have these names, whoever's they are. */
  async findDeployments(
    registration: string,
    deploymentIds: readonly string[],
  ): Promise<
    readonly { id: string; deploymentId: string; status: DeploymentStatus; college: OrganizationId | null }[]
  > {
    return this.manager.query(
      'select id, deployment_id as "deploymentId", status, college_id as college from lti.named_deployments($1, $2)',
      [registration, deploymentIds],
    );
  }

  /** Makes the installation the college's own and active. */
  async activate(
    registration: string,
    { college, deploymentId, name }: { college: OrganizationId; deploymentId: string; name: string },
  ): Promise<string> {
    await this.manager.query('select lti.claim_waiting($1, $2, $3)', [registration, deploymentId, college]);
    const installation = { registrationId: registration, deploymentId, collegeId: college, name };
    return (await activateDeployment(this.manager, installation)).id;
  }

  async addInvitation({ tokenHash, college, by, at, expiresAt }: NewInvitation): Promise<void> {
    await this.manager.query(
      `insert into lti.invitations (id, token_hash, college_id, college_name, created_by, created_at, expires_at)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [newId(), tokenHash, college.id, college.name, by, at, expiresAt],
    );
  }

  /** Asks for a check by the LTI tool, which alone speaks to platforms. */
  async addCheck(deployment: string, by: PersonId, at: Instant): Promise<string> {
    const id = newId();
    await this.manager.query(
      'insert into lti.platform_checks (id, deployment_id, asked_by, asked_at) values ($1, $2, $3, $4)',
      [id, deployment, by, at],
    );
    return id;
  }

  /** Writes down who did what. */
  async note(change: ConnectionChange): Promise<void> {
    await this.manager.query(
      `insert into lti.connection_changes (id, college_id, registration_id, deployment_id, act, detail, changed_by, changed_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        newId(),
        change.college,
        change.registration ?? null,
        change.deployment ?? null,
        change.act,
        change.detail ?? '',
        change.by,
        change.at,
      ],
    );
  }
}
