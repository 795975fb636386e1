import type { DataSource, EntityManager } from 'typeorm';
import { AttemptRepository } from './access/attempt.repository.js';
import { IdempotencyRepository, isRepeatable } from './access/idempotency.repository.js';
import { KnownDeviceRepository } from './access/known-device.repository.js';
import { acting } from './acting.js';
import { RoleRepository } from './access/role.repository.js';
import { AuditRepository } from './audit/audit.repository.js';
import { withTrail } from './audit/trail.js';
import { SecondFactorPolicyRepository } from './access/second-factor-policy.repository.js';
import { ApprenticeshipRepository } from './apprenticeship/apprenticeship.repository.js';
import type { ConnectionOptions } from './data-source.js';
import { openDataSource } from './data-source.js';
import { HoursRepository } from './hours/hours.repository.js';
import { ClaimCodeRepository } from './instruction/claim-code.repository.js';
import { CreditReviewRepository } from './instruction/credit-review.repository.js';
import { LearnerRepository } from './instruction/learner.repository.js';
import { MatchRepository } from './instruction/match.repository.js';
import { LaunchRepository } from './instruction/launch.repository.js';
import { PickRepository } from './instruction/pick.repository.js';
import { RosterRepository } from './instruction/roster.repository.js';
import { ScoreRepository } from './instruction/score.repository.js';
import { SectionRepository } from './instruction/section.repository.js';
import { TaughtSectionRepository } from './instruction/taught-section.repository.js';
import type { RunSql } from './jobs/jobs.js';
import { MentorLinkRepository } from './mentor-link/mentor-link.repository.js';
import { InvitationRepository } from './people/invitation.repository.js';
import { MembershipRepository } from './people/membership.repository.js';
import { PasskeyRepository } from './people/passkey.repository.js';
import { PasswordResetRepository } from './people/password-reset.repository.js';
import { PendingSignInRepository } from './people/pending-sign-in.repository.js';
import { PeopleRepository } from './people/people.repository.js';
import { SecondFactorRepository } from './people/second-factor.repository.js';
import { SessionRepository } from './people/session.repository.js';
import { PlatformRepository } from './platform/platform.repository.js';
import { ProviderRepository } from './provider/provider.repository.js';
import { ProviderAttemptRepository } from './provider/provider-attempt.repository.js';
import { ProviderLinkRepository } from './provider/provider-link.repository.js';
import { StandardRepository } from './program/standard.repository.js';
import { RecordRepository } from './record/record.repository.js';
import { RecordsRepository } from './record/records.repository.js';
import { RecordViewRepository } from './record/record-view.repository.js';
import { StandingRequestRepository } from './standing/standing-request.repository.js';
import { StandardDraftRepository } from './program/standard-draft.repository.js';
import { SignOffRequestRepository } from './competency/sign-off-request.repository.js';
import { PaidHoursRepository } from './hours/paid-hours.repository.js';
import { CustomisationRepository } from './program/customisation.repository.js';
import { CompletionReviewRepository } from './completion/completion-review.repository.js';
import { AgreementRepository } from './apprenticeship/agreement.repository.js';
import { AgencyReportRepository } from './apprenticeship/agency-report.repository.js';
import { BirthDateRepository } from './privacy/birth-date.repository.js';
import { OwnDataRepository } from './privacy/own-data.repository.js';
import { reportLimits, requestLimits } from './time-limits.js';
import { ErasureRepository } from './retention/erasure.repository.js';
import { RetentionRepository } from './retention/retention.repository.js';

/** Everything that can be read and written, within one transaction or (from `Database.read`) outside any. */
export class Tables {
  constructor(private readonly manager: EntityManager) {}

  readonly people = new PeopleRepository(this.manager);
  readonly invitations = new InvitationRepository(this.manager);
  readonly memberships = new MembershipRepository(this.manager);
  readonly passwordResets = new PasswordResetRepository(this.manager);
  readonly attempts = new AttemptRepository(this.manager);
  readonly idempotencyKeys = new IdempotencyRepository(this.manager);
  readonly knownDevices = new KnownDeviceRepository(this.manager);
  readonly sessions = new SessionRepository(this.manager);
  readonly pendingSignIns = new PendingSignInRepository(this.manager);
  readonly secondFactors = new SecondFactorRepository(this.manager);
  readonly passkeys = new PasskeyRepository(this.manager);
  readonly secondFactorPolicies = new SecondFactorPolicyRepository(this.manager);
  readonly roles = new RoleRepository(this.manager);
  readonly standards = new StandardRepository(this.manager);
  readonly drafts = new StandardDraftRepository(this.manager);
  readonly customisations = new CustomisationRepository(this.manager);
  readonly apprenticeships = new ApprenticeshipRepository(this.manager);
  readonly agreements = new AgreementRepository(this.manager);
  readonly agencyReports = new AgencyReportRepository(this.manager);
  readonly hours = new HoursRepository(this.manager);
  readonly paidHours = new PaidHoursRepository(this.manager);
  readonly signOffRequests = new SignOffRequestRepository(this.manager);
  readonly standingRequests = new StandingRequestRepository(this.manager);
  readonly completionReviews = new CompletionReviewRepository(this.manager);
  readonly record = new RecordRepository(this.manager);
  readonly records = new RecordsRepository(this.manager);
  readonly recordViews = new RecordViewRepository(this.manager);
  readonly sections = new SectionRepository(this.manager);
  readonly taughtSections = new TaughtSectionRepository(this.manager);
  readonly roster = new RosterRepository(this.manager);
  readonly scores = new ScoreRepository(this.manager);
  readonly learners = new LearnerRepository(this.manager);
  readonly matches = new MatchRepository(this.manager);
  readonly creditReviews = new CreditReviewRepository(this.manager);
  readonly claimCodes = new ClaimCodeRepository(this.manager);
  readonly launches = new LaunchRepository(this.manager);
  readonly picks = new PickRepository(this.manager);
  readonly platforms = new PlatformRepository(this.manager);
  readonly mentorLinks = new MentorLinkRepository(this.manager);
  readonly providers = new ProviderRepository(this.manager);
  readonly providerLinks = new ProviderLinkRepository(this.manager);
  readonly providerAttempts = new ProviderAttemptRepository(this.manager);
  readonly audit = new AuditRepository(this.manager);
  readonly birthDates = new BirthDateRepository(this.manager);
  readonly ownData = new OwnDataRepository(this.manager);
  readonly retention = new RetentionRepository(this.manager);
  readonly erasure = new ErasureRepository(this.manager);

