import { Button, Checkbox, TextInput } from '@mantine/core';
import type { MergedRecord } from '@journeybook/contracts';
import type { CompetencyCode } from '@journeybook/domain';
import { useState } from 'react';
import { showHours } from '../../ui/show-hours.js';
import { minutesBetween, readTimes } from '../../ui/work-times.js';
import { hasDetails, type WorkDetails, wrongTimes } from './work-details.js';
import css from './work-details-fields.module.css';
import type { WorkErrors } from './work-errors.js';

type Work = WorkDetails & { readonly minutes: number };

interface WorkDetailsFieldsProps {
  readonly work: Work;
  readonly process: MergedRecord['processes'][number] | undefined;
  readonly errors: WorkErrors;
  readonly onChange: (part: Partial<Work>) => void;
}

/** Start, end and skills practised: out of the way until one asks for them, or they are there already. */
export function WorkDetailsFields({ work, process, errors, onChange }: WorkDetailsFieldsProps) {
  const [asked, setAsked] = useState(false);
  const skills = process?.competencies ?? [];
  if (!asked && !hasDetails(work))
    return (
      <Button variant="subtle" className={css.more ?? ''} onClick={() => setAsked(true)}>
        {skills.length > 0 ? 'Add times or skills' : 'Add times'}
      </Button>
    );
  return (
    <div className={css.details}>
      <TimesFields work={work} error={errors.times} onChange={onChange} />
      {skills.length > 0 && (
        <SkillsField
          skills={skills}
          practised={work.practised}
          error={errors.practised}
          onChange={(practised) => onChange({ practised })}
        />
      )}
    </div>
  );
}

interface TimesFieldsProps {
  readonly work: Work;
  readonly error: string | undefined;
  readonly onChange: WorkDetailsFieldsProps['onChange'];
}

function TimesFields({ work, error, onChange }: TimesFieldsProps) {
  const { from, to, minutes } = work;
  const times = readTimes(from, to);
  const change = (part: { from?: string; to?: string }) => {
    const now = readTimes(part.from ?? from, part.to ?? to);
    // The minutes follow the clock; a break is taken off afterwards, in the field of the minutes.
    onChange({ ...part, ...(now ? { minutes: minutesBetween(now) } : {}) });
  };
  const wrong = from !== '' && to !== '' ? wrongTimes(work) : '';
  return (
    <fieldset className={css.times}>
      <legend className="hidden-visually">Start and end</legend>
      <TextInput
        type="time"
        label="Start"
        value={from}
        onChange={(event) => change({ from: event.currentTarget.value })}
        error={Boolean(wrong || error)}
      />
      <TextInput
        type="time"
        label="End"
        value={to}
        onChange={(event) => change({ to: event.currentTarget.value })}
        error={Boolean(wrong || error)}
      />
      <p className={wrong || error ? css.wrong : 'soft'} role={wrong || error ? 'alert' : undefined}>
        {wrong || error || (times && sayBetween(minutesBetween(times), minutes, times.endMinute > 1440))}
      </p>
    </fieldset>
  );
}

/** `8 h 30 from start to end, 30 min of it a break`. */
function sayBetween(between: number, minutes: number, nextDay: boolean): string {
  const whole = `${showHours(between)} from start to end${nextDay ? ' on the next day' : ''}`;
  return minutes < between
    ? `${whole}, ${showHours(between - minutes)} of it a break.`
    : `${whole}. Take a break off the time above.`;
}

interface SkillsFieldProps {
  readonly skills: MergedRecord['processes'][number]['competencies'];
  readonly practised: readonly CompetencyCode[];
  readonly error: string | undefined;
  readonly onChange: (practised: readonly CompetencyCode[]) => void;
}

function SkillsField({ skills, practised, error, onChange }: SkillsFieldProps) {
  const toggle = (code: CompetencyCode, on: boolean) =>
    onChange(on ? [...practised, code] : practised.filter((one) => one !== code));
  return (
    <fieldset className={css.skills}>
      <legend>Skills practised</legend>
      {skills.map(({ code, title }) => (
        <Checkbox
          key={code}
          label={title}
          checked={practised.includes(code)}
          onChange={(event) => toggle(code, event.currentTarget.checked)}
        />
      ))}
      {error && <p className={css.wrong}>{error}</p>}
    </fieldset>
  );
}
