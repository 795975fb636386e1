import type { PlatformsView } from '@journeybook/contracts';
import type { KnownPerson } from '@journeybook/database';
import { Database } from '@journeybook/database';
import { removeConnection } from '@journeybook/domain';
import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../clock.js';
import type { Config } from '../config.js';
import { asShown } from '../http/if-match.js';
import { found, orRefuse } from '../http/refused.js';
import { configToken } from '../tokens.js';
import type { Place } from './decide-platform.js';
import { openCollege } from './open-college.js';
import { editionOfConnection, presentPlatforms } from './present-platforms.js';

@Injectable()
export class RemovePlatform {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    @Inject(configToken) private readonly config: Config,
  ) {}

  /** Takes away an installation that nobody ever opened, with its registration when it was the last of it; who did so stays written down. */
  remove(by: KnownPerson, { college, platform }: Place, shown: string): Promise<PlatformsView> {
    return this.database.transaction(async (tables) => {
      const opened = await openCollege(tables, by, { college, today: this.clock.today() });
      await tables.platforms.holdNames(platform);
      const held = found(await tables.platforms.lock(college, platform));
      asShown(shown, editionOfConnection(held));
      orRefuse(removeConnection(held.opened));
      await tables.platforms.remove(platform, college);
      const at = this.clock.now();
      const { name, issuer, clientId, deploymentId, registrationId: registration } = held;
      const detail = [name, issuer, clientId, deploymentId].join('\n');
      await tables.platforms.note({
        college,
        registration,
        deployment: platform,
        act: 'removed',
        detail,
        by: by.id,
        at,
      });
      return presentPlatforms(tables, opened, { config: this.config, now: at });
    });
  }
}
