import { Radio } from '@mantine/core';
import type { SectionView } from '@journeybook/contracts';
import css from './map-course.module.css';

type Mapping = NonNullable<SectionView['mapping']>;
export type Policy = Pick<Mapping, 'confirmedBy' | 'creditMode' | 'attempt'>;

export const usualPolicy: Policy = { confirmedBy: 'hand', creditMode: 'all', attempt: 'latest' };

interface PolicyFieldsProps {
  readonly policy: Policy;
  readonly onChange: (policy: Policy) => void;
}

/** How completions become hours: who confirms, how many hours, which grade counts. */
export function PolicyFields({ policy, onChange }: PolicyFieldsProps) {
  const { confirmedBy, creditMode, attempt } = policy;
  return (
    <div className="stack">
      <Radio.Group
        label="How many hours"
        value={creditMode}
        onChange={(value) =>
          value === 'all'
            ? onChange({ ...policy, creditMode: 'all' })
            : onChange({ ...policy, creditMode: 'attendance', confirmedBy: 'hand' })
        }
      >
        <div className={css.choices}>
          <Radio value="all" label="All hours of the course" />
          <Radio value="attendance" label="The hours each learner attended, which you type" />
        </div>
      </Radio.Group>
      <Radio.Group
        label="Who confirms"
        value={confirmedBy}
        onChange={(value) => onChange({ ...policy, confirmedBy: value === 'grade' ? 'grade' : 'hand' })}
      >
        <div className={css.choices}>
          <Radio value="hand" label="I confirm each learner here" />
          <Radio
            value="grade"
            disabled={creditMode === 'attendance'}
            label="A passing grade typed in the gradebook column of Journeybook confirms too"
          />
        </div>
      </Radio.Group>
      {confirmedBy === 'grade' && (
        <p className="soft">
          You answer for the hours that such a grade credits: your name stands beside them, whoever typed it. A lower
          grade later takes nothing away; you are asked first.
        </p>
      )}
      <Radio.Group
        label="Which grade counts"
        value={attempt}
        onChange={(value) => onChange({ ...policy, attempt: attempts.find((one) => one === value) ?? 'latest' })}
      >
        <div className={css.choices}>
          <Radio value="latest" label="The latest" />
          <Radio value="best" label="The best" />
          <Radio value="first-pass" label="The first that passed" />
        </div>
      </Radio.Group>
    </div>
  );
}

const attempts = ['latest', 'best', 'first-pass'] as const;

/** The policy in a few words. */
export const policyWords = ({ confirmedBy, creditMode, attempt }: Policy): string =>
  [
    creditMode === 'all' ? 'all hours' : 'hours attended',
    confirmedBy === 'hand' ? 'confirmed here' : 'a passing grade confirms',
    { latest: 'the latest grade', best: 'the best grade', 'first-pass': 'the first that passed' }[attempt],
  ].join(', ');
