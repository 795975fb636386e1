import { Button, Textarea } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import { Dialog } from './dialog.js';
import { fieldError, ProblemNotice } from './problem-notice.js';

interface ReasonFormProps {
  readonly label: string;
  readonly description: string;
  /** What is said when nothing was written: `Say why`. */
  readonly missing: string;
  readonly action: string;
  /** Whether it takes something away. */
  readonly grave?: boolean;
  readonly busy: boolean;
  readonly error: unknown;
  /** The field of the request that the server names: `reason`, `feedback`. */
  readonly field?: string;
  readonly onSubmit: (reason: string) => void;
  readonly children?: ReactNode;
}

interface ReasonDialogProps extends ReasonFormProps {
  readonly opened: boolean;
  readonly title: string;
  readonly onClose: () => void;
}

/** An act that needs a reason and nothing else; the reason stays when the act is refused. */
export const ReasonDialog = ({ opened, title, onClose, ...form }: ReasonDialogProps) => (
  <Dialog opened={opened} title={title} onClose={onClose}>
    <ReasonForm {...form} />
  </Dialog>
);

function ReasonForm(props: ReasonFormProps) {
  const { label, description, missing, action, grave = false, busy, error, field = 'reason', onSubmit } = props;
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const empty = reason.trim() === '';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!empty) onSubmit(reason.trim());
  };
  return (
    <form className="stack" onSubmit={submit} noValidate>
      {props.children && <div>{props.children}</div>}
      <Textarea
        data-autofocus
        label={label}
        description={description}
        autosize
        minRows={3}
        maxLength={2000}
        required
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        error={tried && empty ? missing : fieldError(error, field)}
      />
      <ProblemNotice error={error} />
      <Button type="submit" color={grave ? 'stop' : 'brand'} loading={busy}>
        {action}
      </Button>
    </form>
  );
}
