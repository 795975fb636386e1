import { needFreshSignIn, passSecondFactor } from '@journeybook/domain';
import type { CanActivate, ExecutionContext } from '@nestjs/common';
import { Injectable, SetMetadata } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { Clock } from '../clock.js';
import type { ActingRequest } from './actor.js';
import { asActor } from './actor.js';
import { orRefuse } from './refused.js';

const openKey = 'journeybook:without-second-factor';
const freshKey = 'journeybook:fresh-sign-in';

/** Who has to have proven lately who they are: everybody, or only those of whom more than a password is asked. */
type WhoFreshly = 'everybody' | 'those with a second factor';

/** A route for those, too, who still have to set up the second factor that their organisation asks for. */
export const WithoutSecondFactor = () => SetMetadata(openKey, true);

/** A route for those only who have proven within the last minutes who they are: it could shut its owner out, or let another in. */
export const NeedsFreshSignIn = (who: WhoFreshly = 'everybody') => SetMetadata(freshKey, who);

/** Holds people of the portal to their organisations' policy, and sensitive acts to a fresh sign-in. Comes after admission. */
@Injectable()
export class SecondFactorGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly clock: Clock,
  ) {}

  canActivate(context: ExecutionContext): boolean {
    const { actor } = context.switchToHttp().getRequest<ActingRequest>();
    if (actor?.kind !== 'person') return true;
    const { person } = actor;
    if (!this.reflector.get<boolean | undefined>(openKey, context.getHandler()))
      orRefuse(passSecondFactor({ ...person, roles: asActor(person).roles, today: this.clock.today() }));
    const who = this.reflector.get<WhoFreshly | undefined>(freshKey, context.getHandler());
    if (who === 'everybody' || (who && person.hasSecondFactor))
      orRefuse(needFreshSignIn(person.provenAt, this.clock.now()));
    return true;
  }
}
