import { Button, Modal, NativeSelect, Textarea } from '@mantine/core';
import type { HoursEntryView, MergedRecord } from '@journeybook/contracts';
import type { WorkProcessCode } from '@journeybook/domain';
import { type FormEvent, useState } from 'react';
import { anyOf } from '../../ui/join-names.js';
import { fieldError, ProblemNotice } from '../../ui/problem-notice.js';
import { DateField } from './date-field.js';
import { MinutesField } from './minutes-field.js';
import { type Correction, useCorrectHours } from './use-hours.js';

interface CorrectHoursDialogProps {
  readonly opened: boolean;
  readonly entry: HoursEntryView;
  readonly record: MergedRecord;
  readonly onClose: () => void;
}

/** An entry to be put right and sent; what was typed stays until it is sent or the dialog is closed. */
export function CorrectHoursDialog({ opened, entry, record, onClose }: CorrectHoursDialogProps) {
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={entry.status === 'returned' ? 'Correct and send again' : 'Change the draft'}
      closeButtonProps={{ 'aria-label': 'Close', size: 44, iconSize: 24 }}
    >
      {entry.reason && (
        <p className="soft">
          {entry.decidedBy?.name ?? 'Your mentor'} sent it back: {entry.reason}
        </p>
      )}
      <CorrectHoursForm entry={entry} record={record} onDone={onClose} />
    </Modal>
  );
}

function CorrectHoursForm(props: { entry: HoursEntryView; record: MergedRecord; onDone: () => void }) {
  const { entry, record, onDone } = props;
  const { workedOn, minutes, note } = entry;
  const [form, setForm] = useState<Correction>({ workedOn, workProcess: entry.workProcess.code, minutes, note });
  const change = (part: Partial<Correction>) => setForm((before) => ({ ...before, ...part }));
  const correct = useCorrectHours(record.apprenticeship);
  const send = (submit: boolean) => correct.mutate({ entry, correction: form, submit }, { onSuccess: onDone });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    send(true);
  };
  return (
    <form className="stack" onSubmit={submit} noValidate>
      <DateField
        value={form.workedOn}
        earliest={record.beganOn}
        onChange={(date) => change({ workedOn: date })}
        error={fieldError(correct.error, 'workedOn')}
      />
      <NativeSelect
        label="Work process"
        data={record.processes.map((process) => ({ value: process.code, label: process.title }))}
        value={form.workProcess}
        onChange={(event) => change({ workProcess: event.currentTarget.value as WorkProcessCode })}
        error={fieldError(correct.error, 'workProcess')}
      />
      <MinutesField
        label="Time worked"
        minutes={form.minutes}
        onChange={(value) => change({ minutes: value })}
        error={fieldError(correct.error, 'minutes')}
      />
      <Textarea
        label="Note"
        autosize
        minRows={2}
        maxLength={2000}
        value={form.note}
        onChange={(event) => change({ note: event.currentTarget.value })}
      />
      <ProblemNotice error={correct.error} />
      <div className="row">
        <Button type="submit" loading={correct.isPending} disabled={form.minutes <= 0}>
          Send to {anyOf(record.mentors)}
        </Button>
        {entry.status === 'draft' && (
          <Button variant="default" disabled={correct.isPending || form.minutes <= 0} onClick={() => send(false)}>
            Keep as draft
          </Button>
        )}
      </div>
    </form>
  );
}
