import type { CheckProblem, PutOff, WaitingCheck } from '@journeybook/database/lti';
import { scope } from '../protocol/claim-names.js';
import { PlatformError } from '../protocol/platform-error.js';
import { createAccessTokens } from '../services/access-tokens.js';
import { createPlatformKeys } from '../services/platform-keys.js';
import type { ToolKeys } from '../services/tool-keys.js';
import { takeTurn, type TurnTools } from '../turns/take-turn.js';

export interface CheckPlatformTools extends TurnTools {
  readonly toolKeys: ToolKeys;
}

/** What every part of the work needs: who is in a course, and our column in its gradebook. */
const scopes = [scope.rosterRead, scope.lineItem, scope.resultRead, scope.score];

/**
 * Asks a platform for its keys and for a token, with nothing remembered, and keeps what came of it. A check is done once, in a turn
 * like everything else that asks the platform; answers when it has to wait for that, as it does while the platform is left alone.
 */
export async function checkPlatform(tools: CheckPlatformTools, checkId: string): Promise<PutOff | null> {
  const check = await tools.store.platformChecks.find(checkId);
  if (!check) return null;
  const later = await takeTurn(tools, {
    registrationId: check.registration.id,
    job: 'check',
    attempt: 0,
    work: (turn) => ask(turn, checkId, check),
  });
  // One that the platform did not answer is done: that is what it found.
  return later && later.why !== 'failed' ? { data: { checkId }, inMilliseconds: later.inMilliseconds } : null;
}

async function ask(
  { store, http, toolKeys }: CheckPlatformTools,
  checkId: string,
  { registration, deploymentId }: WaitingCheck,
): Promise<null> {
  const keys = await failureOf(createPlatformKeys(http).find(registration.jwksUrl, 'any'));
  const token = await failureOf(createAccessTokens(http, toolKeys).get({ registration, deploymentId, scopes }));
  await store.platformChecks.finish(checkId, { keys: problemOf(keys), token: problemOf(token) });
  // Counts among the platform's failures, or among its answers.
  const silent = [keys, token].find((one) => one?.kind === 'retry');
  if (silent) throw silent;
  return null;
}

async function failureOf(asking: Promise<unknown>): Promise<PlatformError | null> {
  try {
    await asking;
    return null;
  } catch (error) {
    if (!(error instanceof PlatformError)) throw error;
    return error;
  }
}

const problemOf = (failure: PlatformError | null): CheckProblem =>
  failure && (failure.kind === 'retry' ? 'unreachable' : 'refused');
