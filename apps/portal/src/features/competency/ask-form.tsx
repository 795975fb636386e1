import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { DialogForm } from '../../ui/form-dialog.js';
import { fieldError } from '../../ui/problem-notice.js';
import type { Skill } from './skill.js';
import { useRequestSignOff } from './use-sign-off-requests.js';

interface AskFormProps {
  readonly skill: Skill;
  /** Whom it goes to: `Lucia Okafor`, `a mentor`. */
  readonly mentor: string;
  readonly onDone: (words: string) => void;
  readonly onClose: () => void;
}

/** An apprentice asks a mentor to look at a skill. */
export function AskForm({ skill, mentor, onDone, onClose }: AskFormProps) {
  const { competency } = skill;
  const [note, setNote] = useState('');
  const ask = useRequestSignOff(skill);
  const submit = () => {
    ask.mutate(note.trim(), { onSuccess: () => onDone(`Asked ${mentor} for this sign-off.`) });
    return true;
  };
  return (
    <DialogForm action={`Ask ${mentor}`} busy={ask.isPending} error={ask.error} onSubmit={submit} onClose={onClose}>
      <p>
        <b>{competency.title}</b>
        {competency.evaluationMethod && (
          <>
            <br />
            <span className="soft">How it is judged: {competency.evaluationMethod}</span>
          </>
        )}
      </p>
      <Textarea
        data-autofocus
        label="Note"
        description="Where and when you did it, so that your mentor can look"
        autosize
        minRows={2}
        maxLength={2000}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
        error={fieldError(ask.error, 'note')}
      />
    </DialogForm>
  );
}
