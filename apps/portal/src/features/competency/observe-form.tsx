import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { DialogForm } from '../../ui/form-dialog.js';
import { fieldError } from '../../ui/problem-notice.js';
import { today } from '../../ui/show-dates.js';
import { ActDay, LevelField } from './act-fields.js';
import type { Skill } from './skill.js';
import { useObserve } from './use-skill-acts.js';

interface ObserveFormProps {
  readonly skill: Skill;
  readonly onDone: (words: string) => void;
  readonly onClose: () => void;
}

/** A mentor watched the apprentice: at which level, on which day, and what to work on. It signs nothing off. */
export function ObserveForm({ skill, onDone, onClose }: ObserveFormProps) {
  const { competency, apprentice } = skill;
  // Nobody is chosen for: the level that was seen is the whole point.
  const [level, setLevel] = useState<number | null>(null);
  const [on, setOn] = useState(today);
  const [feedback, setFeedback] = useState('');
  const [tried, setTried] = useState(false);
  const observe = useObserve(skill);
  const missing = {
    level: level === null ? 'Choose the level you have seen' : undefined,
    feedback: feedback.trim() === '' ? 'Say what you saw and what to work on' : undefined,
  };
  const submit = () => {
    setTried(true);
    if (level === null || missing.feedback) return false;
    observe.mutate(
      { on, level, feedback: feedback.trim() },
      {
        onSuccess: () => onDone(`Observed at level ${level}. ${apprentice.name} reads your feedback in the Job Book.`),
      },
    );
    return true;
  };
  return (
    <DialogForm
      action="Record what you saw"
      busy={observe.isPending}
      error={observe.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <p>
        <b>{competency.title}</b>
        <br />
        <span className="soft">Needs level {competency.requiredLevel} for a sign-off.</span>
      </p>
      <LevelField
        label="Level you have seen"
        levels={skill.levels}
        value={level}
        onChange={setLevel}
        error={(tried ? missing.level : undefined) ?? fieldError(observe.error, 'level')}
      />
      <ActDay
        label="Seen on"
        earliest={skill.earliest}
        value={on}
        onChange={setOn}
        error={fieldError(observe.error, 'on')}
      />
      <Textarea
        label="Feedback"
        description="What went well, what to work on; the apprentice reads it"
        autosize
        minRows={2}
        maxLength={2000}
        required
        value={feedback}
        onChange={(event) => setFeedback(event.currentTarget.value)}
        error={(tried ? missing.feedback : undefined) ?? fieldError(observe.error, 'feedback')}
      />
    </DialogForm>
  );
}
