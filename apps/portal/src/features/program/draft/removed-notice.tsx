import { useEffect, useRef } from 'react';
import css from './draft-editor.module.css';
import type { Removed } from './edit-form.js';

/** Says what was taken away, and puts it back. The focus goes here: what it was on is gone. */
export function RemovedNotice({ removed, onPutBack }: { removed: Removed | null; onPutBack: () => void }) {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (removed) button.current?.focus({ preventScroll: true });
  }, [removed]);
  return (
    <div role="status">
      {removed && (
        <div className={css.removed}>
          <span>{removed.name} removed</span>
          <button ref={button} type="button" onClick={onPutBack}>
            Put back
          </button>
        </div>
      )}
    </div>
  );
}
