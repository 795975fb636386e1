import type { AgreementView } from '@journeybook/contracts';
import { sentence } from '../../ui/join-names.js';
import { showDate } from '../../ui/show-dates.js';
import css from './status-history.module.css';
import { statusNames } from './status-words.js';

/** Every change of status, the latest first: to what, since when, by whom and why. */
export function StatusHistory({ history }: { history: AgreementView['history'] }) {
  if (history.length === 0) return null;
  return (
    <ol className={css.history} aria-label="Changes of status, the latest first">
      {history.toReversed().map((change) => (
        <li key={change.entry} className={css.change}>
          <span className="soft">{showDate(change.on)}</span>
          <div>
            <p className={css.to}>{nameOf(change)}</p>
            {change.reason !== '' && <p>{sentence(change.reason)}</p>}
            <p className="soft">
              by {change.by.name}
              {change.decidedBy === 'apprentice' ? ', the apprentice' : ''}
            </p>
          </div>
        </li>
      ))}
    </ol>
  );
}

function nameOf({ from, to }: AgreementView['history'][number]): string {
  if (from === 'suspended' && (to === 'active' || to === 'registered'))
    return `Reinstated: ${statusNames[to].toLowerCase()}`;
  return to === 'registered' ? 'Registered: on probation' : statusNames[to];
}
