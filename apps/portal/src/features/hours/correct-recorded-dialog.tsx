import { Textarea } from '@mantine/core';
import type { MergedRecord, RecordEntryView } from '@journeybook/contracts';
import type { WorkProcessCode } from '@journeybook/domain';
import { useState } from 'react';
import { DialogForm, FormDialog } from '../../ui/form-dialog.js';
import { fieldError } from '../../ui/problem-notice.js';
import { showDate } from '../../ui/show-dates.js';
import { showHours } from '../../ui/show-hours.js';
import { CorrectionFields } from './correction-fields.js';
import type { Correction } from './use-hours.js';
import { type RecordedHours, useCorrectRecordedHours } from './use-record-hours.js';
import { detailsOf, stillThere, wrongTimes } from './work-details.js';

interface CorrectRecordedFormProps {
  readonly entry: RecordEntryView;
  readonly hours: RecordedHours;
  readonly record: MergedRecord;
  readonly onDone: (words: string) => void;
  readonly onClose: () => void;
}

interface CorrectRecordedDialogProps extends CorrectRecordedFormProps {
  readonly opened: boolean;
}

/** Hours on the record put right: what they should have been, and why. The first entry stays readable, struck. */
export const CorrectRecordedDialog = ({ opened, ...form }: CorrectRecordedDialogProps) => (
  <FormDialog opened={opened} title="Correct hours on the record" onClose={form.onClose}>
    <CorrectRecordedForm {...form} />
  </FormDialog>
);

/** The credit as hours, with what was said of them when they were logged. */
const correctionOf = ({
  entry,
  hours,
  record,
}: Pick<CorrectRecordedFormProps, 'entry' | 'hours' | 'record'>): Correction => ({
  workedOn: entry.occurredOn,
  // The version may have changed since: what the entry calls its process may be another one today.
  workProcess: (hours.workProcess ?? '') as WorkProcessCode,
  minutes: entry.minutes ?? 0,
  note: entry.text,
  ...detailsOf({ ...hours, practised: stillThere(hours.practised, record.processes) }),
});

function CorrectRecordedForm({ entry, hours, record, onDone, onClose }: CorrectRecordedFormProps) {
  const [form, setForm] = useState(() => correctionOf({ entry, hours, record }));
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const correct = useCorrectRecordedHours(record);
  const noReason = reason.trim() === '';
  const submit = () => {
    setTried(true);
    if (noReason || form.minutes <= 0 || wrongTimes(form) !== '') return false;
    const correction = { ...form, note: form.note.trim() };
    const onSuccess = () => onDone(`Corrected: ${showHours(form.minutes)} on ${showDate(form.workedOn)} count now.`);
    correct.mutate({ hours, correction, reason: reason.trim() }, { onSuccess });
    return true;
  };
  return (
    <DialogForm
      action="Correct the record"
      busy={correct.isPending}
      error={correct.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <p className="soft">
        {showHours(entry.minutes ?? 0)} on {showDate(entry.occurredOn)} in {entry.subject?.title} stay readable, struck.
      </p>
      <CorrectionFields
        form={form}
        record={record}
        error={correct.error}
        tried={tried}
        onChange={(part) => setForm((before) => ({ ...before, ...part }))}
      />
      <Textarea
        label="Why it is corrected"
        description={`Stands on the record; ${record.apprentice.name} reads it`}
        autosize
        minRows={2}
        maxLength={2000}
        required
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        error={tried && noReason ? 'Say why it is corrected' : fieldError(correct.error, 'reason')}
      />
    </DialogForm>
  );
}
