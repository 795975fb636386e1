import type { PlatformsView } from '@journeybook/contracts';
import type { ConnectionAct, HeldPlatform, KnownPerson, Tables } from '@journeybook/database';
import { Database } from '@journeybook/database';
import type { DecideDeploymentRefusal, DeploymentStatus, OrganizationId, Result } from '@journeybook/domain';
import { approveDeployment, blockDeployment, unblockDeployment } from '@journeybook/domain';
import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../clock.js';
import type { Config } from '../config.js';
import { asShown } from '../http/if-match.js';
import { found, orRefuse } from '../http/refused.js';
import { configToken } from '../tokens.js';
import { openCollege } from './open-college.js';
import { editionOfConnection, presentPlatforms } from './present-platforms.js';

export interface Place {
  readonly college: OrganizationId;
  readonly platform: string;
}

type Rule = (status: DeploymentStatus) => Result<DeploymentStatus, DecideDeploymentRefusal>;

@Injectable()
export class DecidePlatform {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    @Inject(configToken) private readonly config: Config,
  ) {}

  approve = (by: KnownPerson, place: Place) => this.decide(by, place, ['approved', approveDeployment]);
  block = (by: KnownPerson, place: Place) => this.decide(by, place, ['blocked', blockDeployment]);
  unblock = (by: KnownPerson, place: Place) => this.decide(by, place, ['unblocked', unblockDeployment]);

  /** Gives an installation another name than the one that was shown. */
  rename(by: KnownPerson, place: Place, { name, shown }: { name: string; shown: string }): Promise<PlatformsView> {
    return this.change(by, place, ['renamed', name], async ({ platforms }, held) => {
      asShown(shown, editionOfConnection(held));
      await platforms.rename(place.platform, name);
    });
  }

  private decide(by: KnownPerson, place: Place, [act, rule]: readonly [ConnectionAct, Rule]): Promise<PlatformsView> {
    return this.change(by, place, [act, ''], (tables, { status }) =>
      tables.platforms.setStatus(place.platform, orRefuse(rule(status))),
    );
  }

  /** Changes one installation of the college and writes down who did. */
  private change(
    by: KnownPerson,
    { college, platform }: Place,
    [act, detail]: readonly [ConnectionAct, string],
    change: (tables: Tables, held: HeldPlatform) => Promise<void>,
  ): Promise<PlatformsView> {
    return this.database.transaction(async (tables) => {
      const opened = await openCollege(tables, by, { college, today: this.clock.today() });
      await change(tables, found(await tables.platforms.lock(college, platform)));
      const at = this.clock.now();
      await tables.platforms.note({ college, deployment: platform, act, detail, by: by.id, at });
      return presentPlatforms(tables, opened, { config: this.config, now: this.clock.now() });
    });
  }
}
