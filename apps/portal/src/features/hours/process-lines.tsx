import { Button, UnstyledButton } from '@mantine/core';
import type { MergedRecord } from '@journeybook/contracts';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { showHours } from '../../ui/show-hours.js';
import { type DraftLine, newLine } from './log-draft.js';
import { MinutesField } from './minutes-field.js';
import css from './process-lines.module.css';
import { WorkDetailsFields } from './work-details-fields.js';
import type { WorkErrors } from './work-errors.js';

type Processes = MergedRecord['processes'];

interface ProcessLinesProps {
  /** In the order in which they are offered. */
  readonly processes: Processes;
  readonly lines: readonly DraftLine[];
  readonly errorsOf: (index: number) => WorkErrors;
  readonly onChange: (lines: readonly DraftLine[]) => void;
}

/** What was worked on and for how long; one work process or several. */
export function ProcessLines({ processes, lines, errorsOf, onChange }: ProcessLinesProps) {
  const [choosing, setChoosing] = useState(false);
  const free = processes.filter((process) => !lines.some((line) => line.workProcess === process.code));
  const replace = (line: DraftLine) => onChange(lines.map((one) => (one.id === line.id ? line : one)));
  const choose = (process: Processes[number]) => {
    setChoosing(false);
    onChange([...lines, newLine(process.code)]);
  };
  return (
    <>
      {lines.map((line, index) => (
        <Line
          key={line.id}
          line={line}
          process={processes.find((one) => one.code === line.workProcess)}
          errors={errorsOf(index)}
          onChange={replace}
          onRemove={() => onChange(lines.filter((one) => one.id !== line.id))}
        />
      ))}
      {lines.length === 0 || choosing ? (
        <ProcessChoice processes={free} onChoose={choose} />
      ) : (
        free.length > 0 && (
          <Button
            variant="default"
            justify="flex-start"
            leftSection={<IconPlus size={18} aria-hidden="true" />}
            onClick={() => setChoosing(true)}
          >
            Another work process
          </Button>
        )
      )}
    </>
  );
}

interface LineProps {
  readonly line: DraftLine;
  readonly process: Processes[number] | undefined;
  readonly errors: WorkErrors;
  readonly onChange: (line: DraftLine) => void;
  readonly onRemove: () => void;
}

function Line({ line, process, errors, onChange, onRemove }: LineProps) {
  const title = process?.title ?? line.workProcess;
  return (
    <section className={css.line} aria-label={title}>
      <div className={css.title}>
        <div>
          <b>{title}</b>
          <br />
          <span className="soft">{process && describeRoom(process)}</span>
        </div>
        <UnstyledButton className={css.remove} aria-label={`Remove ${title}`} onClick={onRemove}>
          <IconX size={20} aria-hidden="true" />
        </UnstyledButton>
      </div>
      <MinutesField
        label={`Time in ${title}`}
        minutes={line.minutes}
        error={errors.minutes}
        onChange={(minutes) => onChange({ ...line, minutes })}
      />
      <WorkDetailsFields
        work={line}
        process={process}
        errors={errors}
        onChange={(part) => onChange({ ...line, ...part })}
      />
    </section>
  );
}

function ProcessChoice(props: { processes: Processes; onChoose: (process: Processes[number]) => void }) {
  return (
    <section className="card" aria-labelledby="choose-process">
      <h2 id="choose-process">What did you work on?</h2>
      <ul>
        {props.processes.map((process) => (
          <li key={process.code}>
            <UnstyledButton className={css.choice} onClick={() => props.onChoose(process)}>
              <span>{process.title}</span>
              <span className="soft">{describeRoom(process)}</span>
            </UnstyledButton>
          </li>
        ))}
      </ul>
    </section>
  );
}

const describeRoom = (process: Processes[number]): string =>
  process.leftMinutes > 0 ? `${showHours(process.leftMinutes)} left` : 'complete';
