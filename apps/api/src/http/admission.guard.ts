import { createHash } from 'node:crypto';
import { Database } from '@journeybook/database';
import type { CanActivate, ExecutionContext } from '@nestjs/common';
import { Inject, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request } from 'express';
import { Clock } from '../clock.js';
import type { Config } from '../config.js';
import { configToken } from '../tokens.js';
import type { ActingRequest, Actor } from './actor.js';
import { mayTry, sameSecret } from './actor.js';
import { cookieOf, sessionCookieName } from './cookies.js';
import { Refused } from './refused.js';
import type { Admission } from './route.js';
import { admissionKey } from './route.js';

export const sessionCookie = sessionCookieName;

/** Goes along to what a mentor's link has opened and to nothing else, and counts there before a session. */
export const linkCookie = 'journeybook_link';
export const linkPath = '/api/mentor-link';

/** How exactly it is known when a session was last used: to write it down at each request would cost more than it tells. */
const touchMinutes = 5;

/** The hash under which a token is stored: who reads the database holds no token. */
export const tokenHash = (token: string): Buffer => createHash('sha256').update(token).digest();

/** Finds out who calls and lets them pass when the route says so. A route that says nothing admits nobody. */
@Injectable()
export class AdmissionGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly database: Database,
    private readonly clock: Clock,
    @Inject(configToken) private readonly config: Config,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const admission = this.reflector.get<Admission | undefined>(admissionKey, context.getHandler());
    if (admission === 'public') return true;
    const request = context.switchToHttp().getRequest<ActingRequest>();
    const actor = await this.findActor(request);
    request.actor = actor;
    if (!admission) throw new Refused({ kind: 'not-allowed' });
    if (!actor) throw new Refused({ kind: whatEnded(request) });
    if (!admits(admission, actor)) throw new Refused({ kind: 'not-allowed' });
    return true;
  }

  private async findActor(request: Request): Promise<Actor | null> {
    const bearer = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1];
    if (bearer) {
      if (sameSecret(bearer, this.config.LTI_MACHINE_TOKEN)) return { kind: 'machine' };
      const launch = await this.database.access.read.launches.findByToken(tokenHash(bearer), this.clock.now());
      return launch && { kind: 'launch', launch };
    }
    const byLink = isLinkRoute(request) ? cookieOf(request, linkCookie) : null;
    const token = cookieOf(request, sessionCookie);
    if (!byLink && !token) return null;
    if (request.method !== 'GET' && isForeign(request, this.config)) throw new Refused({ kind: 'foreign-origin' });
    if (byLink) return this.findLink(byLink);
    const hash = tokenHash(token ?? '');
    const { roles, sessions } = this.database.access.read;
    const person = await roles.findBySession(hash, this.clock.now(), this.clock.today());
    if (person && person.lastUsedAt <= this.clock.in(-touchMinutes)) await sessions.touch(hash, this.clock.now());
    return person && { kind: 'person', person };
  }

  private async findLink(token: string): Promise<Actor | null> {
    const { mentorLinks } = this.database.access.read;
    const link = await mentorLinks.findBySession(tokenHash(token), this.clock.now(), this.clock.today());
    return link && { kind: 'link', link };
  }
}

/** Only there a link counts: whoever is signed in in the same browser stays who they are elsewhere. */
const isLinkRoute = ({ path }: Request): boolean => path === linkPath || path.startsWith(`${linkPath}/`);

/** What a caller without a credential that holds had before, as far as that can be told. */
function whatEnded(request: Request): 'launch-ended' | 'link-session-over' | 'not-signed-in' {
  if (request.headers.authorization) return 'launch-ended';
  return isLinkRoute(request) && cookieOf(request, linkCookie) ? 'link-session-over' : 'not-signed-in';
}

const admits = (admission: Exclude<Admission, 'public'>, actor: Actor): boolean =>
  admission === 'signed-in'
    ? actor.kind === 'person'
    : admission === 'launched'
      ? actor.kind === 'launch'
      : mayTry(actor, admission);

/**
 * A cookie goes along with requests that other sites start; browsers say where a request comes from. One that says neither is no
 * browser's of these years: all of them send an origin with whatever writes, and a script that has the cookie needs no other site.
 */
function isForeign(request: Request, config: Config): boolean {
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined) return site !== 'same-origin' && site !== 'none';
  const origin = request.headers.origin;
  return origin !== undefined && origin !== new URL(config.PUBLIC_URL).origin;
}
