import { createSender, OutgoingError, type OutgoingRequest } from '@journeybook/outgoing';
import type { PlatformAnswer } from '../protocol/classify-answer.js';
import { PlatformError } from '../protocol/platform-error.js';

/** A request to a learning platform; 15,000 ms for the whole exchange unless it says otherwise (lti.md 7.4). */
export type PlatformRequest = OutgoingRequest;

/** Sends one request to a learning platform. Throws `PlatformError`: `retry` when it does not answer, `configuration` when it may not be called. */
export type PlatformHttp = (request: PlatformRequest) => Promise<PlatformAnswer>;

const mostBytes = 20 * 1024 * 1024;
// Canvas refuses requests without one since January 2026 (lti.md 4.5).
const userAgent = 'Journeybook/0.1 (LTI tool)';

/** The only way to a learning platform: no redirects, no private addresses, never longer than told. */
export function createPlatformHttp({
  allowLoopback,
  totalMilliseconds = 15_000,
}: {
  readonly allowLoopback: boolean;
  readonly totalMilliseconds?: number;
}): PlatformHttp {
  const send = createSender({ allowLoopback, totalMilliseconds, mostBytes, userAgent });
  return async (request) => {
    try {
      return await send(request);
    } catch (error) {
      if (!(error instanceof OutgoingError)) throw error;
      throw error.kind === 'refused'
        ? new PlatformError({ kind: 'configuration', seen: `the platform may not be called: ${error.message}` })
        : new PlatformError({ kind: 'retry', seen: `the platform did not answer: ${error.message}` }, { cause: error });
    }
  };
}
