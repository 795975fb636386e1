import { randomBytes } from 'node:crypto';

/** Lifetime of an access token in both products, in seconds. */
export const ACCESS_TOKEN_SECONDS = 3600;

export interface AccessToken {
  readonly value: string;
  readonly scopes: readonly string[];
  readonly expiresAt: Date;
}

export interface AccessTokenStore {
  issue(scopes: readonly string[], now: Date): AccessToken;
  /** The token, unless it is unknown or over its time. */
  find(value: string, now: Date): AccessToken | undefined;
  /** Makes every token issued so far worthless, as a platform does when its keys are reset. */
  revokeAll(): void;
}

export function createAccessTokenStore(): AccessTokenStore {
  const tokens = new Map<string, AccessToken>();
  return {
    issue(scopes, now) {
      const expiresAt = new Date(now.getTime() + ACCESS_TOKEN_SECONDS * 1000);
      const token = { value: randomBytes(16).toString('hex'), scopes, expiresAt };
      tokens.set(token.value, token);
      return token;
    },
    find(value, now) {
      const token = tokens.get(value);
      return token && token.expiresAt > now ? token : undefined;
    },
    revokeAll: () => tokens.clear(),
  };
}
