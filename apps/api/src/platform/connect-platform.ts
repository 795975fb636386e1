import type { ConnectPlatformBody, PlatformsView } from '@journeybook/contracts';
import type { KnownPerson, Tables } from '@journeybook/database';
import { Database } from '@journeybook/database';
import type { OrganizationId } from '@journeybook/domain';
import { connectPlatform } from '@journeybook/domain';
import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../clock.js';
import type { Config } from '../config.js';
import { orRefuse } from '../http/refused.js';
import { configToken } from '../tokens.js';
import { checkAddresses } from './check-addresses.js';
import { openCollege } from './open-college.js';
import { presentPlatforms } from './present-platforms.js';
import { recognisePlatform } from './recognise-platform.js';

@Injectable()
export class ConnectPlatform {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    @Inject(configToken) private readonly config: Config,
  ) {}

  /** Connects a platform by what its administrator copied from it; sent again it changes nothing but the name. */
  connect(by: KnownPerson, college: OrganizationId, body: ConnectPlatformBody): Promise<PlatformsView> {
    return this.database.transaction(async (tables) => {
      const opened = await openCollege(tables, by, { college, today: this.clock.today() });
      checkAddresses(body, this.config.LTI_ALLOW_LOOPBACK_PLATFORMS);
      const deploymentIds = [...new Set(body.deploymentIds)];
      const registration = await this.registration(tables, college, { ...body, deploymentIds });
      for (const deploymentId of deploymentIds) {
        const deployment = await tables.platforms.activate(registration, { college, deploymentId, name: body.name });
        const at = this.clock.now();
        await tables.platforms.note({ college, registration, deployment, act: 'connected', by: by.id, at });
      }
      return presentPlatforms(tables, opened, { config: this.config, now: this.clock.now() });
    });
  }

  private async registration({ platforms }: Tables, college: OrganizationId, body: ConnectPlatformBody) {
    const { name, issuer, clientId, authUrl, tokenUrl, jwksUrl } = body;
    const known = await platforms.lockRegistration(issuer, clientId);
    const deployments = known ? await platforms.findDeployments(known.id, body.deploymentIds) : [];
    orRefuse(connectPlatform({ authUrl, tokenUrl, jwksUrl }, { college, known, deployments }));
    if (known) return known.id;
    const profile = recognisePlatform(body);
    return platforms.addRegistration({ name, issuer, clientId, authUrl, tokenUrl, jwksUrl, college, profile });
  }
}
