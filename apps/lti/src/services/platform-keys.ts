import { createPublicKey } from 'node:crypto';
import { z } from 'zod';
import { classifyAnswer } from '../protocol/classify-answer.js';
import { PlatformError } from '../protocol/platform-error.js';
import { parseJson } from './parse-json.js';
import type { PlatformHttp } from './platform-http.js';

export interface PlatformKeys {
  /**
   * The platform's public key of that name as PEM, null when the platform has none. Asks the platform at most every ten
   * minutes, or every thirty seconds for names it does not know. Throws `PlatformError` when the keys cannot be had at all.
   */
  find(jwksUrl: string, kid: string): Promise<string | null>;
}

const minute = 60_000;
const freshFor = 10 * minute;
const usableFor = 24 * 60 * minute;
const pause = 30_000;

interface Entry {
  keys: ReadonlyMap<string, string>;
  fetchedAt: number;
  /** Until when the platform is left alone: it did not answer, or did not know a name it was asked for. */
  pausedUntil: number;
  pending: Promise<void> | null;
}

const keySet = z.object({ keys: z.array(z.looseObject({ kty: z.string(), kid: z.string().optional() })) });

/** Keeps platforms' signing keys in memory: ten minutes, and a day while the platform does not answer. */
export function createPlatformKeys(http: PlatformHttp, now: () => number = Date.now): PlatformKeys {
  const entries = new Map<string, Entry>();
  return {
    async find(jwksUrl, kid) {
      const entry = entries.get(jwksUrl) ?? {
        keys: new Map(),
        fetchedAt: -Infinity,
        pausedUntil: -Infinity,
        pending: null,
      };
      entries.set(jwksUrl, entry);
      const fresh = now() - entry.fetchedAt < freshFor;
      if (fresh && entry.keys.has(kid)) return entry.keys.get(kid) ?? null;
      if (now() >= entry.pausedUntil || entry.pending || now() - entry.fetchedAt >= usableFor) {
        await refresh(http, jwksUrl, entry, now);
        // Otherwise a stream of made-up names would be as many questions to the platform.
        if (!entry.keys.has(kid)) entry.pausedUntil = now() + pause;
      }
      return entry.keys.get(kid) ?? null;
    },
  };
}

async function refresh(http: PlatformHttp, jwksUrl: string, entry: Entry, now: () => number): Promise<void> {
  entry.pending ??= fetchKeys(http, jwksUrl)
    .then((keys) => {
      entry.keys = keys;
      entry.fetchedAt = now();
    })
    .finally(() => {
      entry.pending = null;
    });
  try {
    await entry.pending;
  } catch (error) {
    entry.pausedUntil = now() + pause;
    if (now() - entry.fetchedAt >= usableFor) throw error;
  }
}

async function fetchKeys(http: PlatformHttp, url: string): Promise<Map<string, string>> {
  const answer = await http({ method: 'GET', url, headers: { accept: 'application/json' }, totalMilliseconds: 3_000 });
  if (answer.status !== 200) {
    throw new PlatformError(
      classifyAnswer('results', answer) ?? { kind: 'retry', seen: `the platform's keys answered ${answer.status}` },
    );
  }
  const { keys } = parseJson(keySet, answer.body, 'key set');
  return new Map(
    keys.flatMap((key) => {
      const pem = key.kid !== undefined && key.kty === 'RSA' ? toPem(key) : null;
      return key.kid !== undefined && pem !== null ? [[key.kid, pem] as const] : [];
    }),
  );
}

/** What RS256 asks at least (RFC 7518, 3.3); Canvas and Moodle have no more. */
const leastModulusLength = 2_048;

/** Null for a key too weak to prove anything. The algorithm is fixed to RS256 before a key is looked for, so what else it says does not matter. */
function toPem(jwk: Record<string, unknown>): string | null {
  const key = createPublicKey({ key: jwk, format: 'jwk' });
  const bits = key.asymmetricKeyDetails?.modulusLength ?? 0;
  return bits < leastModulusLength ? null : key.export({ type: 'spki', format: 'pem' }).toString();
}
