import { Button, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { fieldError, ProblemNotice } from '../../ui/problem-notice.js';
import type { Skill } from './skill.js';
import { useRequestSignOff } from './use-sign-off-requests.js';

interface AskFormProps {
  readonly skill: Skill;
  /** Whom it goes to: `Lucia Okafor`, `a mentor`. */
  readonly mentor: string;
  readonly onDone: (words: string) => void;
}

/** An apprentice asks a mentor to look at a skill. */
export function AskForm({ skill, mentor, onDone }: AskFormProps) {
  const { competency } = skill;
  const [note, setNote] = useState('');
  const ask = useRequestSignOff(skill);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    ask.mutate(note.trim(), { onSuccess: () => onDone(`Asked ${mentor} for this sign-off.`) });
  };
  return (
    <form className="stack" onSubmit={submit} noValidate>
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
      <ProblemNotice error={ask.error} />
      <Button type="submit" loading={ask.isPending}>
        Ask {mentor}
      </Button>
    </form>
  );
}
