import { Button, Textarea, TextInput } from '@mantine/core';
import type { MergedRecord } from '@journeybook/contracts';
import { useState } from 'react';
import { DoneNotice } from '../../ui/done-notice.js';
import { DialogForm, FormDialog } from '../../ui/form-dialog.js';
import { fieldError } from '../../ui/problem-notice.js';
import { readHours } from '../../ui/read-hours.js';
import { showHours } from '../../ui/show-hours.js';
import { useApproveVariance } from './use-record-hours.js';

type Process = MergedRecord['processes'][number];

interface ApproveVarianceProps {
  readonly record: MergedRecord;
  readonly process: Process;
}

/** The sponsor lets hours above the maximum of a work process count; offered while some are approved and do not. */
export function ApproveVariance({ record, process }: ApproveVarianceProps) {
  const [opened, setOpened] = useState(false);
  const [done, setDone] = useState('');
  return (
    <>
      {process.uncountedMinutes > 0 && (
        <div>
          <Button variant="light" onClick={() => [setDone(''), setOpened(true)]}>
            Let them count…
          </Button>
        </div>
      )}
      <DoneNotice>{done}</DoneNotice>
      <FormDialog opened={opened} title={`Above the maximum in ${process.title}`} onClose={() => setOpened(false)}>
        <VarianceForm
          record={record}
          process={process}
          onClose={() => setOpened(false)}
          onDone={(minutes) => {
            setOpened(false);
            setDone(`Up to ${showHours(minutes)} above the maximum count now.`);
          }}
        />
      </FormDialog>
    </>
  );
}

// More than any process has: what is too much is for the sponsor to say.
const longest = 9_999 * 60;

interface VarianceFormProps extends ApproveVarianceProps {
  readonly onDone: (minutes: number) => void;
  readonly onClose: () => void;
}

function VarianceForm({ record, process, onDone, onClose }: VarianceFormProps) {
  const [typed, setTyped] = useState(() => showHours(process.uncountedMinutes).replaceAll(',', ''));
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const approve = useApproveVariance(record);
  const minutes = readHours(typed, longest) ?? 0;
  const noReason = reason.trim() === '';
  const submit = () => {
    setTried(true);
    if (minutes <= 0 || noReason) return false;
    const shownMinutes = process.varianceMinutes ?? 0;
    const variance = { workProcess: process.code, minutes, shownMinutes, reason: reason.trim() };
    approve.mutate(variance, { onSuccess: () => onDone(minutes) });
    return true;
  };
  return (
    <DialogForm
      action="Let them count"
      busy={approve.isPending}
      error={approve.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <p className="soft">
        {showHours(process.uncountedMinutes)} are approved above the {showHours(process.maximumMinutes)} that count in
        this work process.
      </p>
      <TextInput
        data-autofocus
        label="Hours that may count above the maximum"
        autoComplete="off"
        required
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        error={tried && minutes <= 0 ? 'Type hours such as 12 or 7:30' : fieldError(approve.error, 'minutes')}
      />
      <Textarea
        label="Why they may count"
        description="Stands on the record"
        autosize
        minRows={2}
        maxLength={2000}
        required
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        error={tried && noReason ? 'Say why they may count' : fieldError(approve.error, 'reason')}
      />
    </DialogForm>
  );
}
