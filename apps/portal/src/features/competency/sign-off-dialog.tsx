import { Button, Modal, Radio, Textarea, TextInput } from '@mantine/core';
import type { CompetencyView, MergedRecord } from '@journeybook/contracts';
import { isCalendarDate } from '@journeybook/domain';
import { type FormEvent, useState } from 'react';
import { fieldError, ProblemNotice } from '../../ui/problem-notice.js';
import { today } from '../../ui/show-dates.js';
import { type SignOffForm, useSignOff } from './use-sign-off.js';

interface SignOffDialogProps {
  readonly opened: boolean;
  readonly competency: CompetencyView;
  readonly record: MergedRecord;
  readonly levels: MergedRecord['levels'];
  readonly onClose: () => void;
  readonly onSigned: (level: number) => void;
}

/** A mentor's sign-off: the level seen, on which day, and a comment. */
export function SignOffDialog({ opened, onClose, ...rest }: SignOffDialogProps) {
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={`Sign off for ${rest.record.apprentice.name}`}
      closeButtonProps={{ 'aria-label': 'Close', size: 44, iconSize: 24 }}
    >
      <SignOffFields {...rest} />
    </Modal>
  );
}

function SignOffFields({ competency, record, levels, onSigned }: Omit<SignOffDialogProps, 'opened' | 'onClose'>) {
  const [form, setForm] = useState<SignOffForm>({ level: levels[0]?.level ?? 0, observedOn: today(), comment: '' });
  const change = (part: Partial<SignOffForm>) => setForm((before) => ({ ...before, ...part }));
  const signOff = useSignOff(record.apprenticeship, competency.code);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    signOff.mutate({ ...form, comment: form.comment.trim() }, { onSuccess: () => onSigned(form.level) });
  };
  return (
    <form className="stack" onSubmit={submit} noValidate>
      <p>
        <b>{competency.title}</b>
      </p>
      <Radio.Group
        label="Level you have seen"
        value={String(form.level)}
        onChange={(level) => change({ level: Number(level) })}
        error={fieldError(signOff.error, 'level')}
      >
        <div className="stack">
          {levels.map(({ level, name }) => (
            <Radio key={level} value={String(level)} label={`${level} ${name}`} />
          ))}
        </div>
      </Radio.Group>
      <TextInput
        type="date"
        label="Seen on"
        value={form.observedOn}
        min={record.beganOn}
        max={today()}
        onChange={(event) =>
          isCalendarDate(event.currentTarget.value) && change({ observedOn: event.currentTarget.value })
        }
        error={fieldError(signOff.error, 'observedOn')}
      />
      <Textarea
        label="Comment"
        description="What you saw, in a sentence; the apprentice reads it"
        autosize
        minRows={2}
        maxLength={2000}
        value={form.comment}
        onChange={(event) => change({ comment: event.currentTarget.value })}
        error={fieldError(signOff.error, 'comment')}
      />
      <ProblemNotice error={signOff.error} />
      <Button type="submit" loading={signOff.isPending}>
        Sign off
      </Button>
    </form>
  );
}
