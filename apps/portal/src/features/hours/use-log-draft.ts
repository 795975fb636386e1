import { useState } from 'react';
import { emptyDraft, type LogDraft, loadDraft, saveDraft } from './log-draft.js';

/** The form of this person, kept on the device with every change until the server has it. */
export function useLogDraft(person: string) {
  const [draft, setDraft] = useState(() => loadDraft(person));
  const change = (part: Partial<LogDraft>) =>
    setDraft((before) => {
      const after = { ...before, ...part };
      saveDraft(person, after);
      return after;
    });
  const clear = () => {
    saveDraft(person, emptyDraft());
    setDraft(emptyDraft());
  };
  return { draft, change, clear };
}
