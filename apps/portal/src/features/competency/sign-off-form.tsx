import { Textarea } from '@mantine/core';
import type { CompetencyView } from '@journeybook/contracts';
import { useState } from 'react';
import { DialogForm } from '../../ui/form-dialog.js';
import { fieldError } from '../../ui/problem-notice.js';
import { today } from '../../ui/show-dates.js';
import { ActDay, LevelField } from './act-fields.js';
import { EvaluationFields } from './evaluation-fields.js';
import { emptyEvaluation, missingEvaluation, readEvaluation } from './evaluation-form.js';
import { signableLevels } from './signable-levels.js';
import type { Skill } from './skill.js';
import { useSignOff } from './use-skill-acts.js';

interface SignOffFormProps {
  readonly skill: Skill;
  readonly onDone: (words: string, signed: CompetencyView) => void;
  readonly onClose: () => void;
}

/** A mentor's sign-off: the level seen, on which day, how it was judged, and a comment. */
export function SignOffForm({ skill, onDone, onClose }: SignOffFormProps) {
  const { competency, apprentice } = skill;
  const levels = signableLevels(skill.levels, competency);
  const [form, setForm] = useState({ level: levels[0]?.level ?? 0, observedOn: today(), comment: '' });
  const [evaluation, setEvaluation] = useState(emptyEvaluation);
  const [tried, setTried] = useState(false);
  const change = (part: Partial<typeof form>) => setForm((before) => ({ ...before, ...part }));
  const signOff = useSignOff(skill);
  const missing = missingEvaluation(competency.evaluation, evaluation);
  const submit = () => {
    setTried(true);
    if (Object.keys(missing).length > 0) return false;
    signOff.mutate(
      { ...form, comment: form.comment.trim(), ...readEvaluation(competency.evaluation, evaluation) },
      {
        onSuccess: (signed) =>
          onDone(`Signed off at level ${form.level}. It is on the record of ${apprentice.name}.`, signed),
      },
    );
    return true;
  };
  return (
    <DialogForm action="Sign off" busy={signOff.isPending} error={signOff.error} onSubmit={submit} onClose={onClose}>
      <p>
        <b>{competency.title}</b>
      </p>
      <LevelField
        label="Level you have seen"
        levels={levels}
        value={form.level}
        onChange={(level) => change({ level })}
        error={fieldError(signOff.error, 'level')}
      />
      <EvaluationFields
        competency={competency}
        draft={evaluation}
        missing={tried ? missing : {}}
        error={signOff.error}
        onChange={(part) => setEvaluation((before) => ({ ...before, ...part }))}
      />
      <ActDay
        label="Seen on"
        earliest={skill.earliest}
        value={form.observedOn}
        onChange={(observedOn) => change({ observedOn })}
        error={fieldError(signOff.error, 'observedOn')}
      />
      <Textarea
        label="Comment"
        description="What you saw, in a sentence; the apprentice reads it"
        autosize
        minRows={2}
        maxLength={2000}
        value={form.comment}
        onChange={(event) => change({ comment: event.currentTarget.value })}
        error={fieldError(signOff.error, 'comment')}
      />
    </DialogForm>
  );
}
