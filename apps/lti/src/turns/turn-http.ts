import { setTimeout as wait } from 'node:timers/promises';
import type { LtiStore } from '@journeybook/database/lti';
import { PlatformError } from '../protocol/platform-error.js';
import type { PlatformHttp } from '../services/platform-http.js';
import type { Pace } from './pace.js';
import { pauseForShare } from './pause.js';

export interface HeldTurn {
  readonly registrationId: string;
  readonly holder: string;
  /** On `performance.now()`'s clock: no later than when the database ends the turn. */
  readonly until: number;
}

export interface TurnHttp {
  readonly http: PlatformHttp;
  /** How long the platform wants to be left alone now, in milliseconds. */
  readonly pauseLeft: () => number;
}

/**
 * Sends requests within a turn: keeps the turn on when too little of it is left for a request and the token that it may need, and
 * waits when the platform's answers say that our share is nearly used up. Throws `PlatformError` (`retry`) when the turn is lost.
 */
export function createTurnHttp(
  { http, store, pace }: { http: PlatformHttp; store: LtiStore; pace: Pace },
  turn: HeldTurn,
): TurnHttp {
  let { until } = turn;
  let notBefore = 0;
  const pauseLeft = () => Math.max(0, notBefore - performance.now());
  const keep = async () => {
    if (until - performance.now() > 2 * pace.requestMilliseconds) return;
    const from = performance.now();
    if (!(await store.health.keepTurn(turn.registrationId, turn.holder, pace.turnMilliseconds)))
      throw new PlatformError({ kind: 'retry', seen: 'the turn to ask the platform was over' });
    until = from + pace.turnMilliseconds;
  };
  return {
    pauseLeft,
    async http(request) {
      if (pauseLeft() > 0) await wait(pauseLeft());
      await keep();
      const answer = await http(request);
      notBefore = performance.now() + pauseForShare(answer.headers['x-rate-limit-remaining'], pace);
      return answer;
    },
  };
}