  /** For a job queue that has to enlist in this transaction. */
  readonly runSql: RunSql = (text, values) => this.manager.query(text, values);
}

/** A way to work with the tables, under one of the database's roles. */
export class Door {
  readonly read: Tables;

  constructor(readonly source: DataSource) {
    this.read = new Tables(source.manager);
  }

  /** Runs the work in one transaction: all of it is kept, or, when it throws, none. What a request changes leaves its event. */
  transaction<T>(work: (tables: Tables) => Promise<T>): Promise<T> {
    return this.source.transaction(async (manager) => {
      const tables = new Tables(manager);
      const result = await withTrail(manager, () => work(tables));
      await tables.idempotencyKeys.commit();
      return result;
    });
  }

  /**
   * Runs work that is a single statement, which PostgreSQL keeps whole by itself: nothing is sent around it. It leaves no event. Of a
   * request that may come again it is said that it was carried out, which takes a transaction.
   */
  alone<T>(work: (tables: Tables) => Promise<T>): Promise<T> {
    return isRepeatable() ? this.transaction(work) : work(this.read);
  }

  /** A transaction that leaves no event: it counts a try or keeps a page open, and changes nothing that anybody answers for. */
  aside<T>(work: (tables: Tables) => Promise<T>): Promise<T> {
    return this.source.transaction((manager) => work(new Tables(manager)));
  }
}

/** Where a server signs in, each time as another role. */
export interface ServerAddresses {
  readonly access: string;
  readonly api: string;
  readonly jobs: string;
}

/**
 * The database as the API sees it. What is read and written is within the reach of whoever the work is done for (`acting`); for the
 * LTI tool it is what learning platforms tell, of every college; outside of any request it is nothing.
 */
export class Database {
  private constructor(
    /** Finding out who calls, and what belongs to a sign-in: the only door to passwords and sessions. */
    readonly access: Door,
    private readonly api: Door,
    private readonly jobs: Door,
  ) {}

  /** Opens it for a server, which signs in as each role; nothing of it may take for ever. */
  static async open({ access, api, jobs }: ServerAddresses, poolSize?: number): Promise<Database> {
    const size = poolSize === undefined ? {} : { poolSize };
    return new Database(
      new Door(await openDataSource({ url: access, limits: requestLimits, ...size })),
      new Door(await openDataSource({ url: api, withinReach: true, limits: requestLimits, ...size })),
      new Door(await openDataSource({ url: jobs, limits: reportLimits, ...size })),
    );
  }

  /** Opens it as its owner, for commands and for what tests arrange: whole, whoever it is done for. */
  static async openAsOwner(options: Omit<ConnectionOptions, 'withinReach'>): Promise<Database> {
    const door = new Door(await openDataSource(options));
    return new Database(door, door, door);
  }

  get read(): Tables {
    return this.door.read;
  }

  /** As `Door.transaction`. */
  transaction<T>(work: (tables: Tables) => Promise<T>): Promise<T> {
    return this.door.transaction(work);
  }

  /** As `Door.alone`. */
  alone<T>(work: (tables: Tables) => Promise<T>): Promise<T> {
    return this.door.alone(work);
  }

  /** As `Door.aside`. */
  aside<T>(work: (tables: Tables) => Promise<T>): Promise<T> {
    return this.door.aside(work);
  }

  /** Whether the database answers now. */
  async answers(): Promise<boolean> {
    return this.api.source.query('select 1').then(
      () => true,
      () => false,
    );
  }

  async close(): Promise<void> {
    const sources = new Set([this.access, this.api, this.jobs].map((door) => door.source));
    await Promise.all([...sources].map((source) => source.destroy()));
  }

  private get door(): Door {
    return acting()?.caller.kind === 'machine' ? this.jobs : this.api;
  }
}
