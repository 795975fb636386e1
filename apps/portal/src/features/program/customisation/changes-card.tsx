import type { CustomisationView } from '@journeybook/contracts';
import { countOf, showInstant } from '../../../ui/show-dates.js';
import css from './customisation-page.module.css';
import { describeChange } from './describe-change.js';

/** Everything the employer changed, the last first, with who did it and when. */
export function ChangesCard({ own }: { own: CustomisationView }) {
  const changes = own.changes.toReversed();
  return (
    <section className="card" aria-labelledby="changes">
      <h2 id="changes">{changes.length === 0 ? 'Changes' : countOf(changes.length, 'change')}</h2>
      {changes.length === 0 && <p className="soft">None yet: the Job Book is as the program has it.</p>}
      <ol>
        {changes.map(({ change, by, at }, index) => (
          <li key={changes.length - index} className={css.line}>
            <span>{describeChange(change)}</span>
            <span className="soft">
              {by.name}, {showInstant(at)}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
