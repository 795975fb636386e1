import { Button, Modal, type ModalProps } from '@mantine/core';
import type { FormEvent, ReactNode } from 'react';
import { useCovering } from './covering.js';
import css from './form-dialog.module.css';
import { focusFirstError } from './focus-first-error.js';
import { ProblemNotice } from './problem-notice.js';
import { useReturnFocus } from './use-return-focus.js';

interface FormDialogProps {
  readonly opened: boolean;
  readonly title: string;
  /** How wide; one column of fields unless something else is said. */
  readonly size?: ModalProps['size'];
  readonly onClose: () => void;
  /** The form; it begins anew each time the dialog is opened. */
  readonly children: ReactNode;
}

/** A form over the page it belongs to, or over a panel: Esc closes the form alone, and the focus goes back to what opened it. */
export function FormDialog({ opened, title, size = 'md', onClose, children }: FormDialogProps) {
  useReturnFocus(opened);
  useCovering(opened);
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={title}
      size={size}
      returnFocus={false}
      closeButtonProps={{ 'aria-label': 'Close', size: 44, iconSize: 24 }}
    >
      {children}
    </Modal>
  );
}

interface DialogFormProps {
  readonly children: ReactNode;
  readonly action: string;
  readonly tone?: 'brand' | 'stop';
  /** Whether its buttons stay in sight beneath a long list. */
  readonly sticky?: boolean;
  readonly busy: boolean;
  readonly error: unknown;
  /** What happened, where the form knows it more closely than the server's own words say. */
  readonly says?: string | undefined;
  /** Sends it, and says whether everything needed was there; if not, the focus goes to what is missing. */
  readonly onSubmit: () => boolean;
  readonly onClose: () => void;
}

/** The fields of a dialog, what the server had against them, and its two buttons. What was typed stays. */
export function DialogForm({
  children,
  action,
  tone = 'brand',
  sticky = false,
  busy,
  error,
  says,
  onSubmit,
  onClose,
}: DialogFormProps) {
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (!onSubmit()) focusFirstError(event.currentTarget);
  };
  return (
    <form className="stack" onSubmit={submit} noValidate>
      {children}
      <div className={sticky ? css.sticky : 'stack'}>
        <ProblemNotice error={error} says={says} />
        <div className="row">
          <Button type="submit" color={tone} loading={busy}>
            {action}
          </Button>
          <Button variant="default" onClick={onClose}>
            Go back
          </Button>
        </div>
      </div>
    </form>
  );
}
