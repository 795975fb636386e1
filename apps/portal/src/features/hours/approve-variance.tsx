import { Button, Textarea, TextInput } from '@mantine/core';
import type { MergedRecord } from '@journeybook/contracts';
import { type FormEvent, useState } from 'react';
import { Dialog } from '../../ui/dialog.js';
import { DoneNotice } from '../../ui/done-notice.js';
import { fieldError, ProblemNotice } from '../../ui/problem-notice.js';
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
      <Dialog opened={opened} title={`Above the maximum in ${process.title}`} onClose={() => setOpened(false)}>
        <VarianceForm
          record={record}
          process={process}
          onDone={(minutes) => {
            setOpened(false);
            setDone(`Up to ${showHours(minutes)} above the maximum count now.`);
          }}
        />
      </Dialog>
    </>
  );
}

// More than any process has: what is too much is for the sponsor to say.
const longest = 9_999 * 60;

function VarianceForm({ record, process, onDone }: ApproveVarianceProps & { onDone: (minutes: number) => void }) {
  const [typed, setTyped] = useState(() => showHours(process.uncountedMinutes).replaceAll(',', ''));
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const approve = useApproveVariance(record);
  const minutes = readHours(typed, longest) ?? 0;
  const noReason = reason.trim() === '';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (minutes <= 0 || noReason) return;
    const variance = { workProcess: process.code, minutes, reason: reason.trim() };
    approve.mutate(variance, { onSuccess: () => onDone(minutes) });
  };
  return (
    <form className="stack" onSubmit={submit} noValidate>
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
      <ProblemNotice error={approve.error} />
      <Button type="submit" loading={approve.isPending}>
        Let them count
      </Button>
    </form>
  );
}
