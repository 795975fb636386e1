import { TextInput } from '@mantine/core';
import type { WageStepView, WagesView } from '@journeybook/contracts';
import { useState } from 'react';
import { DayField } from '../../ui/day-field.js';
import { DialogForm } from '../../ui/form-dialog.js';
import { fieldError } from '../../ui/problem-notice.js';
import { showDate, today } from '../../ui/show-dates.js';
import { readDollars } from '../../ui/read-dollars.js';
import { showDollars, showRate } from '../../ui/show-dollars.js';
import { paidStep } from './step-words.js';
import { useGiveWageStep } from './use-wages.js';

interface GiveWageFormProps {
  readonly step: WageStepView;
  readonly wages: WagesView;
  readonly beganOn: string | undefined;
  readonly onDone: (words: string) => void;
  readonly onClose: () => void;
}

/** Records the wage that is really paid for a step, and since when; the rate in dollars and cents. */
export function GiveWageForm({ step: view, wages, beganOn, onDone, onClose }: GiveWageFormProps) {
  const { step, leastCentsPerHour } = view;
  const paid = paidStep(wages.steps)?.given ?? null;
  const least = Math.max(leastCentsPerHour, wages.minimumWageCents, paid?.centsPerHour ?? 0);
  const [form, setForm] = useState<{ rate: string; from: string }>({ rate: (least / 100).toFixed(2), from: today() });
  const [tried, setTried] = useState(false);
  const give = useGiveWageStep(wages.apprenticeship);
  const centsPerHour = readDollars(form.rate);
  const submit = () => {
    setTried(true);
    if (centsPerHour === null || form.from === '') return false;
    give.mutate(
      { step: step.step, centsPerHour, from: form.from },
      { onSuccess: () => onDone(`Recorded: ${showRate(centsPerHour)} since ${showDate(form.from)}.`) },
    );
    return true;
  };
  return (
    <DialogForm action="Record" busy={give.isPending} error={give.error} onSubmit={submit} onClose={onClose}>
      <p>
        The step pays at least {showDollars(leastCentsPerHour)}.{' '}
        {paid && `${showDollars(paid.centsPerHour)} is paid now; `}
        {paid && 'a wage does not fall.'}
      </p>
      <TextInput
        label="Dollars an hour"
        description="What is really paid, such as 21.50"
        required
        inputMode="decimal"
        autoComplete="off"
        value={form.rate}
        onChange={(event) => {
          const rate = event.currentTarget.value;
          setForm((before) => ({ ...before, rate }));
        }}
        error={
          tried && centsPerHour === null
            ? 'Type dollars and cents such as 21.50'
            : fieldError(give.error, 'centsPerHour')
        }
      />
      <DayField
        label="Paid since"
        required
        value={form.from}
        min={beganOn}
        max={today()}
        onChange={(from) => setForm((before) => ({ ...before, from }))}
        error={tried && form.from === '' ? 'Choose the day' : fieldError(give.error, 'from')}
      />
    </DialogForm>
  );
}
