import { Button, Checkbox, TextInput } from '@mantine/core';
import { type Minutes, sumMinutes, type WorkProcessCode } from '@journeybook/domain';
import { memo } from 'react';
import { countOf } from '../../../ui/show-dates.js';
import { showHours } from '../../../ui/show-hours.js';
import { TypedField } from '../typed-field.js';
import { newKey, type ProcessItem } from './draft-form.js';
import css from './fields.module.css';
import { errorAt, type Finding, findingsOf, placeId } from './place.js';
import { RowFrame } from './row-frame.js';
import { SectionFrame } from './section-frame.js';
import type { SectionProps } from './section-props.js';
import type { EditForm } from './use-draft-form.js';
import { WordsField } from './words-field.js';

const section = 'processes';
const id = (row: string, field: string) => placeId({ section, row, field });

const emptyProcess = (): ProcessItem => ({
  key: newKey(),
  code: '' as WorkProcessCode,
  title: '',
  requiredMinutes: 0 as Minutes,
  minimumMinutes: null,
  maximumMinutes: null,
  local: false,
  safety: false,
});

/** The work processes with their hours, which have to add up to the total on the job. */
export function ProcessesSection({ form, edit, findings, expanded, onToggle }: SectionProps) {
  const { workProcesses } = form;
  const sum = sumMinutes(workProcesses.map((one) => one.requiredMinutes));
  const hours = Number.isFinite(sum) ? showHours(sum) : '';
  const add = () => {
    const item = emptyProcess();
    edit.add('workProcesses', item, id(item.key, 'code'));
  };
  return (
    <SectionFrame
      {...{ section, findings, expanded, onToggle }}
      summary={[countOf(workProcesses.length, 'process', 'processes'), hours].filter(Boolean).join(' · ')}
    >
      <ul className={css.rows}>
        {workProcesses.map((one, index) => (
          <ProcessRow
            key={one.key}
            process={one}
            hybrid={form.approach === 'hybrid'}
            first={index === 0}
            last={index === workProcesses.length - 1}
            findings={findingsOf(findings, one.key)}
            edit={edit}
          />
        ))}
      </ul>
      <div className={css.foot}>
        <Button variant="light" onClick={add}>
          Add a work process
        </Button>
        {hours && (
          <p>
            Together <b className="num">{hours}</b> <span className="soft">of {showHours(form.ojtMinutes || 0)}</span>
          </p>
        )}
      </div>
    </SectionFrame>
  );
}

interface ProcessRowProps {
  readonly process: ProcessItem;
  readonly hybrid: boolean;
  readonly first: boolean;
  readonly last: boolean;
  readonly findings: readonly Finding[];
  readonly edit: EditForm;
}

const ProcessRow = memo(function ProcessRow({ process, hybrid, first, last, findings, edit }: ProcessRowProps) {
  const { key, code, title } = process;
  const change = (part: Partial<ProcessItem>) => edit.change('workProcesses', key, part);
  return (
    <RowFrame {...{ edit, first, last }} list="workProcesses" item={process} name={code || 'this process'}>
      <TextInput
        id={id(key, 'code')}
        label="Code"
        value={code}
        maxLength={40}
        onChange={(event) => change({ code: event.currentTarget.value as WorkProcessCode })}
        error={errorAt(findings, 'code')}
      />
      <WordsField
        id={id(key, 'title')}
        label="Title"
        value={title}
        onChange={(value) => change({ title: value })}
        error={errorAt(findings, 'title')}
      />
      <ProcessHours {...{ process, hybrid, findings, change }} />
      <div className={css.checks}>
        <Checkbox
          label="Local options, named by the employer"
          checked={process.local}
          onChange={(event) => change({ local: event.currentTarget.checked })}
        />
        <Checkbox
          label="Safety training"
          checked={process.safety ?? false}
          onChange={(event) => change({ safety: event.currentTarget.checked })}
        />
      </div>
    </RowFrame>
  );
});

interface ProcessHoursProps extends Pick<ProcessRowProps, 'process' | 'hybrid' | 'findings'> {
  readonly change: (part: Partial<ProcessItem>) => void;
}

/** What is required, the most that counts and, where the program is hybrid, the least that must be worked. */
function ProcessHours({ process, hybrid, findings, change }: ProcessHoursProps) {
  const { key, requiredMinutes, minimumMinutes, maximumMinutes } = process;
  return (
    <div className={css.pair}>
      <TypedField
        id={id(key, 'requiredMinutes')}
        kind="hours"
        label="Hours"
        value={requiredMinutes}
        onChange={(value) => change({ requiredMinutes: (value ?? Number.NaN) as Minutes })}
        error={errorAt(findings, 'requiredMinutes')}
      />
      {(hybrid || minimumMinutes !== null) && (
        <TypedField
          id={id(key, 'minimumMinutes')}
          kind="hours"
          optional
          label="At least"
          placeholder="same"
          value={minimumMinutes}
          onChange={(value) => change({ minimumMinutes: value as Minutes | null })}
          error={errorAt(findings, 'minimumMinutes')}
        />
      )}
      <TypedField
        id={id(key, 'maximumMinutes')}
        kind="hours"
        optional
        label="At most"
        placeholder="same"
        value={maximumMinutes}
        onChange={(value) => change({ maximumMinutes: value as Minutes | null })}
        error={errorAt(findings, 'maximumMinutes')}
      />
    </div>
  );
}
