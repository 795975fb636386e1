import { endpoints, organizationId, personId } from '@journeybook/contracts';
import type { KnownPerson } from '@journeybook/database';
import type { OrganizationId, PersonId } from '@journeybook/domain';
import { Body, Controller, Param } from '@nestjs/common';
import type { z } from 'zod';
import { SignedInPerson } from '../http/actor.js';
import { ShownEdition } from '../http/if-match.js';
import { Serves } from '../http/route.js';
import { NeedsFreshSignIn } from '../http/second-factor.guard.js';
import { ListSecondFactors } from './list-second-factors.js';
import { RequireSecondFactor } from './require-second-factor.js';
import { ResetSecondFactor } from './reset-second-factor.js';
import { SignOutSomebody } from './sign-out-somebody.js';

/** What an organisation asks of its people's sign-ins. */
@Controller()
export class SecondFactorPolicyController {
  constructor(
    private readonly listSecondFactors: ListSecondFactors,
    private readonly requireSecondFactor: RequireSecondFactor,
    private readonly resetSecondFactor: ResetSecondFactor,
    private readonly signOutSomebody: SignOutSomebody,
  ) {}

  @Serves(endpoints.listSecondFactors, 'people:second-factor')
  async list(@SignedInPerson() person: KnownPerson) {
    return { organizations: [...(await this.listSecondFactors.list(person))] };
  }

  @Serves(endpoints.requireSecondFactor, 'people:second-factor')
  @NeedsFreshSignIn()
  require(
    @SignedInPerson() person: KnownPerson,
    @Param('organization', { schema: organizationId }) organization: OrganizationId,
    @ShownEdition() shown: string,
    @Body({ schema: endpoints.requireSecondFactor.body }) body: z.output<typeof endpoints.requireSecondFactor.body>,
  ): Promise<void> {
    return this.requireSecondFactor.require(person, { organization, ...body }, shown);
  }

  @Serves(endpoints.resetSecondFactor, 'people:second-factor')
  @NeedsFreshSignIn()
  reset(@SignedInPerson() person: KnownPerson, @Param('person', { schema: personId }) whose: PersonId): Promise<void> {
    return this.resetSecondFactor.reset(person, whose);
  }

  @Serves(endpoints.signOutSomebody, 'people:second-factor')
  @NeedsFreshSignIn()
  signOut(
    @SignedInPerson() person: KnownPerson,
    @Param('person', { schema: personId }) whose: PersonId,
  ): Promise<void> {
    return this.signOutSomebody.everywhere(person, whose);
  }
}
