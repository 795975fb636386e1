import type { StandardContents } from '@journeybook/contracts';
import type { Standard } from '@journeybook/domain';

/** What a version lays down, without the id that it is kept under. */
export function presentContents({ id: _, ...contents }: Standard): StandardContents {
  return contents as StandardContents;
}
