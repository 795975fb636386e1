import { stepCentsPerHour } from '@journeybook/domain';
import { memo } from 'react';
import { showDollars } from '../../../ui/show-dollars.js';
import { describeThreshold } from '../describe-terms.js';
import { TypedField } from '../typed-field.js';
import type { StepItem } from './draft-form.js';
import css from './fields.module.css';
import { errorAt, type Finding, placeId } from './place.js';
import { RowFrame } from './row-frame.js';
import type { EditForm } from './use-draft-form.js';
import { WordsField } from './words-field.js';

interface StepRowProps {
  readonly step: StepItem;
  readonly number: number;
  /** Cents that a journeyworker earns an hour. */
  readonly rate: number;
  readonly first: boolean;
  readonly last: boolean;
  readonly findings: readonly Finding[];
  readonly edit: EditForm;
}

const id = (row: string, field: string) => placeId({ section: 'wages', row, field });

const thresholds = [
  ['ojtMinutes', 'hours', 'Hours on the job'],
  ['rtiMinutes', 'hours', 'Hours of instruction'],
  ['months', 'count', 'Months'],
  ['competencies', 'count', 'Sign\u2011offs'],
] as const;

/** A wage step: what it pays, and what has to be reached for it. What is left empty is not asked for. */
export const StepRow = memo(function StepRow({ step, number, rate, first, last, findings, edit }: StepRowProps) {
  const { key, after, percent } = step;
  const change = (part: Partial<StepItem>) => edit.change('wageSteps', key, part);
  const ask = (field: (typeof thresholds)[number][0], value: number | null) => {
    const { [field]: _, ...others } = after;
    change({ after: value === null ? others : { ...others, [field]: value } });
  };
  return (
    <RowFrame {...{ edit, first, last }} list="wageSteps" item={step} name={`step ${number}`}>
      <TypedField
        id={id(key, 'percent')}
        kind="percent"
        label={number === 1 ? 'Pays' : `Step ${number} pays`}
        value={percent}
        onChange={(value) => change({ percent: value ?? Number.NaN })}
        error={errorAt(findings, 'percent')}
      />
      <WordsField
        id={id(key, 'title')}
        label="Title"
        value={step.title}
        onChange={(value) => change({ title: value })}
        error={errorAt(findings, 'title')}
      />
      <div className={css.checks}>
        <span className="soft">
          Step {number}:{' '}
          {Number.isFinite(rate * percent) &&
            `at least ${showDollars(stepCentsPerHour({ journeyworkerCentsPerHour: rate, steps: [] }, { ...step, after: {} }))} an hour, `}
          {describeThreshold(after)}
        </span>
      </div>
      <div id={id(key, 'after')} tabIndex={-1} className={css.asked}>
        {thresholds.map(([field, kind, label]) => (
          <TypedField
            key={field}
            id={id(key, `after.${field}`)}
            kind={kind}
            optional
            label={label}
            placeholder="not asked"
            value={after[field] ?? null}
            onChange={(value) => ask(field, value)}
            error={errorAt(findings, `after.${field}`)}
          />
        ))}
        {errorAt(findings, 'after') && <p className={css.error}>{errorAt(findings, 'after')}</p>}
      </div>
    </RowFrame>
  );
});
