import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Sealer } from '../../services/seal.js';

const framersKept = z.array(z.string());

/**
 * Where the page of a launch is found once more when it is reloaded: at an address that opens nothing by itself. The query seals whose
 * pages may frame it, which only the launch tells of a platform with a host of its own. Behind the `#`, which browsers keep to themselves,
 * stands the public name of this one opening.
 */
export const reloadAddress = (
  { reloadSealer, reloadUrl }: { readonly reloadSealer: Sealer; readonly reloadUrl: string },
  framers: readonly string[],
): string => `${reloadUrl}?framers=${reloadSealer.seal(JSON.stringify(framers))}#${randomUUID()}`;

/** Whose pages a launch said may frame the page; null when the query was made up, changed or sealed with another key. */
export function framersOfReload(reloadSealer: Sealer, sealed: unknown): readonly string[] | null {
  if (typeof sealed !== 'string') return null;
  try {
    return framersKept.parse(JSON.parse(reloadSealer.open(sealed)));
  } catch {
    return null;
  }
}
