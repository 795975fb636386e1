import { Button } from '@mantine/core';
import type { MergedRecord, OwnHoursEntry } from '@journeybook/contracts';
import { useState } from 'react';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';
import { anyOf } from '../../ui/join-names.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { showDate } from '../../ui/show-dates.js';
import { showHours } from '../../ui/show-hours.js';
import { CorrectHoursDialog } from './correct-hours-dialog.js';
import { correctionOf, useCorrectHours, useDiscardHours } from './use-hours.js';

/** What the apprentice can do with an own entry: correct and send it, or discard it, while nobody stands behind it. */
export function EntryActions({ entry, record }: { entry: OwnHoursEntry; record: MergedRecord }) {
  const [open, setOpen] = useState<'edit' | 'discard' | null>(null);
  const correct = useCorrectHours(record.apprenticeship);
  const discard = useDiscardHours(record.apprenticeship);
  if (entry.status !== 'draft' && entry.status !== 'returned') return null;
  const { workedOn, minutes } = entry;
  const close = () => setOpen(null);
  const send = () =>
    correct.mutate({ entry, shown: entry.version, correction: correctionOf(entry, record), submit: true });
  return (
    <div className="stack">
      <div className="row">
        {entry.status === 'draft' ? (
          <>
            <Button loading={correct.isPending && open === null} onClick={send}>
              Send to {anyOf(record.mentors)}
            </Button>
            <Button variant="default" onClick={() => setOpen('edit')}>
              Change
            </Button>
          </>
        ) : (
          <Button onClick={() => setOpen('edit')}>Correct and send again</Button>
        )}
        <Button variant="subtle" color="stop" onClick={() => setOpen('discard')}>
          Discard
        </Button>
      </div>
      {open === null && <ProblemNotice error={correct.error} onRetry={send} />}
      <CorrectHoursDialog opened={open === 'edit'} entry={entry} record={record} onClose={close} />
      <ConfirmDialog
        opened={open === 'discard'}
        title="Discard this entry?"
        action="Discard"
        busy={discard.isPending}
        error={discard.error}
        onConfirm={() => discard.mutate(entry, { onSuccess: close })}
        onClose={close}
      >
        {showHours(minutes)} on {showDate(workedOn)} in {entry.workProcess.title} will be gone.
      </ConfirmDialog>
    </div>
  );
}
