import { NativeSelect } from '@mantine/core';
import { Badge } from '../../../ui/badge.js';
import { Empty } from '../../../ui/empty.js';
import { type Goal, type Mapped, mappedKey, type Subject, subjectNames, type Target, whatIsWrong } from './mapping.js';
import css from './move-form.module.css';

export interface MappingProps {
  readonly lines: readonly Mapped[];
  /** All of it: what is wrong with one line may lie in another. */
  readonly mapping: readonly Mapped[];
  readonly targets: readonly Target[];
  readonly onChoose: (line: Mapped, goal: Goal) => void;
}

/** Old codes that the new version does not have, each with where it goes. */
export function MappingLines(props: MappingProps) {
  if (props.lines.length === 0)
    return <Empty title="Every code of the old version is in the new one">Nothing has to be decided.</Empty>;
  return (Object.keys(subjectNames) as Subject[]).map((subject) => {
    const lines = props.lines.filter((one) => one.subject === subject);
    if (lines.length === 0) return null;
    return (
      <section key={subject} className="card" aria-labelledby={`lines-${subject}`}>
        <h2 id={`lines-${subject}`}>
          {subjectNames[subject]} <span className="soft">not in the new version under the same code</span>
        </h2>
        <ul>
          {lines.map((one) => (
            <MappingLine key={mappedKey(one)} line={one} {...props} />
          ))}
        </ul>
      </section>
    );
  });
}

/** Longer than any code, so that it can be none. */
const history = 'kept on the record as it was signed, as history';

/** What the list of choices says of a line. */
const goalOf = (value: string): Goal => (value === history ? { to: null, asHistory: true } : { to: value || null });

/** One old code and the list of new ones it may go to. */
export function MappingLine({ line, mapping, targets, onChoose }: MappingProps & { line: Mapped }) {
  const wrong = whatIsWrong(line, mapping);
  const among = targets.filter((one) => one.subject === line.subject);
  return (
    <li className={css.line} data-wrong={wrong === '' ? undefined : true}>
      <span>
        <span className={css.code}>{line.from}</span> {line.title}{' '}
        {line.signed && <Badge tone="ok">signed or waiting</Badge>}
      </span>
      <NativeSelect
        aria-label={`${line.from} goes to`}
        description={
          line.asHistory && 'What was signed stays readable on the record. It counts to nothing from now on.'
        }
        value={line.asHistory ? history : (line.to ?? '')}
        onChange={(event) => onChoose(line, goalOf(event.currentTarget.value))}
        data={[
          { value: '', label: line.signed ? 'choose where it goes' : 'ends here' },
          ...(line.mayBeHistory ? [{ value: history, label: 'keep as history' }] : []),
          ...among.map(({ code, title }) => ({ value: code, label: `${code} ${title}` })),
        ]}
        error={wrong}
      />
    </li>
  );
}
