import { createHash } from 'node:crypto';
import { placeOf } from '@journeybook/outgoing';
import type { ExecutionContext } from '@nestjs/common';
import { Injectable } from '@nestjs/common';
import type { ThrottlerLimitDetail, ThrottlerModuleOptions } from '@nestjs/throttler';
import { ThrottlerGuard, ThrottlerModule } from '@nestjs/throttler';
import type { Request } from 'express';
import type { Config } from '../config.js';
import { sameSecret } from './actor.js';
import { cookieOf, sessionCookieName } from './cookies.js';
import { Refused } from './refused.js';

const minute = 60_000;

/** Behind one address there may be a whole college. */
const peopleAtOnePlace = 10;

/**
 * How many requests a minute one person, one page or one address may send, whatever they are. It keeps one from taking the server for
 * itself, so each process counts what it is asked; guesses at secrets are counted for all processes together (`Attempts`).
 */
export const throttling = (config: Config) => ThrottlerModule.forRoot(limitsOf(config));

function limitsOf({
  RATE_LIMIT_READS: reads,
  RATE_LIMIT_WRITES: writes,
  LTI_MACHINE_TOKEN,
}: Config): ThrottlerModuleOptions {
  const isOwn = (context: ExecutionContext) => isMachine(requestOf(context), LTI_MACHINE_TOKEN);
  const limit = (name: string, most: number, of: { reads: boolean; who: (request: Request) => string }) => ({
    name,
    ttl: minute,
    limit: most,
    // The LTI tool reports for whole colleges at once.
    skipIf: (context: ExecutionContext) => isOwn(context) || isRead(requestOf(context)) !== of.reads,
    getTracker: (request: Record<string, unknown>) => of.who(request as unknown as Request),
  });
  return {
    throttlers: [
      limit('reads', reads, { reads: true, who: whoAsks }),
      limit('writes', writes, { reads: false, who: whoAsks }),
      limit('reads of a place', reads * peopleAtOnePlace, { reads: true, who: whereFrom }),
      limit('writes of a place', writes * peopleAtOnePlace, { reads: false, who: whereFrom }),
    ],
    generateKey: (_context, tracker, name) => `${name} ${tracker}`,
    setHeaders: false,
  };
}

const requestOf = (context: ExecutionContext): Request => context.switchToHttp().getRequest<Request>();
const isRead = ({ method }: Request): boolean => method === 'GET' || method === 'HEAD';
const whereFrom = ({ ip }: Request): string => placeOf(ip);

/** By the credential, which is not looked up yet: one that is made up has the address's limit over it. */
function whoAsks(request: Request): string {
  const credential = request.headers.authorization ?? cookieOf(request, sessionCookieName);
  return credential ? createHash('sha256').update(credential).digest('base64url') : whereFrom(request);
}

function isMachine({ headers }: Request, secret: string): boolean {
  const bearer = /^Bearer (.+)$/.exec(headers.authorization ?? '')?.[1];
  return bearer !== undefined && sameSecret(bearer, secret);
}

/** Refuses what is over the limits, before anything is looked up for it. */
@Injectable()
export class RequestLimitGuard extends ThrottlerGuard {
  protected override async throwThrottlingException(
    _context: ExecutionContext,
    detail: ThrottlerLimitDetail,
  ): Promise<void> {
    throw new Refused({ kind: 'too-many-requests', seconds: Math.max(detail.timeToBlockExpire, 1) });
  }
}
