import type { LmsIdentityId } from '@journeybook/domain';
import { useState } from 'react';

/**
 * The newest grade that was shown of a learner when another was typed over it: whoever typed saw that one, however often the page is read
 * again beneath. It is forgotten with the answer to a confirmation, which says where there is another.
 */
export function useTypedOver() {
  const [over, setOver] = useState<ReadonlyMap<LmsIdentityId, number | null>>(new Map());
  const note = (identity: LmsIdentityId, shown: number | null) =>
    setOver((before) => (before.has(identity) ? before : new Map([...before, [identity, shown]])));
  const forget = (identities: ReadonlySet<LmsIdentityId>) =>
    setOver((before) => new Map([...before].filter(([identity]) => !identities.has(identity))));
  const shownOf = (identity: LmsIdentityId, now: number | null): number | null =>
    over.has(identity) ? (over.get(identity) ?? null) : now;
  return { note, forget, shownOf };
}
export type TypedOver = ReturnType<typeof useTypedOver>;
