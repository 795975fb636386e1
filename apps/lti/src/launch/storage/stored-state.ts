import { randomBytes, timingSafeEqual } from 'node:crypto';
import { digest } from '../../services/seal.js';

/**
 * How a browser that keeps no cookie of ours in the platform's frame proves that it began the login: its page puts a secret into the
 * storage that the platform keeps for tools, and fetches it from there after the launch (LTI OIDC login with postMessages 0.1). The
 * secret stands for state and nonce together, whose digests lie beside its own; it is in no address and in no form of the platform.
 */
export interface StoredProof {
  /** The platform's frame that keeps values, as it named it at login. */
  readonly target: string;
  readonly key: string;
  readonly secret: string;
}

const mark = '.stored';

export const makeProof = (target: string, state: string): StoredProof => ({
  target,
  key: storageKey(state),
  secret: randomBytes(32).toString('base64url'),
});

/** Under what the secret of a login lies in the platform's storage. */
export const storageKey = (state: string): string => `journeybook-${digest(state).toString('hex').slice(0, 32)}`;

/** The same state, to be proved by the platform's storage instead of a cookie. */
export const asStored = (state: string): string => `${state}${mark}`;

/** A posted state, and whether the storage is to prove it. */
export const readState = (posted: string): { readonly state: string; readonly stored: boolean } =>
  posted.endsWith(mark) ? { state: posted.slice(0, -mark.length), stored: true } : { state: posted, stored: false };

export const provesBrowser = (secret: string | undefined, proofHash: Buffer | null): boolean =>
  secret !== undefined && proofHash !== null && timingSafeEqual(digest(secret), proofHash);
