import { Button, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { fieldError, ProblemNotice } from '../../ui/problem-notice.js';
import { today } from '../../ui/show-dates.js';
import { DayField, LevelField } from './act-fields.js';
import type { Skill } from './skill.js';
import { useObserve } from './use-skill-acts.js';

/** A mentor watched the apprentice: at which level, on which day, and what to work on. It signs nothing off. */
export function ObserveForm({ skill, onDone }: { skill: Skill; onDone: (words: string) => void }) {
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
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (level === null || missing.feedback) return;
    observe.mutate(
      { on, level, feedback: feedback.trim() },
      {
        onSuccess: () => onDone(`Observed at level ${level}. ${apprentice.name} reads your feedback in the Job Book.`),
      },
    );
  };
  return (
    <form className="stack" onSubmit={submit} noValidate>
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
      <DayField
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
      <ProblemNotice error={observe.error} />
      <Button type="submit" loading={observe.isPending}>
        Record what you saw
      </Button>
    </form>
  );
}
