import type { CorrectPlatformBody, PlatformsView } from '@journeybook/contracts';
import { jobQueues } from '@journeybook/contracts';
import type { HeldPlatform, Jobs, KnownPerson, Tables } from '@journeybook/database';
import { Database } from '@journeybook/database';
import { correctPlatform } from '@journeybook/domain';
import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../clock.js';
import type { Config } from '../config.js';
import { asShown } from '../http/if-match.js';
import { found, orRefuse } from '../http/refused.js';
import { configToken, jobsToken } from '../tokens.js';
import { checkAddresses } from './check-addresses.js';
import type { Place } from './decide-platform.js';
import { openCollege } from './open-college.js';
import { editionOfConnection, presentPlatforms } from './present-platforms.js';
import { recognisePlatform } from './recognise-platform.js';

@Injectable()
export class CorrectPlatform {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    @Inject(configToken) private readonly config: Config,
    @Inject(jobsToken) private readonly jobs: Jobs,
  ) {}

  /**
   * Puts right what was entered of a platform, for every installation that the college has of it, writes down what was there before, and
   * has the platform asked anew: what was found out under the old addresses says nothing any more.
   */
  correct(
    by: KnownPerson,
    { college, platform }: Place,
    { body, shown }: { body: CorrectPlatformBody; shown: string },
  ): Promise<PlatformsView> {
    return this.database.transaction(async (tables) => {
      const opened = await openCollege(tables, by, { college, today: this.clock.today() });
      await tables.platforms.holdNames(platform, body);
      const held = found(await tables.platforms.lock(college, platform));
      asShown(shown, editionOfConnection(held));
      checkAddresses(body, this.config.LTI_ALLOW_LOOPBACK_PLATFORMS);
      await this.decide(tables, held, body);
      const registration = { ...body, college, profile: recognisePlatform(body) };
      await tables.platforms.correctRegistration(held.registrationId, registration);
      const at = this.clock.now();
      const detail = differences(held, body);
      const change = {
        college,
        registration: held.registrationId,
        deployment: platform,
        detail,
        by: by.id,
        at,
      } as const;
      await tables.platforms.note({ ...change, act: 'corrected' });
      if (held.status === 'active') await this.check(tables, by, platform);
      return presentPlatforms(tables, opened, { config: this.config, now: at });
    });
  }

  private async decide({ platforms }: Tables, held: HeldPlatform, body: CorrectPlatformBody): Promise<void> {
    const known = await platforms.lockRegistration(body.issuer, body.clientId);
    const taken = known !== null && known.id !== held.registrationId;
    orRefuse(correctPlatform(body, { ...held.registration, held, taken }));
  }

  private async check(tables: Tables, by: KnownPerson, platform: string): Promise<void> {
    const checkId = await tables.platforms.addCheck(platform, by.id, this.clock.now());
    await this.jobs.send(jobQueues.checkPlatform.name, { checkId }, { within: tables.runSql });
  }
}

const parts = ['issuer', 'clientId', 'authUrl', 'tokenUrl', 'jwksUrl'] as const;

/** What was there and what is there now, one a line. */
const differences = (held: HeldPlatform, given: CorrectPlatformBody): string =>
  parts
    .filter((part) => held[part] !== given[part])
    .map((part) => `${part}: ${held[part]} → ${given[part]}`)
    .join('\n');
