import { Button } from '@mantine/core';
import { confirmationUndoSeconds } from '@journeybook/domain';
import { useEffect, useState } from 'react';
import { ProblemNotice } from '../../ui/problem-notice.js';
import type { useConfirmCompletions, useUndoCompletions } from './use-section.js';

interface UndoConfirmationProps {
  readonly confirmation: Pick<ReturnType<typeof useConfirmCompletions>, 'data' | 'submittedAt' | 'reset'>;
  readonly undo: ReturnType<typeof useUndoCompletions>;
}

/** For a minute after a confirmation: takes all that it credited back. */
export function UndoConfirmation({ confirmation, undo }: UndoConfirmationProps) {
  const [isOver, setOver] = useState(false);
  const entries = (confirmation.data?.learners ?? []).flatMap(({ outcome, entry }) =>
    outcome === 'credited' && entry ? [entry] : [],
  );
  useEffect(() => {
    setOver(false);
    const timer = setTimeout(() => setOver(true), confirmationUndoSeconds * 1_000);
    return () => clearTimeout(timer);
  }, [confirmation.submittedAt]);
  if (entries.length === 0 || isOver) return null;
  return (
    <div className="stack">
      <div>
        <Button
          variant="default"
          loading={undo.isPending}
          onClick={() => undo.mutate(entries, { onSuccess: () => confirmation.reset() })}
        >
          Undo
        </Button>
      </div>
      <ProblemNotice error={undo.error} />
    </div>
  );
}
