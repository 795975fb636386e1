import type { Instant, OrganizationId, PersonId, Provider, ProviderDomain } from '@journeybook/domain';
import type { EntityManager } from 'typeorm';

/** A provider with its secret, sealed. */
export interface KeptProvider extends Provider {
  readonly clientId: string;
  readonly sealedSecret: string;
}

/** What somebody says of their provider. */
export interface ProviderSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly sealedSecret: string;
}

const columns = `
  organization_id as organization, issuer, client_id as "clientId", sealed_secret as "sealedSecret", edition,
  is_on as "isOn", only_way as "onlyWay", tested_at as "testedAt"`;

const domainColumns = `
  organization_id as organization, domain, requested_by as "requestedBy", requested_at as "requestedAt",
  allowed_at as "allowedAt", allowing_sponsor_id as "allowingSponsor"`;

/** The OpenID Connect providers of organisations, and the domains they vouch for. */
export class ProviderRepository {
  constructor(private readonly manager: EntityManager) {}

  /** Holds what is decided about an organisation's provider, or about a domain, until the transaction ends. */
  async hold(what: string): Promise<void> {
    await this.manager.query(`select pg_advisory_xact_lock(hashtextextended('provider ' || $1, 0))`, [what]);
  }

  async find(organization: OrganizationId): Promise<KeptProvider | null> {
    const [row] = await this.list([organization]);
    return row ?? null;
  }

  async list(organizations: readonly OrganizationId[]): Promise<readonly KeptProvider[]> {
    return this.manager.query(`select ${columns} from providers where organization_id = any($1)`, [organizations]);
  }

  /** The provider that is on for a domain that its organisation was allowed. */
  async findByDomain(domain: string): Promise<KeptProvider | null> {
    const [row] = await this.manager.query<KeptProvider[]>(
      `select ${columns} from providers p where is_on and exists (select from provider_domains d
         where d.organization_id = p.organization_id and d.domain = $1 and d.allowed_at is not null)`,
      [domain],
    );
    return row ?? null;
  }

  /** Keeps what is said of a provider: off, and to be tested, whatever it was before. */
  async save(
    organization: OrganizationId,
    { issuer, clientId, sealedSecret }: ProviderSettings,
    by: { person: PersonId; at: Instant },
  ): Promise<void> {
    await this.manager.query(
      `insert into providers (organization_id, issuer, client_id, sealed_secret, edited_by, edited_at)
       values ($1, $2, $3, $4, $5, $6)
       on conflict (organization_id) do update set issuer = $2, client_id = $3, sealed_secret = $4, edited_by = $5,
         edited_at = $6, edition = providers.edition + 1, is_on = false, only_way = false, tested_at = null`,
      [organization, issuer, clientId, sealedSecret, by.person, by.at],
    );
  }

  /** Says that somebody came back from this edition of the provider. */
  async saveTested(organization: OrganizationId, edition: number, at: Instant): Promise<void> {
    await this.manager.query('update providers set tested_at = $3 where organization_id = $1 and edition = $2', [
      organization,
      edition,
      at,
    ]);
  }

  async saveUse(organization: OrganizationId, use: { isOn: boolean; onlyWay: boolean }): Promise<void> {
    await this.manager.query('update providers set is_on = $2, only_way = $3 where organization_id = $1', [
      organization,
      use.isOn,
      use.onlyWay,
    ]);
  }

  async listDomains(organizations: readonly OrganizationId[]): Promise<readonly ProviderDomain[]> {
    return this.manager.query(
      `select ${domainColumns} from provider_domains where organization_id = any($1) order by domain, organization_id`,
      [organizations],
    );
  }

  /** Every organisation that asked for the domain or was allowed it. */
  async listByDomain(domain: string): Promise<readonly ProviderDomain[]> {
    return this.manager.query(`select ${domainColumns} from provider_domains where domain = $1`, [domain]);
  }

  async addDomain({ organization, domain, requestedBy, requestedAt }: ProviderDomain): Promise<void> {
    await this.manager.query(
      `insert into provider_domains (organization_id, domain, requested_by, requested_at) values ($1, $2, $3, $4)
       on conflict do nothing`,
      [organization, domain, requestedBy, requestedAt],
    );
  }

  async allowDomain(
    organization: OrganizationId,
    domain: string,
    by: { person: PersonId; sponsor: OrganizationId; at: Instant },
  ): Promise<void> {
    await this.manager.query(
      `update provider_domains set allowed_by = $3, allowing_sponsor_id = $4, allowed_at = $5
       where organization_id = $1 and domain = $2`,
      [organization, domain, by.person, by.sponsor, by.at],
    );
  }

  async removeDomain(organization: OrganizationId, domain: string): Promise<void> {
    await this.manager.query('delete from provider_domains where organization_id = $1 and domain = $2', [
      organization,
      domain,
    ]);
  }
}
