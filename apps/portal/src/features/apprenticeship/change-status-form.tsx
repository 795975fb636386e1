import { Textarea } from '@mantine/core';
import { type AgreementView, endpoints } from '@journeybook/contracts';
import { useState } from 'react';
import { DayField } from '../../ui/day-field.js';
import { Remark } from '../../ui/done-notice.js';
import { DialogForm } from '../../ui/form-dialog.js';
import { fieldError } from '../../ui/problem-notice.js';
import { countOf, today } from '../../ui/show-dates.js';
import { statusAct } from './status-words.js';
import { useAgreementAct } from './use-agreement.js';

interface ChangeStatusFormProps {
  readonly agreement: AgreementView;
  readonly to: AgreementView['status'];
  readonly onDone: (agreement: AgreementView) => void;
  readonly onClose: () => void;
}

/** A plain change of status: what follows from it, since when, why, and after probation the day of notice. */
export function ChangeStatusForm({ agreement, to, onDone, onClose }: ChangeStatusFormProps) {
  const { apprenticeship, may } = agreement;
  const [form, setForm] = useState<Record<'effectiveOn' | 'reason' | 'noticeGivenOn', string>>({
    effectiveOn: today(),
    reason: agreement.status === 'registered' && to === 'active' ? 'Probation is over' : '',
    noticeGivenOn: '',
  });
  const change = (part: Partial<typeof form>) => setForm((before) => ({ ...before, ...part }));
  const [tried, setTried] = useState(false);
  const act = statusAct(agreement, to);
  const needsNotice = may.needsNotice && (to === 'suspended' || to === 'cancelled');
  const send = useAgreementAct((client, body: { effectiveOn: string; reason: string; noticeGivenOn: string | null }) =>
    client(endpoints.changeStatus, { params: { apprenticeship }, body: { to, ...body } }),
  );
  const missing = {
    effectiveOn: form.effectiveOn === '' ? 'Choose the day' : undefined,
    reason: form.reason.trim() === '' ? 'Say why' : undefined,
    noticeGivenOn: needsNotice && form.noticeGivenOn === '' ? 'Choose the day of notice' : undefined,
  };
  const errorOf = (field: keyof typeof missing) => (tried && missing[field]) || fieldError(send.error, field);
  const submit = () => {
    setTried(true);
    if (missing.effectiveOn || missing.reason || missing.noticeGivenOn) return false;
    const noticeGivenOn = needsNotice ? form.noticeGivenOn : null;
    send.mutate(
      { effectiveOn: form.effectiveOn, reason: form.reason.trim(), noticeGivenOn },
      { onSuccess: (changed) => onDone(changed) },
    );
    return true;
  };
  return (
    <DialogForm
      action={act.action}
      tone={act.final ? 'stop' : 'brand'}
      busy={send.isPending}
      error={send.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <Remark>{act.consequences.join(' ')}</Remark>
      {needsNotice && (
        <DayField
          label="Notice given on"
          description={noticeAdvice(agreement)}
          required
          value={form.noticeGivenOn}
          max={today()}
          onChange={(day) => change({ noticeGivenOn: day })}
          error={errorOf('noticeGivenOn')}
        />
      )}
      <DayField
        label="From"
        description="The first day it holds"
        required
        value={form.effectiveOn}
        min={agreement.history.length > 0 ? agreement.beganOn : undefined}
        max={today()}
        onChange={(day) => change({ effectiveOn: day })}
        error={errorOf('effectiveOn')}
      />
      <Textarea
        label="Reason"
        description="It stands in the record and in the notice"
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

function noticeAdvice({ apprentice, agency }: AgreementView): string {
  const told = `The day you told ${apprentice.name} what has to be put right`;
  if (agency.correctiveActionDays === 0) return told;
  return `${told}; ${agency.name} asks for ${countOf(agency.correctiveActionDays, 'day')} between it and the change`;
}
