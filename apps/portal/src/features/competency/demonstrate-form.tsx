import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { DialogForm } from '../../ui/form-dialog.js';
import { fieldError } from '../../ui/problem-notice.js';
import { showDate, today } from '../../ui/show-dates.js';
import { ActDay } from './act-fields.js';
import type { Skill } from './skill.js';
import { useDemonstrate } from './use-skill-acts.js';

interface DemonstrateFormProps {
  readonly skill: Skill;
  readonly onDone: (words: string) => void;
  readonly onClose: () => void;
}

/** A mentor showed the apprentice how it is done. */
export function DemonstrateForm({ skill, onDone, onClose }: DemonstrateFormProps) {
  const [on, setOn] = useState(today);
  const [comment, setComment] = useState('');
  const demonstrate = useDemonstrate(skill);
  const submit = () => {
    demonstrate.mutate(
      { on, comment: comment.trim() },
      { onSuccess: () => onDone(`Demonstrated on ${showDate(on)}. It is on the record of ${skill.apprentice.name}.`) },
    );
    return true;
  };
  return (
    <DialogForm
      action="Record the demonstration"
      busy={demonstrate.isPending}
      error={demonstrate.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <p>
        <b>{skill.competency.title}</b>
        <br />
        <span className="soft">You showed how it is done. Nothing is signed off by it.</span>
      </p>
      <ActDay
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
    </DialogForm>
  );
}
