import { Button } from '@mantine/core';
import type { MergedRecord, OwnHoursEntry } from '@journeybook/contracts';
import { type FormEvent, useState } from 'react';
import { sayChanged, useShown } from '../../ui/changed-since-shown.js';
import { FormDialog } from '../../ui/form-dialog.js';
import { anyOf } from '../../ui/join-names.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { showDate } from '../../ui/show-dates.js';
import { showHours } from '../../ui/show-hours.js';
import { CorrectionFields } from './correction-fields.js';
import { correctionOf, useCorrectHours } from './use-hours.js';
import { wrongTimes } from './work-details.js';

interface CorrectHoursDialogProps {
  readonly opened: boolean;
  readonly entry: OwnHoursEntry;
  readonly record: MergedRecord;
  readonly onClose: () => void;
}

/** An entry to be put right and sent; what was typed stays until it is sent or the dialog is closed. */
export function CorrectHoursDialog({ opened, entry, record, onClose }: CorrectHoursDialogProps) {
  return (
    <FormDialog
      opened={opened}
      onClose={onClose}
      title={entry.status === 'returned' ? 'Correct and send again' : 'Change the draft'}
    >
      <div className="stack">
        {entry.reason && (
          <p className="soft">
            {entry.decidedBy?.name ?? 'Your mentor'} sent it back: {entry.reason}
          </p>
        )}
        <CorrectHoursForm entry={entry} record={record} onDone={onClose} />
      </div>
    </FormDialog>
  );
}

function CorrectHoursForm(props: { entry: OwnHoursEntry; record: MergedRecord; onDone: () => void }) {
  const { entry, record, onDone } = props;
  const [form, setForm] = useState(() => correctionOf(entry, record));
  const correct = useCorrectHours(record.apprenticeship);
  const complete = form.workProcess !== '' && form.minutes > 0 && wrongTimes(form) === '';
  const { ifMatch: shown } = useShown(entry.version, correct.error);
  const send = (submit: boolean) => correct.mutate({ entry, shown, correction: form, submit }, { onSuccess: onDone });
  const now = `It is ${showHours(entry.minutes)} on ${showDate(entry.workedOn)} in ${entry.workProcess.title} now.`;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    send(true);
  };
  return (
    <form className="stack" onSubmit={submit} noValidate>
      <CorrectionFields
        form={form}
        record={record}
        error={correct.error}
        onChange={(part) => setForm((before) => ({ ...before, ...part }))}
      />
      <ProblemNotice error={correct.error} says={sayChanged(correct.error, now)} />
      <div className="row">
        <Button type="submit" loading={correct.isPending} disabled={!complete}>
          Send to {anyOf(record.mentors)}
        </Button>
        {entry.status === 'draft' && (
          <Button variant="default" disabled={correct.isPending || !complete} onClick={() => send(false)}>
            Keep as draft
          </Button>
        )}
      </div>
    </form>
  );
}
