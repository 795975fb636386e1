import { Radio } from '@mantine/core';
import type { MergedRecord } from '@journeybook/contracts';
import { type CalendarDate, isCalendarDate } from '@journeybook/domain';
import { DayField } from '../../ui/day-field.js';
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

interface ActDayProps {
  readonly label: string;
  readonly earliest: CalendarDate | null;
  readonly value: CalendarDate;
  readonly onChange: (on: CalendarDate) => void;
  readonly error: string | undefined;
}

/** The day of an act: today, or one before. */
export const ActDay = ({ earliest, onChange, ...rest }: ActDayProps) => (
  <DayField
    {...rest}
    min={earliest ?? undefined}
    max={today()}
    onChange={(day) => isCalendarDate(day) && onChange(day)}
  />
);
