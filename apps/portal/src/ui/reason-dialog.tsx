import { Textarea } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { DialogForm, FormDialog } from './form-dialog.js';
import { fieldError } from './problem-notice.js';

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
  readonly onClose: () => void;
  readonly children?: ReactNode;
}

interface ReasonDialogProps extends ReasonFormProps {
  readonly opened: boolean;
  readonly title: string;
}

/** An act that needs a reason and nothing else; the reason stays when the act is refused. */
export const ReasonDialog = ({ opened, title, ...form }: ReasonDialogProps) => (
  <FormDialog opened={opened} title={title} onClose={form.onClose}>
    <ReasonForm {...form} />
  </FormDialog>
);

function ReasonForm(props: ReasonFormProps) {
  const { label, description, missing, action, grave = false, busy, error, field = 'reason' } = props;
  const { onSubmit, onClose } = props;
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const empty = reason.trim() === '';
  const submit = () => {
    setTried(true);
    if (!empty) onSubmit(reason.trim());
    return !empty;
  };
  return (
    <DialogForm
      action={action}
      tone={grave ? 'stop' : 'brand'}
      busy={busy}
      error={error}
      onSubmit={submit}
      onClose={onClose}
    >
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
    </DialogForm>
  );
}
