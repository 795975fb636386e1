import type { SecondFactorsView } from '@journeybook/contracts';
import { endpoints } from '@journeybook/contracts';
import type { KnownPerson, SessionPerson } from '@journeybook/database';
import { Body, Controller, Req } from '@nestjs/common';
import type { Request } from 'express';
import type { z } from 'zod';
import { SignedInPerson } from '../http/actor.js';
import { orRefuse } from '../http/refused.js';
import { Serves } from '../http/route.js';
import { NeedsFreshSignIn, WithoutSecondFactor } from '../http/second-factor.guard.js';
import { tokenOf } from './account.controller.js';
import { ReadSecondFactors } from './read-second-factors.js';
import { RemoveSecondFactor } from './remove-second-factor.js';
import { RenewRecoveryCodes } from './renew-recovery-codes.js';
import { SetUpAuthenticator } from './set-up-authenticator.js';

type Told = { recoveryCodes: string[] | null };

const told = (codes: readonly string[] | null): Told => ({ recoveryCodes: codes && [...codes] });

/** One's own authenticator app and recovery codes. */
@Controller()
export class SecondFactorController {
  constructor(
    private readonly readSecondFactors: ReadSecondFactors,
    private readonly authenticator: SetUpAuthenticator,
    private readonly removeFactor: RemoveSecondFactor,
    private readonly recoveryCodes: RenewRecoveryCodes,
  ) {}

  @Serves(endpoints.readSecondFactors, 'signed-in')
  @WithoutSecondFactor()
  read(@SignedInPerson() { id }: KnownPerson): Promise<SecondFactorsView> {
    return this.readSecondFactors.of(id);
  }

  @Serves(endpoints.startAuthenticator, 'signed-in')
  @WithoutSecondFactor()
  @NeedsFreshSignIn()
  start(@SignedInPerson() person: KnownPerson) {
    return this.authenticator.start(person);
  }

  @Serves(endpoints.confirmAuthenticator, 'signed-in')
  @WithoutSecondFactor()
  async confirm(
    @SignedInPerson() person: KnownPerson,
    @Body({ schema: endpoints.confirmAuthenticator.body }) {
      code,
    }: z.output<typeof endpoints.confirmAuthenticator.body>,
    @Req() request: Request,
  ): Promise<Told> {
    return told(orRefuse(await this.authenticator.confirm(person, tokenOf(request), code)));
  }

  @Serves(endpoints.removeAuthenticator, 'signed-in')
  @NeedsFreshSignIn()
  async remove(@SignedInPerson() person: SessionPerson, @Req() request: Request): Promise<void> {
    orRefuse(await this.removeFactor.authenticator(person, tokenOf(request)));
  }

  @Serves(endpoints.renewRecoveryCodes, 'signed-in')
  @NeedsFreshSignIn()
  async renew(@SignedInPerson() { id }: KnownPerson): Promise<Told> {
    return told(orRefuse(await this.recoveryCodes.renew(id)));
  }
}
