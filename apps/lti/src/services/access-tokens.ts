import { randomUUID } from 'node:crypto';
import type { Registration } from '@journeybook/database/lti';
import { z } from 'zod';
import { claim } from '../protocol/claim-names.js';
import { classifyAnswer } from '../protocol/classify-answer.js';
import { PlatformError } from '../protocol/platform-error.js';
import { parseJson } from './parse-json.js';
import type { PlatformHttp } from './platform-http.js';
import type { ToolKeys } from './tool-keys.js';

export interface TokenRequest {
  readonly registration: Registration;
  readonly deploymentId: string;
  readonly scopes: readonly string[];
}

/** Access tokens of learning platforms, each asked for once and kept until a minute before it ends. */
export interface AccessTokens {
  /** Throws `PlatformError`; `configuration` when the platform does not grant a scope. */
  get(request: TokenRequest): Promise<string>;
  /** Forgets a token that a service refused. */
  evict(token: string): void;
}

const tokenAnswer = z.object({
  access_token: z.string().min(1),
  expires_in: z.coerce.number().positive().catch(3_600),
  scope: z.string().optional().catch(undefined),
});

interface Kept {
  readonly token: string;
  readonly until: number;
}

export function createAccessTokens(http: PlatformHttp, keys: ToolKeys, now: () => number = Date.now): AccessTokens {
  const kept = new Map<string, Kept>();
  const pending = new Map<string, Promise<Kept>>();
  return {
    async get(request) {
      const { id, clientId, tokenUrl } = request.registration;
      // A token asked for under names that were corrected since is no good.
      const name = [id, clientId, tokenUrl, request.deploymentId, ...[...request.scopes].sort()].join(' ');
      const current = kept.get(name);
      if (current && current.until > now()) return current.token;
      // Whoever asks while a token is on its way waits for the same one.
      const asked = pending.get(name) ?? ask(http, keys, request, now).finally(() => pending.delete(name));
      pending.set(name, asked);
      const fresh = await asked;
      kept.set(name, fresh);
      return fresh.token;
    },
    evict(token) {
      for (const [name, held] of kept) if (held.token === token) kept.delete(name);
    },
  };
}

async function ask(http: PlatformHttp, keys: ToolKeys, request: TokenRequest, now: () => number): Promise<Kept> {
  const { registration, scopes } = request;
  const answer = await http({
    method: 'POST',
    url: registration.tokenUrl,
    headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion: await keys.sign(assertion(request, now())),
      scope: scopes.join(' '),
    }).toString(),
  });
  const failure = classifyAnswer('token', answer);
  if (failure) throw new PlatformError(failure);
  // Moodle sends JSON as text/html, so the content type is not looked at (captures, token-ags.json).
  const grant = parseJson(tokenAnswer, answer.body, 'access token');
  const granted = grant.scope?.split(' ');
  const missing = granted && scopes.filter((scope) => !granted.includes(scope));
  if (missing?.length)
    throw new PlatformError({ kind: 'configuration', seen: `the platform does not grant ${missing.join(', ')}` });
  return { token: grant.access_token, until: now() + (grant.expires_in - 60) * 1000 };
}

// LTI security framework 1.0, 4.1; the deployment is a SHOULD of the 2023 revision of LTI Core 1.3.
function assertion({ registration, deploymentId }: TokenRequest, now: number): Record<string, unknown> {
  const seconds = Math.floor(now / 1000);
  return {
    iss: registration.clientId,
    sub: registration.clientId,
    aud: registration.tokenAudience ?? registration.tokenUrl,
    iat: seconds,
    exp: seconds + 300,
    jti: randomUUID(),
    [claim.deploymentId]: deploymentId,
  };
}
