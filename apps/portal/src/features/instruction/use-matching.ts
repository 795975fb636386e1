import type { ProposedMatch } from './propose-matches.js';
import { useMatchLearners, useUndoMatches } from './use-section.js';

/** Several learners matched in one act, what came of it, and the way back. */
export function useMatching() {
  const matching = useMatchLearners();
  const undoing = useUndoMatches();
  const { data: matched, variables: asked = [] } = matching;
  const done = new Set(matched?.learners.flatMap(({ outcome, identity }) => (outcome === 'matched' ? [identity] : [])));
  const isDone = ({ identity }: ProposedMatch) => done.has(identity);
  return {
    matched,
    undone: undoing.data,
    /** Of whom the answers speak. */
    asked: undoing.data ? (undoing.variables ?? []) : asked,
    busy: matching.isPending,
    error: matching.error,
    match: (proposed: readonly ProposedMatch[], onDone: () => void) => {
      undoing.reset();
      matching.mutate(proposed, { onSuccess: onDone });
    },
    undo: () => undoing.mutate(asked.filter(isDone), { onSuccess: () => matching.reset() }),
    undoBusy: undoing.isPending,
    undoError: undoing.error,
    /** Says no more of it: something else was done since. */
    forget: () => {
      matching.reset();
      undoing.reset();
    },
  };
}

export type Matching = ReturnType<typeof useMatching>;
