import { Database } from '@journeybook/database';
import type { PersonId, Result } from '@journeybook/domain';
import { accept, hasSecondFactor, refuse } from '@journeybook/domain';
import { Injectable } from '@nestjs/common';
import { recoveryCodesRenewedLetter } from './second-factor-letters.js';
import { renewRecoveryCodes } from './set-up-second-factor.js';
import { TellOwner } from './tell-owner.js';

@Injectable()
export class RenewRecoveryCodes {
  constructor(
    private readonly database: Database,
    private readonly owner: TellOwner,
  ) {}

  /** Ten new codes for whoever has a second factor; those before let nobody in any more. */
  async renew(person: PersonId): Promise<Result<readonly string[], { readonly kind: 'no-second-factor' }>> {
    const renewed = await this.database.access.transaction(async (tables) => {
      await tables.people.hold(person);
      if (!hasSecondFactor(await tables.secondFactors.find(person))) return refuse({ kind: 'no-second-factor' });
      return accept(await renewRecoveryCodes(tables, person));
    });
    if (renewed.ok) this.owner.later(person, recoveryCodesRenewedLetter);
    return renewed;
  }
}
