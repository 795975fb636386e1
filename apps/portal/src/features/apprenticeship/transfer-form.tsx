import { Textarea, TextInput } from '@mantine/core';
import { type AgreementView, endpoints } from '@journeybook/contracts';
import { useState } from 'react';
import { DayField } from '../../ui/day-field.js';
import { Remark } from '../../ui/done-notice.js';
import { DialogForm } from '../../ui/form-dialog.js';
import { fieldError } from '../../ui/problem-notice.js';
import { today } from '../../ui/show-dates.js';
import { useAgreementAct } from './use-agreement.js';

interface TransferFormProps {
  readonly agreement: AgreementView;
  readonly onDone: (agreement: AgreementView) => void;
  readonly onClose: () => void;
}

/** What is typed; empty where nothing is. */
type TransferText = Record<
  'effectiveOn' | 'reason' | 'toRapidsCode' | 'agreedByApprenticeOn' | 'transcriptGivenOn',
  string
>;

const none = (day: string) => (day === '' ? null : day);

/** Lets an apprentice go over to another program of the same occupation, with consent and transcript (29 CFR 29.5(b)(13)). */
export function TransferForm({ agreement, onDone, onClose }: TransferFormProps) {
  const { apprenticeship, apprentice, occupation, agency } = agreement;
  const [form, setForm] = useState<TransferText>({
    effectiveOn: today(),
    reason: '',
    toRapidsCode: occupation.rapidsCode,
    agreedByApprenticeOn: '',
    transcriptGivenOn: '',
  });
  const change = (part: Partial<typeof form>) => setForm((before) => ({ ...before, ...part }));
  const [tried, setTried] = useState(false);
  const transfer = useAgreementAct((client, body: typeof form) =>
    client(endpoints.transferApprentice, {
      params: { apprenticeship },
      body: {
        ...body,
        reason: body.reason.trim(),
        toRapidsCode: body.toRapidsCode.trim(),
        agreedByApprenticeOn: none(body.agreedByApprenticeOn),
        transcriptGivenOn: none(body.transcriptGivenOn),
      },
    }),
  );
  const words = {
    effectiveOn: 'Choose the day',
    reason: 'Say why',
    toRapidsCode: 'Enter the RAPIDS code',
    agreedByApprenticeOn: `Choose the day on which ${apprentice.name} agreed`,
    transcriptGivenOn: 'Choose the day on which the transcript was handed over',
  } as const satisfies Record<keyof typeof form, string>;
  const errorOf = (field: keyof typeof form) =>
    tried && form[field].trim() === '' ? words[field] : fieldError(transfer.error, field);
  const submit = () => {
    setTried(true);
    if (Object.values(form).some((value) => value.trim() === '')) return false;
    transfer.mutate(form, { onSuccess: onDone });
    return true;
  };
  const day = (field: 'effectiveOn' | 'agreedByApprenticeOn' | 'transcriptGivenOn', label: string) => (
    <DayField
      label={label}
      required
      value={form[field]}
      max={today()}
      onChange={(value) => change({ [field]: value })}
      error={errorOf(field)}
    />
  );
  return (
    <DialogForm
      action="Transfer"
      tone="stop"
      busy={transfer.isPending}
      error={transfer.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <Remark>
        This is final. This agreement ends and its record takes no more; the other program begins a new one and may
        grant what the transcript shows. {agency.name} has to be told; the notice is prepared for you.
      </Remark>
      <TextInput
        label="RAPIDS code of the other program"
        description={`It must be the same occupation: ${occupation.title}, ${occupation.rapidsCode}`}
        required
        maxLength={40}
        value={form.toRapidsCode}
        onChange={(event) => change({ toRapidsCode: event.currentTarget.value })}
        error={errorOf('toRapidsCode')}
      />
      {day('agreedByApprenticeOn', `${apprentice.name} agreed on`)}
      {day('transcriptGivenOn', 'Transcript of hours and instruction handed over on')}
      {day('effectiveOn', 'Transferred on')}
      <Textarea
        label="Reason"
        autosize
        minRows={2}
        maxLength={2000}
        required
        value={form.reason}
        onChange={(event) => change({ reason: event.currentTarget.value })}
        error={errorOf('reason')}
      />
    </DialogForm>
  );
}
