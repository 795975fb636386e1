import { Badge } from '../../../ui/badge.js';
import css from './findings.module.css';
import { type Finding, placeId } from './place.js';

interface FindingsListProps {
  readonly findings: readonly Finding[];
  readonly onShow: (finding: Finding) => void;
}

/** Everything found, errors first; each leads to its field. */
export function FindingsList({ findings, onShow }: FindingsListProps) {
  return (
    <ul>
      {findings.map((one) => (
        <li key={`${placeId(one.place)} ${one.message}`}>
          <button type="button" className={css.finding} onClick={() => onShow(one)}>
            <span>
              <Badge tone={one.severity === 'error' ? 'stop' : 'wait'}>{one.severity}</Badge>
            </span>
            <span>{one.message}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
