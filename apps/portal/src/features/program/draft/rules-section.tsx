import { Checkbox } from '@mantine/core';
import { describeProbation } from '../describe-terms.js';
import { TypedField } from '../typed-field.js';
import css from './fields.module.css';
import { errorAt, placeId } from './place.js';
import { SectionFrame } from './section-frame.js';
import type { SectionProps } from './section-props.js';

const section = 'rules';
const id = (field: string) => placeId({ section, field });

/** Ratio, probation, and the numbers that the program sets. */
export function RulesSection({ form, edit, findings, expanded, onToggle }: SectionProps) {
  const { ratio } = form;
  const summary = ratio ? `ratio ${ratio.apprentices}:${ratio.journeyworkers}` : 'no ratio';
  return (
    <SectionFrame {...{ section, findings, expanded, onToggle }} summary={summary}>
      <Checkbox
        label="This program has a ratio of apprentices to journeyworkers"
        checked={ratio !== null}
        onChange={(event) =>
          edit.set({ ratio: event.currentTarget.checked ? { apprentices: 1, journeyworkers: 1 } : null })
        }
      />
      <div className={`${css.grid} ${css.part}`}>
        {ratio &&
          (['apprentices', 'journeyworkers'] as const).map((field) => (
            <TypedField
              key={field}
              id={id(field)}
              kind="count"
              label={field === 'apprentices' ? 'So many apprentices' : 'to so many journeyworkers'}
              value={ratio[field]}
              onChange={(value) => edit.set({ ratio: { ...ratio, [field]: value ?? Number.NaN } })}
              error={errorAt(findings, field)}
            />
          ))}
        <Probation {...{ form, edit, findings }} />
        <Policies {...{ form, edit, findings }} />
      </div>
    </SectionFrame>
  );
}

type Part = Pick<SectionProps, 'form' | 'edit' | 'findings'>;

/** Probation is the agency's rule; it stands here because it is asked for here. */
function Probation({ form, edit, findings }: Part) {
  const { agency } = form;
  const { probation } = agency;
  const change = (part: Partial<typeof probation>) =>
    edit.set({ agency: { ...agency, probation: { ...probation, ...part } } });
  const words = describeProbation(form, probation);
  return (
    <>
      <TypedField
        id={id('percentOfTerm')}
        kind="percent"
        label="Probation, part of the term"
        value={probation.percentOfTerm}
        onChange={(value) => change({ percentOfTerm: value ?? Number.NaN })}
        error={errorAt(findings, 'percentOfTerm')}
      />
      <TypedField
        id={id('longestMonths')}
        kind="count"
        label="Probation, at most months"
        value={probation.longestMonths}
        onChange={(value) => change({ longestMonths: value ?? Number.NaN })}
        error={errorAt(findings, 'longestMonths')}
      />
      {!words.includes('NaN') && <p className={`soft ${css.whole}`}>Probation ends after {words}.</p>}
    </>
  );
}

const policies = [
  ['passMarkPercent', 'percent', 'Pass mark of a course'],
  ['shiftLimitMinutes', 'hours', 'Shift limit, hours on one date'],
  ['loggingWindowDays', 'count', 'Logging window, days'],
] as const;

const Policies = ({ form, edit, findings }: Part) =>
  policies.map(([field, kind, label]) => (
    <TypedField
      key={field}
      id={id(field)}
      kind={kind}
      label={label}
      value={form.policies[field]}
      onChange={(value) => edit.set({ policies: { ...form.policies, [field]: value ?? Number.NaN } })}
      error={errorAt(findings, field)}
    />
  ));
