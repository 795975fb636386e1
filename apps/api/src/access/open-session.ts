import { randomBytes } from 'node:crypto';
import type { Tables } from '@journeybook/database';
import type { Instant, PersonId } from '@journeybook/domain';
import { sessionMinutes } from '@journeybook/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock.js';
import { tokenHash } from '../http/admission.guard.js';
import { Refused } from '../http/refused.js';
import { DemandProvider } from './demand-provider.js';

export interface OpenedSession {
  readonly token: string;
  readonly expiresAt: Instant;
  readonly person: PersonId;
}

/** Where somebody signs in: on what, the token of the session that was open there before, and the one the browser is known by. */
export interface SignInPlace {
  readonly device: string;
  readonly before: string | null;
  readonly knownDevice: string | null;
}

/** A secret that a link or a cookie carries; of it we keep the hash. */
export function newToken(): { readonly token: string; readonly hash: Buffer } {
  const token = randomBytes(32).toString('base64url');
  return { token, hash: tokenHash(token) };
}

@Injectable()
export class OpenSession {
  constructor(
    private readonly clock: Clock,
    private readonly demand: DemandProvider,
  ) {}

  /** Opens a session, however somebody proved to us who they are; refuses where their organisations demand their own sign-in. */
  async open(tables: Tables, person: PersonId, place: SignInPlace): Promise<OpenedSession> {
    if (await this.demand.of(tables, person)) throw new Refused({ kind: 'sign-in-with-organization' });
    return this.openByProvider(tables, { person, provenAt: this.clock.now() }, place);
  }

  /** Opens a session of twelve hours under a token nobody had before, and ends the one that was open in the same browser. */
  async openByProvider(
    { sessions, people, audit }: Tables,
    { person, provenAt }: { readonly person: PersonId; readonly provenAt: Instant | null },
    { device, before }: SignInPlace,
  ): Promise<OpenedSession> {
    const { token, hash } = newToken();
    const [at, expiresAt] = [this.clock.now(), this.clock.in(sessionMinutes)];
    if (before) await sessions.end(tokenHash(before));
    await sessions.endExpired(at);
    await sessions.add({ tokenHash: hash, person, at, expiresAt, device, provenAt });
    await people.saveSignedIn(person, at);
    audit.concern({ person });
    return { token, expiresAt, person };
  }
}
