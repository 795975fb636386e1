import type { KnownPerson } from '@journeybook/database';
import { Database } from '@journeybook/database';
import type { SecondFactorPolicy } from '@journeybook/domain';
import { requireSecondFactor } from '@journeybook/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock.js';
import { asActor } from '../http/actor.js';
import { asShown } from '../http/if-match.js';
import { found, orRefuse } from '../http/refused.js';
import { editionOfPolicy } from './list-second-factors.js';

@Injectable()
export class RequireSecondFactor {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Keeps of which roles an organisation asks a second factor, and from which day on; refused when it asks something else than shown. */
  async require(by: KnownPerson, asked: SecondFactorPolicy, shown: string): Promise<void> {
    const today = this.clock.today();
    await this.database.access.transaction(async ({ memberships, secondFactorPolicies }) => {
      const refusal = { kind: 'not-their-organization' } as const;
      const [organization] = await memberships.listOrganizations([asked.organization], today);
      const { kind } = found(organization ?? null, refusal);
      const policy = orRefuse(requireSecondFactor(asActor(by), asked, { kind, today }));
      asShown(shown, editionOfPolicy(await secondFactorPolicies.lock(asked.organization)));
      await secondFactorPolicies.save(policy, { person: by.id, at: this.clock.now() });
    });
  }
}
