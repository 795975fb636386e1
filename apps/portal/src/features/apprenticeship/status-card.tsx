import { Button } from '@mantine/core';
import type { AgreementView } from '@journeybook/contracts';
import { useState } from 'react';
import { Badge, type BadgeTone } from '../../ui/badge.js';
import { FormDialog } from '../../ui/form-dialog.js';
import { showDate, today } from '../../ui/show-dates.js';
import { ChangeStatusForm } from './change-status-form.js';
import css from './status-card.module.css';
import { StatusHistory } from './status-history.js';
import { probationWords, statusAct, statusInSentence, statusNames } from './status-words.js';
import { TransferForm } from './transfer-form.js';

interface StatusCardProps {
  readonly agreement: AgreementView;
  readonly onDone: (words: string) => void;
}

type Status = AgreementView['status'];

const tones = {
  draft: 'wait',
  registered: 'ok',
  active: 'ok',
  suspended: 'wait',
  completed: 'plain',
  cancelled: 'plain',
  transferred: 'plain',
} as const satisfies Record<Status, BadgeTone>;

/** Where the agreement stands, how it came there, and what may be changed about it. */
export function StatusCard({ agreement, onDone }: StatusCardProps) {
  const { status, probation, history } = agreement;
  const since = history.at(-1)?.on;
  const words = probation && probationWords(probation, today());
  return (
    <section className="card stack" aria-labelledby="status">
      <div className="row between">
        <h2 id="status">Status</h2>
        <Badge tone={tones[status]}>
          {statusNames[status]}
          {since ? ` since ${showDate(since)}` : ''}
        </Badge>
      </div>
      {words && <p>{words.sentence}</p>}
      <StatusActions agreement={agreement} mayEndProbation={words?.over ?? false} onDone={onDone} />
      <StatusHistory history={history} />
    </section>
  );
}

function StatusActions({ agreement, mayEndProbation, onDone }: StatusCardProps & { mayEndProbation: boolean }) {
  const { may, status } = agreement;
  // What the dialog is about stays while it closes.
  const [act, setAct] = useState<Status | 'transfer'>('transfer');
  const [opened, setOpened] = useState(false);
  const open = (next: Status | 'transfer') => {
    setAct(next);
    setOpened(true);
  };
  const form = {
    agreement,
    onClose: () => setOpened(false),
    onDone: (changed: AgreementView) => {
      setOpened(false);
      onDone(changeDone(changed));
    },
  };
  if (may.changeStatus.length === 0 && !may.transfer) return null;
  const isFinal = (to: Status) => statusAct(agreement, to).final;
  const final = may.changeStatus.filter(isFinal);
  const plain = may.changeStatus.filter((to) => !isFinal(to));
  return (
    <>
      {plain.length > 0 && (
        <div className="row">
          {plain.map((to) => (
            <Button
              key={to}
              variant={to !== 'suspended' && (status === 'suspended' || mayEndProbation) ? 'filled' : 'default'}
              onClick={() => open(to)}
            >
              {statusAct(agreement, to).action}
            </Button>
          ))}
        </div>
      )}
      <div className={`row ${css.final}`}>
        {may.transfer && (
          <Button variant="subtle" color="stop" onClick={() => open('transfer')}>
            Transfer
          </Button>
        )}
        {final.map((to) => (
          <Button key={to} variant="subtle" color="stop" onClick={() => open(to)}>
            {statusAct(agreement, to).action}
          </Button>
        ))}
      </div>
      <FormDialog
        opened={opened}
        title={act === 'transfer' ? 'Transfer to another program' : statusAct(agreement, act).title}
        onClose={form.onClose}
      >
        {act === 'transfer' ? <TransferForm {...form} /> : <ChangeStatusForm {...form} to={act} />}
      </FormDialog>
    </>
  );
}

/** What was done, and by when the agency must know. */
function changeDone({ status, history, notices, agency }: AgreementView): string {
  const last = history.at(-1);
  const notice = notices.find((one) => one.entry === last?.entry);
  const told = notice ? ` ${agency.name} must know by ${showDate(notice.dueOn)}.` : '';
  return `The agreement is ${statusInSentence(status)}${last ? ` from ${showDate(last.on)}` : ''}.${told}`;
}
