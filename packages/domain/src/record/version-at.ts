import type { StandardId } from '../brand.js';
import type { Instant } from '../units.js';
import type { StandardChanged } from './record-entry.js';

/** The version of the standard an agreement was bound to at an instant, of which it is bound to `current` now. */
export const versionAt = (
  moves: readonly StandardChanged[],
  { at, current }: { readonly at: Instant; readonly current: StandardId },
): StandardId =>
  moves
    .filter((one) => one.recordedAt > at)
    .reduce<StandardChanged | null>((first, one) => (first && first.recordedAt <= one.recordedAt ? first : one), null)
    ?.standard ?? current;
