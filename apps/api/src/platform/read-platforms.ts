import type { PlatformsView } from '@journeybook/contracts';
import type { KnownPerson } from '@journeybook/database';
import { Database } from '@journeybook/database';
import type { OrganizationId } from '@journeybook/domain';
import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../clock.js';
import type { Config } from '../config.js';
import { configToken } from '../tokens.js';
import { openCollege } from './open-college.js';
import { presentPlatforms } from './present-platforms.js';

@Injectable()
export class ReadPlatforms {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    @Inject(configToken) private readonly config: Config,
  ) {}

  async read(by: KnownPerson, college: OrganizationId): Promise<PlatformsView> {
    const tables = this.database.read;
    const opened = await openCollege(tables, by, { college, today: this.clock.today() });
    return presentPlatforms(tables, opened, { config: this.config, now: this.clock.now() });
  }
}
