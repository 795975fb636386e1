import { Button, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { fieldError, ProblemNotice } from '../../ui/problem-notice.js';
import { showDate, today } from '../../ui/show-dates.js';
import { DayField } from './act-fields.js';
import type { Skill } from './skill.js';
import { useDemonstrate } from './use-skill-acts.js';

/** A mentor showed the apprentice how it is done. */
export function DemonstrateForm({ skill, onDone }: { skill: Skill; onDone: (words: string) => void }) {
  const [on, setOn] = useState(today);
  const [comment, setComment] = useState('');
  const demonstrate = useDemonstrate(skill);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    demonstrate.mutate(
      { on, comment: comment.trim() },
      { onSuccess: () => onDone(`Demonstrated on ${showDate(on)}. It is on the record of ${skill.apprentice.name}.`) },
    );
  };
  return (
    <form className="stack" onSubmit={submit} noValidate>
      <p>
        <b>{skill.competency.title}</b>
        <br />
        <span className="soft">You showed how it is done. Nothing is signed off by it.</span>
      </p>
      <DayField
        label="Shown on"
        earliest={skill.earliest}
        value={on}
        onChange={setOn}
        error={fieldError(demonstrate.error, 'on')}
      />
      <Textarea
        label="Comment"
        description="If there is something to add; the apprentice reads it"
        autosize
        minRows={2}
        maxLength={2000}
        value={comment}
        onChange={(event) => setComment(event.currentTarget.value)}
        error={fieldError(demonstrate.error, 'comment')}
      />
      <ProblemNotice error={demonstrate.error} />
      <Button type="submit" loading={demonstrate.isPending}>
        Record the demonstration
      </Button>
    </form>
  );
}
