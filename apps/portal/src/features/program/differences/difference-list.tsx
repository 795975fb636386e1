import type { StandardDifferenceView } from '@journeybook/contracts';
import { Badge, type BadgeTone } from '../../../ui/badge.js';
import { countOf } from '../../../ui/show-dates.js';
import { nameDifference, nameField, showValue, subjectNames } from './describe-difference.js';
import css from './difference-list.module.css';

const tones = { added: 'ok', removed: 'stop', changed: 'wait' } as const satisfies Record<
  StandardDifferenceView['change'],
  BadgeTone
>;

/** Differences by what they are about; of what changed, every field with what it was and what it is. */
export function DifferenceList({ differences }: { differences: readonly StandardDifferenceView[] }) {
  const subjects = (Object.keys(subjectNames) as StandardDifferenceView['subject'][])
    .map((subject) => ({ subject, found: differences.filter((one) => one.subject === subject) }))
    .filter(({ found }) => found.length > 0);
  return subjects.map(({ subject, found }) => (
    <section key={subject} className="card" aria-labelledby={`differences-${subject}`}>
      <h2 id={`differences-${subject}`}>
        {subjectNames[subject]} <span className="soft">{countOf(found.length, 'difference')}</span>
      </h2>
      <ul>
        {found.map((one) => (
          <DifferenceLine key={one.code} difference={one} />
        ))}
      </ul>
    </section>
  ));
}

function DifferenceLine({ difference }: { difference: StandardDifferenceView }) {
  const { subject, change, fields } = difference;
  return (
    <li className={css.line}>
      <span className={css.name}>{nameDifference(difference)}</span>
      <span className={css.change}>
        <Badge tone={tones[change]}>{change}</Badge>
      </span>
      {fields.length > 0 && (
        <dl className={css.fields}>
          {fields.map(({ field, from, to }) => (
            <div key={field}>
              <dt className={subject === 'terms' ? 'hidden-visually' : 'soft'}>{nameField(field)}</dt>
              <dd>
                <span className="hidden-visually">from </span>
                <del>{showValue(field, from)}</del>
                <span aria-hidden="true"> → </span>
                <span className="hidden-visually"> to </span>
                <ins>{showValue(field, to)}</ins>
              </dd>
            </div>
          ))}
        </dl>
      )}
    </li>
  );
}
