import css from './findings.module.css';
import { type Finding, placeId, type SectionId } from './place.js';

/** What is to be said about a section as a whole. */
export function ListFindings({ section, findings }: { section: SectionId; findings: readonly Finding[] }) {
  const own = findings.filter((one) => one.place.row === undefined && one.place.field === 'list');
  if (own.length === 0) return null;
  return (
    <ul id={placeId({ section, field: 'list' })} tabIndex={-1} className={css.list}>
      {own.map((one) => (
        <li key={one.message} className={one.severity === 'error' ? css.error : css.warning}>
          {one.message}
        </li>
      ))}
    </ul>
  );
}
