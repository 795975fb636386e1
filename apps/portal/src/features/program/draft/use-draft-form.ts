import type { StandardDraftView } from '@journeybook/contracts';
import { useDeferredValue, useMemo, useState } from 'react';
import { flushSync } from 'react-dom';
import { type DraftForm, formOf } from './draft-form.js';
import {
  addItem,
  changeItem,
  type ItemOf,
  type ListName,
  moveItem,
  type Removed,
  removeItem,
  siblings,
} from './edit-form.js';
import { errorsFirst, type Faults, findFaults, placeAll } from './find-faults.js';

/** What can be done to the form. It stays the same object, so that a row is drawn again only when it changed. */
export interface EditForm {
  readonly set: (part: Partial<DraftForm>) => void;
  readonly change: <Name extends ListName>(list: Name, key: string, part: Partial<ItemOf<Name>>) => void;
  /** Adds an item at the end and goes to its field with this id. */
  readonly add: <Name extends ListName>(list: Name, item: ItemOf<Name>, field: string) => void;
  readonly remove: (list: ListName, key: string) => void;
  readonly move: (list: ListName, key: string, by: -1 | 1) => void;
}

interface State {
  readonly form: DraftForm;
  /** As the server has it, under this edition. */
  readonly saved: DraftForm;
  readonly view: StandardDraftView;
  readonly removed: Removed | null;
  /** Where a row went, for whoever cannot see it. */
  readonly said: string;
}

const begin = (view: StandardDraftView): State => {
  const form = formOf(view.contents);
  return { form, saved: form, view, removed: null, said: '' };
};

/** The draft being edited: the form, what is to be said about it, and whether the server has it so. */
export function useDraftForm(draft: StandardDraftView) {
  const [state, setState] = useState(() => begin(draft));
  const { form, saved, view } = state;
  const edit = useMemo(() => editOf(setState), []);
  const faults = useFaults(form, saved, view);
  return {
    ...state,
    dirty: form !== saved,
    faults,
    edit,
    putBack: () => {
      const { removed } = state;
      if (!removed) return;
      flushSync(() => setState((now) => ({ ...now, form: removed.putBack(now.form), removed: null })));
      document.getElementById(rowId(removed.key))?.focus();
    },
    /** The server has what was sent; what was typed since stays. */
    keepSaved: (sent: DraftForm, answer: StandardDraftView) =>
      setState((now) => ({ ...now, saved: sent, view: answer, removed: null })),
    /** Goes on from the edition somebody else made, with what is typed here. */
    goOnFrom: (answer: StandardDraftView) =>
      setState((now) => ({ ...now, view: answer, saved: formOf(answer.contents) })),
    /** Drops what was typed for what the server has. */
    startOver: (answer: StandardDraftView) => setState(begin(answer)),
  };
}

/** The id of a row in the page. */
export const rowId = (key: string): string => `row-${key}`;

export type DraftDesk = ReturnType<typeof useDraftForm>;

/** While nothing is changed the server's own findings count. */
function useFaults(form: DraftForm, saved: DraftForm, view: StandardDraftView): Faults {
  // Typing comes first; the findings follow.
  const settled = useDeferredValue(form);
  return useMemo(
    () =>
      settled === saved
        ? { findings: errorsFirst(placeAll(saved, view.findings)), unsaveable: 0 }
        : findFaults(settled, view.id),
    [settled, saved, view],
  );
}

function editOf(setState: (change: (now: State) => State) => void): EditForm {
  const onForm = (change: (form: DraftForm) => DraftForm) => setState((now) => ({ ...now, form: change(now.form) }));
  return {
    set: (part) => onForm((form) => ({ ...form, ...part })),
    change: (list, key, part) => onForm((form) => changeItem(form, list, key, part)),
    add: (list, item, field) => {
      flushSync(() => onForm((form) => addItem(form, list, item)));
      document.getElementById(field)?.focus();
    },
    remove: (list, key) =>
      setState((now) => {
        const { form, removed } = removeItem(now.form, list, key);
        return { ...now, form, removed };
      }),
    move: (list, key, by) => {
      // The browser lets go of the focus when the row it is in is put elsewhere.
      const focused = document.activeElement;
      flushSync(() =>
        setState((now) => {
          const form = moveItem(now.form, list, key, by);
          const among = siblings(form, list, key);
          const place = among.findIndex((one) => one.key === key) + 1;
          return { ...now, form, said: `Now ${place} of ${among.length}` };
        }),
      );
      if (focused instanceof HTMLElement) focused.focus();
    },
  };
}
