import type { CheckProblem, LtiStore } from '@journeybook/database/lti';
import { scope } from '../protocol/claim-names.js';
import { PlatformError } from '../protocol/platform-error.js';
import { createAccessTokens } from '../services/access-tokens.js';
import type { PlatformHttp } from '../services/platform-http.js';
import { createPlatformKeys } from '../services/platform-keys.js';
import type { ToolKeys } from '../services/tool-keys.js';

export interface CheckPlatformTools {
  readonly store: LtiStore;
  readonly http: PlatformHttp;
  readonly toolKeys: ToolKeys;
}

/** What every part of the work needs: who is in a course, and our column in its gradebook. */
const scopes = [scope.rosterRead, scope.lineItem, scope.resultRead, scope.score];

/** Asks a platform for its keys and for a token, with nothing remembered, and keeps what came of it. A check is done once. */
export async function checkPlatform({ store, http, toolKeys }: CheckPlatformTools, checkId: string): Promise<void> {
  const check = await store.platformChecks.find(checkId);
  if (!check) return;
  const { registration, deploymentId } = check;
  const [keys, token] = await Promise.all([
    problemOf(createPlatformKeys(http).find(registration.jwksUrl, 'any')),
    problemOf(createAccessTokens(http, toolKeys).get({ registration, deploymentId, scopes })),
  ]);
  await store.platformChecks.finish(checkId, { keys, token });
}

async function problemOf(asking: Promise<unknown>): Promise<CheckProblem> {
  try {
    await asking;
    return null;
  } catch (error) {
    if (!(error instanceof PlatformError)) throw error;
    return error.kind === 'retry' ? 'unreachable' : 'refused';
  }
}
