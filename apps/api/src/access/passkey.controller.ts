import type { PasskeyToMake } from '@journeybook/contracts';
import { endpoints, passkeyId } from '@journeybook/contracts';
import type { KnownPerson, SessionPerson } from '@journeybook/database';
import { Database } from '@journeybook/database';
import type { PasskeyId } from '@journeybook/domain';
import { Body, Controller, Param, Req } from '@nestjs/common';
import type { Request } from 'express';
import type { z } from 'zod';
import { SignedInPerson } from '../http/actor.js';
import { editionOf } from '../http/edition.js';
import { asShown, ShownEdition } from '../http/if-match.js';
import { found, orRefuse } from '../http/refused.js';
import { Serves } from '../http/route.js';
import { NeedsFreshSignIn, WithoutSecondFactor } from '../http/second-factor.guard.js';
import { tokenOf } from './account.controller.js';
import { AddPasskey } from './add-passkey.js';
import { RemoveSecondFactor } from './remove-second-factor.js';

const Passkey = () => Param('passkey', { schema: passkeyId });

/** One's own passkeys. */
@Controller()
export class PasskeyController {
  constructor(
    private readonly database: Database,
    private readonly addPasskey: AddPasskey,
    private readonly removeFactor: RemoveSecondFactor,
  ) {}

  @Serves(endpoints.askForNewPasskey, 'signed-in')
  @WithoutSecondFactor()
  @NeedsFreshSignIn()
  async ask(@SignedInPerson() person: KnownPerson, @Req() request: Request): Promise<PasskeyToMake> {
    return orRefuse(await this.addPasskey.ask(person, tokenOf(request)));
  }

  @Serves(endpoints.addPasskey, 'signed-in')
  @WithoutSecondFactor()
  async add(
    @SignedInPerson() person: KnownPerson,
    @Body({ schema: endpoints.addPasskey.body }) body: z.output<typeof endpoints.addPasskey.body>,
    @Req() request: Request,
  ) {
    const codes = orRefuse(await this.addPasskey.add(person, tokenOf(request), body));
    return { recoveryCodes: codes && [...codes] };
  }

  @Serves(endpoints.renamePasskey, 'signed-in')
  async rename(
    @SignedInPerson() { id }: KnownPerson,
    @Passkey() passkey: PasskeyId,
    @ShownEdition() shown: string,
    @Body({ schema: endpoints.renamePasskey.body }) { name }: z.output<typeof endpoints.renamePasskey.body>,
  ): Promise<void> {
    await this.database.access.transaction(async ({ passkeys }) => {
      asShown(shown, editionOf([found(await passkeys.lockName(id, passkey))]));
      await passkeys.rename(id, passkey, name);
    });
  }

  @Serves(endpoints.removePasskey, 'signed-in')
  @NeedsFreshSignIn()
  async remove(
    @SignedInPerson() person: SessionPerson,
    @Passkey() passkey: PasskeyId,
    @Req() request: Request,
  ): Promise<void> {
    orRefuse(await this.removeFactor.passkey(person, tokenOf(request), passkey));
  }
}
