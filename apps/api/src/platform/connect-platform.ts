import type { ConnectPlatformBody, PlatformsView } from '@journeybook/contracts';
import type { KnownPerson, Tables } from '@journeybook/database';
import { Database } from '@journeybook/database';
import type { OrganizationId } from '@journeybook/domain';
import { connectPlatform } from '@journeybook/domain';
import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../clock.js';
import type { Config } from '../config.js';
import { Refused, orRefuse } from '../http/refused.js';
import { configToken } from '../tokens.js';
import { openCollege } from './open-college.js';
import { presentPlatforms } from './present-platforms.js';
import { refuseAddress } from './refuse-address.js';

const addressNames = ['issuer', 'authUrl', 'tokenUrl', 'jwksUrl'] as const;

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
      this.checkAddresses(body);
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

  private checkAddresses(body: ConnectPlatformBody): void {
    const errors = addressNames.flatMap((field) => {
      const message = refuseAddress(body[field], this.config.LTI_ALLOW_LOOPBACK_PLATFORMS);
      return message === null ? [] : [{ field, message }];
    });
    if (errors.length > 0) throw new Refused({ kind: 'invalid-request' }, errors);
  }

  private async registration({ platforms }: Tables, college: OrganizationId, body: ConnectPlatformBody) {
    const { name, issuer, clientId, authUrl, tokenUrl, jwksUrl } = body;
    const known = await platforms.lockRegistration(issuer, clientId);
    const deployments = known ? await platforms.findDeployments(known.id, body.deploymentIds) : [];
    orRefuse(connectPlatform({ authUrl, tokenUrl, jwksUrl }, { college, known, deployments }));
    if (known) return known.id;
    const profile = profileOf(body);
    return platforms.addRegistration({ name, issuer, clientId, authUrl, tokenUrl, jwksUrl, college, profile });
  }
}

/** Which platform's habits to expect, by the addresses that only that one has (lti.md 4.1). */
function profileOf({ issuer, authUrl }: ConnectPlatformBody): 'moodle' | 'canvas' | 'generic' {
  if (/^https:\/\/canvas(\.beta|\.test)?\.instructure\.com$/.test(issuer)) return 'canvas';
  if (new URL(authUrl).pathname.endsWith('/api/lti/authorize_redirect')) return 'canvas';
  return new URL(authUrl).pathname.endsWith('/mod/lti/auth.php') ? 'moodle' : 'generic';
}
