import type { DataSource } from 'typeorm';
import { openDataSource } from '../data-source.js';
import { requestLimits } from '../time-limits.js';
import { ContextRepository } from './context.repository.js';
import { CoursePickRepository } from './course-pick.repository.js';
import { DeploymentRepository } from './deployment.repository.js';
import { InvitationRepository } from './invitation.repository.js';
import { LineItemRepository } from './line-item.repository.js';
import { NoticeRepository } from './notice.repository.js';
import { OidcStateRepository } from './oidc-state.repository.js';
import { PlatformCheckRepository } from './platform-check.repository.js';
import { PlatformHealthRepository } from './platform-health.repository.js';
import { RegistrationRepository } from './registration.repository.js';
import { ToolKeyRepository } from './tool-key.repository.js';

/** What the LTI tool keeps, in its own schema and under its own role, which sees nothing of the record. */
export interface LtiStore {
  readonly registrations: RegistrationRepository;
  readonly deployments: DeploymentRepository;
  readonly invitations: InvitationRepository;
  readonly platformChecks: PlatformCheckRepository;
  readonly states: OidcStateRepository;
  readonly contexts: ContextRepository;
  readonly notices: NoticeRepository;
  readonly picks: CoursePickRepository;
  readonly lineItems: LineItemRepository;
  readonly toolKeys: ToolKeyRepository;
  readonly health: PlatformHealthRepository;
  /**
   * Runs the work while nobody else, in any process, runs work of the same name. The lock ends with a crash too. It holds a
   * connection as long as it lasts, so it is for short work in the database; whoever asks a platform takes a turn (`health`).
   */
  exclusively<T>(name: string, work: () => Promise<T>): Promise<T>;
  /** Throws when the database does not answer. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

/** Opens the LTI tool's tables. Throws when the database cannot be reached or was not migrated. */
export async function openLtiStore(url: string): Promise<LtiStore> {
  const source = await openDataSource({ url, limits: requestLimits });
  try {
    await source.query('select 1 from lti.registrations limit 1');
  } catch (error) {
    await source.destroy();
    throw error;
  }
  const { manager } = source;
  return {
    registrations: new RegistrationRepository(manager),
    deployments: new DeploymentRepository(manager),
    invitations: new InvitationRepository(manager),
    platformChecks: new PlatformCheckRepository(manager),
    states: new OidcStateRepository(manager),
    contexts: new ContextRepository(manager),
    notices: new NoticeRepository(manager),
    picks: new CoursePickRepository(manager),
    lineItems: new LineItemRepository(manager),
    toolKeys: new ToolKeyRepository(manager),
    health: new PlatformHealthRepository(manager),
    exclusively: (name, work) => exclusively(source, name, work),
    ping: async () => void (await source.query('select 1')),
    close: () => source.destroy(),
  };
}

// A lock of a transaction, not of a session: it also works behind a pooler that hands out connections per transaction.
function exclusively<T>(source: DataSource, name: string, work: () => Promise<T>): Promise<T> {
  return source.transaction(async (manager) => {
    await manager.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [name]);
    return work();
  });
}
