import { NativeSelect, Textarea } from '@mantine/core';
import type { MergedRecord } from '@journeybook/contracts';
import type { WorkProcessCode } from '@journeybook/domain';
import { fieldError } from '../../ui/problem-notice.js';
import { DateField } from './date-field.js';
import { MinutesField } from './minutes-field.js';
import type { Correction } from './use-hours.js';
import { WorkDetailsFields } from './work-details-fields.js';
import { workErrors } from './work-errors.js';

interface CorrectionFieldsProps {
  readonly form: Correction;
  readonly record: MergedRecord;
  readonly error: unknown;
  /** Whether one has tried to send it: then what is missing is said. */
  readonly tried?: boolean;
  readonly onChange: (part: Partial<Correction>) => void;
}

/** All that can be said of one entry of hours, to put it right. */
export function CorrectionFields({ form, record, error, tried = false, onChange }: CorrectionFieldsProps) {
  const errors = workErrors(error, form, form.workedOn);
  return (
    <>
      <DateField
        value={form.workedOn}
        earliest={record.beganOn}
        onChange={(workedOn) => onChange({ workedOn })}
        error={fieldError(error, 'workedOn')}
      />
      <NativeSelect
        label="Work process"
        data={[
          ...(record.processes.some((process) => process.code === form.workProcess)
            ? []
            : [{ value: form.workProcess, label: 'Choose a process' }]),
          ...record.processes.map((process) => ({ value: process.code, label: process.title })),
        ]}
        value={form.workProcess}
        // Skills belong to their process: those of another one were not practised in this.
        onChange={(event) => onChange({ workProcess: event.currentTarget.value as WorkProcessCode, practised: [] })}
        error={fieldError(error, 'workProcess')}
      />
      <MinutesField
        label="Time worked"
        minutes={form.minutes}
        onChange={(minutes) => onChange({ minutes })}
        error={errors.minutes ?? (tried && form.minutes <= 0 ? 'Say how long it was' : undefined)}
      />
      <WorkDetailsFields
        work={form}
        process={record.processes.find((process) => process.code === form.workProcess)}
        errors={errors}
        onChange={onChange}
      />
      <Textarea
        label="Note"
        autosize
        minRows={2}
        maxLength={2000}
        value={form.note}
        onChange={(event) => onChange({ note: event.currentTarget.value })}
        error={fieldError(error, 'note')}
      />
    </>
  );
}
