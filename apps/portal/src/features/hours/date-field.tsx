import { Button, TextInput } from '@mantine/core';
import { addDays, type CalendarDate, isCalendarDate } from '@journeybook/domain';
import { showDay, today } from '../../ui/show-dates.js';
import css from './date-field.module.css';

interface DateFieldProps {
  readonly value: CalendarDate;
  readonly earliest: CalendarDate;
  readonly onChange: (date: CalendarDate) => void;
  readonly error?: string | undefined;
}

/** The day worked: today and yesterday with one tap, any other by the device's own calendar. */
export function DateField({ value, earliest, onChange, error }: DateFieldProps) {
  const now = today();
  const yesterday = addDays(now, -1);
  const quick = [
    { date: now, name: 'Today' },
    { date: yesterday, name: 'Yesterday' },
  ];
  return (
    <div className={css.room}>
      <div className={css.field}>
        {quick.map(({ date, name }) => (
          <Button
            key={name}
            variant={value === date ? 'filled' : 'default'}
            aria-pressed={value === date}
            disabled={date < earliest}
            className={css.quick ?? ''}
            onClick={() => onChange(date)}
          >
            {name}
          </Button>
        ))}
        <TextInput
          type="date"
          aria-label={`Day worked, ${showDay(value)}`}
          value={value}
          min={earliest}
          max={now}
          onChange={(event) => isCalendarDate(event.currentTarget.value) && onChange(event.currentTarget.value)}
          error={error}
        />
      </div>
    </div>
  );
}
