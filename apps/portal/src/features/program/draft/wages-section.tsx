import { Button, Checkbox } from '@mantine/core';
import { countOf } from '../../../ui/show-dates.js';
import { showDollars } from '../../../ui/show-dollars.js';
import { TypedField } from '../typed-field.js';
import { newKey, type StepItem } from './draft-form.js';
import css from './fields.module.css';
import { errorAt, findingsOf, placeId } from './place.js';
import { SectionFrame } from './section-frame.js';
import type { SectionProps } from './section-props.js';
import { StepRow } from './step-row.js';

const section = 'wages';

/** The wage schedule: the journeyworker's rate, and the steps in percent of it. */
export function WagesSection({ form, edit, findings, expanded, onToggle }: SectionProps) {
  const { wages, wageSteps } = form;
  const rate = wages?.journeyworkerCentsPerHour ?? 0;
  const add = () => {
    const item: StepItem = { key: newKey(), step: 1, title: '', after: {}, percent: wageSteps.at(-1)?.percent ?? 60 };
    edit.add('wageSteps', item, placeId({ section, row: item.key, field: 'title' }));
  };
  return (
    <SectionFrame
      {...{ section, findings, expanded, onToggle }}
      summary={wages ? `${countOf(wageSteps.length, 'step')} · ${showDollars(rate || 0)} an hour` : 'none laid down'}
    >
      <Checkbox
        label="This program has a wage schedule"
        checked={wages !== null}
        onChange={(event) => edit.set({ wages: event.currentTarget.checked ? { journeyworkerCentsPerHour: 0 } : null })}
      />
      {wages && (
        <>
          <div className={`${css.grid} ${css.part}`}>
            <TypedField
              id={placeId({ section, field: 'journeyworkerCentsPerHour' })}
              kind="dollars"
              label="A journeyworker earns, dollars an hour"
              value={wages.journeyworkerCentsPerHour}
              onChange={(value) => edit.set({ wages: { journeyworkerCentsPerHour: value ?? Number.NaN } })}
              error={errorAt(findings, 'journeyworkerCentsPerHour')}
            />
          </div>
          <ol className={css.rows}>
            {wageSteps.map((one, index) => (
              <StepRow
                key={one.key}
                step={one}
                number={index + 1}
                rate={rate}
                first={index === 0}
                last={index === wageSteps.length - 1}
                findings={findingsOf(findings, one.key)}
                edit={edit}
              />
            ))}
          </ol>
          <div className={css.foot}>
            <Button variant="light" onClick={add}>
              Add a step
            </Button>
          </div>
        </>
      )}
    </SectionFrame>
  );
}
