import type { PlatformAddresses } from '@journeybook/database/lti';
import { frameAncestors } from './frame-ancestors.js';

/** The platforms that are connected here: whose pages may frame a refusal when it is not known which of them it is for. */
export interface KnownFramers {
  /** Never throws: what was known last is better than no page, and nobody is better than anybody. */
  list(): Promise<readonly string[]>;
}

interface Sources {
  readonly registrations: { listAddresses(): Promise<readonly PlatformAddresses[]> };
  readonly allowLoopback: boolean;
  readonly now?: () => number;
}

/** However many are refused, the database is asked once in this time. A good launch never asks. */
const keptMilliseconds = 60_000;

/** Proxies cut longer headers off, or the whole answer; the platforms connected last are named first. */
const longest = 3_000;

export function openKnownFramers({ registrations, allowLoopback, now = Date.now }: Sources): KnownFramers {
  let known: readonly string[] = [];
  let readAt = -Infinity;
  let reading: Promise<void> | null = null;
  const read = async () => {
    try {
      const found = await registrations.listAddresses();
      known = fitting(
        found.flatMap((registration) => frameAncestors({ registration, returnUrl: null, allowLoopback })),
      );
      readAt = now();
    } catch {
      // Asked again by the next one; the request itself says what is wrong with the database.
    } finally {
      reading = null;
    }
  };
  return {
    async list() {
      if (now() - readAt >= keptMilliseconds) await (reading ??= read());
      return known;
    },
  };
}

function fitting(origins: readonly string[]): readonly string[] {
  let length = 0;
  return [...new Set(origins)].filter((origin) => (length += origin.length + 1) <= longest);
}
