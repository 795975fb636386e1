import { type StandardDraftView, standardContents } from '@journeybook/contracts';
import { useState } from 'react';
import { contentsOf } from './draft-form.js';
import { findFaults } from './find-faults.js';
import type { Finding } from './place.js';
import { useSaveDraft } from './use-draft.js';
import type { DraftDesk } from './use-draft-form.js';

/** Saving the draft as it is typed; when that is refused, everything typed stays. */
export function useSaving(desk: DraftDesk, onShow: (finding: Finding) => void) {
  const { form, view } = desk;
  const [tried, setTried] = useState(false);
  const mutation = useSaveDraft(view.id);

  /** Saves over this edition; `then` goes on with what was saved. */
  const saveOver = (edition: number, then?: (saved: StandardDraftView) => void) => {
    const read = standardContents.safeParse(contentsOf(form));
    const faults = findFaults(form, view.id);
    setTried(!read.success);
    const [first] = faults.findings;
    if (!read.success) return first && onShow(first);
    mutation.mutate(
      { edition, contents: read.data },
      {
        onSuccess: (answer) => {
          desk.keepSaved(form, answer);
          then?.(answer);
        },
      },
    );
  };

  return {
    save: () => desk.dirty && saveOver(view.edition),
    saveOver,
    busy: mutation.isPending,
    done: mutation.isSuccess,
    error: mutation.error,
    /** Forgets a refusal, once it is dealt with. */
    forget: mutation.reset,
    /** How many fields kept the last try from being sent, and still would. */
    unsaveable: tried ? desk.faults.unsaveable : 0,
  };
}

export type Saving = ReturnType<typeof useSaving>;
