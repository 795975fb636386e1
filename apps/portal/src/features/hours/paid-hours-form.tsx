import { Button, TextInput } from '@mantine/core';
import type { PaidHoursList, PaidHoursView } from '@journeybook/contracts';
import { type ApprenticeshipId, isCalendarDate, longestPayPeriodDays, minutesPerDay } from '@journeybook/domain';
import { type FormEvent, useState } from 'react';
import { sayChanged, useShown } from '../../ui/changed-since-shown.js';
import { fieldError, ProblemNotice } from '../../ui/problem-notice.js';
import { readHours } from '../../ui/read-hours.js';
import { showDate, today } from '../../ui/show-dates.js';
import { showHours } from '../../ui/show-hours.js';
import css from './paid-hours-page.module.css';
import { nextPeriod } from './pay-period.js';
import { useRecordPaidHours } from './use-paid-hours.js';

interface PaidHoursFormProps {
  readonly apprenticeship: ApprenticeshipId;
  readonly recorded: PaidHoursList;
  /** The period whose hours are being changed; null for a new one. */
  readonly changing: PaidHoursView | null;
  /** With what was done, in words. */
  readonly onDone: (words: string) => void;
  readonly onCancel: () => void;
}

const longest = longestPayPeriodDays * minutesPerDay;

/** One pay period and the hours that were paid in it. */
export function PaidHoursForm({ apprenticeship, recorded, changing, onDone, onCancel }: PaidHoursFormProps) {
  const [period, setPeriod] = useState(() => changing ?? nextPeriod(recorded.periods, today()));
  const [typed, setTyped] = useState(() => (changing ? showHours(changing.minutes) : ''));
  const [tried, setTried] = useState(false);
  const save = useRecordPaidHours(apprenticeship);
  const { ifMatch: shown } = useShown(recorded.edition, save.error);
  const minutes = readHours(typed, longest) ?? 0;
  const backwards = period.until < period.from;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (minutes <= 0 || backwards) return;
    const { from, until } = period;
    const words = `${showHours(minutes)} paid from ${showDate(from)} to ${showDate(until)}.`;
    save.mutate({ from, until, minutes, shown }, { onSuccess: () => onDone(words) });
  };
  const date = (field: 'from' | 'until', label: string) => (
    <TextInput
      type="date"
      label={label}
      max={today()}
      value={period[field]}
      // The hours of a period are changed; its days are what it is known by.
      readOnly={changing !== null}
      onChange={(event) =>
        isCalendarDate(event.currentTarget.value) && setPeriod({ ...period, [field]: event.currentTarget.value })
      }
      error={tried && backwards && field === 'until' ? 'Before the first day' : fieldError(save.error, field)}
    />
  );
  const title = changing
    ? `Change ${showDate(changing.from)} to ${showDate(changing.until)}`
    : 'Enter what payroll paid';
  return (
    <form className="card stack" aria-labelledby="paid-form" onSubmit={submit} noValidate>
      <h2 id="paid-form">{title}</h2>
      {!changing && recorded.periods.some((one) => one.until >= today()) && (
        <p className="soft">Everything is entered up to today. Choose an earlier period if one is missing.</p>
      )}
      <div className={css.fields}>
        {date('from', 'First day')}
        {date('until', 'Last day')}
        <TextInput
          // The list it was chosen from stands below: the field comes into sight with the focus.
          autoFocus={changing !== null}
          label="Hours paid"
          inputMode="text"
          autoComplete="off"
          placeholder="80 or 75:30"
          required
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          error={tried && minutes <= 0 ? 'Type hours such as 80 or 75:30' : fieldError(save.error, 'minutes')}
        />
      </div>
      <ProblemNotice error={save.error} says={sayChanged(save.error, sayPaid(recorded.periods, period))} />
      <div className="row">
        <Button type="submit" loading={save.isPending}>
          {changing ? 'Save' : 'Enter'}
        </Button>
        {changing && (
          <Button variant="default" onClick={onCancel}>
            Cancel
          </Button>
        )}
      </div>
    </form>
  );
}

/** What is entered now of a period. */
function sayPaid(recorded: readonly PaidHoursView[], { from, until }: Pick<PaidHoursView, 'from' | 'until'>): string {
  const there = recorded.find((one) => one.from === from && one.until === until);
  return there
    ? `Of ${showDate(from)} to ${showDate(until)} ${showHours(there.minutes)} are entered now.`
    : 'Look at the pay periods below.';
}
