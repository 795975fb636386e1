import { NativeSelect } from '@mantine/core';
import type { AgencyPolicyView } from '@journeybook/contracts';
import { TypedField } from '../typed-field.js';
import css from './deadline-field.module.css';

type Deadline = AgencyPolicyView['reporting']['registered'];

interface DeadlineFieldProps {
  readonly id: string;
  readonly label: string;
  readonly value: Deadline;
  readonly onChange: (value: Deadline) => void;
  readonly error?: string | undefined;
}

/** How long something may take: so many days, counted as the agency counts them. */
export function DeadlineField({ id, label, value, onChange, error }: DeadlineFieldProps) {
  return (
    <div className={css.deadline}>
      <TypedField
        id={id}
        kind="count"
        label={label}
        value={value.days}
        onChange={(days) => onChange({ ...value, days: days ?? Number.NaN })}
        error={error}
      />
      <NativeSelect
        aria-label={`${label}: kind of days`}
        value={value.count}
        onChange={(event) => onChange({ ...value, count: event.currentTarget.value as Deadline['count'] })}
        data={[
          { value: 'calendar', label: 'days' },
          { value: 'business', label: 'business days' },
        ]}
      />
    </div>
  );
}
