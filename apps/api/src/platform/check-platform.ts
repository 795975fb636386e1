import type { PlatformsView } from '@journeybook/contracts';
import { jobQueues } from '@journeybook/contracts';
import type { Jobs, KnownPerson } from '@journeybook/database';
import { Database } from '@journeybook/database';
import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../clock.js';
import type { Config } from '../config.js';
import { found } from '../http/refused.js';
import { configToken, jobsToken } from '../tokens.js';
import type { Place } from './decide-platform.js';
import { openCollege } from './open-college.js';
import { presentPlatforms } from './present-platforms.js';

@Injectable()
export class CheckPlatform {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    @Inject(configToken) private readonly config: Config,
    @Inject(jobsToken) private readonly jobs: Jobs,
  ) {}

  /** Has the LTI tool ask the platform for its keys and a token; what comes of it is read with the connection. */
  check(by: KnownPerson, { college, platform }: Place): Promise<PlatformsView> {
    return this.database.transaction(async (tables) => {
      const opened = await openCollege(tables, by, { college, today: this.clock.today() });
      found(await tables.platforms.lock(college, platform));
      const checkId = await tables.platforms.addCheck(platform, by.id, this.clock.now());
      await this.jobs.send(jobQueues.checkPlatform.name, { checkId }, { within: tables.runSql });
      return presentPlatforms(tables, opened, { config: this.config, now: this.clock.now() });
    });
  }
}
