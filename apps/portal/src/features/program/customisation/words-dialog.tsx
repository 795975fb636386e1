import { Button, Modal, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { ProblemNotice } from '../../../ui/problem-notice.js';
import type { Customise } from './use-customisation.js';

interface WordsDialogProps {
  readonly opened: boolean;
  readonly title: string;
  readonly about: string;
  readonly label: string;
  readonly description: string;
  readonly initial: string;
  /** What to say when nothing is written. */
  readonly missing: string;
  readonly action: string;
  readonly maxLength: number;
  readonly customise: Customise;
  readonly onGive: (words: string) => void;
  readonly onClose: () => void;
}

/** Asks for a title or a reason; what was typed stays when it is refused. */
export function WordsDialog({ opened, title, ...rest }: WordsDialogProps) {
  return (
    <Modal
      opened={opened}
      onClose={rest.onClose}
      title={title}
      closeButtonProps={{ 'aria-label': 'Close', size: 44, iconSize: 24 }}
    >
      <WordsForm {...rest} />
    </Modal>
  );
}

function WordsForm(props: Omit<WordsDialogProps, 'opened' | 'title'>) {
  const { about, label, description, initial, missing, action, maxLength, customise, onGive, onClose } = props;
  const [words, setWords] = useState(initial);
  const [asked, setAsked] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (words.trim() !== '') onGive(words.trim());
  };
  return (
    <form className="stack" onSubmit={submit} noValidate>
      <p>
        <b>{about}</b>
      </p>
      <Textarea
        data-autofocus
        label={label}
        description={description}
        required
        autosize
        minRows={2}
        maxLength={maxLength}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
        error={asked && words.trim() === '' ? missing : undefined}
      />
      <ProblemNotice error={customise.error} />
      <div className="row">
        <Button type="submit" loading={customise.isPending}>
          {action}
        </Button>
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
