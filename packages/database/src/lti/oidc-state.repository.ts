import type { EntityManager } from 'typeorm';
import { prepared } from '../prepared.js';
import type { Deployment, Registration } from './registration.js';
import { deploymentJson, registrationJson } from './registration.js';

/** A login that the tool sent to a platform and whose answer it awaits. */
export interface IssuedState {
  /** Digests: who reads the table cannot finish somebody's login. */
  readonly stateHash: Buffer;
  readonly nonceHash: Buffer;
  readonly registrationId: string;
  /** The page the platform named at login. */
  readonly target: string;
  readonly deploymentHint: string | null;
  /** The login's parameters, sealed, for starting again in a new window. */
  readonly resume: string;
  /** Where the platform keeps values for tools, and the digest of the one that proves the browser; null when it keeps none. */
  readonly storage: { readonly target: string; readonly proofHash: Buffer } | null;
  readonly expiresAt: Date;
}

/** A login whose browser has yet to prove itself by what it put into the platform's storage. */
export interface WaitingState {
  readonly resume: string;
  readonly target: string;
  readonly registration: Registration;
}

export interface ConsumedState {
  readonly nonceHash: Buffer;
  readonly target: string;
  readonly deploymentHint: string | null;
  readonly resume: string;
  /** Digest of what the browser may have put into the platform's storage; null when that was not offered. */
  readonly proofHash: Buffer | null;
  /** False when the nonce was used before. */
  readonly freshNonce: boolean;
  readonly registration: Registration;
  /** The deployment the token names, when the registration has it. */
  readonly deployment: Deployment | null;
}

const issueState = prepared(`
  insert into lti.oidc_states (state_hash, nonce_hash, registration_id, target, deployment_hint, resume, expires_at,
    storage_target, storage_hash)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`);

const consumeState = prepared(`
  with taken as (
    delete from lti.oidc_states where state_hash = $1 returning *
  ), seen as (
    insert into lti.seen_nonces (registration_id, nonce_hash, expires_at)
    select registration_id, nonce_hash, $3 from taken
    on conflict do nothing returning 1
  )
  select t.nonce_hash as "nonceHash", t.target, t.deployment_hint as "deploymentHint", t.resume,
    t.storage_hash as "proofHash", exists (select 1 from seen) as "freshNonce", ${registrationJson} as registration, ${deploymentJson('$2')} as deployment
  from taken t join lti.registrations r on r.id = t.registration_id
  where t.expires_at > now()`);

export class OidcStateRepository {
  constructor(private readonly manager: EntityManager) {}

  async issue(state: IssuedState): Promise<void> {
    await this.manager.query(issueState, [
      state.stateHash,
      state.nonceHash,
      state.registrationId,
      state.target,
      state.deploymentHint,
      state.resume,
      state.expiresAt,
      state.storage?.target ?? null,
      state.storage?.proofHash ?? null,
    ]);
  }

  /** Looks at a state and leaves it; null when it is not there, has expired or has nothing in the platform's storage. */
  async findWaiting(stateHash: Buffer): Promise<WaitingState | null> {
    const [row] = await this.manager.query(
      `select s.resume, s.storage_target as target, ${registrationJson} as registration
       from lti.oidc_states s join lti.registrations r on r.id = s.registration_id
       where s.state_hash = $1 and s.storage_hash is not null and s.expires_at > now()`,
      [stateHash],
    );
    return row ?? null;
  }

  /**
   * Takes the state out of the table and marks its nonce as seen, in one statement: of any number of requests with the same
   * state one gets it. Null when it was never issued, was taken before or has expired.
   */
  async consume(stateHash: Buffer, deploymentId: string | null, nonceExpiresAt: Date): Promise<ConsumedState | null> {
    const [row] = await this.manager.query(consumeState, [stateHash, deploymentId, nonceExpiresAt]);
    return row ?? null;
  }

  /** Removes what can no longer be used. */
  async deleteExpired(): Promise<void> {
    await this.manager.query('delete from lti.oidc_states where expires_at <= now()');
    await this.manager.query('delete from lti.seen_nonces where expires_at <= now()');
  }
}
