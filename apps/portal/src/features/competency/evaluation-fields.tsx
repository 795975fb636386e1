import { TextInput } from '@mantine/core';
import type { CompetencyView } from '@journeybook/contracts';
import { fieldError } from '../../ui/problem-notice.js';
import type { EvaluationDraft } from './evaluation-form.js';
import css from './act-forms.module.css';

interface EvaluationFieldsProps {
  readonly competency: CompetencyView;
  readonly draft: EvaluationDraft;
  readonly missing: Partial<Record<keyof EvaluationDraft, string>>;
  readonly error: unknown;
  readonly onChange: (part: Partial<EvaluationDraft>) => void;
}

const references = {
  test: { label: 'Which test', description: 'Its name or number, if it has one' },
  'work-sample': { label: 'Which work', description: 'The part, order or drawing, so that it can be found again' },
  interview: { label: 'What was asked and answered', description: 'In a sentence or two' },
} as const;

/** What the skill's method asks for besides the mentor's own eyes; nothing for an observation. */
export function EvaluationFields({ competency, draft, missing, error, onChange }: EvaluationFieldsProps) {
  const { evaluation, evaluationMethod } = competency;
  if (evaluation === 'observation') return null;
  const { label, description } = references[evaluation];
  const percent = (field: 'score' | 'passMark', name: string, said: string) => (
    <TextInput
      label={name}
      inputMode="decimal"
      autoComplete="off"
      required
      value={draft[field]}
      onChange={(event) => onChange({ [field]: event.currentTarget.value })}
      error={missing[field] ?? fieldError(error, said)}
    />
  );
  return (
    <fieldset className={css.judged}>
      <legend>How it was judged</legend>
      {evaluationMethod && <p className="soft">{evaluationMethod}</p>}
      {evaluation === 'test' && (
        <div className={css.pair}>
          {percent('score', 'Score (%)', 'evaluation.result.scorePercent')}
          {percent('passMark', 'Pass mark (%)', 'evaluation.result.passMarkPercent')}
        </div>
      )}
      <TextInput
        label={label}
        description={description}
        maxLength={500}
        required={evaluation !== 'test'}
        value={draft.reference}
        onChange={(event) => onChange({ reference: event.currentTarget.value })}
        error={missing.reference ?? fieldError(error, 'evaluation.reference')}
      />
    </fieldset>
  );
}
