import type { PlatformErrorDetails } from './platform-error.js';

export interface PlatformAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: string;
}

export type ServiceName = 'token' | 'roster' | 'line-items' | 'line-item' | 'results' | 'scores' | 'notices';

/** What a refusal of a platform's service means; null when it is a success. 401 is left to whoever holds the token. */
export function classifyAnswer(service: ServiceName, answer: PlatformAnswer): PlatformErrorDetails | null {
  const { status } = answer;
  if (status >= 200 && status < 300) return null;
  const seen = `the platform's ${service} service answered ${status}`;
  const retryAfterSeconds = retryAfter(answer);
  if (isBusy(answer))
    return {
      kind: 'retry',
      seen,
      status,
      throttled: isThrottled(status, retryAfterSeconds),
      ...(retryAfterSeconds === null ? {} : { retryAfterSeconds }),
    };
  if (service === 'token' && status < 500)
    return { kind: 'configuration', seen: `${seen}${oauthError(answer.body)}`, status };
  if (service === 'scores' && isStale(answer)) return { kind: 'superseded', seen, status };
  if (saysConcluded(answer)) return { kind: 'closed', seen, status, courseEnded: true };
  // Moodle answers 500 for ever when a grade or its column is locked (lti.md 4.4).
  if (service === 'scores' && status === 500) return { kind: 'locked', seen, status };
  const kind = kindOf(service, status);
  // Canvas no longer finds a course that has been concluded; 403 and 410 may have other reasons.
  return { kind, seen, status, courseEnded: kind === 'closed' && status === 404 };
}

function kindOf(service: ServiceName, status: number): PlatformErrorDetails['kind'] {
  if (status >= 500) return 'retry';
  if (status === 401) return 'configuration';
  if (status === 404) return service === 'roster' || service === 'line-items' ? 'closed' : 'gone';
  if (status === 403 || status === 410) return 'closed';
  if (status === 400 || status === 422)
    return service === 'scores' || service === 'line-items' ? 'rejected' : 'configuration';
  return 'configuration';
}

// Canvas says "Rate Limit Exceeded" with 403, newer ones with 429 (lti.md 4.5).
function isBusy({ status, body }: PlatformAnswer): boolean {
  if (status === 403) return /rate limit exceeded/i.test(body);
  return [408, 425, 429, 502, 503, 504].includes(status);
}

// A 503 with a time to come back is a platform that asks to be left alone, whatever its reason (RFC 9110, 15.6.4).
const isThrottled = (status: number, retryAfterSeconds: number | null): boolean =>
  status === 403 || status === 429 || retryAfterSeconds !== null;

// Moodle: 409 with an empty list. Canvas: 400, "Provided timestamp of … before last updated timestamp of …".
function isStale({ status, body }: PlatformAnswer): boolean {
  return status === 409 || (status === 400 && /timestamp\b.*\bbefore last updated timestamp/i.test(body));
}

// A newer Canvas, once its operator has switched that on, says so in place of 404.
const saysConcluded = ({ status, body }: PlatformAnswer): boolean =>
  status === 422 && /course has concluded/i.test(body);

function retryAfter({ headers }: PlatformAnswer): number | null {
  const value = headers['retry-after'];
  if (!value) return null;
  const seconds = Number(value);
  if (Number.isFinite(seconds)) return seconds >= 0 ? seconds : null;
  // Or a date (RFC 9110, 10.2.3).
  const left = (Date.parse(value) - Date.now()) / 1000;
  return Number.isFinite(left) ? Math.max(0, Math.ceil(left)) : null;
}

// Only the standard code, which names no person (RFC 6749, 5.2).
function oauthError(body: string): string {
  const code = /"error"\s*:\s*"([a-z_]{1,40})"/.exec(body)?.[1];
  return code ? ` (${code})` : '';
}
