import { Radio, TextInput } from '@mantine/core';
import type { MergedRecord } from '@journeybook/contracts';
import { type CalendarDate, isCalendarDate } from '@journeybook/domain';
import { today } from '../../ui/show-dates.js';
import css from './act-forms.module.css';

interface LevelFieldProps {
  readonly label: string;
  readonly levels: MergedRecord['levels'];
  readonly value: number | null;
  readonly onChange: (level: number) => void;
  readonly error: string | undefined;
}

/** One level of those that may be chosen. */
export const LevelField = ({ label, levels, value, onChange, error }: LevelFieldProps) => (
  <Radio.Group
    label={label}
    value={value === null ? '' : String(value)}
    onChange={(level) => onChange(Number(level))}
    error={error}
  >
    <div className={css.levels}>
      {levels.map(({ level, name }) => (
        <Radio key={level} value={String(level)} label={`${level} ${name}`} />
      ))}
    </div>
  </Radio.Group>
);

interface DayFieldProps {
  readonly label: string;
  readonly earliest: CalendarDate | null;
  readonly value: CalendarDate;
  readonly onChange: (on: CalendarDate) => void;
  readonly error: string | undefined;
}

/** The day of an act: today, or one before. */
export const DayField = ({ label, earliest, value, onChange, error }: DayFieldProps) => (
  <TextInput
    type="date"
    label={label}
    value={value}
    {...(earliest ? { min: earliest } : {})}
    max={today()}
    onChange={(event) => isCalendarDate(event.currentTarget.value) && onChange(event.currentTarget.value)}
    error={error}
  />
);
