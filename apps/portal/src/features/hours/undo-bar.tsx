import { UnstyledButton } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useEffect } from 'react';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { countOf } from '../../ui/show-dates.js';
import css from './queue-actions.module.css';
import { useUndoApproval } from './use-queue.js';
import type { QueueDesk } from './use-queue-desk.js';

const shownForMs = 60_000;

/** After an approval: what was approved, and a minute to take it back. */
export function UndoBar({ desk }: { desk: QueueDesk }) {
  const { approved, setApproved } = desk;
  const undo = useUndoApproval();
  useEffect(() => {
    if (!approved) return;
    const timer = setTimeout(() => setApproved(null), shownForMs);
    return () => clearTimeout(timer);
  }, [approved, setApproved]);
  const takeBack = () => approved && undo.mutate(approved.entries, { onSuccess: () => setApproved(null) });
  return (
    <>
      <div role="status">
        {approved && (
          <div className={css.undo}>
            <span>{countOf(approved.entries.length, 'entry', 'entries')} approved.</span>
            <span className="num">
              <UnstyledButton disabled={undo.isPending} onClick={takeBack}>
                {undo.isPending ? 'Undoing…' : 'Undo'}
              </UnstyledButton>
              <UnstyledButton aria-label="Close this message" onClick={() => setApproved(null)}>
                <IconX size={18} aria-hidden="true" />
              </UnstyledButton>
            </span>
          </div>
        )}
      </div>
      {approved && <ProblemNotice error={undo.error} />}
    </>
  );
}
