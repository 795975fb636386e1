import { Checkbox, NativeSelect, TextInput } from '@mantine/core';
import type { MergedRecord, StandingItemView } from '@journeybook/contracts';
import { useState } from 'react';
import { showHours } from '../../ui/show-hours.js';
import { amountFault, type Picked } from './ask-items.js';
import type { Choice } from './item-words.js';
import css from './standing-page.module.css';

interface ChoiceGroupsProps {
  readonly choices: readonly Choice[];
  readonly levels: MergedRecord['levels'];
  readonly picked: Picked;
  /** Whether hours that are not typed yet are named as missing: once it was tried to send. */
  readonly tried: boolean;
  readonly onPick: (change: (before: Picked) => Picked) => void;
}

const groups = [
  { kind: 'work-process', title: 'On the job, by work process' },
  { kind: 'course', title: 'Instruction, by course' },
  { kind: 'competency', title: 'Skills of the Job Book' },
] as const satisfies readonly { kind: StandingItemView['kind']; title: string }[];

/** All that credit may be asked for, in three groups that unfold; how much of each is typed beside it. */
export const ChoiceGroups = ({ choices, ...rest }: ChoiceGroupsProps) => (
  <div>
    {groups.map(({ kind, title }) => (
      <ChoiceGroup key={kind} title={title} choices={choices.filter((one) => one.kind === kind)} {...rest} />
    ))}
  </div>
);

function ChoiceGroup({ title, choices, levels, picked, tried, onPick }: ChoiceGroupsProps & { title: string }) {
  const chosen = choices.filter((one) => picked[one.key] !== undefined).length;
  const [opened, setOpened] = useState(chosen > 0);
  const pick = (key: string, typed: string | null) =>
    onPick(({ [key]: _before, ...rest }) => (typed === null ? rest : { ...rest, [key]: typed }));
  if (choices.length === 0) return null;
  return (
    <details className={css.group} open={opened} onToggle={(event) => setOpened(event.currentTarget.open)}>
      <summary>
        {title} <span className="soft">{chosen > 0 ? `${chosen} chosen` : `${choices.length} open`}</span>
      </summary>
      {opened && (
        <ul>
          {choices.map((choice) => (
            <ChoiceLine
              key={choice.key}
              choice={choice}
              levels={levels}
              typed={picked[choice.key]}
              tried={tried}
              onPick={(typed) => pick(choice.key, typed)}
            />
          ))}
        </ul>
      )}
    </details>
  );
}

interface ChoiceLineProps {
  readonly choice: Choice;
  readonly levels: MergedRecord['levels'];
  /** Undefined while it is not chosen. */
  readonly typed: string | undefined;
  readonly tried: boolean;
  readonly onPick: (typed: string | null) => void;
}

function ChoiceLine({ choice, levels, typed, tried, onPick }: ChoiceLineProps) {
  const { title, leftMinutes, requiredLevel } = choice;
  const reached = levels.filter(({ level }) => level >= (requiredLevel ?? 0));
  return (
    <li className={css.choice}>
      <Checkbox
        label={title}
        {...(leftMinutes === null ? {} : { description: `${showHours(leftMinutes)} left` })}
        checked={typed !== undefined}
        onChange={(event) => onPick(event.currentTarget.checked ? String(requiredLevel ?? '') : null)}
      />
      {typed !== undefined && leftMinutes !== null && (
        <TextInput
          className={css.amount ?? ''}
          aria-label={`Hours of ${title}`}
          inputMode="decimal"
          autoComplete="off"
          value={typed}
          onChange={(event) => onPick(event.currentTarget.value)}
          placeholder="Hours"
          error={typed === '' && !tried ? undefined : amountFault(choice, typed)}
        />
      )}
      {typed !== undefined && leftMinutes === null && reached.length > 1 && (
        <NativeSelect
          className={css.amount ?? ''}
          aria-label={`Level of ${title}`}
          data={reached.map(({ level, name }) => ({ value: String(level), label: `${level} ${name}` }))}
          value={typed}
          onChange={(event) => onPick(event.currentTarget.value)}
        />
      )}
    </li>
  );
}
