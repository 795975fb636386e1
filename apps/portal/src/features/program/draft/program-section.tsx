import { Button, NativeSelect, TextInput } from '@mantine/core';
import { type Minutes, sumMinutes } from '@journeybook/domain';
import { showHours } from '../../../ui/show-hours.js';
import { approachNames, describeSize } from '../standard-words.js';
import { TypedField } from '../typed-field.js';
import type { DraftForm } from './draft-form.js';
import css from './fields.module.css';
import { errorAt, placeId, warningAt } from './place.js';
import { SectionFrame } from './section-frame.js';
import type { SectionProps } from './section-props.js';

const section = 'program';
const id = (field: string) => placeId({ section, field });

/** What the program is: its name, how one advances, how long it takes, and the totals beside the sums of their parts. */
export function ProgramSection({ form, edit, findings, expanded, onToggle }: SectionProps) {
  const { occupation } = form;
  const name = (part: Partial<DraftForm['occupation']>) => edit.set({ occupation: { ...occupation, ...part } });
  return (
    <SectionFrame {...{ section, findings, expanded, onToggle }} summary={describeSize(form)}>
      <div className={css.grid}>
        <TextInput
          id={id('title')}
          label="Occupation"
          value={occupation.title}
          maxLength={300}
          onChange={(event) => name({ title: event.currentTarget.value })}
          error={errorAt(findings, 'title')}
        />
        <TextInput
          id={id('version')}
          label="Version"
          value={form.version}
          maxLength={60}
          onChange={(event) => edit.set({ version: event.currentTarget.value })}
          error={errorAt(findings, 'version')}
        />
        <TextInput
          id={id('rapidsCode')}
          label="RAPIDS code"
          value={occupation.rapidsCode}
          maxLength={40}
          onChange={(event) => name({ rapidsCode: event.currentTarget.value })}
          error={errorAt(findings, 'rapidsCode')}
        />
        <TextInput
          id={id('onetSoc')}
          label="O*NET-SOC code"
          value={occupation.onetSoc}
          maxLength={40}
          onChange={(event) => name({ onetSoc: event.currentTarget.value })}
          error={errorAt(findings, 'onetSoc')}
        />
        <NativeSelect
          id={id('approach')}
          label="Approach"
          value={form.approach}
          onChange={(event) => edit.set({ approach: event.currentTarget.value as DraftForm['approach'] })}
          data={Object.entries(approachNames).map(([value, label]) => ({ value, label }))}
        />
        <TypedField
          id={id('termMonths')}
          kind="count"
          label="Term, months"
          value={form.termMonths}
          onChange={(value) => edit.set({ termMonths: value ?? Number.NaN })}
          error={errorAt(findings, 'termMonths')}
        />
        <Total
          {...{ form, edit, findings }}
          field="ojtMinutes"
          label="On the job, hours"
          parts={sumMinutes(form.workProcesses.map((one) => one.requiredMinutes))}
        />
        <Total {...{ form, edit, findings }} field="rtiMinutes" label="Instruction, hours" parts={instruction(form)} />
      </div>
    </SectionFrame>
  );
}

/** Required courses, and of each elective group what it asks for. */
const instruction = ({ courses, electiveGroups }: DraftForm): Minutes =>
  sumMinutes([
    ...courses.filter((one) => one.group === null && !one.electiveGroup).map((one) => one.requiredMinutes),
    ...electiveGroups.map((one) => one.requiredMinutes),
  ]);

interface TotalProps extends Pick<SectionProps, 'form' | 'edit' | 'findings'> {
  readonly field: 'ojtMinutes' | 'rtiMinutes';
  readonly label: string;
  readonly parts: Minutes;
}

/** A total, and beside it what its parts add up to. */
function Total({ form, edit, findings, field, label, parts }: TotalProps) {
  const total = form[field];
  const warning = warningAt(findings, field);
  const known = Number.isFinite(parts);
  return (
    <div>
      <TypedField
        id={id(field)}
        kind="hours"
        label={label}
        value={total}
        onChange={(value) => edit.set({ [field]: (value ?? Number.NaN) as Minutes })}
        error={errorAt(findings, field)}
      />
      {warning && <p className={css.warning}>{warning}</p>}
      <div className={css.beside}>
        {parts === total && <span className="soft">The parts add up to {showHours(parts)}, as the total says</span>}
        {known && parts !== total && (
          <Button variant="light" onClick={() => edit.set({ [field]: parts })}>
            Take {showHours(parts)}, what the parts add up to
          </Button>
        )}
      </div>
    </div>
  );
}
