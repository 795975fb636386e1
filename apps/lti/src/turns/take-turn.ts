import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { LtiStore } from '@journeybook/database/lti';
import { explainPlatformError, type PlatformJob } from '../protocol/explain-error.js';
import { PlatformError } from '../protocol/platform-error.js';
import type { ServiceTools } from '../services/call-service.js';
import type { Pace } from './pace.js';
import { pauseAfter } from './pause.js';
import { createTurnHttp } from './turn-http.js';

export interface TurnTools extends ServiceTools {
  readonly store: LtiStore;
  readonly pace: Pace;
}

/** The work has to wait. */
export interface Later {
  readonly inMilliseconds: number;
  /** `failed` – the platform did not answer; `open` – it is left alone now; `busy` – others were before; `unfinished` – more is to do. */
  readonly why: 'failed' | 'open' | 'busy' | 'unfinished';
}

export interface TurnWork<Tools> {
  readonly registrationId: string;
  readonly job: PlatformJob;
  /** How often the platform did not answer this job before. */
  readonly attempt: number;
  /** Asks the platform, by the given tools only. Answers milliseconds when it has to go on later, null when it is done. */
  readonly work: (tools: Tools) => Promise<number | null>;
}

/**
 * Runs work that asks a learning platform, one at a time per registration over all processes, so that at most one request is in
 * flight. Answers when to come again: others are before it, the platform is left alone, or it did not answer, in which case the
 * pause grows. After several failures running, or when the platform says that it is asked too often, nobody asks it until a pause
 * is over; then one request decides whether it is back (lti.md §7.4). Other errors than `PlatformError` of kind `retry` are thrown.
 */
export async function takeTurn<Tools extends TurnTools>(tools: Tools, turn: TurnWork<Tools>): Promise<Later | null> {
  const { store, pace } = tools;
  const deadline = performance.now() + pace.patienceMilliseconds;
  for (let pause = 10; ; pause = Math.min(pause * 1.5, 250)) {
    const holder = randomUUID();
    const until = performance.now() + pace.turnMilliseconds;
    const taken = await store.health.takeTurn(turn.registrationId, holder, pace.turnMilliseconds);
    if (taken.kind === 'taken') return runTurn(tools, turn, { holder, until, failures: taken.failures });
    if (taken.kind === 'open')
      return { why: 'open', inMilliseconds: taken.milliseconds + jitter(pace.firstPauseMilliseconds) };
    if (performance.now() > deadline) return { why: 'busy', inMilliseconds: 250 + jitter(1_000) };
    await wait(pause * (0.5 + Math.random()));
  }
}

const jitter = (most: number) => Math.ceil(Math.random() * most);

async function runTurn<Tools extends TurnTools>(
  tools: Tools,
  { registrationId, job, attempt, work }: TurnWork<Tools>,
  { holder, until, failures }: { holder: string; until: number; failures: number },
): Promise<Later | null> {
  const { health } = tools.store;
  const { http, pauseLeft } = createTurnHttp(tools, { registrationId, holder, until });
  try {
    const goOn = await work({ ...tools, http });
    await health.endTurn(registrationId, holder, pauseLeft());
    return goOn === null ? null : { why: 'unfinished', inMilliseconds: goOn };
  } catch (error) {
    if (!(error instanceof PlatformError) || error.kind !== 'retry') {
      await health.dropTurn(registrationId, holder);
      throw error;
    }
    const { pace } = tools;
    const { retryAfterSeconds } = error;
    const leaveAlone = failures + 1 >= pace.failuresToOpen || error.throttled;
    await health.failTurn(registrationId, holder, {
      problem: { kind: error.kind, words: explainPlatformError(job, error.kind) },
      pauseMilliseconds: leaveAlone ? pauseAfter(failures + 1, { pace, retryAfterSeconds }) : null,
    });
    return { why: 'failed', inMilliseconds: pauseAfter(attempt + 1, { pace, retryAfterSeconds }) };
  }
}
